from __future__ import annotations

from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told, written

NODES = "Id,Label,timeset,modularity_class,nodeLabel\nA,甲,,0,\nB,乙,,1,組織\nT,居場所,,1,Theme\n"
EDGES = (
    "Source,Target,Type,Id,Label,timeset,Weight\n"
    "A,B,Undirected,0,協力,,1.0\nT,A,Undirected,1,,,1.0\nA,T,Directed,2,WORKS_ON,,3.0\n"
)


def test_tables_of_the_data_laboratory_are_read(write) -> None:
    loaded = read([write("g/a.csv", EDGES), write("g/b.csv", NODES)])
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["gephi", "gephi"]
    assert rows(loaded.dataset["Organisation"]) == [{"id": "A", "name": "甲"}, {"id": "B", "name": "乙"}]
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "A", "end": "B", "kind": "cooperation", "strength": 1.0}]
    # Two links of one pair are one relationship; the first weight is kept, and that is said.
    assert rows(loaded.dataset["WORKS_ON"]) == [{"start": "A", "end": "T", "strength": 1.0}]
    assert told(loaded) == [
        ("mended", "differs", "3.0"),
        ("note", "edges_undirected", ""),
        ("note", "nodes_organisations", ""),
        ("note", "attribute_unused", ""),
    ]


def test_an_edges_table_alone_makes_organisations_of_its_ends(write) -> None:
    loaded = read([write("a.csv", "Source,Target,Type\nA,B,Directed\n")])
    assert list(loaded.dataset["Organisation"]["id"]) == ["A", "B"]
    assert told(loaded)[0] == ("note", "nodes_of_ends", "")


def test_what_is_written_has_the_headers_of_gephi(kanagawa) -> None:
    files = written("gephi", "", kanagawa).files
    assert sorted(files) == ["edges.csv", "nodes.csv"]
    nodes, edges = (files[name].decode().splitlines() for name in ("nodes.csv", "edges.csv"))
    assert nodes[0].startswith("Id,Label,nodeLabel,")
    assert edges[0].startswith("Source,Target,Type,Id,Label,Weight,")
    assert len(edges) == kanagawa.relationship_count + 1
