"""What each view says where something is missing from the data."""

import datetime as dt
import re

import pytest

from graph.analysis import analyse
from graph.dataset import Dataset
from tests.viz.conftest import unfolded
from viz import page

DAY = dt.date(2024, 4, 1)
TABLES: dict[str, list[dict[str, object]]] = {
    "Organisation": [{"id": f"O{i}", "name": f"会{i}"} for i in range(4)],
    "Municipality": [{"id": "M", "name": "千代田区", "code": "131016", "latitude": 35.4, "longitude": 139.6}],
    "Theme": [{"id": "T", "name": "居場所"}],
    "Collaboration": [{"id": "C", "name": "連携", "startDate": DAY}],
    "Case": [{"id": "K", "name": "事例", "year": 2024}],
    "Need": [{"id": "N", "name": "課題", "openedOn": DAY}],
    "Resource": [{"id": "R", "name": "会議室", "kind": "place"}],
    "LOCATED_IN": [{"start": f"O{i}", "end": "M"} for i in range(4)],
    "PARTICIPATES_IN": [{"start": f"O{i}", "end": "C"} for i in range(4)],
    "ADDRESSES": [{"start": "C", "end": "T"}, {"start": "N", "end": "T"}],
    "TAKES_PLACE_IN": [{"start": "C", "end": "M"}],
}
ORGANISATIONS, THEMES = "組織がまだ登録されていません。「組織」の表", "テーマがまだ登録されていません。「テーマ」の表"


def said(*without, properties=(), only=None):
    """Return the notices of each view where some tables, or some properties of all, are missing."""
    gone = {row["id"] for name in without for row in TABLES[name]}
    tables = {
        name: [
            {key: value for key, value in row.items() if key not in properties}
            for row in rows
            if not gone & {row.get("start"), row.get("end")}
        ]
        for name, rows in (only or TABLES).items()
        if name not in without
    }
    html = unfolded(page.render(analyse(Dataset.of(tables))))
    views = re.split(r'<section class="view" id="view-(\w+)"', html)
    notices = re.compile(r'class="notice[^"]*"[^>]*>(.*?)</p>', re.DOTALL)
    return {name: "".join(notices.findall(text)) for name, text in zip(views[1::2], views[2::2], strict=True)}


@pytest.mark.parametrize(
    ("missing", "sentence", "views"),
    [
        ({"without": ["Organisation"]}, ORGANISATIONS, "network coverage ranking introductions map table"),
        ({"without": ["Theme"]}, THEMES, "coverage themes cases map timeline"),
        ({"properties": ["latitude", "longitude"]}, "緯度・経度も登録されていません。「市町村」の表", "map"),
        ({"properties": ["startDate", "year", "openedOn"]}, "日付がまだ登録されていません。「連携」の表", "timeline"),
        (
            {"only": {"Organisation": TABLES["Organisation"][:1]}},
            "まだ登録されていません",
            "coverage themes matching cases map timeline",
        ),
    ],
    ids=["organisations", "themes", "coordinates", "dates", "all but one node"],
)
def test_a_view_says_what_is_missing_and_where_to_add_it(missing, sentence, views):
    notices = said(*missing.pop("without", ()), **missing)
    assert {view for view in views.split() if sentence not in re.sub("<[^>]*>", "", notices[view])} == set()
