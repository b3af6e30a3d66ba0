from graph.analysis import Findings, State, analyse
from graph.dataset import Dataset
from viz.coverage import heat_map
from viz.table import Nodes


def test_every_narrow_cell_is_there_once_with_its_state(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    heat = heat_map(findings, nodes)
    table = findings.coverage.table()
    assert len(heat.rows) * len(heat.themes) == len(heat.data["state"])
    for municipality, cells in heat.rows:
        for theme, cell in zip(heat.themes, cells, strict=True):
            assert cell.state == table.loc[nodes.ids[municipality], nodes.ids[theme]]
            assert heat.data["municipality"][cell.number] == municipality
            assert heat.data["theme"][cell.number] == theme


def test_states_are_counted_as_pandas_counts_them(findings: Findings) -> None:
    cells = findings.coverage.cells
    narrow = cells[cells["theme"].isin(findings.coverage.themes["theme"])]
    heat = heat_map(findings, Nodes.of(findings.dataset))
    assert heat.counts == {state: int((narrow["state"] == state).sum()) for state in State}
    assert heat.gap_count == heat.counts[State.NONE]


def test_groups_span_the_narrow_themes_of_a_broad_one(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    heat = heat_map(findings, nodes)
    assert sum(span for _, span in heat.groups) == len(heat.themes)
    # The made-up tree has five broad themes of 3, 4, 3, 3 and 3 narrow ones.
    assert [(nodes.ids[number], span) for number, span in heat.groups] == [
        ("T0", 3), ("T1", 4), ("T2", 3), ("T3", 3), ("T4", 3),
    ]  # fmt: skip


def test_a_theme_without_a_broader_one_stands_for_itself() -> None:
    findings = analyse(
        Dataset.of({"Theme": [{"id": "T", "name": "T"}], "Municipality": [{"id": "M", "name": "M", "code": "141003"}]})
    )
    heat = heat_map(findings, Nodes.of(findings.dataset))
    assert heat.groups == [(heat.themes[0], 1)]
    assert heat.rows[0][1][0].state == State.UNKNOWN


def test_nothing_gives_an_empty_heat_map() -> None:
    findings = analyse(Dataset.of({}))
    heat = heat_map(findings, Nodes.of(findings.dataset))
    assert (heat.themes, heat.rows, heat.gaps, heat.gap_count) == ([], [], [], 0)
