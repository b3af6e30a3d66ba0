"""Values of Neo4j as Python's own, as JSON, as cells and as people read them; expected values are written by hand."""

import datetime as dt
import json

import neo4j.time
import pytest
from neo4j.spatial import CartesianPoint, WGS84Point

from queries.plain import as_json, cell, legible, plain

BIG = 2**53 + 1
ZONE = dt.timezone(dt.timedelta(hours=9))
DAY = neo4j.time.Date(2026, 3, 31)
MOMENT = neo4j.time.DateTime(2026, 3, 31, 9, 30, 0, tzinfo=ZONE)
SPAN = neo4j.time.Duration(months=1, days=2, hours=3)
YOKOHAMA = WGS84Point((139.638, 35.4437))


@pytest.mark.parametrize(
    ("value", "python", "in_json", "in_csv", "read"),
    [
        (None, None, "null", None, None),
        (True, True, "true", True, True),
        (
            9_007_199_254_740_993,
            9_007_199_254_740_993,
            "9007199254740993",
            9_007_199_254_740_993,
            9_007_199_254_740_993,
        ),
        (1.5, 1.5, "1.5", 1.5, 1.5),
        ("居場所", "居場所", '"居場所"', "居場所", "居場所"),
        (DAY, dt.date(2026, 3, 31), '"2026-03-31"', "2026-03-31", dt.date(2026, 3, 31)),
        (
            MOMENT,
            dt.datetime(2026, 3, 31, 9, 30, tzinfo=ZONE),
            '"2026-03-31T09:30:00+09:00"',
            "2026-03-31T09:30:00+09:00",
            dt.datetime(2026, 3, 31, 9, 30, tzinfo=ZONE),
        ),
        (neo4j.time.Time(9, 30), dt.time(9, 30), '"09:30:00"', "09:30:00", dt.time(9, 30)),
        (SPAN, "P1M2DT3H", '"P1M2DT3H"', "P1M2DT3H", "P1M2DT3H"),
        (
            YOKOHAMA,
            {"type": "Point", "coordinates": [139.638, 35.4437], "srid": 4326},
            '{"type": "Point", "coordinates": [139.638, 35.4437], "srid": 4326}',
            "POINT (139.638 35.4437)",
            "POINT (139.638 35.4437)",
        ),
        (["a", None, 2], ["a", None, 2], '["a", null, 2]', "a;;2", ["a", None, 2]),
        ([[1], [2]], [[1], [2]], "[[1], [2]]", "[[1], [2]]", ["[1]", "[2]"]),
        ({"a": DAY}, {"a": dt.date(2026, 3, 31)}, '{"a": "2026-03-31"}', '{"a": "2026-03-31"}', '{"a": "2026-03-31"}'),
        (b"\x01\xff", "01ff", '"01ff"', "01ff", "01ff"),
    ],
)
def test_each_kind_of_value_in_each_way(value, python, in_json, in_csv, read):
    assert plain(value) == python
    assert as_json(value) == in_json
    assert cell(value) == in_csv
    assert legible(value) == read


def test_a_point_in_space_keeps_its_height():
    assert cell(CartesianPoint((1.0, 2.0, 3.0))) == "POINT Z (1.0 2.0 3.0)"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")], {"a": float("nan")}])
def test_json_stays_json_where_a_number_is_none(value):
    assert "null" in as_json(value)
    json.loads(as_json(value), parse_constant=pytest.fail)
