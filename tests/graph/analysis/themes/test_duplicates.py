import pytest

from graph.analysis.themes import themes
from graph.analysis.themes.duplicates import name_similarity


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ひきこもり支援", "ひきこもりへの支援"),
        ("居場所づくり", "居場所"),
        ("こども食堂", "子ども食堂"),
        ("障がい者の就労支援", "障害者就労支援"),
        ("ＤＶ 相談", "DV相談"),
        ("見守り・声かけ", "見守り、声かけ"),
        ("Food bank", "food-bank"),
    ],
)
def test_names_of_one_theme(a, b):
    assert name_similarity(a, b) == 1.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("就労支援", "ひきこもり支援"),
        ("高齢者の居場所", "子どもの居場所"),
        ("若者の相談", "相談窓口の連携"),
        ("支援", "居場所"),
    ],
)
def test_names_of_two_themes(a, b):
    assert name_similarity(a, b) < 0.8


def test_evidence_by_name_by_members_and_by_both(working):
    names = {"A": "ひきこもり支援", "B": "ひきこもりの支援", "C": "孤食", "D": "共食", "E": "防災", "F": "防災活動"}
    works = {f"1{i}": "AB" for i in range(4)} | {f"2{i}": "CD" for i in range(3)} | {"x": "C", "y": "E", "z": "F"}
    table = themes(working(works, names)).duplicates
    found = {(row.keep, row.merge): row for row in table.itertuples()}
    assert {pair: row.evidence for pair, row in found.items()} == {
        ("A", "B"): "both",
        ("C", "D"): "members",
        ("E", "F"): "name",
    }
    # C has four members, D three, three in common: Jaccard 3/4, all of the smaller.
    row = found["C", "D"]
    assert (row.jaccard, row.contained, row.common, row.keepMembers, row.mergeMembers) == (0.75, 1.0, 3, 4, 3)
    assert (table["keep"].iloc[0], table["merge"].iloc[0]) == ("A", "B")


def test_two_members_are_too_few_to_say_so(working):
    assert themes(working({"1": "AB", "2": "AB"}, {"A": "孤食", "B": "共食"})).duplicates.empty


def test_a_broader_theme_is_said_to_be_one(working):
    graph = working({"1": "A", "2": "B"}, {"A": "居場所", "B": "居場所づくり"}, BROADER=[{"start": "B", "end": "A"}])
    assert themes(graph).duplicates["related"].tolist() == [True]
