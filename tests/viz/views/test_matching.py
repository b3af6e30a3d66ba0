import datetime as dt
from typing import Any

import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.viz import made_up
from viz.table import Nodes
from viz.views.matching import matching


@pytest.fixture(scope="module")
def findings() -> Findings:
    """Needs of one theme that are agreed, proposed, rejected while another fits; one of a theme of its own."""
    matched = {"agreed": "accepted", "proposed": "proposed", "rejected": "rejected"}
    needs = [*matched, "alone", "closed"]
    dataset = Dataset.of(
        {
            "Need": [
                {"id": n, "name": n} | ({"closedOn": dt.date(2024, 1, 1)} if n == "closed" else {}) for n in needs
            ],
            "Resource": [{"id": r, "name": r} for r in ("taken", "asked", "free", "spare")],
            "Theme": [{"id": t, "name": t} for t in ("t", "u", "v")],
            "ADDRESSES": [
                *({"start": n, "end": "t"} for n in (*matched, "taken", "asked", "free")),
                {"start": "alone", "end": "u"},
                {"start": "spare", "end": "v"},
            ],
            "MATCHED_WITH": [
                {"start": need, "end": resource, "status": status}
                for (need, status), resource in zip(matched.items(), ("taken", "asked", "asked"), strict=True)
            ],
        }
    )
    return analyse(dataset, draws=0)


def test_each_open_need_stands_where_its_matches_put_it(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    view = matching(findings, nodes)
    data: Any = view.data
    standing = {nodes.ids[need]: str(standing) for need, standing in zip(data["need"], data["standing"], strict=True)}
    assert standing == {"agreed": "agreed", "proposed": "proposed", "rejected": "fitting", "alone": "nothing"}
    assert (view.open_count, view.closed_count) == (4, 1)
    lack = dict(zip((nodes.ids[need] for need in data["need"]), data["lack"], strict=True))
    assert lack["alone"] == "noneOffered"


def test_what_fits_is_neither_taken_nor_judged_for_the_need(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    data: Any = matching(findings, nodes).data
    found = {
        (nodes.ids[need], nodes.ids[resource])
        for need, resource in zip(data["candidates"]["need"], data["candidates"]["resource"], strict=True)
    }
    # "asked" is proposed to one and was rejected by another; only those that have not judged it may still ask for it.
    assert found == {("agreed", "asked"), ("agreed", "free"), ("proposed", "free"), ("rejected", "free")}
    assert [nodes.ids[resource] for resource in data["unasked"]] == ["spare"]


def test_nothing_gives_nothing() -> None:
    view = matching(analyse(made_up.empty()), Nodes.of(made_up.empty()))
    assert (view.open_count, view.closed_count, view.unasked_count) == (0, 0, 0)
