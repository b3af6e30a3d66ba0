import pytest

from graph.dataset import Dataset
from graph.editions import Edition, cut


@pytest.fixture
def dataset():
    """Return a tie between two public organisations, one to a member's, and an internal source."""
    return Dataset.of(
        {
            "Organisation": [
                {"id": "p1", "name": "p1", "visibility": "public", "sources": ["s", "t"]},
                {"id": "p2", "name": "p2", "visibility": "public", "sources": ["t"]},
                {"id": "m", "name": "m", "visibility": "members"},
                {"id": "i", "name": "i", "visibility": "internal"},
                {"id": "u", "name": "u"},
            ],
            "TIED_TO": [
                {"start": "p1", "end": "p2", "kind": "other", "visibility": "public"},
                {"start": "p2", "end": "p1", "kind": "other", "visibility": "members"},
                {"start": "p1", "end": "m", "kind": "other", "visibility": "public"},
            ],
            "Source": [
                {"id": "s", "name": "s", "visibility": "public"},
                {"id": "t", "name": "t", "visibility": "internal"},
            ],
        }
    )


@pytest.mark.parametrize(
    ("edition", "kept", "ties"),
    [(Edition.PUBLIC, "p1 p2", 1), (Edition.MEMBERS, "m p1 p2", 3), (Edition.INTERNAL, "i m p1 p2 u", 3)],
)
def test_each_edition_holds_what_its_circle_may_see(dataset, edition, kept, ties):
    found = cut(dataset, edition)
    assert " ".join(found.dataset["Organisation"]["id"]) == kept
    assert len(found.dataset["TIED_TO"]) == ties
    assert found.nodes == dataset.node_count - found.dataset.node_count
    assert found.relationships == 3 - ties


def test_what_nobody_has_said_may_be_seen_is_counted_apart(dataset):
    assert cut(dataset, Edition.PUBLIC).unsaid == 1
    assert cut(dataset, Edition.INTERNAL).unsaid == 0


def test_ids_of_sources_left_out_are_struck_off(dataset):
    organisations = cut(dataset, Edition.PUBLIC).dataset["Organisation"]
    assert list(organisations["sources"]) == [("s",), None]


def test_the_internal_edition_is_the_dataset_itself(dataset):
    assert cut(dataset, Edition.INTERNAL).dataset is dataset
