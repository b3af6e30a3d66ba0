"""The columns of a sheet: those of the table, and beside an end what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.language import Catalogue, Text
from graph.schema import START, Property, RelationshipType, Table, schema
from loaders.aids import aid
from loaders.names import END_NAMES

Role = Literal["value", "id", "end", "name", "kind"]


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes
    ----------
    key
        Column of the table; of a column that only helps, the end that it is about.
    role
        A value, the id of a node, an end of a relationship, or what only helps: name or kind of an end.
    labels
        Labels that an end may have.
    """

    key: str
    role: Role
    header: Text
    note: Text
    described: Property | None = None
    labels: tuple[str, ...] = ()

    @property
    def helps(self) -> bool:
        """Whether it only helps, and is not read."""
        return self.role in ("name", "kind")

    @property
    def required(self) -> bool:
        """Whether every row must have a value."""
        return self.role == "end" or (self.described is not None and self.described.required)


def columns(table: Table) -> list[Column]:
    """Return the columns of the sheet of `table`, in their order."""
    found: list[Column] = []
    for key in table.written:
        described = table.properties.get(key)
        if described is not None:
            found.append(_value(key, described))
        elif isinstance(table, RelationshipType):
            found += _end(table, key)
    return found


def _value(key: str, described: Property) -> Column:
    role: Role = "id" if key == "id" else "value"
    return Column(key, role, _marked(described.name, required=described.required), _note(described), described)


def _end(table: RelationshipType, key: str) -> Iterator[Column]:
    labels, others = (table.starts, table.ends) if key == START else (table.ends, table.starts)
    named = schema().labels[labels[0]].name if len(labels) == 1 and labels != others else END_NAMES[key]
    sheets = [schema().labels[label].name for label in labels]
    several = Text("・".join(name.ja for name in sheets), ", ".join(name.en for name in sheets))
    if len(labels) > 1:
        yield Column(key, "kind", aid("kindOf", name=named), aid("kindNote"), labels=labels)
    note = _lines(table.description, aid("endNote", sheets=several), aid("requiredNote"))
    yield Column(key, "end", _marked(aid("idOf", name=named), required=True), note, labels=labels)
    yield Column(key, "name", aid("nameOf", name=named), aid("nameNote"), labels=labels)


def _marked(name: Text, *, required: bool) -> Text:
    return Text(f"{name.ja} *", f"{name.en} *") if required else name


def _note(described: Property) -> Text:
    parts = [described.description, *_forms(described)]
    if described.key == "id":
        parts.append(aid("idNote"))
    if described.required:
        parts.append(aid("requiredNote"))
    return _lines(*parts)


def _forms(described: Property) -> Iterator[Text]:
    catalogue = Catalogue("loaders")
    if described.choices is not None:
        names = list(described.choices.values())
        listed = Text("、".join(name.ja for name in names), ", ".join(name.en for name in names))
        yield catalogue.text("forms.values", values=listed)
        return
    form = described.format or ("endDate" if described.type == "date" and described.end else described.type)
    if form != "string":
        yield catalogue.text(f"forms.{form}")
    for bound, value in (("minimum", described.minimum), ("maximum", described.maximum)):
        if value is not None:
            yield catalogue.text(f"forms.{bound}", bound=f"{value:g}")


def _lines(*texts: Text) -> Text:
    return Text("\n".join(text.ja for text in texts), "\n".join(text.en for text in texts))
