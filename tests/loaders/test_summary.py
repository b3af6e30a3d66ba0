from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.language import Text
from loaders import Issue, read
from loaders.summary import kinds, place, title

WriteText = Callable[..., Path]


def test_what_is_refused_comes_first_and_of_that_the_most_frequent(write: WriteText) -> None:
    rows = "O1,a,未定,x\nO2,,2024-04-01,\nO3,b,未定,\nO4,c,2024-02-30,\n"
    loaded = read([write("組織.csv", f"ID,名称,入会日,メモ\n{rows}")])
    found = [(kind.severity, kind.key, kind.count, kind.first.row) for kind in kinds(loaded.issues)]
    assert found == [
        ("refused", "date", 2, 2),
        ("refused", "missing", 1, 3),
        ("refused", "no_such_date", 1, 5),
        ("note", "column_unused", 1, 1),
    ]
    assert [kind.title.en for kind in kinds(loaded.issues)][:2] == [
        "Cannot be read as a date",
        "Required value is empty",
    ]


def test_what_was_done_is_said_of_each(write: WriteText) -> None:
    rows = "O1,a,未定,x\n"
    (refused, note) = read([write("組織.csv", f"ID,名称,入会日,メモ\n{rows}")]).issues
    assert refused.done == Text("この行は読み込んでいません", "the row was not loaded")
    assert note.done == Text("この列は読んでいません", "the column was not read")


def test_an_issue_of_no_known_kind_goes_by_what_is_wrong() -> None:
    issue = Issue("mended", "f.csv", "f", 3, "名称", "x", Text("変です", "it is odd"), Text("直す", "mend it"))
    assert title(issue).en == "it is odd"
    assert issue.done.ja == "直して読み込みました"
    # The sheet of a CSV file is its own name, which is not said twice.
    assert place(issue) == Text("f.csv 3行 名称", "f.csv row 3 名称")


def test_the_sheets_that_issues_are_about_are_handed_out(write: WriteText) -> None:
    bad, good = write("組織.csv", "ID,名称\nO1,\n"), write("テーマ.csv", "ID,名称\nT1,居場所\n")
    (sheet,) = read([bad, good]).sheets
    assert (sheet.file, sheet.name, list(sheet.rows)) == ("組織.csv", "組織", [["ID", "名称"], ["O1", ""]])
