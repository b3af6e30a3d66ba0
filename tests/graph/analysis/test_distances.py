import math

import pytest

from graph.analysis.distances import Distances, haversine
from graph.dataset import Dataset
from graph.network import knowledge_graph


def test_a_quarter_of_a_meridian_and_of_the_equator():
    quarter = math.pi / 2 * 6371.0088
    assert float(haversine(0, 0, 90, 0)) == pytest.approx(quarter)
    assert float(haversine(0, 0, 0, -90)) == pytest.approx(quarter)
    assert float(haversine(0, 179.5, 0, -179.5)) == pytest.approx(quarter / 90)  # over the date line
    assert float(haversine(35, 139, 35, 139)) == 0.0
    assert float(haversine(0, 0, 0, 180)) == pytest.approx(2 * quarter)


def test_nashville_to_los_angeles():
    # Rosetta Code, "Haversine formula": 2887.26 km with a radius of 6,372.8 km.
    found = float(haversine(36.12, -86.67, 33.94, -118.40))
    assert found == pytest.approx(2887.26 * 6371.0088 / 6372.8, abs=0.01)


@pytest.fixture
def distances():
    codes = {"city": "141003", "ward": "141011", "next": "142042", "island": "142018", "far": "143014"}
    places = [{"id": name, "name": name, "code": code} for name, code in codes.items()]
    places[0] |= {"latitude": 35.0, "longitude": 139.0}
    places[2] |= {"latitude": 36.0, "longitude": 139.0}
    borders = [("city", "next"), ("next", "far")]
    dataset = Dataset.of(
        {
            "Municipality": places,
            "PART_OF": [{"start": "ward", "end": "city"}],
            "ADJACENT_TO": [{"start": a, "end": b} for a, b in borders],
        }
    )
    return Distances(knowledge_graph(dataset))


def test_a_ward_without_a_position_lies_where_its_city_does(distances):
    assert distances.km("ward", "next") == distances.km("city", "next") == pytest.approx(math.radians(1) * 6371.0088)
    assert math.isnan(distances.km("city", "far"))


def test_borders_are_counted_and_cities_stand_for_their_wards(distances):
    assert distances.borders("city", "far") == distances.borders("far", "city") == 2
    assert distances.borders("ward", "far") == distances.borders("far", "ward") == 2
    assert distances.borders("city", "city") == 0
    assert distances.borders("city", "island") is None
