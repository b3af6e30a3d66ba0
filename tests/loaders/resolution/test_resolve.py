"""Corporate numbers are made up from their check digits, which the test of `graph.formats` covers."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.judgement import PROGRAM, Alias, Judgement, Judgements
from loaders import read
from loaders.resolution import Reason, Rules, resolve
from loaders.resolution.candidates import near
from loaders.resolution.organisations import organisations

YOKOHAMA, TSURUMI, KAWASAKI, KANAGAWA = (f"JP-LGC-{code}" for code in ("141003", "141011", "141305", "140007"))
NUMBER, OTHER = "8000012010038", "8000020148415"
DAY = dt.datetime(2024, 4, 1, 9, tzinfo=dt.UTC)


def table(*rows):
    """Rows of name, 法人番号, municipality; ids A, B, C …"""
    columns = ["name", "corporateNumber", "municipality"]
    frame = pd.DataFrame([(*row, *[None] * (3 - len(row))) for row in rows], columns=columns, dtype="object")
    frame.insert(0, "id", list("ABCDEFGHIJ"[: len(rows)]))
    return frame


def entities(*rows, **options):
    return "".join(resolve(table(*rows), **options).decisions["entityId"].str[-1])


def asked(*rows, **options):
    return {
        (a, b, reasons) for a, b, _, _, _, reasons in resolve(table(*rows), **options).pairs.itertuples(index=False)
    }


def judged(left, right, *, same, by="架空", names=("架空会", "想像会")):
    return Judgement(Alias(left, names[0]), Alias(right, names[1]), same, by, DAY)


def test_equal_numbers_are_one_whatever_the_names():
    found = resolve(table(("架空会", NUMBER), ("想像会", NUMBER)))
    assert list(found.decisions["entityId"]) == [f"JP-JCN-{NUMBER}"] * 2
    assert set(found.decisions["reasons"]) == {(Reason.NUMBER,)}


def test_different_numbers_are_never_one_nor_asked_about():
    found = resolve(table(("架空会", NUMBER), ("架空会", OTHER)))
    assert list(found.decisions["decision"]) == ["new", "new"]
    assert found.pairs.empty


def test_a_number_with_a_wrong_check_digit_counts_for_nothing():
    assert entities(("架空振興協会", "1234567890123"), ("架空振興協会", "1111111111111")) == "AA"


def test_the_number_in_an_id_counts():
    known = pd.DataFrame({"id": [f"JP-JCN-{NUMBER}"], "name": ["想像会"]})
    found = resolve(table(("架空会", NUMBER)), known)
    assert list(found.decisions["entityId"]) == [f"JP-JCN-{NUMBER}"]
    assert list(found.decisions["decision"]) == ["same"]


def test_equal_keys_are_one_where_municipalities_do_not_contradict():
    assert entities(("㈱架空商事", None, YOKOHAMA), ("株式会社 架空商事", None, YOKOHAMA)) == "AA"
    assert entities(("架空振興協会",), ("(一社)架空振興協会",)) == "AA"
    assert entities(("架空振興協会", None, YOKOHAMA), ("架空振興協会",)) == "AA"


@pytest.mark.parametrize("places", [(YOKOHAMA, TSURUMI), (TSURUMI, KANAGAWA), (KANAGAWA, YOKOHAMA)])
def test_a_ward_its_city_and_their_prefecture_do_not_contradict_each_other(places):
    assert entities(*(("架空振興協会", None, place) for place in places)) == "AA"


def test_two_municipalities_are_asked_about():
    rows = [("架空振興協会", None, YOKOHAMA), ("架空振興協会", None, KAWASAKI)]
    assert entities(*rows) == "AB"
    assert asked(*rows) == {("A", "B", (Reason.KEY, Reason.PLACES_DIFFER))}


def test_what_fits_two_that_contradict_each_other_joins_neither():
    rows = [("架空振興協会", None, YOKOHAMA), ("架空振興協会",), ("架空振興協会", None, KAWASAKI)]
    assert entities(*rows) == "ABC"
    numbers = [("架空振興協会", NUMBER), ("架空振興協会",), ("架空振興協会", OTHER)]
    assert len(set(resolve(table(*numbers)).decisions["entityId"])) == 3
    assert len(asked(*numbers)) == 2


def test_different_legal_forms_are_asked_about():
    rows = [("NPO法人架空振興協会",), ("一般社団法人架空振興協会",)]
    assert entities(*rows) == "AB"
    assert asked(*rows) == {("A", "B", (Reason.KEY, Reason.FORMS_DIFFER))}
    # 財団 and 社団 are taken for each other by writers, but of a short name there are both.
    assert entities(("公益財団法人架空振興協会",), ("公益社団法人架空振興協会",)) == "AA"
    short = [("一般財団法人架空会", None, YOKOHAMA), ("一般社団法人架空会", None, YOKOHAMA)]
    assert entities(*short) == "AB"


def test_a_short_name_without_municipality_is_not_taken_for_one_with():
    rows = [("ひまわり", None, YOKOHAMA), ("NPO法人ひまわり",)]
    assert entities(*rows) == "AB"
    assert asked(*rows) == {("A", "B", (Reason.KEY, Reason.PLACE_MISSING))}


def test_generic_names_are_one_only_in_one_place():
    assert entities(("自治会", None, YOKOHAMA), ("自治会", None, YOKOHAMA), ("自治会", None, KAWASAKI)) == "AAC"
    assert asked(("自治会", None, YOKOHAMA), ("自治会", None, KAWASAKI)) == set()
    assert entities(("社会福祉協議会",), ("社会福祉協議会",)) == "AB"
    assert entities(("社会福祉法人横浜市社会福祉協議会",), ("（福）横浜市社会福祉協議会",)) == "AA"


def test_near_keys_are_one_from_the_threshold_on_else_asked_about():
    # 14 of 15 characters alike: ratio 2 * 14 / 29 = 97 %; 9 of 10: 2 * 9 / 20 = 90 %.
    assert entities(("財団法人架空交通遺児育成想像基金振興",), ("財団法人架空交通遺児等育成想像基金振興",)) == "AA"
    rows = [("財団法人架空生命科学振興想像",), ("財団法人架空生命化学振興想像",)]
    assert entities(*rows) == "AB"
    assert asked(*rows) == {("A", "B", (Reason.SIMILAR,))}
    assert entities(*rows, rules=Rules(same_from=85)) == "AA"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("架空市立第一想像中学校同窓会連合", "架空市立第二想像中学校同窓会連合"),
        ("架空町想像１丁目自治会連合会", "架空町想像２丁目自治会連合会"),
        ("九州架空産業技術想像センター協会", "四国架空産業技術想像センター協会"),
        ("日本架空交響楽団想像友の会", "新日本架空交響楽団想像友の会"),
    ],
)
def test_numbers_and_places_in_names_keep_them_apart(one, other):
    assert entities((one,), (other,), rules=Rules(same_from=80)) == "AB"


def test_offices_and_houses_are_one_with_the_corporation_unless_told_otherwise():
    rows = [("架空商事株式会社",), ("架空商事㈱横浜支店",), ("架空商事㈱川崎支店",)]
    assert entities(*rows) == "AAA"
    assert entities(*rows, rules=Rules(branches_together=False)) == "ABC"
    house = [("公益財団法人架空中央想像研究所",), ("公益財団法人架空中央想像研究所生物研究部",)]
    assert entities(*house) == "AA"
    maybe = [("公益財団法人架空協会",), ("公益財団法人架空協会想像研究所",)]
    assert entities(*maybe) == "AB"
    assert asked(*maybe) == {("A", "B", (Reason.MAYBE_HOUSE,))}


def test_those_named_side_by_side_are_asked_about():
    rows = [("社団法人架空会・財団法人想像会",), ("架空会",), ("想像会",)]
    assert entities(*rows) == "ABC"
    assert {(a, b) for a, b, _ in asked(*rows)} == {("A", "B"), ("A", "C")}


def test_the_name_history_joins_former_names():
    history = pd.DataFrame({"corporateNumber": [NUMBER] * 2, "name": ["架空スポーツ振興協会", "架空体育振興協会"]})
    rows = [("公益財団法人架空体育振興協会",), ("公益財団法人架空スポーツ振興協会",)]
    assert entities(*rows) == "AB"
    found = resolve(table(*rows), history=history)
    assert list(found.decisions["entityId"]) == [f"JP-JCN-{NUMBER}"] * 2
    assert set(found.decisions["reasons"]) == {(Reason.HISTORY,)}


def test_a_former_name_of_two_corporations_is_asked_about():
    history = pd.DataFrame(
        {
            "corporateNumber": [NUMBER, NUMBER, OTHER, OTHER],
            "name": ["架空スポーツ振興協会", "架空体育振興協会", "想像スポーツ振興協会", "架空体育振興協会"],
        }
    )
    rows = [("架空体育振興協会",), ("架空スポーツ振興協会", NUMBER), ("想像スポーツ振興協会", OTHER)]
    found = resolve(table(*rows), history=history)
    assert found.decisions["decision"].iloc[0] == "review"
    assert len(found.pairs) == 2


def test_a_match_takes_the_id_of_what_is_known():
    known = pd.DataFrame({"id": ["Z"], "name": ["架空振興協会"]})
    found = resolve(table(("（一社）架空振興協会",), ("想像振興協会",)), known)
    assert list(found.decisions["entityId"]) == ["Z", "B"]
    assert list(found.decisions["decision"]) == ["same", "new"]
    assert found.entities() == {"A": "Z"}


def test_a_persons_word_joins_and_keeps_apart():
    rows = [("架空会",), ("想像会",), ("架空振興協会",), ("架空振興協会",)]
    same, apart = judged("B", "A", same=True), judged("C", "D", same=False)
    assert entities(*rows) == "ABCC"
    assert entities(*rows, judgements=Judgements.of([same, apart])) == "AACD"


def test_different_holds_through_others_and_is_not_asked_about():
    rows = [("架空振興協会",), ("架空振興協会",), ("想像振興協会",)]
    judgements = Judgements.of([judged("A", "C", same=False), judged("B", "C", same=True)])
    assert entities(*rows, judgements=judgements) == "ACC"
    assert asked(*rows, judgements=judgements) == set()


def test_even_a_person_cannot_join_two_numbers():
    rows = [("架空会", NUMBER), ("想像会", OTHER)]
    found = resolve(table(*rows), judgements=Judgements.of([judged("A", "B", same=True)]))
    assert len(set(found.decisions["entityId"])) == 2


def test_a_judgement_is_remembered_of_records_that_are_not_there():
    judgements = Judgements.of([judged("A", "Z", same=True), judged("B", "Z", same=True)])
    assert entities(("架空会",), ("想像会",), judgements=judgements) == "AA"


def test_the_newer_judgement_counts():
    later = judged("B", "A", same=False)
    later = Judgement(later.alias, later.entity, later.same, later.decided_by, DAY + dt.timedelta(days=1))
    judgements = Judgements.of([judged("A", "B", same=True), later])
    assert len(judgements) == 1
    assert entities(("架空振興協会",), ("架空振興協会",), judgements=judgements) == "AB"


def test_what_an_earlier_run_found_stays_found():
    judgements = Judgements.of([judged("B", "A", same=True, by=PROGRAM)])
    found = resolve(table(("架空会",), ("想像会",)), judgements=judgements)
    assert list(found.decisions["reasons"]) == [(Reason.REMEMBERED,)] * 2


def test_records_without_a_name_are_new():
    found = resolve(table(("",), ("　",), (None,)))
    assert list(found.decisions["decision"]) == ["new"] * 3
    assert set(found.decisions["reasons"]) == {(Reason.NO_NAME,)}


def test_an_id_twice_is_a_mistake():
    with pytest.raises(ValueError, match="twice"):
        resolve(pd.concat([table(("架空",)), table(("想像",))]))


NAMES = [
    "架空振興協会",
    "(一社)架空振興協会",
    "NPO法人架空振興協会",
    "架空振興協會",
    "架空振興協会横浜支部",
    "架空振興会",
    "自治会",
]
RECORDS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from([None, None, NUMBER, OTHER]),
        st.sampled_from([None, YOKOHAMA, TSURUMI, KAWASAKI]),
    ),
    min_size=2,
    max_size=8,
)


@given(RECORDS, st.randoms(use_true_random=False), st.data())
@settings(max_examples=150, deadline=None)
def test_nothing_depends_on_the_order_of_rows_and_nothing_forbidden_is_joined(rows, random, data):
    frame = table(*rows)
    ids = list(frame["id"])
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.booleans()), max_size=3))
    judgements = Judgements.of(judged(a, b, same=same) for a, b, same in pairs if a != b)
    names = {alias.id for judgement in judgements for alias in (judgement.alias, judgement.entity)}
    assert names <= set(ids)
    first = resolve(frame, judgements=judgements)
    shuffled = frame.sample(frac=1, random_state=random.randrange(1000)).reset_index(drop=True)
    second = resolve(shuffled, judgements=judgements)
    assert {each.id: each for each in first.decided} == {each.id: each for each in second.decided}
    assert first.asked == second.asked
    entity = {each.id: each.entity for each in first.decided}
    numbers = {}
    for row in frame.itertuples(index=False):
        if row.corporateNumber is not None:
            assert numbers.setdefault(entity[row.id], row.corporateNumber) == row.corporateNumber
    for judgement in judgements:
        if not judgement.same:
            assert entity[judgement.alias.id] != entity[judgement.entity.id]


def test_candidates_are_those_of_comparing_all_with_all():
    from rapidfuzz import fuzz

    keys = sorted(
        {
            f"{a}{b}{c}"
            for a in ("架空", "想像", "仮想")
            for b in ("福祉振興", "文化振興会", "子育て支援")
            for c in ("協会", "連絡会議", "財団")
        }
    )
    every = {(i, j) for i, a in enumerate(keys) for j, b in enumerate(keys) if i < j and fuzz.ratio(a, b) >= 76}
    assert {(pair.left, pair.right) for pair in near(keys, 76)} == every


def test_names_merely_alike_in_two_municipalities_are_no_question():
    one, other = ("財団法人架空生命科学振興想像",), ("財団法人架空生命化学振興想像",)
    assert asked((*one, None, YOKOHAMA), (*other, None, KAWASAKI)) == set()
    assert asked((*one, None, YOKOHAMA), (*other, None, TSURUMI)) == {("A", "B", (Reason.SIMILAR,))}
    assert asked(("架空中井町健康福祉課",), ("架空大井町健康福祉課",)) == set()


def test_an_office_elsewhere_is_asked_about():
    rows = [
        ("公益財団法人架空中央想像研究所", None, YOKOHAMA),
        ("公益財団法人架空中央想像研究所生物研究部", None, KAWASAKI),
    ]
    assert asked(*rows) == {("A", "B", (Reason.HOUSE, Reason.PLACES_DIFFER))}


def test_the_fictional_sample_asks_about_a_handful_at_most(sample):
    found = resolve(organisations(read([sample]).dataset))
    assert found.merges == ()
    assert len(found.asked) <= 5
