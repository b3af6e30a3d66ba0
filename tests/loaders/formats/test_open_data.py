"""Lists of the open data standard in their layouts; all facilities, events and bodies are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from graph.frames import rows
from loaders import Loaded, read

WriteText = Callable[..., Path]
WriteWorkbook = Callable[[str, Mapping[str, Sequence[Sequence[object]]]], Path]

OLD_FACILITY = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_通称,POIコード,住所,方書,緯度,経度,電話番号,内線番号,法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,バリアフリー情報,URL,備考"  # noqa: E501 - the layout's header
NEW_FACILITY = "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,名称_英字,POIコード,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,電話番号,法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,URL,備考"  # noqa: E501 - the layout's header
CARE = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,介護サービス事業所名称,介護サービス事業所名称_カナ,実施サービス,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,備考"  # noqa: E501 - the layout's header
MEDICAL = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,診療日時特記事項,時間外における対応,診療科目,病床数,URL,備考"  # noqa: E501 - the layout's header
CHILDCARE = "都道府県コ―ド又は市区町村コ―ド,NO,都道府県名,市区町村名,名称,名称_カナ,種別,住所,方書,緯度,経度,アクセス方法,駐車場情報,電話番号,内線番号,FAX番号,法人番号,団体名,認可等年月日,収容定員,受入年齢,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,一時預かりの有無,URL,備考"  # noqa: E501 - the layout's header, with U+2015 for the long vowel as one city writes it
EVENT_2018 = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考"  # noqa: E501 - the layout's header
EVENT_KANAGAWA = "NO,都道府県コード又は市区町村コード,名称,名称(カナ),名称(英字),概要,説明,イベント種類,URL,開始日,終了日,開始時刻,終了時刻,日時備考,場所名称,集合場所,住所都道府県,住所市区町村,緯度,経度,主催団体,共催団体,定員,料金(基本)"  # noqa: E501 - a part of the layout's header
EVENT_NEW = "全国地方公共団体コード,法人番号,ID,地方公共団体名,イベント名,言語コード,イベント名_カナ,イベント名_英語,コンテンツURL,開始日,終了日,開始時間,終了時間,概要,説明,主催者,共催団体,場所名称,所在地_連結表記,所在地_都道府県,所在地_市区町村,緯度,経度,定員,URL,備考"  # noqa: E501 - a part of the layout's header
SUPPORT = "全国地方公共団体コード,ID,地方公共団体の名称,タイトル（制度名）,サブタイトル（通称名）,支援制度種別,対象者,制度概要,給付金額,受付開始日,受付終了日,利用・申請方法,URL,公開日"  # noqa: E501 - a part of the layout's header


def _csv(header: str, *entries: Mapping[str, str]) -> str:
    names = header.split(",")
    unknown = {name for entry in entries for name in entry} - set(names)
    assert not unknown
    lines = ['"' + '","'.join(entry.get(name, "") for name in names) + '"' for entry in entries]
    return "\n".join([header, *lines]) + "\n"


def _read(write: WriteText, header: str, *entries: Mapping[str, str]) -> Loaded:
    return read([write("data.csv", _csv(header, *entries))])


def _taken(loaded: Loaded) -> list[str]:
    return [taken.format.key for taken in loaded.taken if taken.format is not None]


def _table(loaded: Loaded, key: str) -> list[dict[str, object]]:
    return rows(loaded.dataset[key])


PLACE = {"緯度": "34.86", "経度": "138.32", "名称": "架空会館"}


def test_public_facilities_before_2023(write: WriteText) -> None:
    entry = {
        **PLACE,
        "都道府県コード又は市区町村コード": "222127",
        "NO": "0001",
        "市区町村名": "焼津市",
        "電話番号": "1",
    }
    loaded = _read(write, OLD_FACILITY, {**entry, "住所": "焼津市空想1-1", "方書": "2階", "団体名": "道路課"})
    assert _taken(loaded) == ["public-facilities"]
    assert loaded.issues == ()
    assert _table(loaded, "Place") == [
        {
            "id": "LGC-222127-PUBLIC-FACILITY-0001",
            "name": "架空会館",
            "kind": "publicFacility",
            "address": "焼津市空想1-1 2階",
            "latitude": 34.86,
            "longitude": 138.32,
            "sources": ["SRC-OPENDATA-222127-PUBLIC-FACILITY"],
        }
    ]
    assert [(row["start"], row["end"]) for row in _table(loaded, "TAKES_PLACE_IN")] == [
        ("LGC-222127-PUBLIC-FACILITY-0001", "JP-LGC-222127")
    ]
    # A section is called by its municipality's name too: 道路課 of another is another.
    (operator,) = _table(loaded, "Organisation")
    assert (operator["id"], operator["name"]) == ("ORG-222127-焼津市道路課", "焼津市道路課")
    assert operator["sector"] == "localGovernment"
    assert [row["start"] for row in _table(loaded, "OPERATES")] == ["ORG-222127-焼津市道路課"]
    (source,) = _table(loaded, "Source")
    assert (source["name"], source["publisher"], source["file"]) == ("焼津市 公共施設一覧", "焼津市", "data.csv")
    assert "licence" not in source


def test_public_facilities_of_today_with_an_operator_s_number(write: WriteText) -> None:
    new = {**PLACE, "全国地方公共団体コード": "142069", "ID": "A-1", "法人番号": "8000020148415", "団体名": "架空の会"}
    parts = {
        "所在地_都道府県": "神奈川県",
        "所在地_市区町村": "小田原市",
        "所在地_町字": "空想町",
        "所在地_番地以下": "1",
    }
    loaded = _read(write, NEW_FACILITY, {**new, **parts})
    assert _taken(loaded) == ["public-facilities"]
    assert loaded.issues == ()
    (place,) = _table(loaded, "Place")
    assert (place["id"], place["address"]) == ("LGC-142069-PUBLIC-FACILITY-A-1", "神奈川県小田原市空想町1")
    assert [row["start"] for row in _table(loaded, "OPERATES")] == ["JP-JCN-8000020148415"]


@pytest.mark.parametrize(
    ("name", "note", "kind"),
    [
        ("架空地域交流センター", "", "communityCentre"),
        ("架空センター", "公民館", "communityCentre"),
        ("架空福祉会館", "", "welfareCentre"),
        ("架空こども館", "", "childSupport"),
        ("架空小学校", "", "school"),
        ("架空駐車場", "", "publicFacility"),
    ],
)
def test_what_kind_of_public_facility(write: WriteText, name: str, note: str, kind: str) -> None:
    entry = {**PLACE, "都道府県コード又は市区町村コード": "222127", "NO": "1", "名称": name, "備考": note}
    assert _table(_read(write, OLD_FACILITY, entry), "Place")[0]["kind"] == kind


CODE = "都道府県コード又は市区町村コード"


@pytest.mark.parametrize(
    ("header", "entry", "taken", "kind", "operator"),
    [
        (
            CARE,
            {"介護サービス事業所名称": "架空苑", "法人の名称": "社会福祉法人架空会"},
            "care-services",
            "eldercare",
            "socialWelfare",
        ),
        (
            MEDICAL,
            {"名称": "架空医院", "医療機関の種類": "無床診療所", "法人の名称": "医療法人架空会"},
            "medical-institutions",
            "medical",
            "medical",
        ),
    ],
)
def test_lists_of_services(
    write: WriteText, header: str, entry: dict[str, str], taken: str, kind: str, operator: str
) -> None:
    loaded = _read(
        write, header, {**entry, "都道府県コード又は市区町村コード": "14206", "NO": "1", "住所": "小田原市1"}
    )
    assert _taken(loaded) == [taken]
    assert loaded.issues == ()
    assert [place["kind"] for place in _table(loaded, "Place")] == [kind]
    assert [body["sector"] for body in _table(loaded, "Organisation")] == [operator]
    assert len(loaded.dataset["OPERATES"]) == len(loaded.dataset["TAKES_PLACE_IN"]) == 1


def test_a_header_with_another_dash(write: WriteText) -> None:
    code = "都道府県コ―ド又は市区町村コ―ド"
    loaded = _read(write, CHILDCARE, {**PLACE, code: "222127", "NO": "1", "種別": "公立幼稚園"})
    assert _taken(loaded) == ["childcare"]
    assert _table(loaded, "Place")[0]["id"] == "LGC-222127-CHILDCARE-1"
    assert len(loaded.dataset["TAKES_PLACE_IN"]) == 1
    assert loaded.issues == ()


def test_positions_that_cannot_be_are_left_out_and_said(write: WriteText) -> None:
    code = {"都道府県コード又は市区町村コード": "222127"}
    swapped = {**code, "NO": "1", "名称": "a", "緯度": "138.32", "経度": "34.86"}
    zero = {**code, "NO": "2", "名称": "b", "緯度": "0", "経度": "0"}
    loaded = _read(write, OLD_FACILITY, swapped, zero)
    assert not {"latitude", "longitude"} & {key for place in _table(loaded, "Place") for key in place}
    assert [(issue.severity, issue.row, issue.kind) for issue in loaded.issues] == [
        ("mended", 2, "outside"),
        ("mended", 2, "outside"),
        ("mended", 3, "outside"),
        ("mended", 3, "outside"),
    ]
    assert loaded.refused == 0


def test_numbers_that_are_missing_or_shared_give_way_to_names(write: WriteText) -> None:
    code = {"都道府県コード又は市区町村コード": "222127", "緯度": "34.86", "経度": "138.32"}
    entries = [("1", "a"), ("1", "b"), ("", "c"), ("2", "d")]
    loaded = _read(write, OLD_FACILITY, *({**code, "NO": number, "名称": name} for number, name in entries))
    assert [place["id"] for place in _table(loaded, "Place")] == [
        f"LGC-222127-PUBLIC-FACILITY-{end}" for end in ("2", "a", "b", "c")
    ]
    assert [issue.kind for issue in loaded.issues] == ["ids_missing", "ids_repeated"]


def test_a_prefecture_s_list_takes_the_municipalities_of_its_addresses(write: WriteText) -> None:
    entry = {**PLACE, "都道府県コード又は市区町村コード": "140007", "NO": "1", "住所": "神奈川県小田原市空想1"}
    loaded = _read(write, OLD_FACILITY, entry)
    assert [row["end"] for row in _table(loaded, "TAKES_PLACE_IN")] == ["JP-LGC-142069"]


@pytest.mark.parametrize(
    ("header", "entry"),
    [
        (EVENT_2018, {"イベント名": "まつり", CODE: "142182", "NO": "1", "主催者": "架空会"}),
        (EVENT_KANAGAWA, {"名称": "まつり", CODE: "142182", "NO": "1", "主催団体": "架空会"}),
        (EVENT_NEW, {"イベント名": "まつり", "全国地方公共団体コード": "142182", "ID": "1", "主催者": "架空会"}),
    ],
)
def test_three_layouts_of_events_say_the_same(write: WriteText, header: str, entry: dict[str, str]) -> None:
    common = {
        "開始日": "2026-08-05",
        "終了日": "2026-08-06",
        "場所名称": "架空会館",
        "説明": "おどり",
        "URL": "https://example.com",
    }
    loaded = _read(write, header, {**entry, **common})
    assert _taken(loaded) == ["events"]
    assert loaded.issues == ()
    assert _table(loaded, "Event") == [
        {
            "id": "LGC-142182-EVENT-1",
            "name": "まつり",
            "date": dt.date(2026, 8, 5),
            "endDate": dt.date(2026, 8, 6),
            "summary": "おどり",
            "url": "https://example.com",
            "place": "架空会館",
            "sources": ["SRC-OPENDATA-142182-EVENT"],
        }
    ]
    assert [(row["start"], row["end"]) for row in _table(loaded, "HOSTED")] == [
        ("ORG-142182-架空会", "LGC-142182-EVENT-1")
    ]
    assert [row["end"] for row in _table(loaded, "TAKES_PLACE_IN")] == ["JP-LGC-142182"]
    assert len(loaded.dataset["Theme"]) == 0


def test_an_event_with_several_hosts_and_a_range_in_one_cell(write: WriteText) -> None:
    entry = {
        "名称": "まつり",
        "都道府県コード又は市区町村コード": "142182",
        "NO": "1",
        "開始日": "令和8年8月5日～8月16日",
    }
    loaded = _read(write, EVENT_KANAGAWA, {**entry, "主催団体": "環境保全課;架空会"})
    (event,) = _table(loaded, "Event")
    assert (event["date"], event["endDate"]) == (dt.date(2026, 8, 5), dt.date(2026, 8, 16))
    assert [row["start"] for row in _table(loaded, "HOSTED")] == ["ORG-142182-架空会", "ORG-142182-綾瀬市環境保全課"]


def test_programmes_of_support_are_what_the_municipality_offers(write: WriteText) -> None:
    entry = {"全国地方公共団体コード": "142069", "ID": "7", "タイトル（制度名）": "架空給付金", "対象者": "市民"}
    loaded = _read(write, SUPPORT, {**entry, "受付開始日": "2026-04-01", "受付終了日": "令和9年3月31日"})
    assert _taken(loaded) == ["support-programmes"]
    assert loaded.issues == ()
    (resource,) = _table(loaded, "Resource")
    assert (resource["id"], resource["kind"]) == ("LGC-142069-SUPPORT-7", "money")
    assert (resource["availableFrom"], resource["availableUntil"]) == (dt.date(2026, 4, 1), dt.date(2027, 3, 31))
    assert [(row["start"], row["end"]) for row in _table(loaded, "OFFERS")] == [
        ("JP-LGC-142069", "LGC-142069-SUPPORT-7")
    ]


def test_each_sheet_of_a_workbook_is_read_in_its_own_layout(write_workbook: WriteWorkbook) -> None:
    events = EVENT_2018.split(",")
    facilities = OLD_FACILITY.split(",")
    book = write_workbook(
        "data.xlsx",
        {
            "施設": [["公共施設一覧"], [], facilities, ["222127", "1", "", "", "架空会館", *[""] * 19]],
            "行事": [events, ["222127", "1", "", "", "まつり", "", "", "2026-08-05", *[""] * 24]],
            "メモ": [["担当", "内線"], ["架空", "1"]],
        },
    )
    loaded = read([book])
    assert (len(loaded.dataset["Place"]), len(loaded.dataset["Event"])) == (1, 1)
    assert [(issue.kind, issue.sheet) for issue in loaded.issues] == [
        ("table_unread", "メモ"),
        ("row_above", "施設"),
        ("sheet_format", "施設"),
    ]


def test_other_lists_of_the_standard_are_no_public_facilities(write: WriteText) -> None:
    header = OLD_FACILITY.replace("利用可能日時特記事項", "利用可能日時特記事項,設置位置")
    with pytest.raises(Exception, match=r"cannot be read"):
        read([write("222127_aed.csv", _csv(header, {**PLACE, "NO": "1"}))])
