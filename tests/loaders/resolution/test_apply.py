from graph.dataset import Dataset
from loaders.resolution import resolve
from loaders.resolution.apply import applied
from loaders.resolution.organisations import aliases, name_history, organisations

NUMBER = "8000012010038"
YOKOHAMA = {"id": "JP-LGC-141003", "name": "横浜市", "code": "141003"}


def dataset():
    return Dataset.of(
        {
            "Organisation": [
                {"id": "A", "name": "(株)架空", "url": "https://example.jp", "sources": ("S1",)},
                {"id": "B", "name": "株式会社架空", "corporateNumber": NUMBER, "sources": ("S2",)},
                {"id": "C", "name": "想像会", "formerNames": ("旧想像会",)},
            ],
            "Municipality": [YOKOHAMA],
            "Theme": [{"id": "T", "name": "居場所"}],
            "LOCATED_IN": [{"start": "A", "end": "JP-LGC-141003"}, {"start": "B", "end": "JP-LGC-141003"}],
            "WORKS_ON": [{"start": "A", "end": "T", "strength": 2.0}],
            "TIED_TO": [
                {"start": "A", "end": "B", "kind": "cooperation"},
                {"start": "A", "end": "C", "kind": "cooperation"},
                {"start": "B", "end": "C", "kind": "cooperation", "strength": 3.0},
            ],
        }
    )


def test_rows_of_one_organisation_become_one_with_all_their_ties():
    given = dataset()
    found = resolve(organisations(given))
    entity = f"JP-JCN-{NUMBER}"
    assert found.entities() == {"A": entity, "B": entity}
    made = applied(given, found.entities())
    one, other = made["Organisation"].to_dict("records")
    assert (one["id"], other["id"]) == ("C", entity)
    assert other["name"] == "(株)架空"
    assert (other["corporateNumber"], other["url"], other["sources"]) == (NUMBER, "https://example.jp", ("S1", "S2"))
    assert made["LOCATED_IN"][["start", "end"]].to_numpy().tolist() == [[entity, "JP-LGC-141003"]]
    assert made["WORKS_ON"]["start"].tolist() == [entity]
    # The tie of the two to each other is gone; the two ties to the third are one, with the strength that one has.
    assert made["TIED_TO"][["start", "end", "strength"]].to_numpy().tolist() == [[entity, "C", 3.0]]


def test_nothing_to_do_changes_nothing():
    assert applied(dataset(), {}) == dataset()


def test_what_resolve_takes_comes_from_the_dataset():
    found = organisations(dataset())
    assert list(found["municipality"].astype(object).where(found["municipality"].notna(), None)) == [
        "JP-LGC-141003",
        "JP-LGC-141003",
        None,
    ]
    assert aliases(found)["B"].corporateNumber == NUMBER


def test_the_name_history_is_of_those_with_a_number():
    given = Dataset.of(
        {
            "Organisation": [
                {"id": "A", "name": "新しい会", "corporateNumber": NUMBER, "formerNames": ("古い会", "もっと古い会")},
                {"id": "B", "name": "想像会", "formerNames": ("旧想像会",)},
            ]
        }
    )
    assert name_history(given).to_numpy().tolist() == [
        [NUMBER, "新しい会"],
        [NUMBER, "古い会"],
        [NUMBER, "もっと古い会"],
    ]
