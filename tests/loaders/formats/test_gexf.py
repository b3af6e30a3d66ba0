from __future__ import annotations

import io
from xml.etree.ElementTree import ParseError

import networkx as nx
import pytest

from graph.dataset import Dataset
from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told, written

GEPHI = """<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" xmlns:viz="http://www.gexf.net/1.2draft/viz">
  <meta lastmodifieddate="2024-04-01"><creator>Gephi 0.10</creator></meta>
  <graph defaultedgetype="undirected" mode="static">
    <attributes class="node" mode="static">
      <attribute id="labels" title="labels" type="string"><default>:Organisation:Member</default></attribute>
      <attribute id="sector" title="分野" type="string"></attribute>
    </attributes>
    <attributes class="edge"><attribute id="0" title="始まり" type="string"/></attributes>
    <nodes>
      <node id="1" label="甲">
        <attvalues><attvalue for="sector" value="企業"></attvalue></attvalues>
        <viz:size value="10.0"></viz:size><viz:position x="1.0" y="2.0"></viz:position>
      </node>
      <node id="2" label="乙"><nodes><node id="3" label="丙"/></nodes></node>
      <node id="M" label="みなと市"><attvalues><attvalue for="labels" value="市町村"/></attvalues></node>
    </nodes>
    <edges>
      <edge id="0" source="1" target="2" weight="2.0" label="協力">
        <attvalues><attvalue for="0" value="x"/></attvalues>
      </edge>
      <edge id="1" source="2" target="3" type="directed" label="SUCCEEDED_BY"></edge>
      <edge id="2" source="M" target="1"/>
    </edges>
  </graph>
</gexf>
"""


def test_a_file_of_gephi_is_read(write) -> None:
    loaded = read([write("x.gexf", GEPHI)])
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "1", "name": "甲", "sector": "company"},
        {"id": "2", "name": "乙"},
        {"id": "3", "name": "丙"},
    ]
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "1", "end": "2", "kind": "cooperation", "strength": 2.0}]
    assert rows(loaded.dataset["SUCCEEDED_BY"]) == [{"start": "2", "end": "3"}]
    # A municipality needs its code; and between a municipality and an organisation there are two relationships.
    assert told(loaded) == [
        ("refused", "edge_type_unclear", ""),
        ("refused", "missing", ""),
        ("note", "edges_undirected", ""),
        ("note", "attribute_unused", ""),
        ("note", "parts_unread", ""),
        ("note", "parts_unread", ""),
    ]
    unclear = loaded.issues[0]
    assert (unclear.sheet, unclear.row) == ("edge", 3)
    assert unclear.problem.en == "a link from Municipality to Organisation may be any of LOCATED_IN, SERVES"
    assert (loaded.rows, loaded.loaded, loaded.refused) == (7, 5, 2)


def test_networkx_writes_a_gexf_that_cannot_be_read_and_we_do_not() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", label="架\x0b空")
    content = io.BytesIO()
    nx.write_gexf(graph, content)
    with pytest.raises(ParseError):
        nx.read_gexf(io.BytesIO(content.getvalue()))

    result = written("gexf", ".gexf", Dataset.of({"Organisation": [{"id": "a", "name": "架\x0b空"}]}))
    assert [note.ja for note in result.notes] == [
        "「a」の「name」から、XML に入れられない制御文字を 1 文字除きました。"
    ]
    assert nx.read_gexf(io.BytesIO(result.files[""]), version="1.3").nodes["a"]["label"] == "架空"


def test_networkx_reads_what_is_written(kanagawa) -> None:
    data = written("gexf", ".gexf", kanagawa).files[""]
    graph = nx.read_gexf(io.BytesIO(data), version="1.3")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (kanagawa.node_count, kanagawa.relationship_count)
    first = rows(kanagawa["Municipality"])[0]
    assert graph.nodes[first["id"]]["latitude"] == first["latitude"]


def test_a_graph_of_networkx_is_read(tmp_path) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("T", label="居場所", kind="テーマ", description="だれでも")
    graph.add_node("O", label="甲", kind="組織")
    graph.add_node("P", label="乙", kind="組織")
    graph.add_edge("O", "T", weight=0.5)
    graph.add_edge("O", "P", kind="funding")
    nx.write_gexf(graph, tmp_path / "x.gexf")
    loaded = read([tmp_path / "x.gexf"])
    assert rows(loaded.dataset["Theme"]) == [{"id": "T", "name": "居場所", "description": "だれでも"}]
    assert rows(loaded.dataset["WORKS_ON"]) == [{"start": "O", "end": "T", "strength": 0.5}]
    # networkx writes the attribute kind of an edge as the kind that GEXF itself knows.
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "O", "end": "P", "kind": "funding"}]
    assert loaded.issues == ()
