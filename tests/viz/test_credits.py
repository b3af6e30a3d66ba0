import datetime as dt

from graph.dataset import Dataset
from viz import credits as of


def dataset() -> Dataset:
    common = {"publisher": "県", "licence": "CC BY 4.0"}
    return Dataset.of(
        {
            "Source": [
                {"id": "S1", "name": "1", **common, "retrievedOn": dt.date(2025, 1, 1)},
                {"id": "S2", "name": "2", **common},
                {"id": "S3", "name": "3"},
            ],
            "Organisation": [{"id": i, "name": i} for i in "ab"],
            "TIED_TO": [{"start": "a", "end": "b", "kind": "other", "confirmedOn": dt.date(2025, 2, 1)}],
        }
    )


def test_documents_are_counted_by_publisher_and_licence() -> None:
    assert of.licences(dataset()) == [of.Credit("県", "CC BY 4.0", 2)]


def test_the_latest_day_is_of_sources_and_confirmations() -> None:
    assert of.latest(dataset()) == dt.date(2025, 2, 1)
    assert of.latest(Dataset.of({})) is None
