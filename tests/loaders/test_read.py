from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from graph.dataset import Dataset
from graph.errors import InputError
from graph.progress import SILENT
from loaders import Loaded, read

Rows = Sequence[Sequence[object]]
WriteWorkbook = Callable[[str, Mapping[str, Rows]], Path]
WriteText = Callable[..., Path]

JAPANESE: dict[str, Rows] = {
    "組織": [
        ["ID", "名称", "分野", "法人番号", "入会日", "出典", "メモ"],
        ["O1", "架空の会", "NPO・市民活動団体", 8000020148415, "2024年4月1日", "S1;S2", "x"],
        ["O2", "空想株式会社", "企業", "", "2023/12/31", "", ""],
    ],
    "市町村": [["ID", "名称", "団体コード", "人口"], ["M1", "架空市", "141003", "3,700,000"]],
    "テーマ": [["ID", "名称"], ["T1", "居場所"]],
    "所在": [["組織ID", "市町村ID"], ["O1", "M1"], ["O2", "M1"]],
    "取組テーマ": [["起点", "終点", "強さ"], ["O1", "T1", "１．５"]],
}
ENGLISH: dict[str, Rows] = {
    "Organisation": [
        ["ID", "Name", "sector", "Corporate number", "Member since", "Sources"],
        ["O1", "架空の会", "Non-profit", "8000020148415", dt.date(2024, 4, 1), "S1|S2"],
        ["O2", "空想株式会社", "company", None, dt.date(2023, 12, 31), None],
    ],
    "municipality": [["id", "name", "code", "population"], ["M1", "架空市", 141003, 3700000]],
    "Theme": [["ID", "Name"], ["T1", "居場所"]],
    "located in": [["start", "end"], ["O1", "M1"], ["O2", "M1"]],
    "WORKS_ON": [["Organisation ID", "Theme", "Strength"], ["O1", "T1", 1.5]],
}


def _expected() -> Dataset:
    return Dataset.of(
        {
            "Organisation": [
                {
                    "id": "O1",
                    "name": "架空の会",
                    "sector": "nonprofit",
                    "corporateNumber": "8000020148415",
                    "memberSince": dt.date(2024, 4, 1),
                    "sources": ["S1", "S2"],
                },
                {"id": "O2", "name": "空想株式会社", "sector": "company", "memberSince": dt.date(2023, 12, 31)},
            ],
            "Municipality": [{"id": "M1", "name": "架空市", "code": "141003", "population": 3700000}],
            "Theme": [{"id": "T1", "name": "居場所"}],
            "LOCATED_IN": [{"start": "O1", "end": "M1"}, {"start": "O2", "end": "M1"}],
            "WORKS_ON": [{"start": "O1", "end": "T1", "strength": 1.5}],
        }
    )


def _kinds(loaded: Loaded) -> list[tuple[str, str, str, int | None, str]]:
    return [(issue.severity, issue.file, issue.sheet, issue.row, issue.column) for issue in loaded.issues]


