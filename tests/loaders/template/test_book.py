from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.dataset import Dataset
from graph.errors import OutputError
from graph.language import LANGUAGES, Language
from graph.schema import schema
from loaders import read
from loaders.municipalities import by_id
from loaders.template import workbook
from loaders.template.examples import example


def _opened(language: Language, dataset: Dataset | None = None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(language, dataset)[0]))


@pytest.fixture(scope="module")
def japanese() -> Any:
    return _opened("ja")


def test_the_sheets_stand_in_the_order_of_the_schema_between_instructions_and_lists(japanese: Any) -> None:
    names = japanese.sheetnames
    assert (names[0], names[-1]) == ("使い方", "選択肢")
    assert names[1:5] == ["組織", "市町村", "テーマ", "連携"]
    assert names[1:-1] == [table.name.ja for table in schema().tables]
    assert _opened("en").sheetnames[1:5] == ["Organisation", "Municipality", "Theme", "Collaboration"]


def test_required_columns_are_marked_and_inner_ones_left_out(japanese: Any) -> None:
    headers = [cell.value for cell in japanese["連携"][1]]
    # From the schema by hand: what nodes share, then the collaboration's own; datePrecision is the program's.
    assert headers == ["ID *", "名称 *", "英語名称", "種別", "状態", "開始日", "終了日", "概要", "出典", "公開範囲"]
    fills = {cell.fill.fgColor.rgb for cell in japanese["連携"][1] if cell.value.endswith("*")}
    assert len(fills) == 1
    assert fills.isdisjoint({cell.fill.fgColor.rgb for cell in japanese["連携"][1] if not cell.value.endswith("*")})


def test_ends_are_named_after_what_they_are_where_that_tells_them_apart(japanese: Any) -> None:
    headers = {name: [cell.value for cell in japanese[name][1]] for name in ("所在", "関係", "課題の申告")}
    assert headers["所在"][:4] == ["組織ID *", "(組織の名称)", "市町村ID *", "(市町村の名称)"]
    assert headers["関係"][:4] == ["起点ID *", "(起点の名称)", "終点ID *", "(終点の名称)"]
    assert headers["課題の申告"][:3] == ["(起点の種類)", "起点ID *", "(起点の名称)"]


