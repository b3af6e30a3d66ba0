"""Rows by the source that says them."""

from __future__ import annotations

import yaml

from loaders import read
from loaders.sources import edition


def test_rows_belong_to_the_sources_they_name_and_the_rest_to_the_file(write):
    path = write("Organisation.csv", "id,name,sources\na,甲,S1;S2\nb,乙,S1\nc,丙,\n")
    request = edition(read([path]), "x")
    assert {source: {key[1] for key in rows} for source, rows in request.says.items()} == {
        "S1": {"a", "b"},
        "S2": {"a"},
    }
    assert {key[1] for key in request.unsourced} == {"c"}
    assert request.default is not None
    assert (request.default["id"], request.default["file"]) == ("SRC-Organisation.csv", "Organisation.csv")
    assert request.tables == dict.fromkeys(("S1", "S2", "SRC-Organisation.csv"), frozenset({"Organisation"}))
    assert request.sources == ["S1", "S2", "SRC-Organisation.csv"]
    assert request.first == frozenset(request.sources)
    assert not request.partial


def test_a_source_can_be_named_and_refused_rows_make_the_edition_partial(write):
    path = write("Organisation.csv", "id,name\na,甲\nb,\n")
    request = edition(read([path]), "x", "会員名簿")
    assert request.default is not None
    assert (request.default["id"], request.partial, request.refused) == ("会員名簿", True, 1)


def test_all_that_a_mapping_reads_belongs_to_its_source(write, tmp_path):
    mapping = tmp_path / "mapping.yaml"
    content = {
        "version": "1",
        "source": {"id": "PUB", "name": "公表資料"},
        "tables": [
            {
                "file": "list.csv",
                "nodes": [
                    {"as": "o", "label": "Organisation", "id": "{番号}", "properties": {"name": "名称"}},
                    {"as": "m", "join": "municipalities", "code": "{団体コード}"},
                ],
            }
        ],
    }
    mapping.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    path = write("list.csv", "番号,名称,団体コード\n1,甲,141003\n")
    request = edition(read([path], mapping), "x")
    assert set(request.says) == {"PUB"}
    # The municipality of the list that ships stands in no row; it belongs to the mapping's source all the same.
    assert {key[0] for key in request.unsourced} == {"Municipality"}
    assert request.default == request.says["PUB"]["Source", "PUB"]
    assert (request.tables, request.first) == ({}, frozenset())


def test_what_is_only_referred_to_is_not_stated(write):
    path = write("WORKS_ON.csv", "start,end\na,T\n")
    rows = {"Organisation": [{"id": "a", "name": "甲"}], "Theme": [{"id": "T", "name": "居場所"}]}
    loaded = read([path], known=lambda _: rows)
    assert (loaded.refused, loaded.borrowed) == (0, frozenset({"a", "T"}))
    assert set(edition(loaded, "x").unsourced) == {("WORKS_ON", "a", "T")}


def test_links_of_other_tools_may_refer_to_what_is_known_too(write):
    path = write("edges.csv", "Source,Target,Type\na,T,Directed\n")
    rows = {"Organisation": [{"id": "a", "name": "甲"}], "Theme": [{"id": "T", "name": "居場所"}]}
    loaded = read([path], known=lambda _: rows)
    assert list(loaded.dataset["WORKS_ON"]["end"]) == ["T"]
    assert loaded.borrowed == frozenset({"a", "T"})
