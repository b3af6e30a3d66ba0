"""What a workbook filled with data is read back as."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.dataset import Dataset
from graph.language import LANGUAGES, Language
from loaders import Loaded, read
from loaders.template import workbook

_CONTROL = [chr(code) for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF)]


@pytest.fixture(autouse=True)
def _few_empty_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formulas of empty rows take most of the time, and test_book looks at them."""
    monkeypatch.setattr("loaders.template.sheet._EMPTY_ROWS", 2)


def _back(path: Path, language: Language, dataset: Dataset) -> Loaded:
    content, issues = workbook(language, dataset, path.name)
    assert issues == []
    path.write_bytes(content)
    return read([path])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_comes_back_as_it_went_in(language: Language, sample: Path, tmp_path: Path) -> None:
    dataset = read([sample]).dataset
    loaded = _back(tmp_path / "data.xlsx", language, dataset)
    assert loaded.dataset == dataset
    assert loaded.refused == 0
    # Where there are data there is no example.
    assert all(dataset[table].empty for table in ("OF", "OPERATES", "SUCCEEDED_BY"))
    assert [issue.kind for issue in loaded.issues] == ["examples"] * 3


ODD = [
    *("=1+1", "+81", "-5", "@SUM(A1)", "'apostrophe", "TRUE", "1E5", "00123", "2024-04-01", "例", "#N/A"),
    *("a\nb", "a\r\nb", "tab\there", "_x0041_", "http://example.org", "<b>&amp;", "𠮷野家", "(組織の名称)"),
    *("a;b、c", '"quoted"', "x" * 32_767),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_odd_texts_come_back(language: Language, tmp_path: Path) -> None:
    dataset = Dataset.of(
        {
            "Theme": [{"id": f"T{number}", "name": text, "description": text} for number, text in enumerate(ODD)],
            "Organisation": [{"id": "O", "name": "x", "formerNames": ODD[:-1]}],
        }
    )
    loaded = _back(tmp_path / "data.xlsx", language, dataset)
    assert loaded.dataset == dataset


DAYS = [dt.date(1, 1, 1), dt.date(1868, 9, 8), dt.date(1900, 1, 1), dt.date(1900, 2, 28), dt.date(1900, 3, 1)]


def test_days_before_excel_s_first_come_back(tmp_path: Path) -> None:
    days = [*DAYS, dt.date(1905, 7, 16), dt.date(9999, 12, 31)]
    dataset = Dataset.of({"Event": [{"id": f"E{n}", "name": "x", "date": day} for n, day in enumerate(days)]})
    assert _back(tmp_path / "data.xlsx", "ja", dataset).dataset == dataset


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 1e300, -1e-300, 5e-324, 12.0, 0.0, 2.0**53, 2.0**60])
def test_every_digit_of_a_number_comes_back(value: float, tmp_path: Path) -> None:
    dataset = Dataset.of({"Observation": [{"id": "V", "name": "x", "value": value, "sampleSize": 2**62 + 1}]})
    assert _back(tmp_path / "data.xlsx", "ja", dataset).dataset == dataset


_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROL)
_TEXTS = st.text(_CHARACTERS, min_size=1).filter(lambda text: text == text.strip())
_NAMES = st.lists(_TEXTS.filter(lambda text: not text.startswith("例")), min_size=2, unique=True, max_size=5)


def _dataset(names: list[str], text: str, day: dt.date, number: float, count: int, items: list[str]) -> Dataset:
    organisation = {"name": text, "memberSince": day, "formerNames": items, "sector": "company"}
    observation = {"name": text, "value": number, "sampleSize": count}
    tie = {"start": f"O{names[0]}", "kind": "other", "strength": abs(number), "since": day}
    return Dataset.of(
        {
            "Organisation": [{"id": f"O{name}", **organisation} for name in names],
            "Observation": [{"id": f"V{name}", **observation} for name in names],
            "TIED_TO": [{"end": f"O{name}", **tie} for name in names[1:]],
        }
    )


_DATASETS = st.builds(
    _dataset,
    _NAMES,
    _TEXTS,
    st.dates(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(0, 2**63 - 1),
    st.lists(st.text(_CHARACTERS), min_size=1, max_size=3),
)
_QUIET = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@_QUIET
@given(dataset=_DATASETS, language=st.sampled_from(LANGUAGES))
def test_any_dataset_comes_back(tmp_path: Path, dataset: Dataset, language: Language) -> None:
    assert _back(tmp_path / "data.xlsx", language, dataset).dataset == dataset


def test_what_will_not_come_back_is_said(tmp_path: Path) -> None:
    rows = [{"id": "T1", "name": " x\n"}, {"id": "T2", "name": "a\x07b"}, {"id": "例:T3", "name": "x"}]
    content, issues = workbook("ja", Dataset.of({"Theme": rows}), "data.xlsx")
    assert [(issue.kind, issue.file, issue.sheet, issue.row, issue.column) for issue in issues] == [
        ("written_blanks", "data.xlsx", "テーマ", 2, "名称 *"),
        ("written_control", "data.xlsx", "テーマ", 3, "名称 *"),
        ("written_example", "data.xlsx", "テーマ", 4, "ID *"),
    ]
    path = tmp_path / "data.xlsx"
    path.write_bytes(content)
    assert read([path]).dataset == Dataset.of({"Theme": [{"id": "T1", "name": "x"}, {"id": "T2", "name": "ab"}]})