def test_the_header_is_frozen_filtered_and_explained(japanese: Any) -> None:
    for table in schema().tables:
        sheet = japanese[table.name.ja]
        assert sheet.freeze_panes in ("A2", "C2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.comment.text for cell in sheet[1])
    assert "13桁" in japanese["組織"]["G1"].comment.text
    assert "2024-04" in japanese["組織"]["J1"].comment.text
    assert "最後の日" in japanese["組織"]["K1"].comment.text


def _rules(book: Any, sheet: str) -> dict[str, Any]:
    found = book[sheet].data_validations.dataValidation
    return {str(rule.sqref).partition("2:")[0]: rule for rule in found}


def test_columns_of_fixed_values_have_a_list_to_choose_from(japanese: Any) -> None:
    rule = _rules(japanese, "組織")["E"]
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", "choices_sector", "E2:E1048576")
    place = japanese.defined_names["choices_sector"].attr_text
    name, _, cells = place.partition("!")
    shown = [row[0].value for row in japanese[name.strip("'")][cells.replace("$", "")]]
    assert shown == [text.ja for text in schema().enumerations["sector"].values()]


def test_an_end_offers_the_ids_of_the_sheet_it_points_at(japanese: Any) -> None:
    assert _rules(japanese, "所在")["C"].formula1 == "ids_Municipality"
    assert "'市町村'!$A" in japanese.defined_names["ids_Municipality"].attr_text
    # Of several kinds, the one that is chosen in the column before.
    rules = _rules(japanese, "課題の申告")
    assert rules["A"].formula1 == '"組織,市町村"'
    assert rules["B"].formula1 == 'IF($A2="市町村",ids_Municipality,ids_Organisation)'
    # A municipality of the list that ships needs no row: Excel warns, and does not forbid.
    assert rules["B"].errorStyle == "warning"


def test_numbers_ids_codes_and_years_are_checked(japanese: Any) -> None:
    places = _rules(japanese, "市町村")
    assert (places["H"].type, places["H"].formula1, places["H"].formula2) == ("decimal", "-90", "90")
    assert (places["J"].type, places["J"].operator, places["J"].formula1) == ("whole", "greaterThanOrEqual", "0")
    assert places["A"].formula1 == "COUNTIF($A:$A,A2)=1"
    assert places["D"].formula1 == "AND(LEN(D2)=6,ISNUMBER(VALUE(D2)))"
    assert _rules(japanese, "組織")["J"].formula1 == "OR(ISTEXT(J2),J2>=3000)"


def test_what_excel_would_damage_is_text(japanese: Any) -> None:
    sheet = japanese["組織"]
    assert sheet["G2"].value == "8000020148415"
    assert sheet["G2"].number_format == "@"
    assert sheet.column_dimensions["G"].width > 13
    # An empty cell of a date: what is typed there stays as typed, be it 2024 or 2024-04.
    assert japanese["連携"]["G9"].number_format == "General"
    assert sheet["J2"].value == dt.datetime(2024, 4, 1)  # noqa: DTZ001
    assert sheet["J2"].number_format == "yyyy-mm-dd"


def test_a_name_beside_an_id_is_looked_up_and_an_empty_row_stays_empty(japanese: Any, tmp_path: Path) -> None:
    formula = japanese["区の所属"]["B2"].value
    assert formula == '=IF($A2="","",IFERROR(VLOOKUP($A2,\'市町村\'!$A:$B,2,FALSE),"表にないID"))'
    content = io.BytesIO(workbook("ja")[0])
    values = openpyxl.load_workbook(content, data_only=True)["区の所属"]
    assert (values["A2"].value, values["B2"].value, values["D2"].value) == ("JP-LGC-141011", "横浜市鶴見区", "横浜市")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_loads_as_it_is(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(workbook(language)[0])
    loaded = read([path])
    # Kanagawa: 33 municipalities and 28 wards, each ward a part of its city.
    assert {key: len(frame) for key, frame in loaded.dataset.tables.items() if len(frame)} == {
        "Municipality": 61,
        "PART_OF": 28,
    }
    assert (loaded.rows, loaded.refused) == (89, 0)
    assert {(issue.severity, issue.kind) for issue in loaded.issues} == {("note", "examples")}
    assert len(loaded.issues) == len(schema().tables) - 2


def test_the_examples_fit_the_schema() -> None:
    tables = {table.key: [example(table.key, "ja")] for table in schema().tables}
    tables["Organisation"].append({"id": "例:O002", "name": "x"})
    tables["Theme"].append({"id": "例:T002", "name": "x"})
    tables["Municipality"].append({"id": "例:M002", "name": "x", "code": "141011"})
    for code in ("JP-LGC-141003", "JP-LGC-141305"):
        place = by_id(code)
        assert place is not None
        tables["Municipality"].append(place.record())
    assert Dataset.of(tables).relationship_count == len(schema().relationships)


def test_more_rows_than_a_sheet_holds_are_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.template.sheet.MOST_ROWS", 3)
    dataset = Dataset.of({"Theme": [{"id": f"T{number}", "name": "x"} for number in range(3)]})
    with pytest.raises(OutputError, match="Theme has 3 rows, and a sheet of Excel holds 2"):
        workbook("en", dataset)


def test_a_value_longer_than_a_cell_is_said_with_its_place() -> None:
    # Excel counts 16-bit units, of which 𠮷 takes two: 16,384 of them are one too many.
    for text, held in (("x" * 32_767, True), ("x" * 32_768, False), ("𠮷" * 16_383, True), ("𠮷" * 16_384, False)):
        dataset = Dataset.of({"Theme": [{"id": "T", "name": text}]})
        if held:
            assert workbook("en", dataset)[1] == []
        else:
            with pytest.raises(OutputError, match=r"Theme, row 2: 'Name \*' has 32,768 characters"):
                workbook("en", dataset)


def test_large_tables_have_no_look_ups() -> None:
    organisations = [{"id": f"O{number}", "name": "x"} for number in range(5_001)]
    ties = [{"start": each["id"], "end": "T"} for each in organisations]
    theme = {"id": "T", "name": "x"}
    book = _opened("ja", Dataset.of({"Organisation": organisations, "Theme": [theme], "WORKS_ON": ties}))
    assert [cell.value for cell in book["取組テーマ"][1]][:2] == ["組織ID *", "テーマID *"]
    assert [cell.value for cell in book["所在"][1]][:2] == ["組織ID *", "(組織の名称)"]
