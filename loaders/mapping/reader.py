"""YAML to a checked mapping."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import yaml

from graph.errors import InputError, MappingError
from graph.frames import typed
from graph.schema import Label, RelationshipType, Table, schema
from loaders.cells import Marks
from loaders.combine import RULES
from loaders.issues import FileProblem, shown
from loaders.mapping.headings import HEADING, headings
from loaders.mapping.model import (
    Condition,
    End,
    Join,
    MappingFile,
    NodeEntry,
    RelationshipEntry,
    Rule,
    TableEntry,
)
from loaders.mapping.rules import read_rule
from loaders.mapping.spot import Spot
from loaders.mapping.templates import read_template, read_templates
from loaders.names import hint, values_of
from loaders.text import decode
from loaders.values import parsed

_ROOT = ("version", "source", "tables")
_TABLE = ("file", "sheet", "header", "headers", "skip", *HEADING, "derive", "nodes", "relationships")
_JOIN = ("code", "name", "address", "prefecture")
_NODE = ("as", "label", "id", "distinct", "join", *_JOIN, "properties", "combine", "when", "optional")
_RELATIONSHIP = ("type", "start", "end", "properties", "combine", "when", "optional")
END_BY_NAME = ("label", "name")
_CONDITION = ("column", "filled", "equals", "matches")
_VERSION = "1"
_ANY_FILE = "*"
_MERGE = "<<"
_MUNICIPALITY = "Municipality"


class _Loader(yaml.BaseLoader):
    """Reads every scalar as text (011002 keeps its zero) and refuses a key written twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        own = [key for key, value in node.value if not _merges(key, value)]
        keys = [self.construct_object(key, deep=True) for key in own]
        twice = next((key for number, key in enumerate(keys) if key in keys[:number]), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"{twice!r} twice", node.start_mark)
        node.value = list(_pairs(node))
        return super().construct_mapping(node, deep=deep)


def _merges(key: yaml.Node, value: yaml.Node) -> bool:
    """Tell whether a pair is YAML's merge key, which takes over what stands elsewhere."""
    return key.value == _MERGE and isinstance(value, yaml.MappingNode)


