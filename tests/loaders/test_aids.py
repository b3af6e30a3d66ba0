from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from loaders import read
from loaders.aids import is_aid, is_example, is_guide
from loaders.names import column_named

Rows = Sequence[Sequence[object]]
WriteWorkbook = Callable[[str, Mapping[str, Rows]], Path]
WriteText = Callable[..., Path]


@pytest.mark.parametrize("header", ["名称 *", "名称＊", "名称（必須）", "＊名称", "Name (required)", "名称"])
def test_a_mark_that_a_column_is_required_is_no_part_of_its_name(header: str) -> None:
    assert column_named("Theme", header) == "name"


@pytest.mark.parametrize("header", ["*", "(必須)", "名称*2"])
def test_a_mark_alone_or_within_is_none(header: str) -> None:
    assert column_named("Theme", header) is None


def test_what_the_template_adds_is_known_in_either_language() -> None:
    assert all(map(is_guide, ["使い方", "選択肢", "Instructions", "CHOICES"]))
    assert not is_guide("組織")
    assert all(map(is_aid, ["(起点の名称)", "（組織の名称）", "(start kind)", "(Organisation name)"]))
    assert not any(map(is_aid, ["(メモ)", "組織の名称", ""]))
    assert all(map(is_example, ["例:O1", "例：O1", " 例: O1", "EXAMPLE-1", "example-1"]))
    assert not any(map(is_example, ["例会", "O1", "EXAMPLES", ""]))


def test_sheets_and_columns_that_help_are_passed_over_in_silence(write_workbook: WriteWorkbook) -> None:
    path = write_workbook(
        "data.xlsx",
        {
            "使い方": [["書き方"], ["x"]],
            "組織": [["ID *", "名称 *"], ["O1", "架空の会"]],
            "テーマ": [["ID *", "名称 *"], ["T1", "居場所"]],
            "取組テーマ": [["組織ID *", "(組織の名称)", "テーマID *"], ["O1", "架空の会", "T1"]],
            "選択肢": [["分野"], ["企業"]],
        },
    )
    loaded = read([path])
    assert (loaded.loaded, loaded.issues) == (3, ())


def test_an_example_is_never_loaded_and_is_said(write: WriteText) -> None:
    loaded = read([write("組織.csv", "ID,名称\n例:O1,見本の会\nO2,架空の会\nEXAMPLE-1,x\n")])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (1, 1, 0)
    assert loaded.dataset["Organisation"]["id"].tolist() == ["O2"]
    (issue,) = loaded.issues
    assert (issue.kind, issue.severity, issue.value) == ("examples", "note", "例:O1")
    assert "2 rows" in issue.problem.en


def test_a_tie_to_an_example_is_one(write: WriteText) -> None:
    files = [write("組織.csv", "ID,名称\nO1,a\n"), write("取組テーマ.csv", "組織ID,テーマID\nO1,例:T1\n")]
    loaded = read(files)
    assert (loaded.rows, loaded.refused) == (1, 0)


def test_a_csv_file_of_the_name_of_a_guide_is_still_said(write: WriteText) -> None:
    loaded = read([write("使い方.csv", "a\nb\n"), write("組織.csv", "ID,名称\nO1,a\n")])
    assert [issue.kind for issue in loaded.issues] == ["file_unknown"]
