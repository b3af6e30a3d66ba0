from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.viz import made_up
from viz import page
from viz.table import Nodes
from viz.views.boundaries import CREDIT, boundaries
from viz.views.map import atlas


def test_every_municipality_with_a_boundary_has_its_shape(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    made = atlas(findings, nodes)
    assert {nodes.ids[area.node] for area in made.areas} == {f"M{code}" for code in (*made_up.CITIES, *made_up.WARDS)}
    assert made.unbounded == []
    units = {nodes.ids[area.node]: area.unit for area in made.areas}
    assert units["M141003"] == units["M141305"] == "city"
    assert units["M141500"] == "both"
    assert {units[f"M{code}"] for code in made_up.WARDS} == {"ward"}
    assert made.areas[-1].unit == "city"


def test_shapes_of_nobody_are_drawn_but_not_those_within_a_city_of_the_data(findings: Findings) -> None:
    made = atlas(findings, Nodes.of(findings.dataset))
    outlines = boundaries().outlines
    assert outlines["142182"].path in made.others  # 綾瀬市 is not among the made-up municipalities.
    assert outlines["141038"].path not in made.others  # 横浜市西区 is not either, but its city is.
    assert outlines["141003"].path not in made.others


def test_places_stand_where_they_are_and_others_are_left_out() -> None:
    here = {"id": "P1", "name": "P1", "latitude": 35.45, "longitude": 139.63}
    far = {"id": "P2", "name": "P2", "latitude": 43.0, "longitude": 141.3}
    nowhere = {"id": "P3", "name": "P3"}
    findings = analyse(
        Dataset.of({"Municipality": [{"id": "M", "name": "横浜市", "code": "141003"}], "Place": [here, far, nowhere]})
    )
    nodes = Nodes.of(findings.dataset)
    places = atlas(findings, nodes).data["places"]
    assert isinstance(places, dict)
    assert [nodes.ids[node] for node in places["node"]] == ["P1"]
    # 139.63 E lies 0.714 of 0.920 degrees east of the western end, 35.45 N 0.223 of 0.544 south of the northern one.
    assert abs(places["x"][0] - 0.776 * 1000) <= 2
    assert abs(places["y"][0] - 0.410 * 726) <= 2


def test_another_prefecture_stands_as_circles_without_the_credit() -> None:
    towns: list[dict[str, object]] = [
        {"id": "M1", "name": "札幌市", "code": "011002", "latitude": 43.06, "longitude": 141.35},
        {"id": "M2", "name": "函館市", "code": "012025"},
    ]
    findings = analyse(Dataset.of({"Municipality": towns}))
    nodes = Nodes.of(findings.dataset)
    made = atlas(findings, nodes)
    assert [nodes.ids[area.node] for area in made.areas] == ["M1"]
    assert [nodes.ids[node] for node in made.unbounded] == ["M2"]
    assert made.credit is None
    assert CREDIT not in page.render(findings)


def test_the_credit_line_stands_on_the_page(html: str) -> None:
    assert CREDIT in html


def test_without_municipalities_the_map_says_so(empty_html: str) -> None:
    assert "「所在」で組織と結ぶと、地図が出ます" in empty_html
