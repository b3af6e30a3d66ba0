from graph.analysis import DRAWN, Findings, analyse
from graph.dataset import Dataset
from viz.legend import legend
from viz.table import Nodes


def test_kinds_are_counted_as_pandas_counts_them(findings: Findings) -> None:
    found = legend(findings, Nodes.of(findings.dataset))
    counts = {label: len(frame) for label, frame in findings.dataset.nodes.items() if label in DRAWN and len(frame)}
    assert {kind.key: kind.count for kind in found.kinds} == counts
    assert {tie.key: tie.count for tie in found.ties} == {
        kind: len(frame) for kind, frame in findings.dataset.relationships.items() if len(frame)
    }


def test_wards_follow_their_city(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    listed = [(depth, nodes.ids[number]) for depth, number in legend(findings, nodes).municipalities]
    assert listed[:3] == [(0, "M141003"), (1, "M141011"), (1, "M141020")]
    assert len(listed) == len(findings.dataset["Municipality"])


def test_a_theme_with_two_broader_ones_is_listed_once() -> None:
    findings = analyse(
        Dataset.of(
            {
                "Theme": [{"id": i, "name": i} for i in "abc"],
                "BROADER": [{"start": "c", "end": "a"}, {"start": "c", "end": "b"}],
            }
        )
    )
    nodes = Nodes.of(findings.dataset)
    assert sorted(nodes.ids[number] for _, number in legend(findings, nodes).themes) == ["a", "b", "c"]


def test_dashes_are_those_of_the_ties_that_there_are(findings: Findings) -> None:
    assert set(findings.dataset["TIED_TO"]["kind"]) == {"cooperation", "referral"}
    assert legend(findings, Nodes.of(findings.dataset)).dashes == [("cooperation", ""), ("referral", "8 4")]


def test_without_organisations_there_is_nothing_to_size_or_colour() -> None:
    findings = analyse(Dataset.of({"Theme": [{"id": "a", "name": "a"}]}))
    found = legend(findings, Nodes.of(findings.dataset))
    assert (found.sizes, found.colours, found.dashes) == ((), (), [])
