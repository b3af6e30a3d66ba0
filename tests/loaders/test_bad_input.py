"""Whatever a file holds: an InputError of one sentence, or a Loaded whose rows add up."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from loaders import Loaded, issues_frame, read
from loaders.delimited import sheet
from loaders.issues import FileProblem
from loaders.sheets import grid

WriteText = Callable[..., Path]


def _workbook() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet("組織")
        page.write_row(0, 0, ["ID", "名称"])
        page.write_row(1, 0, ["O1", "架空の会"])
    return stream.getvalue()


WORKBOOK = _workbook()


def _adds_up(loaded: Loaded) -> bool:
    counts = [(count.rows, count.loaded, count.refused) for count in loaded.files]
    return (
        loaded.rows == loaded.loaded + loaded.refused
        and tuple(map(sum, zip(*counts, strict=True))) in ((loaded.rows, loaded.loaded, loaded.refused), ())
        and all(issue.problem.ja and issue.problem.en and issue.action.ja for issue in loaded.issues)
    )


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("組織.csv", b"", "it is empty"),
        ("組織.csv", b"\n\n , \n", "it is empty"),
        ("組織.xlsx", b"", "it is empty"),
        ("組織.xlsx", WORKBOOK[:-100], "Excel workbook"),
        ("組織.xls", b"x" * 1000, "Excel workbook"),
        ("組織.docx", b"x", "'.docx'"),
        ("組織", b"x", "'組織'"),
        ("組織.csv", "ID,名称\n1,架空".encode() + b"\xff", "line 2"),
        ("組織.csv", "ID,名称".encode("utf-16")[:-1], "UTF-16-LE"),
        (
            "組織.csv",
            b"ID,name\nO1," + "\ud800".encode("utf-8", "surrogatepass") + "架空の会".encode(),
            "line 2 (byte 12)",
        ),
        ("組織.csv", b'"ID"x,name\nO1,a\n', "header"),
        ("名簿.csv", b"ID\nO1\n", "no table of nodes"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_is_one_sentence(write: WriteText, name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read([write(name, data)])
    sentence = str(caught.value)
    assert name in sentence
    assert said in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("name", ["broken.xlsx", "組織2.docx", "名簿.csv"])
def test_beside_others_it_is_an_issue_and_the_others_load(write: WriteText, name: str) -> None:
    loaded = read([write(name, b"x\ny"), write("組織.csv", "ID,名称\nO1,架空の会\n")])
    assert loaded.loaded == 1
    assert [(issue.severity, issue.file, issue.row) for issue in loaded.issues] == [("refused", name, None)]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read([tmp_path / "組織.csv"])
    assert "is not there" in str(caught.value)


def test_a_folder_with_nothing_readable(tmp_path: Path, write: WriteText) -> None:
    write("~$組織.xlsx", b"x")
    write("memo.txt", b"x")
    with pytest.raises(InputError) as caught:
        read([tmp_path])
    assert ".xlsx" in str(caught.value)


def test_a_file_without_permission(write: WriteText, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("組織.csv", b"ID\n")

    def closed(_: Path) -> bytes:  # a mode of 0 would not stop the super-user
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(InputError, match="cannot be opened"):
        read([path])


def test_an_empty_sheet_of_a_table_is_said(write: WriteText) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("組織")
    loaded = read([write("book.xlsx", stream.getvalue())])
    assert (loaded.rows, loaded.files) == (0, ())
    assert [(issue.severity, issue.sheet) for issue in loaded.issues] == [("note", "組織")]


def test_a_header_alone_loads_as_nothing_and_says_so(write: WriteText) -> None:
    loaded = read([write("組織.csv", "ID,名称\n")])
    assert loaded.rows == 0
    assert [issue.severity for issue in loaded.issues] == ["note"]


def test_nul_characters_refuse_their_row_only(write: WriteText) -> None:
    loaded = read([write("組織.csv", "ID,名称\nO1,a\0b\nO2,空想の会\n")])
    assert (loaded.loaded, loaded.refused) == (1, 1)
    assert loaded.issues[0].row == 2


def test_broken_and_short_records_are_counted_as_rows(write: WriteText) -> None:
    loaded = read([write("組織.csv", 'ID,名称\nO1,架空の会\nO2\nO3,"空想\nO4,夢の会,x\n')])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (4, 1, 3)
    assert [issue.row for issue in loaded.issues] == [3, 4, 5]


def test_long_values_are_shortened_in_issues(write: WriteText) -> None:
    loaded = read([write("組織.csv", f"ID,名称,入会日\nO1,a,{'x' * 5000}\n")])
    assert len(loaded.issues[0].value) == 80
    assert len(loaded.issues[0].problem.ja) < 200


def test_numbers_that_no_integer_holds_are_refused(write: WriteText) -> None:
    loaded = read([write("市町村.csv", "ID,名称,団体コード,人口\nM1,架空市,141003,99999999999999999999\n")])
    assert (loaded.loaded, loaded.refused) == (0, 1)


def test_issues_as_a_table(write: WriteText) -> None:
    loaded = read([write("組織.csv", "ID,名称,入会日\nO1,a,未定\n"), write("x.docx", b"x")])
    frame = issues_frame(loaded.issues, "ja")
    asked = ["severity", "file", "sheet", "row", "column", "value", "problem", "done", "action", "kind"]
    assert list(frame.columns) == asked
    assert frame["kind"].tolist() == ["extension", "date"]
    assert frame["done"].tolist() == ["このファイルは読み込んでいません", "この行は読み込んでいません"]
    assert frame["severity"].tolist() == ["refused", "refused"]
    assert frame["row"].isna().tolist() == [True, False]
    assert frame["column"].tolist() == ["", "入会日"]
    assert "未定" in frame["problem"][1]
    assert list(issues_frame((), "en").columns) == list(frame.columns)


_QUIET = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@_QUIET
@given(data=st.binary(max_size=300))
def test_any_bytes_as_csv(tmp_path: Path, data: bytes) -> None:
    _any(tmp_path / "組織.csv", b"ID,name,memberSince\n" + data)
    _any(tmp_path / "LOCATED_IN.csv", data)


_CELLS = st.text(st.sampled_from('O1,"\n\r;,=\0あ\u3000－９年月日/-.'), max_size=12)


@_QUIET
@given(rows=st.lists(st.lists(_CELLS, max_size=5), max_size=6))
def test_any_text_as_csv(tmp_path: Path, rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    _any(tmp_path / "Observation.csv", f"ID,名称,value,sampleSize,sources\n{text}".encode())


@_QUIET
@given(place=st.integers(0, len(WORKBOOK) - 1), data=st.binary(min_size=1, max_size=40))
def test_any_damage_to_a_workbook(tmp_path: Path, place: int, data: bytes) -> None:
    _any(tmp_path / "book.xlsx", WORKBOOK[:place] + data + WORKBOOK[place + len(data) :])


@_QUIET
@given(data=st.binary(max_size=300))
def test_any_bytes_as_a_workbook(tmp_path: Path, data: bytes) -> None:
    for head in (b"", b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")):
        _any(tmp_path / "book.xls", head + data)


_FAST = settings(_QUIET, max_examples=300)


@_FAST
@given(data=st.binary(max_size=200))
def test_no_byte_of_a_csv_file_is_lost(data: bytes) -> None:
    try:
        found = sheet(data, "f.csv", "f", ".csv")
        below = grid(found)
    except FileProblem:
        return
    # Each record is a row, a misfit, broken, or the header.
    assert len(found.rows) == len(below.rows) + len(below.misfits) + 1
    assert all(len(row) == len(below.headers) for row in below.rows)
    assert sorted(found.lines) == list(found.lines)


def _any(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        loaded = read([path])
    except InputError:
        return
    assert _adds_up(loaded)
