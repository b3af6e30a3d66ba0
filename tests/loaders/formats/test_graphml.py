from __future__ import annotations

import io

import networkx as nx
import pytest

from graph.dataset import Dataset
from graph.errors import InputError
from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told, written

YED = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d4" attr.name="url" attr.type="string"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d9" attr.name="description" attr.type="string"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0">
      <data key="d4"><![CDATA[https://example.com/]]></data>
      <data key="d6"><y:ShapeNode><y:Fill color="#FFCC00"/><y:NodeLabel>架空の会</y:NodeLabel></y:ShapeNode></data>
    </node>
    <node id="n1" yfiles.foldertype="group">
      <data key="d6"><y:ProxyAutoBoundsNode><y:NodeLabel>架空の協議会</y:NodeLabel></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n1:"><node id="n1::n0"><data key="d6"/></node></graph>
    </node>
    <edge id="e0" source="n0" target="n1">
      <data key="d10"><y:PolyLineEdge><y:EdgeLabel>資金</y:EdgeLabel></y:PolyLineEdge></data>
    </edge>
  </graph>
</graphml>
"""

IGRAPH = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<!-- Created by igraph -->
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="v_type" for="node" attr.name="type" attr.type="string"><default>組織</default></key>
  <key id="v_desc" for="node"><desc>no name of its own</desc></key>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="undirected">
    <node id="n0"><data key="v_name">甲</data><data key="v_desc">x</data></node>
    <node id="n1"><data key="v_name">居場所</data><data key="v_type">Theme</data></node>
    <node id="n2"><data key="v_name">乙</data></node>
    <edge source="n1" target="n0"><data key="e_weight">0.5</data></edge>
    <edge source="n0" target="n2"><data key="e_weight">1</data></edge>
    <edge source="n2" target="n0" directed="true"><data key="e_weight">-3</data></edge>
  </graph>
</graphml>
"""


def test_a_drawing_of_yed_gives_labels_groups_and_links(write) -> None:
    loaded = read([write("x.graphml", YED)])
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "n0", "name": "架空の会", "url": "https://example.com/"},
        {"id": "n1", "name": "架空の協議会"},
        {"id": "n1::n0", "name": "n1::n0"},
    ]
    # 資金 is a kind of tie (funding).
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "n0", "end": "n1", "kind": "funding"}]
    assert told(loaded) == [("note", "nodes_organisations", ""), ("note", "nodes_unnamed", "")]
    assert (loaded.rows, loaded.loaded) == (4, 4)


def test_a_file_of_igraph_keeps_names_defaults_and_weights(write) -> None:
    loaded = read([write("x.graphml", IGRAPH)])
    assert [(row["id"], row["name"]) for row in rows(loaded.dataset["Organisation"])] == [("n0", "甲"), ("n2", "乙")]
    # The link has no direction, and only an organisation works on a theme.
    assert rows(loaded.dataset["WORKS_ON"]) == [{"start": "n0", "end": "n1", "strength": 0.5}]
    assert rows(loaded.dataset["TIED_TO"]) == [
        {"start": "n0", "end": "n2", "kind": "other", "strength": 1.0},
        {"start": "n2", "end": "n0", "kind": "other"},
    ]
    assert told(loaded) == [
        ("mended", "minimum", "-3.0"),
        ("note", "edges_untyped", ""),
        ("note", "edges_undirected", ""),
        ("note", "attribute_unused", ""),
    ]


def test_a_graph_of_networkx_is_read(tmp_path) -> None:
    graph: nx.MultiGraph[int] = nx.MultiGraph()
    graph.add_node(1, label="甲", memberSince="2024-04-01", score=0.5)
    graph.add_node(2, label="乙", score=1.5)
    graph.add_edge(1, 2, kind="referral", strength=2)
    graph.add_edge(1, 2, kind="協力")
    nx.write_graphml_xml(graph, tmp_path / "x.graphml")
    loaded = read([tmp_path / "x.graphml"])
    assert [row["name"] for row in rows(loaded.dataset["Organisation"])] == ["甲", "乙"]
    assert {row["kind"]: row.get("strength") for row in rows(loaded.dataset["TIED_TO"])} == {
        "referral": 2.0,
        "cooperation": None,
    }
    unused = [issue for issue in loaded.issues if issue.kind == "attribute_unused"]
    assert [(issue.column, issue.problem.en) for issue in unused] == [
        ("score", "2 values of the attribute 'score' fit no property and were not read")
    ]


def test_networkx_reads_what_is_written(kanagawa) -> None:
    data = written("graphml", ".graphml", kanagawa).files[""]
    graph = nx.read_graphml(io.BytesIO(data))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (kanagawa.node_count, kanagawa.relationship_count)
    first = rows(kanagawa["Case"])[0]
    node = graph.nodes[first["id"]]
    assert (node["label"], node["nodeLabel"], node["year"]) == (first["name"], "Case", first["year"])
    tie = rows(kanagawa["TIED_TO"])[0]
    weights = [data.get("weight") for *ends, data in graph.edges(data=True) if ends == [tie["start"], tie["end"]]]
    assert tie["strength"] in weights


def test_characters_that_xml_cannot_hold_are_taken_out_and_said() -> None:
    dataset = Dataset.of({"Organisation": [{"id": "a\x01", "name": "架\x0b空\ufffe", "address": "x\ud800\x7fy"}]})
    result = written("graphml", ".graphml", dataset)
    assert [note.en for note in result.notes] == [
        "1 control characters that XML cannot hold were taken out of 'id' of 'a'.",
        "2 control characters that XML cannot hold were taken out of 'label' of 'a'.",
        "1 control characters that XML cannot hold were taken out of 'address' of 'a'.",
    ]
    node = nx.read_graphml(io.BytesIO(result.files[""])).nodes["a"]
    assert (node["label"], node["address"]) == ("架空", "x\x7fy")


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<graphml><graph><node id='&b;'/></graph></graphml>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<graphml><graph><node id='a'><data key='d'>&a;</data></node></graph></graphml>"
)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_refused_in_one_sentence(text, write) -> None:
    path = write("x.graphml", text)
    with pytest.raises(InputError) as raised:
        read([path])
    assert str(raised.value) == (
        "x.graphml cannot be read: the XML defines entities or refers to what is outside it, which is not safe to "
        "read; save it anew without its ENTITY definitions."
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [("<graphml><graph>\n<node id='a'></graph></graphml>", 2), ("<graphml>\n<graph>", 2), ("<graphml a=b/>", 1)],
)
def test_broken_xml_is_refused_with_its_line(text, line, write) -> None:
    with pytest.raises(InputError) as raised:
        read([write("x.graphml", text)])
    assert f"line {line} is no XML" in str(raised.value)


def test_utf16_and_a_prefix_are_no_hindrance(write) -> None:
    text = (
        '<?xml version="1.0" encoding="UTF-16"?><g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">'
        '<g:graph edgedefault="directed"><g:node id="甲"/></g:graph></g:graphml>'
    )
    assert list(read([write("x.xml", text.encode("utf-16"))]).dataset["Organisation"]["id"]) == ["甲"]


def test_hyperedges_are_counted(write) -> None:
    text = "<graphml><graph><node id='a'/><hyperedge><endpoint node='a'/></hyperedge></graph></graphml>"
    loaded = read([write("x.graphml", text)])
    assert [issue.column for issue in loaded.issues if issue.kind == "parts_unread"] == ["hyperedge"]
