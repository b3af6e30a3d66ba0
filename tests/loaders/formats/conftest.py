from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.dataset import Dataset
from loaders import Loaded, read
from loaders.formats import Written, writer_named

Exported = Callable[..., Path]


@pytest.fixture(scope="session")
def kanagawa(sample: Path) -> Dataset:
    return read([sample]).dataset


@pytest.fixture
def hard() -> Dataset:
    """What formats easily lose: parallel ties, marks in lists, line breaks, text that looks like something else."""
    return Dataset.of(
        {
            "Organisation": [
                {
                    "id": "001",
                    "name": "架空 <&> \"会\" 'x'",
                    "nameEn": "=SUM(1,2)",
                    "formerNames": ("旧、名", "b;c", "d|e", "f"),
                    "memberSince": dt.date(2024, 2, 29),
                    "address": "一行目\r\n二行目\n\t三行目",
                    "sources": ("S1", "S2"),
                    "visibility": "internal",
                },
                {"id": "002", "name": "true", "legalForm": "[]", "url": "NaN", "formerNames": ('["a"]',)},
                {"id": "a b", "name": "𠮷野家", "corporateNumber": "8000020148415"},
            ],
            "Municipality": [{"id": "JP-LGC-142018", "name": "横須賀市", "code": "142018", "population": 2**53 + 1}],
            "Need": [{"id": "N", "name": "n", "amount": 1e-7, "targetGroup": "olderPeople"}],
            "Resource": [{"id": "R", "name": "r", "capacity": 123456789.125}],
            "Observation": [{"id": "O", "name": "o", "value": -0.5, "population": "12", "sampleSize": 0}],
            "Source": [{"id": "S1", "name": "s"}, {"id": "S2", "name": "s"}],
            "Theme": [{"id": "T1", "name": "t"}, {"id": "T2", "name": "t"}],
            "Collaboration": [
                {
                    "id": "C",
                    "name": "c",
                    "startDate": dt.date(2024, 4, 1),
                    "endDate": dt.date(2025, 3, 31),
                    "datePrecision": ("startDate:month", "endDate:fiscalYear"),
                }
            ],
            "BROADER": [{"start": "T2", "end": "T1"}],
            "TIED_TO": [
                {"start": "001", "end": "002", "kind": "funding", "strength": 0.0},
                {"start": "001", "end": "002", "kind": "referral", "strength": 2.5, "since": dt.date(1999, 12, 31)},
                {"start": "002", "end": "001", "kind": "referral"},
            ],
            "MATCHED_WITH": [
                {"start": "N", "end": "R", "status": "done", "score": 0.1, "reasons": ("近い;近所", "遠くない")}
            ],
            "SUCCEEDED_BY": [
                {"start": "002", "end": "001", "since": dt.date(2020, 1, 1), "datePrecision": ("since:year",)}
            ],
        }
    )


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    """Write what a writer gives into a folder of its own, and return that."""

    def export(key: str, ending: str, dataset: Dataset) -> Path:
        folder = tmp_path / f"{key}{ending}"
        folder.mkdir()
        for name, data in writer_named(key).forms[ending](dataset).files.items():
            (folder / (name or f"file{ending}")).write_bytes(data)
        return folder

    return export


def written(key: str, ending: str, dataset: Dataset) -> Written:
    return writer_named(key).forms[ending](dataset)


def told(loaded: Loaded) -> list[tuple[str, str, str]]:
    """The severity, kind and value of each issue."""
    return [(issue.severity, issue.kind, issue.value) for issue in loaded.issues]
