import openpyxl
import pytest

from graph.errors import InputError
from loaders.resolution.spreadsheet import Columns, resolve_file

NUMBER = "8000012010038"


def written(tmp_path, text, name="名簿.csv", encoding="utf-8"):
    file = tmp_path / name
    file.write_text(text, encoding=encoding)
    return file


def columns(found, *names):
    return found.table[list(names)].to_numpy().tolist()


def test_rows_stay_as_they_are_and_in_their_order(tmp_path):
    file = written(tmp_path, "番号,名称,備考\n3,㈱架空, a \n1,想像会,=1+1\n2,株式会社 架空,\n", encoding="cp932")
    found = resolve_file(file, Columns("名称"))
    assert columns(found, "番号", "名称", "備考") == [
        ["3", "㈱架空", " a "],
        ["1", "想像会", "=1+1"],
        ["2", "株式会社 架空", ""],
    ]
    (first, second, third) = found.table["entityId"]
    assert first == third != second
    assert list(found.table["decision"]) == ["same", "new", "same"]


def test_ids_are_the_same_in_every_run_and_order(tmp_path):
    rows = ["㈱架空", "想像会", "株式会社架空", "自治会", "自治会", "空想会"]
    one = resolve_file(written(tmp_path, "\n".join(["名称", *rows])), Columns("名称")).table
    other = resolve_file(written(tmp_path, "\n".join(["名称", *reversed(rows)])), Columns("名称")).table
    assert sorted(zip(one["名称"], one["entityId"], strict=True)) == sorted(
        zip(other["名称"], other["entityId"], strict=True)
    )
    assert one["entityId"].nunique() == 5
    assert all(identifier.startswith("ORG-") for identifier in one["entityId"])


def test_numbers_and_municipalities_count(tmp_path):
    text = (
        "名称,法人番号,市町村\n"
        f"架空会,８０００-０１２０１００３８,横浜市\n架空の会,{NUMBER},\n想像振興協会,1234567890123,JP-LGC-141003\n"
        "想像振興協会,,川崎市\n想像振興協会,,どこか\n"
    )
    found = resolve_file(written(tmp_path, text), Columns("名称", "法人番号", "市町村"))
    assert [issue.kind for issue in found.issues] == [
        "corporate_number_wrong",
        "corporate_number_wrong",
        "municipality_not_used",
    ]
    assert [issue.row for issue in found.issues] == [2, 4, 6]
    assert found.table["entityId"].iloc[1] == f"JP-JCN-{NUMBER}"
    assert found.table["decision"].iloc[2:].tolist() == ["review"] * 3


def test_a_row_without_a_name_is_new_and_said(tmp_path):
    found = resolve_file(written(tmp_path, "番号,名称\n1,\n2,　\n3,架空会\n"), Columns("名称"))
    assert found.table["decision"].tolist() == ["new"] * 3
    assert found.table["entityId"].tolist()[:2] == ["", ""]
    assert [(issue.kind, issue.row) for issue in found.issues] == [("name_empty", 2), ("name_empty", 3)]


def test_rows_that_do_not_fit_the_header_stay_too(tmp_path):
    found = resolve_file(written(tmp_path, "番号,名称\n1,架空会\n2,想像会,余分\n3\n4,空想会\n"), Columns("名称"))
    assert found.table.iloc[:, :3].to_numpy().tolist() == [
        ["1", "架空会", ""],
        ["2", "想像会", "余分"],
        ["3", "", ""],
        ["4", "空想会", ""],
    ]
    assert found.table["entityId"].map(bool).tolist() == [True, False, False, True]
    assert found.refused == 2


def test_columns_that_are_there_already_keep_their_names(tmp_path):
    found = resolve_file(written(tmp_path, "名称,score\n架空会,5\n"), Columns("名称"))
    assert list(found.table) == ["名称", "score", "entityId", "decision", "score_2", "reasons"]
    assert found.table["score"].tolist() == ["5"]


def test_of_a_workbook_the_sheet_with_the_column_is_read(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["説明"])
    sheet = book.create_sheet("名簿")
    for row in (["名称"], ["架空会"], ["(一社)架空会"]):
        sheet.append(row)
    book.save(tmp_path / "名簿.xlsx")
    found = resolve_file(tmp_path / "名簿.xlsx", Columns("名称"))
    assert found.table["entityId"].nunique() == 1


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [("名称\n架空会\n", "団体名", "団体名"), ("", "名称", "名簿.csv")],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path, text, column, said):
    with pytest.raises(InputError, match=said):
        resolve_file(written(tmp_path, text), Columns(column))
    with pytest.raises(InputError, match=r"nothing\.csv"):
        resolve_file(tmp_path / "nothing.csv", Columns(column))
