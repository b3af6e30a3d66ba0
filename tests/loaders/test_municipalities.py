"""Counts and codes as the ministry publishes them: 33 municipalities and 28 wards in Kanagawa, 20 designated cities."""

from __future__ import annotations

from collections import Counter

from graph.formats import is_municipality_code
from loaders.municipalities import by_id, municipalities, with_cities


def test_kanagawa_has_its_municipalities_and_wards() -> None:
    kinds = Counter(place.kind for place in municipalities().values() if place.prefecture == "神奈川県")
    assert kinds == {"ward": 28, "designatedCity": 3, "city": 16, "town": 13, "village": 1, "prefecture": 1}


def test_the_whole_country_has_its_kinds() -> None:
    kinds = Counter(place.kind for place in municipalities().values())
    assert (kinds["prefecture"], kinds["designatedCity"], kinds["specialWard"]) == (47, 20, 23)
    assert all(map(is_municipality_code, municipalities()))


def test_a_ward_is_written_together_and_knows_its_city() -> None:
    ward = municipalities()["141011"]
    assert (ward.name, ward.nameKana, ward.kind, ward.city) == ("横浜市鶴見区", "よこはましつるみく", "ward", "141003")


def test_wards_of_one_name_belong_to_their_own_city() -> None:
    # Both Sapporo and Osaka have a 中央区.
    wards = {place.name: place.city for place in municipalities().values() if place.name.endswith("中央区")}
    assert wards["札幌市中央区"] == "011002"
    assert wards["大阪市中央区"] == "271004"


def test_a_city_comes_with_its_ward_once() -> None:
    found = with_cities(["JP-LGC-141011", "JP-LGC-141020", "JP-LGC-999999", "X"])
    assert [place.code for place in found] == ["141003", "141011", "141020"]
    assert by_id("141003") is None
