"""The register's layout, written by hand: numbers are those of public bodies, everything else is invented."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.frames import rows
from loaders import Loaded, read

WriteText = Callable[..., Path]

FIRST, SECOND, THIRD = "8000020148415", "8000020148423", "3000020141003"


def _row(number: str, name: str, process: str = "01", day: str = "2020-01-01", **cells: str) -> list[str]:
    """Return the 30 cells of an entry."""
    row = [""] * 30
    row[0:7] = ["1", number, process, cells.get("corrected", "0"), day, day, name]
    row[8:12] = [cells.get("kind", "399"), "神奈川県", cells.get("city", "横浜市鶴見区"), "架空一丁目１番"]
    row[13:16] = ["14", cells.get("code", "101"), "2300000"]
    row[18:21] = [cells.get("closed", ""), cells.get("cause", ""), cells.get("successor", "")]
    row[22:24] = [day, cells.get("newest", "1")]
    row[28:30] = [cells.get("kana", ""), "0"]
    return row


def _csv(entries: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(entries)
    return text.getvalue()


def _read(write: WriteText, entries: Sequence[Sequence[str]], encoding: str = "utf-8") -> Loaded:
    return read([write("14_kanagawa_all.csv", _csv(entries), encoding)])


def test_a_body_with_its_form_place_and_reading(write: WriteText) -> None:
    loaded = _read(
        write, [_row(FIRST, "一般社団法人架空の会", kana="カクウノカイ"), _row(SECOND, "架空", kind="301")], "cp932"
    )
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["corporate-numbers"]
    assert rows(loaded.dataset["Organisation"]) == [
        {
            "id": f"JP-JCN-{FIRST}",
            "name": "一般社団法人架空の会",
            "nameKana": "カクウノカイ",
            "sector": "nonprofit",
            "legalForm": "一般社団法人",
            "corporateNumber": FIRST,
            "address": "神奈川県横浜市鶴見区架空一丁目１番",
            "sources": ["SRC-NTA-HOUJIN-BANGOU"],
        },
        {
            "id": f"JP-JCN-{SECOND}",
            "name": "架空",
            "sector": "company",
            "legalForm": "株式会社",
            "corporateNumber": SECOND,
            "address": "神奈川県横浜市鶴見区架空一丁目１番",
            "sources": ["SRC-NTA-HOUJIN-BANGOU"],
        },
    ]
    assert set(loaded.dataset["LOCATED_IN"]["end"]) == {"JP-LGC-141011"}
    assert loaded.issues == ()


def test_the_history_of_a_body_is_its_newest_row_and_the_names_before(write: WriteText) -> None:
    history = [
        _row(FIRST, "財団法人甲", newest="0", day="2015-10-05"),
        _row(FIRST, "財団法人甲", "12", "2016-05-01", newest="0", city="横浜市中区", code="104"),
        _row(FIRST, "公益財団法人乙", "11", "2018-04-01", newest="0"),
        # The new name was mistyped at first: what is corrected was never a name.
        _row(FIRST, "公益財団法人丙丙", "11", "2021-04-01", newest="0"),
        _row(FIRST, "公益財団法人丙", "11", "2021-04-01", corrected="1", city="川崎市川崎区", code="131"),
    ]
    loaded = _read(write, history[::-1])
    (body,) = rows(loaded.dataset["Organisation"])
    assert (body["name"], body["formerNames"]) == ("公益財団法人丙", ["財団法人甲", "公益財団法人乙"])
    assert rows(loaded.dataset["LOCATED_IN"])[0]["end"] == "JP-LGC-141313"
    assert (loaded.rows, loaded.loaded, loaded.refused) == (5, 5, 0)


@pytest.mark.parametrize("cause", ["01", "11", "21", "31"])
def test_closed_bodies_and_their_successors(write: WriteText, cause: str) -> None:
    closed = _row(FIRST, "甲", "21", "2023-04-01", closed="2023-04-01", cause=cause, successor=SECOND)
    unknown = _row(THIRD, "丙", "21", "2023-05-01", closed="2023-05-01", cause="11", successor="7000020141305")
    loaded = _read(write, [closed, _row(SECOND, "乙"), unknown])
    closed_on = {row["name"]: row.get("dissolvedOn") for row in rows(loaded.dataset["Organisation"])}
    assert closed_on == {"甲": dt.date(2023, 4, 1), "乙": None, "丙": dt.date(2023, 5, 1)}
    (tie,) = rows(loaded.dataset["SUCCEEDED_BY"])
    assert (tie["start"], tie["end"], tie["since"]) == (f"JP-JCN-{FIRST}", f"JP-JCN-{SECOND}", dt.date(2023, 4, 1))
    # A successor that stands in no file gets no node of its own.
    assert [(issue.severity, issue.kind, issue.row) for issue in loaded.issues] == [("mended", "end_left_out", 3)]
    assert loaded.refused == 0


def test_a_closure_that_was_undone_is_none(write: WriteText) -> None:
    history = [
        _row(FIRST, "甲", "21", "2022-01-01", newest="0", closed="2022-01-01", cause="21"),
        _row(FIRST, "甲", "22", "2022-06-01"),
    ]
    (body,) = rows(_read(write, history).dataset["Organisation"])
    assert "dissolvedOn" not in body
    assert "formerNames" not in body


def test_a_number_that_was_deleted_is_no_organisation(write: WriteText) -> None:
    entries = [_row(FIRST, "甲", newest="0"), _row(FIRST, "甲", "99", "2024-01-01"), _row(SECOND, "乙")]
    loaded = _read(write, entries)
    assert [row["name"] for row in rows(loaded.dataset["Organisation"])] == ["乙"]
    assert [(issue.severity, issue.kind) for issue in loaded.issues] == [("note", "numbers_deleted")]
    assert (loaded.rows, loaded.refused) == (3, 0)


def test_a_wrong_check_digit_refuses_the_row_and_hides_nothing(write: WriteText) -> None:
    loaded = _read(write, [_row(FIRST, "甲"), _row("8000020148416", "乙"), _row(SECOND, "丙")])
    assert [row["name"] for row in rows(loaded.dataset["Organisation"])] == ["丙", "甲"][::-1]
    assert [(issue.severity, issue.row, issue.value) for issue in loaded.issues] == [("refused", 2, "8000020148416")]


def test_foreign_bodies_stand_in_no_municipality(write: WriteText) -> None:
    foreign = _row(FIRST, "架空インク", kind="401")
    foreign[9:12], foreign[13:15], foreign[16] = ["", "", ""], ["", ""], "架空国架空市１"
    loaded = _read(write, [foreign])
    (body,) = rows(loaded.dataset["Organisation"])
    assert (body["address"], body["legalForm"]) == ("架空国架空市１", "外国会社等")
    assert len(loaded.dataset["LOCATED_IN"]) == 0
    assert loaded.issues == ()


@pytest.mark.parametrize(
    "text",
    ["a,b\n1,2\n", _csv([["x"] * 30]), _csv([[*_row(FIRST, "甲"), ""]]), _csv([_row("1234567890123", "甲")])],
)
def test_other_tables_are_none(write: WriteText, text: str) -> None:
    with pytest.raises(InputError):
        read([write("data.csv", text)])


def test_asked_for_by_name_a_file_without_its_columns_is_refused(write: WriteText) -> None:
    with pytest.raises(InputError, match="一連番号, 法人番号"):
        read([write("data.csv", "a,b\n1,2\n")], as_format="corporate-numbers")
