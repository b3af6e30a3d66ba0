"""What a mapping may not say; each is one sentence that names the file, the place and the nearest right name."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError, MappingError
from graph.language import set_language
from loaders.mapping.reader import read_mapping

GOOD = """
version: 1
source: {id: S, name: 一覧, retrievedOn: 2024-04-01}
tables:
  - file: "*.csv"
    nodes:
      - as: body
        label: Organisation
        id: ["N-{番号|digits}", "M-{名前|compact}"]
        properties:
          name: 名前
          code_like: x
"""


def _mapping(folder: Path, text: str) -> Path:
    path = folder / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _table(text: str) -> str:
    return f"tables:\n  - file: a.csv\n    {text}\n"


def _node(text: str) -> str:
    return _table(f"nodes: [{{label: Organisation, id: x, {text}}}]")


def test_a_mapping_is_read(tmp_path: Path) -> None:
    found = read_mapping(_mapping(tmp_path, GOOD.replace("          code_like: x\n", "")))
    (table,) = found.tables
    (node,) = table.nodes
    assert found.source is not None
    assert str(found.source["retrievedOn"]) == "2024-04-01"
    assert (node.name, node.label) == ("body", "Organisation")
    assert [template.columns for template in node.ids] == [("番号",), ("名前",)]


def test_scalars_stay_text(tmp_path: Path) -> None:
    text = _node("properties: {name: {column: a, values: {no: 011002, true: ~}}}")
    (table,) = read_mapping(_mapping(tmp_path, text)).tables
    assert table.nodes[0].properties["name"].values == {"no": "011002", "true": "~"}


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", "/", "key: value"),
        ("[1]", "/", "key: value"),
        ("version: 2\ntables: []", "version", "one of: 1"),
        ("source: {id: S, name: x}", "/", "tables is missing"),
        ("tables: []", "tables", "[list]"),
        ("tables: {a: b}", "tables", "[list]"),
        ("tabels: []", "/", "the nearest is 'tables'"),
        ("source: {id: S}\ntables: []", "source", "name is missing"),
        ("source: {id: S, name: x, retrievedOn: soon}\ntables: [{file: a}]", "source › retrievedOn", "'soon'"),
        ("source: {id: S, nam: x}\ntables: []", "source", "the nearest is 'name'"),
        ("tables: [{sheet: a}]", "tables 1", "file is missing"),
        (_table("header: 0"), "tables 1 › header", "1, 2, 3"),
        (_table("nodes: [{label: Organization, id: x}]"), "tables 1 › nodes 1 › label", "'Organisation'"),
        (_table("nodes: [{label: Organisation}]"), "tables 1 › nodes 1", "id is missing"),
        (_node("properties: {nmae: a}"), "tables 1 › nodes 1 › properties › nmae", "the nearest is 'name'"),
        (_node("properties: {name: {}}"), "properties › name", "exactly one of column, template and constant"),
        (_node("properties: {name: {column: a, constant: b}}"), "properties › name", "exactly one"),
        (_node("properties: {name: {column: a, transform: stirp}}"), "transform", "the nearest is 'strip'"),
        (_node("properties: {name: {column: a, match: {'(': b}}}"), "match", "regular expression '('"),
        (_node("properties: {name: {column: a, replace: {a: '\\3'}}}"), "replace", "regular expression"),
        (_node("properties: {name: {column: a, format: '%Y'}}"), "format", "only dates have 'format'"),
        (_node("properties: {name: {template: 'a{b'}}"), "template", "braces"),
        (_node("properties: {name: {template: '{a|up}'}}"), "template", "the nearest is 'upper'"),
        (_node("combine: {name: sum}"), "combine › name", "cannot be combined by sum"),
        (_node("combine: {name: add}"), "combine › name", "one of:"),
        (_node("when: {column: a}"), "when", "filled / equals / matches"),
        (_node("when: {column: a, filled: perhaps}"), "when › filled", "true / false"),
        (_node("optional: perhaps"), "optional", "true / false"),
        (_node("code: x"), "nodes 1 › code", "needs join"),
        (_table("nodes: [{join: municipalities, code: x, label: Theme}]"), "nodes 1 › label", "join"),
        (_table("nodes: [{join: cities, code: x}]"), "nodes 1 › join", "'cities'"),
        (_table("nodes: [{label: Theme, id: x}, {label: Theme, id: y}]"), "nodes", "'Theme' stands twice"),
        (_table("relationships: [{type: LOCATED, start: '{a}', end: '{b}'}]"), "type", "the nearest is 'LOCATED_IN'"),
        (
            _table(
                "nodes: [{as: body, label: Theme, id: x}]\n    relationships: [{type: BROADER, start: bdy, end: body}]"
            ),
            "relationships 1 › start",
            "the nearest is 'body'",
        ),
        ("tables: [{file: ../a.csv}]", "tables 1 › file", "leads out"),
        ("tables: [{file: /etc/passwd}]", "tables 1 › file", "leads out"),
        ("tables: [{file: 'C:\\a.csv'}]", "tables 1 › file", "leads out"),
        ("tables: [{file: 'a\\..\\..\\b.csv'}]", "tables 1 › file", "leads out"),
    ],
)
def test_what_it_may_not_say(tmp_path: Path, text: str, place: str, said: str) -> None:
    with pytest.raises(MappingError) as caught:
        read_mapping(_mapping(tmp_path, text))
    sentence = str(caught.value)
    assert sentence.startswith("Mapping mapping.yaml")
    assert place in sentence
    assert said in sentence


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tables: [", 1),
        ("a: 1\n\tb: 2", 2),
        ("tables: 1\ntables: 2", 1),
        ("a: *b", 1),
        ("a: \0", 1),
        ("? [a]\n: b", 1),
        ("[" * 1500, 1),
    ],
)
def test_what_is_no_yaml(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(MappingError) as caught:
        read_mapping(_mapping(tmp_path, text))
    assert str(caught.value).startswith(f"Line {line} of the mapping mapping.yaml")
    assert "\n" not in str(caught.value)


def test_tags_make_no_objects(tmp_path: Path) -> None:
    with pytest.raises(MappingError):
        read_mapping(_mapping(tmp_path, "tables: !!python/object/apply:os.getcwd []"))


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there"):
        read_mapping(tmp_path / "none.yaml")


def test_the_sentences_are_in_japanese_too(tmp_path: Path) -> None:
    set_language("ja")
    with pytest.raises(MappingError) as caught:
        read_mapping(_mapping(tmp_path, GOOD))
    assert "組織に項目「code_like」はありません" in str(caught.value)
