"""Names as people write them: of tables, columns and values, in Japanese, English or as the schema's key."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph.language import Text
from graph.schema import END, START, Property, RelationshipType, Table, schema

_IGNORED = re.compile(r"[\s_]+")
# What stands in files for the mark of a long vowel (コ―ド with U+2015 for コード), or for a hyphen.
_DASHES = dict.fromkeys(map(ord, "-‐‑‒–—―−─━ー"), "-")
_REQUIRED = re.compile(r"^\*+|(?:\*|\((?:必須|required)\))+$")
END_NAMES: Mapping[str, Text] = {START: Text("起点", "start"), END: Text("終点", "end")}
"""What the ends of a relationship are called."""
_MORE_END_NAMES: Mapping[str, str] = {START: "from", END: "to"}
_SHOWN_NAMES = 30
_SIMILAR = 0.5


def fold(name: str) -> str:
    """Return `name` without what people vary: width (of brackets too), case, blanks, underscores and kinds of dashes.

    Examples
    --------
    >>> fold("ＬＯＣＡＴＥＤ＿ＩＮ") == fold("Located in"), fold("コ―ド（主）") == fold("コード(主)")
    (True, True)
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name).casefold().translate(_DASHES))


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `name`, or None when none is like it."""
    folded = {fold(candidate): candidate for candidate in candidates}
    found = difflib.get_close_matches(fold(name), folded, n=1, cutoff=_SIMILAR)
    return folded[found[0]] if found else None


def hint(name: str, candidates: Iterable[str]) -> Text:
    """Return the nearest candidate as a phrase, or the candidates themselves when none is near."""
    names = list(dict.fromkeys(candidates))
    near = nearest(name, names)
    if near is not None:
        return Text(f"近い名前は「{near}」です", f"the nearest is '{near}'")
    rest = "…" if len(names) > _SHOWN_NAMES else ""
    return Text(
        f"使える名前: {'、'.join(names[:_SHOWN_NAMES])}{rest}", f"one of: {', '.join(names[:_SHOWN_NAMES])}{rest}"
    )


def table_named(name: str) -> Table | None:
    """Return the label or relationship type that `name` stands for, or None.

    Examples
    --------
    >>> table_named("所在").key
    'LOCATED_IN'
    """
    key = _tables().get(fold(name))
    return None if key is None else schema().table(key)


def table_names() -> list[str]:
    """Return every name under which a table is found, Japanese first."""
    tables = schema().tables
    return [
        *(table.name.ja for table in tables),
        *(table.name.en for table in tables),
        *(table.key for table in tables),
    ]


def column_named(key: str, header: str) -> str | None:
    """Return the column of the table `key` that `header` stands for; a mark that it is required does not count.

    Examples
    --------
    >>> column_named("Theme", "名称 *"), column_named("Theme", "Name (required)"), column_named("Theme", "x")
    ('name', 'name', None)
    """
    folded = fold(header)
    return columns_of(key).get(folded) or columns_of(key).get(_REQUIRED.sub("", folded))


@cache
def columns_of(key: str) -> Mapping[str, str]:
    """Return the column of the table `key` by each folded header under which it is found."""
    table = schema().table(key)
    found = {fold(name): prop.key for prop in _written(table) for name in _names(prop)}
    if isinstance(table, RelationshipType):
        for name, column in _end_headers(table):
            found.setdefault(fold(name), column)
    return found


def column_names(table: Table) -> list[str]:
    """Return the headers of `table` that a person may write, Japanese first."""
    ends = ["起点", "終点", "start", "end"] if isinstance(table, RelationshipType) else []
    properties = _written(table)
    return [
        *ends,
        *(prop.name.ja for prop in properties),
        *(prop.name.en for prop in properties),
        *(prop.key for prop in properties),
    ]


@cache
def values_of(table: str, column: str) -> Mapping[str, str]:
    """Return the value of an enumeration by each folded name under which it is found."""
    values = schema().table(table).properties[column].choices or {}
    return {fold(name): value for value, text in values.items() for name in (text.ja, text.en, value)}


@cache
def _tables() -> Mapping[str, str]:
    return {fold(name): table.key for table in schema().tables for name in _names(table)}


def _written(table: Table) -> list[Property]:
    return [prop for prop in table.properties.values() if not prop.internal]


def _names(described: Property | Table) -> tuple[str, str, str]:
    return described.name.ja, described.name.en, described.key


def _end_headers(table: RelationshipType) -> Iterator[tuple[str, str]]:
    for column, text in END_NAMES.items():
        names = (text.en, text.ja, _MORE_END_NAMES[column])
        yield from ((written, column) for name in names for written in (name, f"{name}ID"))
    for column, labels, others in ((START, table.starts, table.ends), (END, table.ends, table.starts)):
        # A label that may stand at both ends names neither.
        for label in (schema().labels[key] for key in labels if key not in others):
            yield from ((written, column) for name in _names(label) for written in (name, f"{name}ID"))
