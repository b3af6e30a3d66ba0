"""Names as the municipalities themselves write them; which exist stands in the shipped reference."""

from __future__ import annotations

import pytest

from loaders.municipalities import municipalities
from loaders.places import Found, find, in_address, of_code, resolved


def _code(found: Found) -> str | None:
    return found.municipality.code if found.municipality else None


def _kind(found: Found) -> str:
    return found.problem.kind if found.problem else found.remark.kind if found.remark else ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("横浜市", "141003"),
        ("神奈川県横浜市", "141003"),
        ("横浜市鶴見区", "141011"),
        ("横浜市 鶴見区", "141011"),
        ("神奈川県　横浜市　鶴見区", "141011"),
        ("茅ヶ崎市", "142077"),
        ("茅ケ崎市", "142077"),
        ("茅が崎市", "142077"),
        ("中郡大磯町", "143413"),
        ("神奈川県足柄上郡大井町", "143626"),
        ("大井町", "143626"),
        ("神奈川県", "140007"),
        ("京都市", "261009"),
        ("郡山市", "072036"),
        ("上郡町", "284815"),
        ("赤穂郡上郡町", "284815"),
        ("四日市市", "242021"),
        ("浜松市中央区", "221384"),
        ("北海道上川郡東川町", "014583"),
    ],
)
def test_names(text: str, code: str) -> None:
    found = find(text)
    assert (_code(found), _kind(found)) == (code, "")


@pytest.mark.parametrize(
    ("text", "kind", "candidate"),
    [
        ("鶴見区", "place_ambiguous", "大阪府大阪市鶴見区 271241"),
        ("府中市", "place_ambiguous", "広島県府中市 342084"),
        ("中郡大井町", "place_district", "神奈川県足柄上郡大井町 143626"),
        ("横浜", "place_unknown", "神奈川県横浜市 141003"),
        ("横須加市", "place_unknown", "神奈川県横須賀市 142018"),
        ("神奈川県府中市", "place_unknown", ""),
        ("", "place_unknown", ""),
    ],
)
def test_what_cannot_be_told_names_what_it_may_be(text: str, kind: str, candidate: str) -> None:
    problem = find(text).problem
    assert problem is not None
    assert problem.kind == kind
    assert candidate in " ".join(map(str, problem.details.values()))


def test_a_prefecture_settles_an_ambiguous_name() -> None:
    assert _code(find("鶴見区", "神奈川県")) == _code(find("鶴見区", "神奈川")) == "141011"
    assert _code(find("府中市", "広島県")) == "342084"
    # What the text itself says counts for more.
    assert _code(find("東京都府中市", "広島県")) == "132063"
    # Both Yokohama and Sagamihara have one.
    assert _kind(find("緑区", "神奈川県")) == "place_ambiguous"


def test_every_municipality_is_found_by_its_full_name() -> None:
    for code, entry in municipalities().items():
        assert _code(find(entry.full_name)) == code
        if entry.kind != "prefecture":
            assert _code(in_address(f"{entry.full_name}１丁目")) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("横浜市西区高島2-1", "141038"),
        ("〒220-0011　神奈川県横浜市西区高島２－１", "141038"),
        ("神奈川県中郡大磯町東小磯183", "143413"),
        # 東村 is a village of Okinawa.
        ("東村山市本町1-2-3", "132136"),
        ("相模原市津久井町青根", "141500"),
        ("神奈川県", "140007"),
    ],
)
def test_addresses(text: str, code: str) -> None:
    assert _code(in_address(text)) == code


def test_an_address_of_nowhere_or_of_several_places_is_told() -> None:
    assert _kind(in_address("西区高島2-1")) == "place_ambiguous"
    assert _code(in_address("西区高島2-1", "神奈川県")) == "141038"
    assert _kind(in_address("中郡大井町金子")) == "place_district"
    assert _kind(in_address("瓦町FLAG8階")) == "place_unknown"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("14209", "141500"),
        ("142093", "141500"),
        ("22202", "221309"),
        ("272019", "271403"),
        ("22131", "221384"),
        ("221368", "221392"),
        ("22137", "221406"),
    ],
)
def test_a_code_of_former_times_becomes_that_of_today(text: str, code: str) -> None:
    found = of_code(text)
    assert (_code(found), _kind(found)) == (code, "place_changed")


def test_names_of_former_times() -> None:
    # The four towns of 津久井郡 are part of 相模原市緑区 now.
    for name in ("津久井町", "津久井郡藤野町", "神奈川県津久井郡城山町"):
        assert (_code(find(name)), _kind(find(name))) == ("141518", "place_changed")
    assert _code(find("浜松市浜北区")) == "221392"
    # Its area goes on under a new code, its name as before.
    assert (_code(find("浜松市天竜区")), _kind(find("浜松市天竜区"))) == ("221406", "")
    # The greater part of it went to 浜名区, 三方原 to 中央区.
    assert _kind(find("浜松市北区")) == _kind(of_code("22135")) == "place_divided"


def test_hamamatsu_has_the_wards_of_2024() -> None:
    wards = {entry.name for entry in municipalities().values() if entry.city == "221309"}
    assert wards == {"浜松市中央区", "浜松市浜名区", "浜松市天竜区"}


def test_codes_and_names_alike() -> None:
    assert _code(resolved("１４１０１")) == _code(resolved("横浜市鶴見区")) == "141011"
    assert _kind(resolved("999999")) == "municipality_check"
    assert _kind(resolved("99999")) == "municipality_unknown"


def test_every_town_and_village_lies_in_its_district() -> None:
    # All but the islands of Tokyo, which belong to none.
    without = [e for e in municipalities().values() if e.kind in {"town", "village"} and not e.district]
    assert {entry.prefecture for entry in without} == {"東京都"}
    assert len(without) == 9
