import pytest

from graph.errors import QueryError
from queries.catalog import catalog, query
from queries.header import parse
from queries.parameters import fitting, free, pairs

FILE = """// title: {ja: "題", en: "Title"}
// question: {ja: "問い", en: "Question"}
// parameters:
//   limit: {type: integer, default: 5, ja: "行数", en: "Rows"}
//   day: {type: date, default: null, ja: "日", en: "Day"}
// columns:
//   name: {ja: "名称", en: "Name"}
MATCH (n)
// a comment inside stays
WHERE $day IS NULL
RETURN n.name AS name LIMIT $limit
"""


def test_every_query_says_all_in_both_languages():
    assert len(catalog()) >= 8
    for found in catalog().values():
        texts = [found.title, found.question, *found.columns.values(), *(p.meaning for p in found.parameters.values())]
        assert all(text.ja.strip() and text.en.strip() for text in texts), found.name
        for name in found.parameters:
            assert f"${name}" in found.cypher, found.name
        for column in found.columns:
            assert f" {column}" in found.cypher, found.name


def test_a_query_is_found_by_its_short_name_and_a_near_miss_is_named():
    assert query("empty_cells") is query("coverage/empty_cells")
    with pytest.raises(QueryError, match="empty_cells"):
        query("empty_cell")


def test_parameters_are_typed_and_checked_before_the_database_is_asked():
    found = parse("x/y", FILE)
    import datetime as dt

    assert fitting(found, {}) == {"limit": 5, "day": None}
    assert fitting(found, pairs(["limit=3", "day=2025-04-01"])) == {"limit": 3, "day": dt.date(2025, 4, 1)}
    for wrong in ({"limit": "many"}, {"day": "4/1"}, {"limits": "3"}):
        with pytest.raises(QueryError):
            fitting(found, wrong)
    with pytest.raises(QueryError):
        pairs(["limit"])


def test_values_of_an_ad_hoc_query_are_json_where_they_read_as_json():
    assert free({"n": "3", "s": "居場所", "l": '["a"]', "t": "true"}) == {"n": 3, "s": "居場所", "l": ["a"], "t": True}
