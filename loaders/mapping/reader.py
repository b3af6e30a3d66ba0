"""YAML to a checked mapping."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Literal

import yaml

from graph.errors import InputError, MappingError
from graph.frames import typed
from graph.schema import Label, RelationshipType, Table, schema
from loaders.cells import Marks
from loaders.combine import RULES
from loaders.dates import Part, years_in
from loaders.issues import FileProblem, shown
from loaders.mapping.model import (
    Condition,
    End,
    Field,
    Join,
    MappingFile,
    NodeEntry,
    RelationshipEntry,
    Rule,
    TableEntry,
    Template,
    Year,
)
from loaders.mapping.spot import Spot
from loaders.mapping.transforms import TRANSFORMS
from loaders.names import hint, values_of
from loaders.text import decode
from loaders.values import parsed

_ROOT = ("version", "source", "tables")
_TABLE = ("file", "sheet", "header", "headers", "skip", "derive", "nodes", "relationships")
_JOIN = ("code", "name", "address", "prefecture")
_NODE = ("as", "label", "id", "join", *_JOIN, "properties", "combine", "when", "optional")
_RELATIONSHIP = ("type", "start", "end", "properties", "combine", "when", "optional")
_RULE = (
    "column",
    "template",
    "constant",
    "transform",
    "replace",
    "values",
    "match",
    "default",
    "split",
    "format",
    "part",
    "year",
    "fill",
    "optional",
)
_ORIGINS = ("column", "template", "constant")
_PARTS_OF_RANGES: Mapping[str, Part] = {"start": "start", "end": "end"}
_ORIGINS_OF_YEARS: Mapping[str, Literal["file", "sheet"]] = {"file": "file", "sheet": "sheet"}
_CONDITION = ("column", "filled", "equals", "matches")
_VERSION = "1"
_MUNICIPALITY = "Municipality"
_PARTS = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|([{}])")


class _Loader(yaml.BaseLoader):
    """Reads every scalar as text (011002 keeps its zero) and refuses a key written twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for number, key in enumerate(keys) if key in keys[:number]), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"{twice!r} twice", node.start_mark)
        return super().construct_mapping(node, deep=deep)


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
    derive = {name: _rule(item, None) for name, item in _entries(spot, "derive")}
    nodes = tuple(_node(item) for item in _items(spot, "nodes"))
    names = [node.name for node in nodes]
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        spot.at("nodes").fail("mapping_twice", value=twice)
    sheet, header, headers, skip = map(spot.maybe, ("sheet", "header", "headers", "skip"))
    return TableEntry(
        file=_pattern(spot.at("file")),
        place=spot.place,
        sheet=sheet.filled() if sheet else None,
        header=header.number() if header else None,
        headers=headers.texts() if headers else None,
        skip=skip.texts() if skip else (),
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
    for key in ("label", "id", "properties", "combine") if joined else _JOIN:
        if spot.has(key):
            spot.at(key).fail("mapping_join", key=key)
    label = _MUNICIPALITY if joined else spot.at("label").choice(schema().labels)
    table = schema().labels[label]
    name = spot.maybe("as")
    return NodeEntry(
        name=name.filled() if name else label,
        label=label,
        ids=() if joined else _templates(spot.at("id")),
        join=_join(spot) if joined else None,
        properties=_properties(spot, table),
        combine=_combine(spot, table),
        when=_conditions(spot),
        optional=_optional(spot),
    )


def _join(spot: Spot) -> Join:
    if not any(map(spot.has, ("code", "name", "address"))):
        spot.fail("mapping_lacks", key="code / name / address")
    code, name, address, prefecture = (_template(spot.at(key)) if spot.has(key) else None for key in _JOIN)
    return Join(code, name, address, prefecture)


def _relationship(spot: Spot, names: list[str]) -> RelationshipEntry:
    spot.keyed(_RELATIONSHIP)
    table = schema().relationships[spot.at("type").choice(schema().relationships)]
    return RelationshipEntry(
        type=table.key,
        start=_end(spot.at("start"), names),
        end=_end(spot.at("end"), names),
        properties=_properties(spot, table),
        combine=_combine(spot, table),
        when=_conditions(spot),
        optional=_optional(spot),
    )


def _end(spot: Spot, names: list[str]) -> End:
    if isinstance(spot.content, str) and "{" not in spot.content:
        return End(node=spot.choice(names))
    return End(ids=_templates(spot))


def _properties(spot: Spot, table: Table) -> Mapping[str, Rule]:
    ends = ("start", "end") if isinstance(table, RelationshipType) else ()
    found: dict[str, Rule] = {}
    for key, item in _entries(spot, "properties"):
        if key not in table.written or key in ends or (isinstance(table, Label) and key == "id"):
            names = [name for name in table.written if name not in {"id", *ends}]
            item.fail("mapping_property", key=shown(key), table=table.name, hint=hint(key, names))
        found[key] = _rule(item, table.properties[key].type)
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


def _rule(spot: Spot, kind: str | None) -> Rule:
    if isinstance(spot.content, str):
        return Rule(columns=(spot.filled(),))
    spot.keyed(_RULE)
    origins = [key for key in _ORIGINS if spot.has(key)]
    if len(origins) != 1:
        spot.fail("mapping_origin")
    column, template, constant, values = map(spot.maybe, ("column", "template", "constant", "values"))
    default, split, fill = map(spot.maybe, ("default", "split", "fill"))
    date_format, part, year = (_of_dates(spot.maybe(key), kind) for key in ("format", "part", "year"))
    return Rule(
        columns=column.texts() if column else (),
        template=_template(template) if template else None,
        constant=constant.text() if constant else None,
        transforms=_transforms(spot),
        replacements=_pairs(spot, "replace") or (),
        values=values.table() if values else None,
        matches=_pairs(spot, "match"),
        default=default.text() if default else None,
        split=split.filled() if split else None,
        date_format=date_format.filled() if date_format else None,
        part=_PARTS_OF_RANGES[part.choice(_PARTS_OF_RANGES)] if part else None,
        year=_year(year) if year else None,
        fill=fill.filled() if fill else None,
        optional=_optional(spot),
    )


def _of_dates(spot: Spot | None, kind: str | None) -> Spot | None:
    if spot is not None and kind not in ("date", None):
        spot.fail("mapping_format", key=spot.place.rpartition(" › ")[2], type=kind)
    return spot


def _year(spot: Spot) -> Year:
    if isinstance(spot.content, str):
        text = spot.filled()
        return Year(column=text) if years_in(text) is None else Year(constant=text)
    return Year(origin=_ORIGINS_OF_YEARS[spot.keyed(("from",)).at("from").choice(_ORIGINS_OF_YEARS)])


def _transforms(spot: Spot) -> tuple[str, ...]:
    found = spot.maybe("transform")
    return tuple(item.choice(TRANSFORMS) for item in found.items()) if found else ()


def _pairs(spot: Spot, key: str) -> tuple[tuple[re.Pattern[str], str], ...] | None:
    found = spot.maybe(key)
    if found is None:
        return None
    pairs = tuple((found.compiled(pattern), item.text()) for pattern, item in found.entries().items())
    if key == "replace":
        for pattern, text in pairs:
            _check_replacement(found, pattern, text)
    return pairs


def _check_replacement(spot: Spot, pattern: re.Pattern[str], text: str) -> None:
    try:
        # With an empty alternative there is a match, and so a look at the replacement's groups.
        re.compile(f"{pattern.pattern}|").sub(text, "")
    except (re.error, IndexError) as error:
        spot.fail("mapping_pattern", value=shown(text), reason=error)


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


def _templates(spot: Spot) -> tuple[Template, ...]:
    found = tuple(_template(item) for item in spot.items())
    return found or spot.fail("mapping_kind", expected="text")


def _template(spot: Spot) -> Template:
    text = spot.filled()
    parts: list[str | Field] = []
    end = 0
    for found in _PARTS.finditer(text):
        parts.append(text[end : found.start()])
        end = found.end()
        if found[2] or found[1] == "":
            spot.fail("mapping_template", value=shown(text))
        parts.append(_field(spot, found[1]) if found[1] else found[0][0])
    parts.append(text[end:])
    return Template(tuple(part for part in parts if part))


def _field(spot: Spot, text: str) -> Field:
    column, *transforms = (part.strip() for part in text.split("|"))
    for name in transforms:
        if name not in TRANSFORMS:
            spot.fail("mapping_value", value=shown(name), hint=hint(name, TRANSFORMS))
    return Field(column, tuple(transforms))


def _optional(spot: Spot) -> bool:
    found = spot.maybe("optional")
    return found.truth() if found else False


def _entries(spot: Spot, key: str) -> list[tuple[str, Spot]]:
    found = spot.maybe(key)
    return list(found.entries().items()) if found else []


def _items(spot: Spot, key: str) -> list[Spot]:
    found = spot.maybe(key)
    return list(found.items()) if found else []
