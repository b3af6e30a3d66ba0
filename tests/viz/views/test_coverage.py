import pandas as pd
import pytest

from graph.analysis import Findings, State, analyse
from graph.dataset import Dataset
from viz.table import Nodes
from viz.views.coverage import HeatMap, heat_map


@pytest.fixture(scope="module")
def nodes(findings: Findings) -> Nodes:
    return Nodes.of(findings.dataset)


@pytest.fixture(scope="module")
def heat(findings: Findings, nodes: Nodes) -> HeatMap:
    return heat_map(findings, nodes)


def test_every_cell_is_there_once_with_its_state(findings: Findings, nodes: Nodes, heat: HeatMap) -> None:
    known = pd.concat([findings.coverage.cells, findings.wards]).set_index(["municipality", "theme"])["state"]
    # 20 municipalities and 3 wards by 16 narrow themes and the 5 broad ones above them.
    assert (len(heat.rows), len(heat.columns)) == (23, 21)
    for row in heat.rows:
        for column, cell in zip(heat.columns, row.cells, strict=True):
            assert cell.state == known[nodes.ids[row.municipality], nodes.ids[column.theme]]
            assert heat.data["municipality"][cell.number] == row.municipality  # type: ignore[index]
            assert heat.data["theme"][cell.number] == column.theme  # type: ignore[index]


def test_states_are_counted_as_pandas_counts_them(findings: Findings, heat: HeatMap) -> None:
    cells = findings.coverage.cells
    narrow = cells[cells["theme"].isin(findings.coverage.themes["theme"])]
    assert heat.counts == {state: int((narrow["state"] == state).sum()) for state in State}
    assert heat.gap_count == heat.counts[State.NONE]
    assert sum(column.gaps for column in heat.columns if not column.narrow) == heat.gap_count
    assert sum(column.gaps for column in heat.columns if column.narrow) == heat.gap_count
    assert sum(row.gaps for row in heat.rows if row.city is None) == heat.gap_count


def test_groups_span_the_narrow_themes_of_a_broad_one(nodes: Nodes, heat: HeatMap) -> None:
    # The made-up tree has five broad themes of 3, 4, 3, 3 and 3 narrow ones.
    assert [(nodes.ids[number], span, folds) for number, span, folds in heat.groups] == [
        ("T0", 3, True), ("T1", 4, True), ("T2", 3, True), ("T3", 3, True), ("T4", 3, True),
    ]  # fmt: skip


def test_a_broad_theme_sums_up_its_narrow_ones(findings: Findings, nodes: Nodes, heat: HeatMap) -> None:
    table = findings.coverage.table()
    row = next(row for row in heat.rows if nodes.ids[row.municipality] == "M143642")
    states = [table.loc["M143642", theme] for theme in ("T1-0", "T1-1", "T1-2", "T1-3")]
    (cell,) = [c for c, column in zip(row.cells, heat.columns, strict=True) if nodes.ids[column.theme] == "T1"]
    assert (cell.covered, cell.gaps) == (states.count("covered"), states.count("none"))


def test_wards_follow_their_city(nodes: Nodes, heat: HeatMap) -> None:
    ids = [nodes.ids[row.municipality] for row in heat.rows]
    assert ids[:5] == ["M141003", "M141011", "M141020", "M141305", "M141313"]
    assert [row.wards for row in heat.rows[:5]] == [2, 0, 0, 1, 0]
    assert [row.city for row in heat.rows[:3]] == [None, nodes.number["M141003"], nodes.number["M141003"]]


def test_cells_that_hang_on_one_organisation_are_marked(findings: Findings, nodes: Nodes, heat: HeatMap) -> None:
    points = findings.single_points.cells
    expected = set(zip(points["municipality"], points["theme"], strict=True))
    marked = {
        (nodes.ids[row.municipality], nodes.ids[column.theme])
        for row in heat.rows
        for column, cell in zip(heat.columns, row.cells, strict=True)
        if cell.single
    }
    assert marked == expected
    assert heat.singles == len(expected) > 0


def test_the_watch_list_is_in_the_order_of_the_score(findings: Findings, nodes: Nodes, heat: HeatMap) -> None:
    table = findings.gaps.table.head(100)
    assert [nodes.ids[gap.municipality] for gap in heat.watch] == table["municipality"].tolist()
    assert [gap.points for gap in heat.watch] == [round(100 * score) for score in table["score"]]
    assert [gap.resources for gap in heat.watch] == table["resourcesFitting"].tolist()


def test_a_theme_without_a_broader_one_stands_for_itself() -> None:
    findings = analyse(
        Dataset.of({"Theme": [{"id": "T", "name": "T"}], "Municipality": [{"id": "M", "name": "M", "code": "141003"}]})
    )
    heat = heat_map(findings, Nodes.of(findings.dataset))
    assert heat.groups == [(heat.columns[0].theme, 1, False)]
    assert heat.columns[0].narrow == 0
    assert heat.rows[0].cells[0].state == State.UNKNOWN


def test_themes_that_lie_below_each_other_stand_once() -> None:
    findings = analyse(
        Dataset.of(
            {
                "Theme": [{"id": "A", "name": "A"}, {"id": "B", "name": "B"}],
                "BROADER": [{"start": "A", "end": "B"}, {"start": "B", "end": "A"}],
                "Municipality": [{"id": "M", "name": "M", "code": "141003"}],
            }
        )
    )
    heat = heat_map(findings, Nodes.of(findings.dataset))
    assert sorted(column.theme for column in heat.columns) == sorted({column.theme for column in heat.columns})
    assert not any(folds for _, _, folds in heat.groups)


def test_nothing_gives_an_empty_heat_map() -> None:
    findings = analyse(Dataset.of({}))
    heat = heat_map(findings, Nodes.of(findings.dataset))
    assert (heat.columns, heat.rows, heat.watch, heat.gap_count, heat.singles) == ([], [], [], 0, 0)