def _csv(rows: Rows) -> str:
    return "".join(",".join("" if cell is None else f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def test_a_workbook_in_japanese(write_workbook: WriteWorkbook) -> None:
    loaded = read([write_workbook("data.xlsx", JAPANESE)])
    assert loaded.dataset == _expected()
    assert (loaded.rows, loaded.loaded, loaded.refused) == (7, 7, 0)
    # The column that is no property is said, and nothing else is.
    assert _kinds(loaded) == [("note", "data.xlsx", "組織", 1, "メモ")]


def test_a_workbook_in_english_gives_the_same(write_workbook: WriteWorkbook) -> None:
    loaded = read([write_workbook("data.xlsx", ENGLISH)])
    assert loaded.dataset == _expected()
    assert loaded.issues == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_folder_of_csv_files_gives_the_same_in_every_encoding(
    tmp_path: Path, write: WriteText, encoding: str
) -> None:
    for name, rows in JAPANESE.items():
        write(f"folder/{name}.csv", _csv(rows), encoding)
    write("folder/はじめに.txt", "not data")
    assert read([tmp_path / "folder"]).dataset == _expected()


def test_a_folder_may_hold_workbooks_too(write_workbook: WriteWorkbook, write: WriteText, tmp_path: Path) -> None:
    nodes = {name: rows for name, rows in JAPANESE.items() if name in ("組織", "市町村", "テーマ")}
    write_workbook("nodes.xlsx", nodes)
    for name in ("所在", "取組テーマ"):
        write(f"{name}.csv", _csv(JAPANESE[name]))
    loaded = read([tmp_path])
    assert loaded.dataset == _expected()
    assert [(count.file, count.rows) for count in loaded.files] == [
        ("nodes.xlsx", 4),
        ("取組テーマ.csv", 1),
        ("所在.csv", 2),
    ]


def test_a_row_that_cannot_be_loaded_is_named_by_file_sheet_row_and_column(write_workbook: WriteWorkbook) -> None:
    path = write_workbook(
        "data.xlsx",
        {
            "組織": [
                ["ID", "名称", "分野", "入会日"],
                ["O1", "架空の会", "会社", "2024-04-01"],
                [],
                ["O2", "空想の会", "企業", "未定"],
                ["O3", "", "企業", ""],
                ["O4", "夢の会", "企業", ""],
                ["O4", "夢の会二", "企業", ""],
            ]
        },
    )
    loaded = read([path])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (5, 1, 4)
    assert [(issue.row, issue.column, issue.value) for issue in loaded.issues] == [
        (2, "分野", "会社"),
        (4, "入会日", "未定"),
        (5, "名称", ""),
        (7, "ID", "O4"),
    ]
    assert loaded.dataset["Organisation"]["name"].tolist() == ["夢の会"]
    assert "2024-04-01" in loaded.issues[1].action.en
    assert "企業" in loaded.issues[0].action.ja


def test_a_refused_node_takes_its_relationships_with_it(write_workbook: WriteWorkbook) -> None:
    path = write_workbook(
        "data.xlsx",
        {
            "組織": [["ID", "名称", "法人番号"], ["O1", "架空の会", "1234567890123"]],
            "テーマ": [["ID", "名称"], ["T1", "居場所"]],
            "取組テーマ": [["組織", "テーマ"], ["O1", "T1"]],
        },
    )
    loaded = read([path])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (3, 1, 2)
    assert [(issue.sheet, issue.row, issue.column, issue.value) for issue in loaded.issues] == [
        ("取組テーマ", 2, "組織", "O1"),
        ("組織", 2, "法人番号", "1234567890123"),
    ]


def test_municipalities_that_are_referred_to_come_from_the_reference(write_workbook: WriteWorkbook) -> None:
    path = write_workbook(
        "data.xlsx",
        {
            "組織": [["ID", "名称"], ["O1", "架空の会"], ["O2", "空想の会"]],
            "所在": [["組織", "市町村"], ["O1", "JP-LGC-141011"], ["O2", "JP-LGC-999999"]],
        },
    )
    loaded = read([path])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (4, 3, 1)
    assert loaded.dataset["Municipality"]["name"].tolist() == ["横浜市", "横浜市鶴見区"]
    assert loaded.dataset["PART_OF"][["start", "end"]].values.tolist() == [["JP-LGC-141011", "JP-LGC-141003"]]
    assert [(issue.severity, issue.row, issue.value) for issue in loaded.issues] == [
        ("refused", 3, "JP-LGC-999999"),
        ("note", 2, "JP-LGC-141011"),
    ]


def test_an_organisation_under_the_id_of_a_municipality_is_refused(write_workbook: WriteWorkbook) -> None:
    path = write_workbook(
        "data.xlsx",
        {
            "組織": [["ID", "名称"], ["JP-LGC-141003", "架空の会"], ["O1", "空想の会"]],
            "所在": [["組織", "市町村"], ["O1", "JP-LGC-141011"]],
        },
    )
    loaded = read([path])
    assert loaded.dataset["Organisation"]["id"].tolist() == ["O1"]
    assert (loaded.loaded, loaded.refused) == (2, 1)


def test_a_sheet_with_another_name_is_said_with_the_nearest(write_workbook: WriteWorkbook) -> None:
    sheets = {**JAPANESE, "組識": [["ID"], ["x"]], "使い方": []}
    loaded = read([write_workbook("data.xlsx", sheets)])
    (issue,) = [issue for issue in loaded.issues if issue.severity == "refused"]
    assert issue.sheet == "組識"
    assert "組織" in issue.action.ja
    assert loaded.refused == 0
    assert loaded.dataset == _expected()


def test_two_headers_for_one_column_leave_the_sheet_unread(write_workbook: WriteWorkbook) -> None:
    path = write_workbook("data.xlsx", {"組織": [["ID", "名称", "Name"], ["O1", "a", "b"], ["O2", "c", "d"]]})
    loaded = read([path])
    assert (loaded.rows, loaded.refused, loaded.dataset.node_count) == (2, 2, 0)
    assert [(issue.row, issue.value) for issue in loaded.issues] == [(1, "名称」「Name")]


def test_a_missing_required_column_is_said_once(write: WriteText) -> None:
    loaded = read([write("組織.csv", "名称\na\nb\n")])
    assert (loaded.rows, loaded.refused) == (2, 2)
    assert [(issue.row, issue.column) for issue in loaded.issues] == [(1, "ID (ID)")]


def test_columns_in_thousands_are_said_in_few_sentences(write_workbook: WriteWorkbook) -> None:
    header = ["ID", "名称", *(f"x{number}" for number in range(16_382))]
    loaded = read([write_workbook("data.xlsx", {"組織": [header, ["O1", "架空の会"]]})])
    assert loaded.loaded == 1
    assert len(loaded.issues) == 21
    assert "16,362" in loaded.issues[-1].problem.en or "16362" in loaded.issues[-1].problem.en


def test_a_column_without_a_header_is_said(write: WriteText) -> None:
    loaded = read([write("組織.csv", "ID,名称,\nO1,架空の会,x\nO2,空想の会,\n")])
    assert loaded.loaded == 2
    assert "column 3" in loaded.issues[0].problem.en


def test_progress_is_told(write: WriteText) -> None:
    class Told:
        def __init__(self) -> None:
            self.steps: list[tuple[str, int | None]] = []
            self.advanced = 0

        def start(self, step: str, total: int | None = None) -> None:
            self.steps.append((step, total))

        def advance(self, amount: int = 1) -> None:
            self.advanced += amount

    told = Told()
    read([write("組織.csv", "ID,名称\nO1,a\n")], progress=told)
    assert told.steps == [("files", 1), ("check", None)]
    assert told.advanced == 1
    SILENT.start("x")


def test_files_of_one_name_are_told_apart(tmp_path: Path, write: WriteText) -> None:
    write("a/組織.csv", "ID,名称\nO1,a\n")
    write("b/組織.csv", "ID,名称\nO1,b\n")
    loaded = read([tmp_path / "a", tmp_path / "b"])
    assert loaded.loaded == 1
    assert loaded.issues[0].file.endswith("b/組織.csv")


def test_a_file_given_twice_is_read_once(write: WriteText) -> None:
    path = write("組織.csv", "ID,名称\nO1,a\n")
    assert read([path, path]).rows == 1


def test_nothing_given_is_said() -> None:
    with pytest.raises(InputError, match="no file to read"):
        read([])
