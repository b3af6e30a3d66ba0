from __future__ import annotations

import pytest

from loaders.delimited import sheet
from loaders.issues import FileProblem
from loaders.sheets import grid


def test_a_record_is_known_by_its_first_line() -> None:
    found = sheet(b'a,b\n1,"x\ny"\n\n2,z\n', "f.csv", "f", ".csv")
    assert list(found.lines) == [1, 2, 5]
    assert found.rows[1] == ["1", "x\ny"]


def test_rows_of_the_wrong_length_are_kept_apart() -> None:
    found = grid(sheet(b"a,b\n1,2\n3\n4,5,6\n7,8,,\n", "f.csv", "f", ".csv"))
    assert [list(row) for row in found.rows] == [["1", "2"], ["7", "8"]]
    assert [(line, cells) for line, cells, _ in found.misfits] == [(3, 1), (4, 3)]


def test_a_quotation_mark_never_closed_costs_one_line_only() -> None:
    found = sheet(b'a,b\n1,2\n3,"4\n5,6\n7,8\n', "f.csv", "f", ".csv")
    assert [row[0] for row in found.rows] == ["a", "1", "5", "7"]
    assert list(found.lines) == [1, 2, 4, 5]
    assert found.broken == [(3, '3,"4')]


def test_text_after_a_closing_quotation_mark_is_not_glued_to_it() -> None:
    found = sheet(b'a,b\n1,"x"y\n2,z\n', "f.csv", "f", ".csv")
    assert found.broken == [(2, '1,"x"y')]
    assert list(found.lines) == [1, 3]


def test_tabs_part_the_cells_of_a_tsv_file() -> None:
    assert sheet(b"a\tb\n", "f.tsv", "f", ".tsv").rows == [["a", "b"]]


def test_a_cell_may_be_longer_than_the_csv_module_likes() -> None:
    assert sheet(b"a\n" + b"x" * 200_000 + b"\n", "f.csv", "f", ".csv").rows[1] == ["x" * 200_000]


def test_a_file_of_nothing_but_broken_lines_is_given_up() -> None:
    with pytest.raises(FileProblem, match="quotes"):
        sheet(b'"x"y\n' * 2000, "f.csv", "f", ".csv")


@pytest.mark.parametrize(
    ("text", "suffix", "rows"),
    [
        ("a;b;c\n1;2,5;3\n", ".csv", [["a", "b", "c"], ["1", "2,5", "3"]]),
        ("a\tb\n1\t2\n", ".csv", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2\n", ".tsv", [["a", "b"], ["1", "2"]]),
        ("a,b\n1;2;3;4;5,6\n", ".csv", [["a", "b"], ["1;2;3;4;5", "6"]]),
        ("sep=;\r\na;b\r\n1,1;2\r\n", ".csv", [["a", "b"], ["1,1", "2"]]),
        ('"a;b;c;d","e"\n1,2\n', ".csv", [["a;b;c;d", "e"], ["1", "2"]]),
        ("a,b\r1,2\r", ".csv", [["a", "b"], ["1", "2"]]),
        ('a,b\n="00123",="x""y"\n', ".csv", [["a", "b"], ["00123", 'x"y']]),
        ("a\n1\n", ".csv", [["a"], ["1"]]),
    ],
)
def test_cells_are_parted_as_excel_writes_them(text, suffix, rows):
    found = sheet(text.encode(), "f", "f", suffix)
    assert [list(row) for row in found.rows] == rows


def test_lines_are_counted_with_the_one_that_says_the_delimiter():
    assert sheet(b"sep=;\na;b\n1;2\n", "f", "f", ".csv").lines == [2, 3]
