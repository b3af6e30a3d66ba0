from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from loaders import read
from loaders.formats import Content, formats, recognised, writer_named, writers
from loaders.sheets import Sheet

GARBAGE = [
    b"",
    b"\x00\xff",
    b"<",
    b"{",
    b"[]",
    b"null",
    b"<graphml",
    b"\xff\xfe<\x00",
    b"<?xml version='1.0'?>",
    b"{}{}",
]


@pytest.mark.parametrize("data", GARBAGE)
def test_garbage_is_no_format_and_raises_nothing(data) -> None:
    for suffix in (".json", ".xml", ".graphml"):
        content = Content("x", "x", suffix, data)
        assert recognised(content) in (None, next(form for form in formats() if form.key == "graphml"))


@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing(data) -> None:
    recognised(Content("x", "x", ".json", data))


@given(
    st.lists(st.lists(st.sampled_from(["Label", "From", "To", "id", "source", "target", "Id", "type", ""])), max_size=3)
)
def test_any_sheet_raises_nothing(rows) -> None:
    filled = [row for row in rows if any(row)]
    recognised(Content("x", "x", ".csv", b"x", [Sheet("x", "x", filled, range(1, len(filled) + 1), ragged=True)]))


def test_keys_are_one_of_a_kind_and_both_ways_have_names_in_both_languages() -> None:
    for listed in (formats(), writers()):
        keys = [form.key for form in listed]
        assert len(keys) == len(set(keys))
    for writer in writers():
        assert writer.name.ja
        assert writer.description.en


def test_every_format_of_the_requirement_is_there() -> None:
    read_keys = {form.key for form in formats()}
    assert {"graphml", "gexf", "cytoscape", "kumu", "gephi", "edgelist", "hsds", "360giving"} <= read_keys
    assert {"graphml", "gexf", "cytoscape", "kumu", "gephi", "hsds", "jsonld", "csv"} == {w.key for w in writers()}


def test_an_unknown_format_to_write_names_the_nearest() -> None:
    with pytest.raises(InputError) as raised:
        writer_named("graphlm")
    assert str(raised.value) == "'graphlm' is no format that can be written; correct it (the nearest is 'graphml')."


@pytest.mark.parametrize("key", ["graphml", "gexf", "cytoscape", "kumu", "360giving", "hsds"])
def test_a_format_forced_on_the_wrong_file_is_one_sentence(key, write) -> None:
    with pytest.raises(InputError) as raised:
        read([write("x.json", '{"a": 1}')], as_format=key)
    assert "x.json cannot be read" in str(raised.value)


@pytest.mark.parametrize("key", ["graphml", "gexf", "cytoscape", "kumu", "gephi", "edgelist", "hsds", "360giving"])
def test_a_format_forced_on_the_wrong_table_is_one_sentence(key, write) -> None:
    with pytest.raises(InputError):
        read([write("x.csv", "a,b\n1,2\n")], as_format=key)
