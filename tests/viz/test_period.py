import datetime as dt

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from viz import page
from viz.period import Period, period
from viz.table import Nodes
from viz.views.timeline import timeline

# Months since the year 0: 2023-02 is 2023 × 12 + 1, 2025-12 is 2025 × 12 + 11.
TABLES = {
    "Organisation": [{"id": "O", "name": "O", "memberSince": dt.date(2023, 2, 28)}],
    "Event": [{"id": "E", "name": "E", "date": dt.date(2024, 7, 1)}],
    "Case": [{"id": "C", "name": "C", "year": 2025}],
    # How long something may be used says nothing of what was.
    "Resource": [{"id": "R", "name": "R", "availableUntil": dt.date(2030, 3, 31)}],
}


def test_the_period_spans_all_that_was() -> None:
    assert period(Dataset.of(TABLES)) == Period(2023 * 12 + 1, 2025 * 12 + 11)


def test_ties_have_dates_too() -> None:
    since = {"start": "A", "end": "B", "kind": "other", "since": dt.date(2020, 1, 1)}
    nodes = [{"id": id_, "name": id_} for id_ in "AB"]
    assert period(Dataset.of({"Organisation": nodes, "TIED_TO": [since]})) == Period(2020 * 12, 2020 * 12)


def test_without_dates_there_is_no_period_and_the_view_says_so(findings: Findings, html: str) -> None:
    assert period(findings.dataset) is None
    made = timeline(findings, Nodes.of(findings.dataset))
    assert (made.period, made.data) == (None, None)
    assert made.count == len(findings.dataset["Collaboration"])
    assert "日付がまだ登録されていません" in html
    assert 'type="range"' not in html


def test_nothing_at_all_is_said_apart(empty_html: str) -> None:
    assert "連携・行事・事例がまだ登録されていません" in empty_html


def test_a_page_without_the_timeline_keeps_the_period() -> None:
    html = page.render(analyse(Dataset.of(TABLES)), page.Options(without=["timeline"]))
    assert 'id="view-timeline"' not in html
    assert html.count('type="range"') == 2
