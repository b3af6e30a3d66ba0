import datetime as dt

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.viz import made_up
from viz import page
from viz.table import Nodes
from viz.views.changes import changes
from viz.views.summary import summary


def test_gaps_are_those_of_the_findings(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    found = summary(findings, nodes)
    gaps = findings.gaps.table
    cells = findings.coverage.cells
    narrow = cells[cells["theme"].isin(findings.coverage.themes["theme"])]
    assert found.gap_count == len(gaps) > 0
    assert [(gap.municipality, gap.theme, gap.needs) for gap in found.gaps] == [
        (nodes.number[m], nodes.number[t], n)
        for m, t, n in gaps[["municipality", "theme", "openNeeds"]].head(3).itertuples(index=False)
    ]
    assert found.unknown_count == (narrow["state"] == "unknown").sum()


def test_the_small_heat_map_has_a_square_a_cell(findings: Findings) -> None:
    heat = summary(findings, Nodes.of(findings.dataset)).heat
    assert heat is not None
    states = findings.coverage.table().reindex(columns=list(findings.coverage.themes["theme"]))
    for state, path in heat.paths.items():
        assert path.count("M") == (states == state).to_numpy().sum()


def test_who_bridges_more_than_chance_is_counted(findings: Findings) -> None:
    assert findings.significance is not None
    nodes = Nodes.of(findings.dataset)
    assert summary(findings, nodes).beyond == (findings.significance.table["q"] < 0.05).sum()
    assert summary(analyse(made_up.platform(), draws=0), Nodes.of(made_up.platform())).beyond is None


def test_introductions_are_those_of_the_findings(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    found = summary(findings, nodes).introduced
    table = findings.introductions.table
    assert found.count == len(table) == found.holes + found.isolates
    assert [(nodes.ids[pair.organisation], nodes.ids[pair.partner]) for pair in found.pairs] == list(
        table[["organisation", "partner"]].head(3).itertuples(index=False, name=None)
    )


def test_years_end_on_the_day_of_the_data() -> None:
    years = changes(made_up.platform()).years
    # The data are of 2025-03-31: who joined the day after is not counted, and a year begins on 1 April.
    assert [(year.last, year.joined, year.begun) for year in years] == [
        (dt.date(2022, 3, 31), 1, 1),
        (dt.date(2023, 3, 31), 0, 1),
        (dt.date(2024, 3, 31), 1, 1),
        (dt.date(2025, 3, 31), 2, 1),
    ]
    assert years[-1].first == dt.date(2024, 4, 1)


def test_undated_data_say_nothing_of_changes() -> None:
    assert changes(Dataset.of({"Organisation": [{"id": "a", "name": "a"}]})).last is None
    leap = [{"id": "a", "name": "a", "memberSince": dt.date(2024, 2, 29)}]
    assert [year.joined for year in changes(Dataset.of({"Organisation": leap})).years] == [1]


def test_the_figures_of_the_data(findings: Findings) -> None:
    figures = summary(findings, Nodes.of(findings.dataset)).figures
    assert (figures.organisations, figures.ties) == (len(findings.dataset["Organisation"]), len(findings.network))
    cells = findings.coverage.cells
    worked = cells.groupby("municipality")["state"].agg(lambda states: bool(set(states) & {"covered", "neighbour"}))
    assert (figures.reached, figures.municipalities) == (worked.sum(), len(worked))
    assert figures.confirmed == 100  # both declared ties of 2025-03-01, the data of 2025-04-01


def test_what_was_not_run_is_said() -> None:
    html = page.render(analyse(made_up.platform(), draws=0))
    assert "偶然との比較と順位の幅は計算していません" in html
    assert "前回のデータとの比較はしていません" in html
    assert "事務局にあたる団体が分からないため" not in html.split('id="data"')[0]
    assert "事務局にあたる団体が分からないため" in page.render(analyse(made_up.empty()))
