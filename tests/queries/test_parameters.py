import datetime as dt

import numpy as np
import pytest

from graph.errors import QueryError
from graph.language import LANGUAGES, set_language
from queries.header import parse
from queries.parameters import fitting, free, pairs

QUERY = parse(
    "x/y",
    """// title: t
// question: q
// parameters:
//   limit: {type: integer, default: 5, least: 1, ja: 行数}
//   share: {type: float, default: 0.5, least: 0, ja: 割合}
//   day: {type: date, default: null, ja: 日}
//   open: {type: boolean, default: true, ja: 未解決}
//   sector: {type: string, default: null, values: Organisation.sector, ja: 分野}
//   kinds: {type: strings, default: null, values: [a, b], ja: 種別}
// columns: {n: n}
RETURN $limit + $share + $day + $open + $sector + $kinds AS n
""",
)
NEEDING = parse(
    "x/z",
    """// title: t
// question: q
// parameters:
//   organisation: {type: string, values: Organisation.id, ja: 組織}
// columns: {n: n}
// example: {organisation: ORG-001}
RETURN $organisation AS n
""",
)


@pytest.fixture(autouse=True)
def _language():
    yield
    set_language(None)


def test_defaults_are_there_and_texts_become_values():
    defaults = {"limit": 5, "share": 0.5, "day": None, "open": True, "sector": None, "kinds": None}
    assert fitting(QUERY, {}) == defaults
    given = pairs(["limit=3", "share=1", "day=2025-04-01", "open=いいえ", "sector=company", "kinds=b、a"])
    assert fitting(QUERY, given) == {
        "limit": 3,
        "share": 1.0,
        "day": dt.date(2025, 4, 1),
        "open": False,
        "sector": "company",
        "kinds": ["b", "a"],
    }


def test_values_of_a_notebook_need_not_be_text():
    given = {"limit": np.int64(3), "day": dt.date(2025, 4, 1), "kinds": ["a"], "open": False, "share": 1}
    assert fitting(QUERY, given).items() >= given.items()
    assert fitting(QUERY, {"day": None})["day"] is None
    with pytest.raises(QueryError):
        fitting(QUERY, {"limit": 2.5})


@pytest.mark.parametrize("written", ["company", "企業", "Company", " ＣＯＭＰＡＮＹ", "COMPANY"])
def test_an_enumeration_goes_by_the_names_that_people_see(written):
    assert fitting(QUERY, {"sector": written})["sector"] == "company"


@pytest.mark.parametrize(
    ("written", "key"),
    [("NPO", "nonprofit"), ("社協", "socialWelfare"), ("大学", "university"), ("school", "university")],
)
def test_part_of_a_name_that_has_several_will_do(written, key):
    assert fitting(QUERY, {"sector": written})["sector"] == key


@pytest.mark.parametrize(
    ("given", "ja", "en"),
    [
        (
            {"limits": "3"},
            "パラメーター「limits」はありません。もしかして: limit?",
            "no parameter 'limits'; did you mean limit?",
        ),
        (
            {"limit": "many"},
            "limit の値「many」は使えません。整数を書いて",
            "limit cannot be 'many'; it has to be a whole number",
        ),
        ({"limit": "0"}, "limit の値 0 は小さすぎます。1 以上", "limit cannot be 0; it has to be 1 or more"),
        ({"day": "4/1"}, "日付(例 2025-04-01)を書いて", "a date (such as 2025-04-01)"),
        ({"open": "maybe"}, "はい か いいえを書いて", "yes or no"),
        ({"sector": "企業体"}, "「企業体」は使えません。もしかして: 企業?", "'企業体'; did you mean Company?"),
        ({"sector": "compny"}, "もしかして: 企業?", "did you mean Company?"),
        (
            {"sector": "xyz"},
            "次のどれかを書いてください: 地方公共団体、NPO・市民活動団体",
            "write one of: Local government, Non-profit",
        ),
        ({"kinds": "a,c"}, "「c」は使えません", "kinds cannot be 'c'"),
    ],
)
def test_what_is_wrong_is_one_sentence_in_either_language(given, ja, en):
    for code, said in zip(LANGUAGES, (ja, en), strict=True):
        set_language(code)
        with pytest.raises(QueryError) as refused:
            fitting(QUERY, given)
        assert said in str(refused.value)


def test_a_parameter_without_default_has_to_be_given():
    set_language("en")
    with pytest.raises(QueryError, match="needs the parameter organisation; write -p organisation=ORG-001"):
        fitting(NEEDING, {})
    assert fitting(NEEDING, {"organisation": "x"}) == {"organisation": "x"}


def test_assignments_need_an_equals_sign():
    assert pairs(["a=b=c", "d="]) == {"a": "b=c", "d": ""}
    for wrong in ("limit", "=3"):
        with pytest.raises(QueryError, match="-p theme="):
            pairs([wrong])


def test_values_of_an_ad_hoc_query_are_json_where_they_read_as_json():
    assert free({"n": "3", "s": "居場所", "l": '["a"]', "t": "true"}) == {"n": 3, "s": "居場所", "l": ["a"], "t": True}
