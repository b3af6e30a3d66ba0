from graph.dataset import Dataset
from graph.keys import ends_of, is_node, key_of, keyed
from graph.schema import schema


def test_parallel_ties_have_keys_of_their_own():
    table = schema().table("TIED_TO")
    keys = {key_of(table, {"start": "a", "end": "b", "kind": kind}) for kind in ("funding", "referral")}
    assert keys == {("TIED_TO", "a", "b", "funding"), ("TIED_TO", "a", "b", "referral")}


def test_only_symmetric_ties_are_the_same_in_both_directions():
    there, back = {"start": "a", "end": "b"}, {"start": "b", "end": "a"}
    for kind, same in (("ADJACENT_TO", True), ("BROADER", False)):
        assert (key_of(schema().table(kind), there) == key_of(schema().table(kind), back)) is same


def test_rows_by_key_are_the_dataset():
    tables = {"Theme": [{"id": "T", "name": "居場所"}, {"id": "U", "name": "見守り"}]}
    found = keyed(Dataset.of({**tables, "BROADER": [{"start": "T", "end": "U"}]}))
    assert found == {
        ("Theme", "T"): {"id": "T", "name": "居場所"},
        ("Theme", "U"): {"id": "U", "name": "見守り"},
        ("BROADER", "T", "U"): {"start": "T", "end": "U"},
    }
    assert [is_node(key) for key in found] == [True, True, False]
    assert ends_of(found["BROADER", "T", "U"]) == ("T", "U")
