from graph.analysis import analyse
from graph.dataset import Dataset
from tests.viz import made_up
from viz.table import Nodes
from viz.views.cases import cases


def test_a_case_tells_what_it_describes_and_borrows_its_theme_and_place() -> None:
    dataset = Dataset.of(
        {
            "Case": [
                {"id": "old", "name": "old", "year": 2020, "lesson": "l", "sources": ["S", "bad", "gone"]},
                {"id": "new", "name": "new", "year": 2024, "outcome": "o"},
            ],
            "Collaboration": [{"id": "C", "name": "C"}],
            "Organisation": [{"id": o, "name": o} for o in "ab"],
            "Theme": [{"id": t, "name": t} for t in ("own", "work")],
            "Municipality": [{"id": "M", "name": "M", "code": "141003"}],
            "Source": [
                {"id": "S", "name": "S", "title": "T", "url": "https://example.org/"},
                {"id": "bad", "name": "bad", "url": "javascript:alert(1)"},
            ],
            "DESCRIBES": [{"start": case, "end": "C"} for case in ("old", "new")],
            "PARTICIPATES_IN": [{"start": o, "end": "C"} for o in "ab"],
            "ADDRESSES": [{"start": "C", "end": "work"}, {"start": "new", "end": "own"}],
            "TAKES_PLACE_IN": [{"start": "C", "end": "M"}],
        }
    )
    nodes = Nodes.of(dataset)
    new, old = cases(analyse(dataset, draws=0), nodes).cases
    number = nodes.number
    assert (new.node, old.node) == (number["new"], number["old"])
    assert (new.themes, new.places) == ([number["own"]], [number["M"]])
    assert old.themes == [number["work"]]
    assert old.works == [(number["C"], [number["a"], number["b"]])]
    assert [(source.title, source.url) for source in old.sources] == [("T", "https://example.org/"), ("bad", None)]
    assert (new.outcome, old.lesson) == ("o", "l")


def test_nothing_gives_nothing() -> None:
    assert cases(analyse(made_up.empty()), Nodes.of(made_up.empty())).cases == []
