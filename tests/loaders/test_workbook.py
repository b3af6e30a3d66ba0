from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile

import openpyxl
import pytest
import xlsxwriter

from loaders.issues import FileProblem
from loaders.shape.areas import Area
from loaders.workbook import sheets
from tests.loaders import xls


def _book(*rows: list[object]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"default_date_format": "yyyy/m/d"}) as book:
        page = book.add_worksheet("組織")
        for index, row in enumerate(rows):
            page.write_row(index, 0, row)
    return stream.getvalue()


def test_every_kind_of_cell_becomes_text() -> None:
    row = [141003, 1.5, "x", True, dt.date(2024, 4, 1), dt.datetime(2024, 4, 1, 10, 30), "=1+1"]  # noqa: DTZ001
    (found,) = sheets(_book([], [], row), "f.xlsx")
    # xlsxwriter stores 0 as a formula's last value unless told otherwise.
    assert found.rows == [["141003", "1.5", "x", "true", "2024-04-01", "2024-04-01 10:30:00", "0"]]
    assert list(found.lines) == [3]


def test_a_corporate_number_held_as_a_number_keeps_its_digits() -> None:
    (found,) = sheets(_book([8000020148415]), "f.xlsx")
    assert found.rows == [["8000020148415"]]


def test_a_workbook_of_chart_sheets_only_has_no_worksheet() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_chartsheet("図")
    with pytest.raises(FileProblem, match="no_worksheets"):
        sheets(stream.getvalue(), "f.xlsx")


def test_hidden_sheets_are_marked() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("選択肢").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    assert [sheet.hidden for sheet in sheets(stream.getvalue(), "f.xlsx")] == [False, True]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and nothing more", "workbook"),
        (b"no workbook at all", "workbook"),
        (_book(["a"])[:-200], "workbook"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_none(data: bytes, kind: str) -> None:
    with pytest.raises(FileProblem, match=kind):
        sheets(data, "f.xlsx")


def test_an_encrypted_workbook_is_said_to_be_encrypted() -> None:
    with pytest.raises(FileProblem, match="password"):
        sheets(_encrypted(), "f.xlsx")


def _encrypted() -> bytes:
    """Return a compound file with the stream in which Excel keeps an encrypted workbook ([MS-CFB], 2.2 to 2.6)."""
    end, free, fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", fat, end, *[free] * 126)
    return header + table + _entry("Root Entry", 5, 1) + _entry("EncryptedPackage", 2, free) + bytes(256)


def _entry(name: str, kind: int, child: int) -> bytes:
    letters = name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(letters) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return letters.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)


def test_one_cell_in_the_furthest_corner_does_not_take_all_memory() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.write(0, 0, "a")
        page.write(1_048_575, 16_383, "far")
    with pytest.raises(FileProblem, match="too_large"):
        sheets(stream.getvalue(), "f.xlsx")


def test_cells_with_errors_are_named() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["ID", "名称"])
        page.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    (found,) = sheets(stream.getvalue(), "f.xlsx")
    assert found.errors == ["B2"]


def test_a_tall_and_a_wide_sheet_are_read() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        tall, wide = book.add_worksheet("tall"), book.add_worksheet("wide")
        tall.write(99_999, 3, "x")
        wide.write(1, 16_383, "x")
    found = sheets(stream.getvalue(), "f.xlsx")
    assert [list(sheet.lines) for sheet in found] == [[100_000], [2]]
    assert len(found[1].rows[0]) == 16_384


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(FileProblem, match="workbook"):
        sheets(stream.getvalue(), "f.xlsx")


def test_a_workbook_of_excel_97_with_merged_cells() -> None:
    rows = [["会員の表", "", ""], ["ID", "名称", "区"], ["O1", "架空の会", "西区"], ["O2", "空想の会", ""]]
    (found,) = sheets(xls.workbook("組織", rows, [(2, 3, 2, 2)], hidden=True), "f.xls")
    assert found.whole == (rows, [1, 2, 3, 4])
    assert (found.lines[0], found.hidden, found.areas) == (2, True, [Area(3, 2, 4, 2)])


def test_a_reader_that_dies_takes_nobody_with_it(capfd: pytest.CaptureFixture[str]) -> None:
    # 65,536 x 65,536 cells are more than any memory holds: the reader's process ends there.
    with pytest.raises(FileProblem, match="workbook"):
        sheets(xls.workbook("組織", [["ID"]], far=True), "f.xls")
    with pytest.raises(FileProblem, match="workbook"):
        sheets(xls.workbook("組織", [["ID"]])[:1600], "f.xls")
    assert capfd.readouterr() == ("", "")


def test_merged_cells_of_a_workbook() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet("組織")
        page.write_row(0, 0, ["ID", "区"])
        page.merge_range(1, 1, 3, 1, "西区")
        page.write_column(1, 0, ["O1", "O2", "O3"])
    (found,) = sheets(stream.getvalue(), "f.xlsx")
    assert found.areas == [Area(2, 1, 4, 1)]
