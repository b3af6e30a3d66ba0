"""Files that nobody means well with, or that went through every mill: issues or one sentence, and every row counted."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from loaders import Loaded, archives, read

_FUZZ = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def workbook(path: Path, rows: list[list[object]], name: str = "Theme") -> Path:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": True, "strings_to_urls": False}) as book:
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def outcome(path: Path) -> Loaded | InputError:
    """What comes of a file: what was read of it, every row counted, or one sentence."""
    try:
        found: Loaded | InputError = read([path])
    except InputError as error:
        found = error
    if isinstance(found, InputError):
        assert len(str(found).splitlines()) == 1
    else:
        assert found.rows == found.loaded + found.refused
    return found


def test_a_workbook_that_unpacks_to_more_than_it_may_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is made small here, so that the bomb need not be large."""
    monkeypatch.setattr(archives, "_MOST_BYTES", 1024**2)
    path = workbook(tmp_path / "a.xlsx", [["id", "name"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.bin", bytes(2 * 1024**2))
    found = outcome(path)
    assert isinstance(found, InputError)
    assert "unpacks to 2 MB or more" in str(found)


def test_half_of_a_surrogate_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "Theme.csv"
    path.write_bytes("id,name\nT1,居場所見守り相談\n".encode() + b"T2,\xed\xa0\x80\n")
    found = outcome(path)
    assert isinstance(found, InputError)
    assert re.search(r"line 3|3行目", str(found))


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".gz", ".zip", ".json", ".graphml", ".gexf"])
@_FUZZ
@given(data=st.binary(min_size=1, max_size=400))
def test_any_bytes_under_any_name(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"Theme{suffix}"
    path.write_bytes(data)
    outcome(path)


@_FUZZ
@given(data=st.binary(max_size=200), cut=st.integers(0, 60), packed=st.sampled_from([".gz", ".zip"]))
def test_archives_cut_and_filled_with_anything(tmp_path: Path, data: bytes, cut: int, packed: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Theme.csv", data)
    whole = gzip.compress(data) if packed == ".gz" else out.getvalue()
    path = tmp_path / f"Theme.csv{packed}"
    path.write_bytes(whole[: max(1, len(whole) - cut)])
    outcome(path)
