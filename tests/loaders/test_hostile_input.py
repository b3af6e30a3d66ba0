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
_LAUGHS = (
    b'<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;">'
    b'<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;"><!ENTITY i "&h;&h;&h;&h;&h;&h;&h;">]>'
)


def workbook(path: Path, rows: list[list[object]], name: str = "Theme") -> Path:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": True, "strings_to_urls": False}) as book:
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def changed(path: Path, part: str, content: bytes) -> Path:
    """Put another content into a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, old in parts.items():
            archive.writestr(name, content if name == part else old)
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


def test_entities_that_laugh_a_billion_times_are_not_expanded(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["id", "name"], ["T1", "居場所"]])
    with zipfile.ZipFile(path) as archive:
        strings = archive.read("xl/sharedStrings.xml")
    laughing = strings.replace(b"?>", b"?>" + _LAUGHS, 1).replace("居場所".encode(), b"&i;")
    found = outcome(changed(path, "xl/sharedStrings.xml", laughing))
    if isinstance(found, Loaded):
        assert all(len(name) < 100 for name in found.dataset["Theme"]["name"])


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


def test_formulas_and_links_are_read_as_their_values_and_never_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("Theme")
        page.write_row(0, 0, ["id", "name", "description"])
        page.write(1, 0, "T1")
        page.write_formula(1, 1, "='\\\\192.0.2.1\\share\\[b.xlsx]S'!A1", value="外の値")
        page.write_formula(1, 2, '=WEBSERVICE("http://192.0.2.1/")', value="")
        page.write_url(2, 0, "http://192.0.2.1/x", string="T2")
        page.write(2, 1, "リンク")
    loaded = outcome(path)
    assert isinstance(loaded, Loaded)
    assert dict(zip(loaded.dataset["Theme"]["id"], loaded.dataset["Theme"]["name"], strict=True)) == {
        "T1": "外の値",
        "T2": "リンク",
    }


def test_a_cell_of_ten_megabytes_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "Theme.csv"
    path.write_text(f"id,name\nT1,{'あ' * 3_500_000}\nT2,居場所\n", encoding="utf-8")
    loaded = outcome(path)
    assert isinstance(loaded, Loaded)
    assert loaded.loaded == 2
    assert max(map(len, loaded.dataset["Theme"]["name"])) == 3_500_000


def test_as_many_columns_as_excel_has(tmp_path: Path) -> None:
    path = tmp_path / "Theme.csv"
    header = ["id", "name", *(f"c{n}" for n in range(16_382))]
    path.write_text(",".join(header) + "\n" + ",".join(["T1", "居場所", *["x"] * 16_382]) + "\n", encoding="utf-8")
    loaded = outcome(path)
    assert isinstance(loaded, Loaded)
    assert loaded.loaded == 1
    assert len(loaded.issues) < 50


def test_marks_that_turn_text_around_are_said(tmp_path: Path) -> None:
    path = tmp_path / "Theme.csv"
    path.write_text("id,name\nT1,居場\u202e所\nT2,見\u200b守り\n", encoding="utf-8")
    loaded = outcome(path)
    assert isinstance(loaded, Loaded)
    assert loaded.rows == 2
    assert loaded.issues


def test_half_of_a_surrogate_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "Theme.csv"
    path.write_bytes("id,name\nT1,居場所見守り相談\n".encode() + b"T2,\xed\xa0\x80\n")
    found = outcome(path)
    assert isinstance(found, InputError)
    assert re.search(r"line 3|3行目", str(found))


def test_two_headers_of_one_name_are_no_choice_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "Theme.csv"
    path.write_text("id,name,名称\nT1,a,b\n", encoding="utf-8")
    found = outcome(path)
    assert isinstance(found, InputError) or (found.rows, found.refused) == (1, 1)


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