def _pairs(node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield the pairs of a mapping, and what it takes over and does not write itself, in the order of their places."""
    written = [key.value for key, value in node.value if not _merges(key, value)]
    for key, value in node.value:
        if _merges(key, value):
            yield from (pair for pair in _pairs(value) if pair[0].value not in written)
        else:
            yield key, value


def read_mapping(path: Path) -> MappingFile:
    """Return the mapping in a file.

    Raises
    ------
    InputError
        When there is no such file.
    MappingError
        When it says something impossible; names the place in it and the nearest right name.
    """
    if not path.is_file():
        raise InputError("not_found", path=path)
    root = Spot(path.name, "", _tree(path)).keyed(_ROOT)
    if (version := root.maybe("version")) is not None:
        version.choice([_VERSION])
    found = root.maybe("source")
    source = _source(found) if found is not None else None
    tables = tuple(_table(item) for item in root.at("tables").items())
    if not tables:
        root.at("tables").fail("mapping_kind", expected="[list]")
    return MappingFile(path, tables, source)


def _tree(path: Path) -> Any:
    try:
        return yaml.load(decode(path.read_bytes()), Loader=_Loader)  # noqa: S506 - makes nothing but texts
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise MappingError("mapping_yaml", file=path.name, line=mark.line + 1 if mark else 1, reason=reason) from error
    except (RecursionError, TypeError, ValueError) as error:
        raise MappingError("mapping_yaml", file=path.name, line=1, reason=type(error).__name__) from error
    except OSError as error:
        raise MappingError("mapping_yaml", file=path.name, line=1, reason=error.strerror) from error
    except FileProblem as problem:
        raise MappingError("mapping_yaml", file=path.name, line=1, reason=problem.problem) from problem


def _source(spot: Spot) -> Mapping[str, object]:
    label = schema().labels["Source"]
    record: dict[str, object] = {}
    marks = Marks(1)
    for key, item in spot.keyed(label.written).entries().items():
        described = label.properties[key]
        choices = values_of("Source", key) if described.choices else None
        column = parsed([item.text()], described, choices=choices)
        if column.failures or column.remarks:
            item.fail("mapping_value", value=item.text(), hint=described.description)
        record[key] = column.values[0]
        marks.add(key, column.precisions)
    for key in ("id", "name"):
        spot.at(key).filled()
    record |= marks.of(0)
    typed([record], label)
    return record


def _table(spot: Spot) -> TableEntry:
    spot.keyed(_TABLE)
    derive = {name: read_rule(item, None) for name, item in _entries(spot, "derive")}
    nodes = tuple(_node(item) for item in _items(spot, "nodes"))
    names = [node.name for node in nodes]
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        spot.at("nodes").fail("mapping_twice", value=twice)
    sheet, header, headers, skip = map(spot.maybe, ("sheet", "header", "headers", "skip"))
    head = headings(spot)
    return TableEntry(
        file=_pattern(spot.at("file")) if head.recognise is None or spot.has("file") else _ANY_FILE,
        place=spot.place,
        sheet=sheet.filled() if sheet else None,
        header=header.number() if header else None,
        headers=headers.texts() if headers else None,
        skip=skip.texts() if skip else (),
        aliases=head.aliases,
        optional=head.optional,
        each=head.each,
        recognise=head.recognise,
        source=head.source,
        derive=derive,
        nodes=nodes,
        relationships=tuple(_relationship(item, names) for item in _items(spot, "relationships")),
    )


def _pattern(spot: Spot) -> str:
    """Return the pattern of files, which cannot lead out of the mapping's own folder."""
    text = spot.filled()
    windows, posix = PureWindowsPath(text), PurePosixPath(text)
    if windows.drive or windows.root or posix.is_absolute() or ".." in windows.parts or "\0" in text:
        spot.fail("mapping_path", value=shown(text))
    return text.replace("\\", "/")


def _node(spot: Spot) -> NodeEntry:
    spot.keyed(_NODE)
    joined = spot.maybe("join")
    if joined is not None:
        joined.choice(["municipalities"])
    for key in ("label", "id", "distinct", "properties", "combine") if joined else _JOIN:
        if spot.has(key):
            spot.at(key).fail("mapping_join", key=key)
    label = _MUNICIPALITY if joined else spot.at("label").choice(schema().labels)
    table = schema().labels[label]
    name = spot.maybe("as")
    return NodeEntry(
        name=name.filled() if name else label,
        label=label,
        ids=() if joined else read_templates(spot.at("id")),
        join=_join(spot) if joined else None,
        properties=_properties(spot, table),
        combine=_combine(spot, table),
        when=_conditions(spot),
        distinct=_truth(spot, "distinct"),
        optional=_truth(spot, "optional"),
    )


def _join(spot: Spot) -> Join:
    if not any(map(spot.has, ("code", "name", "address"))):
        spot.fail("mapping_lacks", key="code / name / address")
    code, name, address, prefecture = (read_template(spot.at(key)) if spot.has(key) else None for key in _JOIN)
    return Join(code, name, address, prefecture)


def _relationship(spot: Spot, names: list[str]) -> RelationshipEntry:
    spot.keyed(_RELATIONSHIP)
    table = schema().relationships[spot.at("type").choice(schema().relationships)]
    return RelationshipEntry(
        type=table.key,
        start=_end(spot.at("start"), names, ()),
        end=_end(spot.at("end"), names, table.ends),
        properties=_properties(spot, table),
        combine=_combine(spot, table),
        when=_conditions(spot),
        optional=_truth(spot, "optional"),
    )


def _end(spot: Spot, names: list[str], labels: Sequence[str]) -> End:
    if labels and isinstance(spot.content, dict):
        spot.keyed(END_BY_NAME)
        return End(ids=read_templates(spot.at("name")), label=spot.at("label").choice(labels))
    if isinstance(spot.content, str) and "{" not in spot.content:
        return End(node=spot.choice(names))
    return End(ids=read_templates(spot))


def _properties(spot: Spot, table: Table) -> Mapping[str, Rule]:
    ends = ("start", "end") if isinstance(table, RelationshipType) else ()
    found: dict[str, Rule] = {}
    for key, item in _entries(spot, "properties"):
        if key not in table.written or key in ends or (isinstance(table, Label) and key == "id"):
            names = [name for name in table.written if name not in {"id", *ends}]
            item.fail("mapping_property", key=shown(key), table=table.name, hint=hint(key, names))
        found[key] = read_rule(item, table.properties[key].type)
    return found


def _combine(spot: Spot, table: Table) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, item in _entries(spot, "combine"):
        if key not in table.properties:
            item.fail("mapping_property", key=shown(key), table=table.name, hint=hint(key, table.properties))
        found[key] = item.choice(RULES)
        kind = table.properties[key].type
        fits = {"sum": kind in ("integer", "float"), "union": kind == "strings"}.get(found[key], True)
        if not fits:
            item.fail("mapping_combine", rule=found[key], key=key, type=kind)
    return found


def _conditions(spot: Spot) -> tuple[Condition, ...]:
    found = spot.maybe("when")
    if found is None:
        return ()
    items = [found] if isinstance(found.content, dict) else list(found.items())
    return tuple(_condition(item.keyed(_CONDITION)) for item in items)


def _condition(spot: Spot) -> Condition:
    filled, equals, matches = map(spot.maybe, ("filled", "equals", "matches"))
    if filled is None and equals is None and matches is None:
        spot.fail("mapping_lacks", key="filled / equals / matches")
    return Condition(
        column=spot.at("column").filled(),
        filled=filled.truth() if filled else None,
        equals=equals.texts() if equals else None,
        matches=matches.pattern() if matches else None,
    )


def _truth(spot: Spot, key: str) -> bool:
    found = spot.maybe(key)
    return found.truth() if found else False


def _entries(spot: Spot, key: str) -> list[tuple[str, Spot]]:
    found = spot.maybe(key)
    return list(found.entries().items()) if found else []


def _items(spot: Spot, key: str) -> list[Spot]:
    found = spot.maybe(key)
    return list(found.items()) if found else []
