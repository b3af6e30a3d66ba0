from graph.analysis import DRAWN, Findings, analyse
from graph.dataset import Dataset
from graph.schema import schema
from tests.viz import made_up
from viz.table import Nodes
from viz.views.network import picture


def test_parallel_ties_are_all_kept(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    tied = findings.dataset["TIED_TO"]
    pair = (nodes.number[tied["start"][0]], nodes.number[tied["end"][0]])
    drawn = [edge for edge in picture(findings, nodes).edges if (edge["from"], edge["to"]) == pair]
    assert len(drawn) == len(tied) == 2
    assert len({edge["ts_tie"] for edge in drawn}) == 2
    # A referral is dashed, cooperation is not.
    assert [bool(edge["dashes"]) for edge in drawn] == [False, True]


def test_nodes_and_edges_are_those_of_the_dataset(findings: Findings) -> None:
    drawn = picture(findings, Nodes.of(findings.dataset))
    frames = findings.dataset.nodes
    assert drawn.num_nodes() == sum(len(frames[label]) for label in DRAWN)
    between = [
        kind.key
        for kind in schema().relationships.values()
        if set(kind.starts) <= set(DRAWN) and set(kind.ends) <= set(DRAWN)
    ]
    assert drawn.num_edges() == sum(len(findings.dataset[kind]) for kind in between)


def test_looks_come_from_the_schema(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    for node in picture(findings, nodes).nodes:
        label = schema().labels[nodes.labels[node["id"]]]
        assert (node["shape"], node["color"]) == (label.shape, label.colour)


def test_no_node_has_a_title_that_could_be_read_as_html() -> None:
    findings = analyse(made_up.hostile())
    drawn = picture(findings, Nodes.of(findings.dataset))
    assert not [item for item in (*drawn.nodes, *drawn.edges) if "title" in item]
    assert all(isinstance(node["id"], int) for node in drawn.nodes)


def test_a_declared_tie_is_as_wide_as_its_strength_and_shared_collaborations() -> None:
    organisations = [{"id": id_, "name": id_} for id_ in "abcd"]
    findings = analyse(
        Dataset.of(
            {
                "Organisation": organisations,
                "Collaboration": [{"id": "x", "name": "x"}, {"id": "y", "name": "y"}],
                "PARTICIPATES_IN": [{"start": o, "end": c} for o in "ab" for c in "xy"],
                "TIED_TO": [
                    {"start": "b", "end": "a", "kind": "cooperation", "strength": 2.0},
                    {"start": "a", "end": "c", "kind": "cooperation"},
                    {"start": "c", "end": "d", "kind": "cooperation", "strength": 1000.0},
                    {"start": "a", "end": "d", "kind": "cooperation", "strength": 0.0},
                ],
            }
        ),
        draws=0,
    )
    nodes = Nodes.of(findings.dataset)
    drawn = picture(findings, nodes)
    widths = {(nodes.ids[edge["from"]], nodes.ids[edge["to"]]): edge["width"] for edge in drawn.edges}
    # 1.1 more for each doubling: strength 2 and two collaborations make 4; nothing said counts as 1; never above 6.
    assert widths["b", "a"] == 3.2
    assert widths["a", "c"] == widths["a", "d"] == widths["a", "x"] == 1.0
    assert widths["c", "d"] == 6.0


def test_physics_are_off(findings: Findings) -> None:
    assert not picture(findings, Nodes.of(findings.dataset)).options["physics"]["enabled"]


def test_columns_are_as_long_as_what_they_list(findings: Findings) -> None:
    drawn = picture(findings, Nodes.of(findings.dataset))
    columns = drawn.data
    for name, items in (("nodes", drawn.nodes), ("edges", drawn.edges)):
        found: dict[str, list[object]] = columns[name]
        assert {len(values) for values in found.values()} == {len(items)}
        assert "label" not in found
