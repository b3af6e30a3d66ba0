"""A list of members as a secretariat keeps it; every organisation in it is invented."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from graph.frames import rows
from loaders import Loaded, read

WriteText = Callable[..., Path]

HEADERS = (
    "No.",
    "団体名",
    "フリガナ",
    "所在地",
    "市町村",
    "種別",
    "入会年月日",
    "退会日",
    "法人番号",
    "ＨＰ",
    "取組テーマ",
    "担当",
)
_URL = "https://example.com"
MEMBERS = (
    (
        1,
        "㈱架空商事",
        "かくうしょうじ",
        "横浜市鶴見区架空1-2",
        "横浜市鶴見区",
        "企業",
        dt.date(2024, 4, 1),
        "",
        "",
        _URL,
        "居場所づくり、食",
        "甲",
    ),
    (
        2,
        "ＮＰＯ法人\u3000架空の会",
        "カクウノカイ",
        "神奈川県川崎市中原区空想町3",
        "",
        "ＮＰＯ",
        "令和5年6月1日",
        "",
        "8000020148415",
        "",
        "居場所づくり",
        "",
    ),
    (3, "（社福）架空福祉会", "", "小田原市空想5-6", "", "", "R4.10.1", "2024/3/31", "1234567890123", "", "空想", ""),
    (4, "架空町内会", "", "", "大井町", "", "2023/5/10", "", "", "", "", ""),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a workbook with a title over merged cells, full-width letters, three kinds of dates and no ids."""
    path = tmp_path / "会員名簿.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy/m/d"}) as book:
        page = book.add_worksheet("名簿")
        page.merge_range(0, 0, 0, len(HEADERS) - 1, "架空連絡会　会員名簿")
        page.write(1, 0, "（令和６年４月１日現在）")
        for line, row in enumerate((HEADERS, *MEMBERS), start=3):
            page.write_row(line, 0, row)
        themes = book.add_worksheet("テーマ")
        themes.write_row(0, 0, ("ID", "名称"))
        themes.write_row(1, 0, ("T1", "居場所づくり"))
        themes.write_row(2, 0, ("T2", "食"))
    return path


def _members(loaded: Loaded) -> dict[object, dict[str, object]]:
    return {row["name"]: row for row in rows(loaded.dataset["Organisation"])}


def test_members_of_a_secretariat_s_workbook(book: Path) -> None:
    loaded = read([book])
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["members"]
    members = _members(loaded)
    # The digest of the usual name without blanks, a blank and the code of the municipality.
    digest = hashlib.sha256("(株)架空商事 141011".encode()).hexdigest()[:12]
    assert members["㈱架空商事"] == {
        "id": f"ORG-{digest}",
        "name": "㈱架空商事",
        "nameKana": "カクウショウジ",
        "sector": "company",
        "legalForm": "株式会社",
        "address": "横浜市鶴見区架空1-2",
        "url": "https://example.com",
        "memberSince": dt.date(2024, 4, 1),
    }
    assert members["ＮＰＯ法人 架空の会"]["id"] == "JP-JCN-8000020148415"
    assert members["（社福）架空福祉会"]["memberSince"] == dt.date(2022, 10, 1)
    assert members["（社福）架空福祉会"]["memberUntil"] == dt.date(2024, 3, 31)
    assert [members[row[1].replace("　", " ")].get("sector") for row in MEMBERS] == [
        "company",
        "nonprofit",
        "socialWelfare",
        "communityGroup",
    ]
    assert (loaded.rows, loaded.loaded) == (6, 6)


def test_members_stand_in_the_municipality_given_else_in_that_of_the_address(book: Path) -> None:
    loaded = read([book])
    names = {row["id"]: name for name, row in _members(loaded).items()}
    assert {names[row["start"]]: row["end"] for row in rows(loaded.dataset["LOCATED_IN"])} == {
        "㈱架空商事": "JP-LGC-141011",
        "ＮＰＯ法人 架空の会": "JP-LGC-141330",
        "（社福）架空福祉会": "JP-LGC-142069",
        "架空町内会": "JP-LGC-143626",
    }


def test_members_work_on_themes_that_there_are(book: Path) -> None:
    loaded = read([book])
    assert sorted(str(row["end"]) for row in rows(loaded.dataset["WORKS_ON"])) == ["T1", "T1", "T2"]
    assert [(issue.severity, issue.kind, issue.column, issue.row) for issue in loaded.issues] == [
        ("mended", "corporate_number", "法人番号", 7),
        ("note", "row_above", "", 1),
        ("note", "columns_without_place", "", 4),
        ("note", "names_unknown", "取組テーマ", 4),
    ]
    assert "担当 (1)" in loaded.issues[2].problem.en


@pytest.mark.parametrize(
    "name", ["団体名", "法人名", "会員名", "会員名称", "組織名", "団体・法人名", "機関名", "企業名", "施設名"]
)
@pytest.mark.parametrize(
    "other", ["法人番号", "住所", "市区町村名", "代表者", "会員種別", "登録日", "ホームページ", "活動内容"]
)
def test_one_known_column_beside_the_name_makes_a_list(write: WriteText, name: str, other: str) -> None:
    loaded = read([write("名簿.csv", f"{name},{other}\n架空の会,\n")])
    assert list(_members(loaded)) == ["架空の会"]


def test_the_same_name_in_two_municipalities_is_two(write: WriteText) -> None:
    loaded = read([write("名簿.csv", "団体名,市町村\n架空の会,小田原市\n架空の会,秦野市\n架空の 会,小田原市\n")])
    assert len(loaded.dataset["Organisation"]) == 2
    assert loaded.loaded == 3


def test_a_column_for_the_sector_stands_above_the_name(write: WriteText) -> None:
    loaded = read([write("名簿.csv", "団体名,種別\n架空株式会社,大学\n架空有限会社,正会員\n")])
    assert {name: row["sector"] for name, row in _members(loaded).items()} == {
        "架空株式会社": "university",
        "架空有限会社": "company",
    }
