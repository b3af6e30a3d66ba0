"""Whatever a file holds: an InputError of one sentence, or a Loaded whose rows add up."""

from __future__ import annotations

import gzip
import io
import zipfile
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
from tests.loaders import xls

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


def _edited(part: str, change: Callable[[str], str]) -> bytes:
    """Return the workbook with the text of one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            text = before.read(entry).decode()
            after.writestr(entry.filename, change(text) if entry.filename == part else text)
    return out.getvalue()


# Each entity is ten of the one before: &l9; would be 9 GB.
_LAUGHS = "<!ENTITY l0 'laughs!!!'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
_OUTSIDE = "<!ENTITY l9 SYSTEM 'file:///etc/passwd'>"
STRINGS, CELLS = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
_INLINE = ('<c r="B2" t="s"><v>3</v></c>', '<c r="B2" t="inlineStr"><is><t>架空の会</t></is></c>')


@pytest.mark.parametrize("part", [STRINGS, CELLS])
@pytest.mark.parametrize("entities", [_LAUGHS, _OUTSIDE])
def test_entities_of_xml_are_never_expanded(write: WriteText, part: str, entities: str) -> None:
    def declared(text: str) -> str:
        text = text.replace(*_INLINE) if part == CELLS else text
        assert "架空の会" in text
        begun, end, rest = text.partition("?>")
        return f"{begun}{end}<!DOCTYPE x [{entities}]>{rest.replace('架空の会', '&l9;')}"

    with pytest.raises(InputError, match="Excel workbook"):
        read([write("book.xlsx", _edited(part, declared))])


def test_a_workbook_that_unpacks_without_end_is_refused(write: WriteText) -> None:
    bomb = _edited(CELLS, lambda text: text + " " * 100_000_000)
    assert len(bomb) < 200_000
    with pytest.raises(InputError, match="unpacks to"):
        read([write("book.xlsx", bomb)])


def test_a_cell_of_10_mb(write: WriteText) -> None:
    long = "長" * 10_000_000
    for name, data in (
        ("組織.csv", f"ID,名称\nO1,{long}\n".encode()),
        ("book.xlsx", _edited(STRINGS, lambda text: text.replace("架空の会", long))),
    ):
        loaded = read([write(name, data)])
        assert loaded.dataset["Organisation"]["name"].str.len().tolist() == [10_000_000]


def test_as_many_columns_as_excel_has(write: WriteText) -> None:
    header = ["ID", "名称", *(f"列{number}" for number in range(16_382))]
    record = ["O1", "架空の会", *["v"] * 16_382]
    loaded = read([write("組織.tsv", "\t".join(header) + "\n" + "\t".join(record) + "\n")])
    assert loaded.loaded == 1
    # A score of the columns that are no property are named, the others counted.
    assert len(loaded.issues) == 21
    assert "16362" in loaded.issues[-1].problem.en.replace(",", "")


def test_formulas_and_links_are_read_as_their_last_values(write: WriteText) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet("組織")
        page.write_row(0, 0, ["ID", "名称"])
        page.write_column(1, 0, ["O1", "O2", "O3"])
        page.write_formula(1, 1, "='[other.xlsx]S'!A1", None, "外の会")
        page.write_formula(2, 1, '=WEBSERVICE("http://127.0.0.1:9/")', None, "網の会")
        page.write_url(3, 1, "file:///etc/passwd", string="架空の会")
    loaded = read([write("book.xlsx", stream.getvalue())])
    assert loaded.dataset["Organisation"]["name"].tolist() == ["外の会", "網の会", "架空の会"]
    text = read([write("組織.csv", "ID,名称\nO1,\"=cmd|'/c calc'!A0\"\n")])
    assert text.dataset["Organisation"]["name"].tolist() == ["=cmd|'/c calc'!A0"]


def test_names_that_look_like_others_are_kept_and_said(write: WriteText) -> None:
    loaded = read([write("組織.csv", "ID,名称\nO1,会\u202eの空架\nO2,空\u200b想\n")])
    assert loaded.dataset["Organisation"]["name"].tolist() == ["会\u202eの空架", "空\u200b想"]
    assert [(issue.kind, issue.row, issue.column) for issue in loaded.issues] == [
        ("unseen", 2, "名称"),
        ("unseen", 3, "名称"),
    ]


def test_a_damaged_code_that_must_be_there_refuses_its_row(write_workbook: Callable[..., Path]) -> None:
    rows = [["ID", "名称", "団体コード"], ["M1", "架空市", "1.41E+05"], ["M2", "横浜市", "141003"]]
    loaded = read([write_workbook("book.xlsx", {"市町村": rows})])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (2, 1, 1)
    assert [(issue.severity, issue.kind, issue.row) for issue in loaded.issues] == [
        ("refused", "missing", 2),
        ("mended", "cell_damaged", 2),
    ]
    assert "C2" in loaded.issues[1].problem.ja


def test_duplicate_headers_refuse_the_table(write: WriteText) -> None:
    loaded = read([write("組織.csv", "ID,名称,名称\nO1,a,b\nO2,c,d\n")])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (2, 0, 2)
    assert [issue.kind for issue in loaded.issues] == ["column_twice"]


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
    # Each record is a row, a misfit, set aside with a word, or the header.
    aside = sum(notice.kind.startswith("row_") and notice.kind != "row_above" for notice in below.notices)
    assert len(found.rows) == len(below.rows) + len(below.misfits) + aside + 1
    assert all(len(row) == len(below.headers) for row in below.rows)
    assert sorted(found.lines) == list(found.lines)


def _any(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        loaded = read([path])
    except InputError:
        return
    assert _adds_up(loaded)


TABLE = '会員の表,,\nID,名称,法人番号\nO1,架空の会,1.00E+12\nO2,"空想,\n夢",8000020148415\n合計,,2\n※架空です,,\n'
OLD_WORKBOOK = xls.workbook("組織", [["会員の表", ""], ["ID", "名称"], ["O1", "架空の会"], ["O2", ""]], [(2, 3, 1, 1)])
GRAPH = b'{"nodes": [{"id": "O1", "label": "Organisation", "name": "\\ud800"}], "links": []}'


def _zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


SEEDS = {
    "組織.csv": [TABLE.encode(code) for code in ("utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16")],
    "組織.tsv": [TABLE.replace(",", "\t").encode("utf-16-le")],
    "組織.txt": [("sep=;\r\n" + TABLE.replace(",", ";").replace("\n", "\r")).encode("cp932")],
    "組織.csv.gz": [gzip.compress(TABLE.encode(), mtime=0)],
    "a.zip": [_zipped("組織.csv", TABLE.encode("cp932")), _zipped("組織.xls", OLD_WORKBOOK)],
    "book.xlsx": [WORKBOOK],
    "book.xls": [OLD_WORKBOOK],
    "graph.json": [GRAPH],
}


def test_the_seeds_of_damage_can_be_read_whole(tmp_path: Path) -> None:
    rows = {"組織.csv": 2, "組織.tsv": 2, "組織.txt": 2, "組織.csv.gz": 2, "a.zip": 2, "book.xlsx": 1, "book.xls": 2}
    for name, count in rows.items():
        for data in SEEDS[name]:
            (tmp_path / name).write_bytes(data)
            assert read([tmp_path / name]).rows == count, name


@settings(_QUIET, max_examples=150)
@given(choice=st.data())
def test_any_damage_to_any_file(tmp_path: Path, choice: st.DataObject) -> None:
    name = choice.draw(st.sampled_from(sorted(SEEDS)))
    data = choice.draw(st.sampled_from(SEEDS[name]))
    for _ in range(choice.draw(st.integers(1, 3))):
        place, length = choice.draw(st.integers(0, len(data))), choice.draw(st.integers(0, 8))
        data = data[:place] + choice.draw(st.binary(max_size=8)) + data[place + length :]
    _any(tmp_path / name, data[: choice.draw(st.integers(0, len(data)))] if choice.draw(st.booleans()) else data)


@_QUIET
@given(name=st.sampled_from(sorted(SEEDS)), data=st.binary(max_size=300))
def test_any_bytes_as_any_file(tmp_path: Path, name: str, data: bytes) -> None:
    _any(tmp_path / name, data)
