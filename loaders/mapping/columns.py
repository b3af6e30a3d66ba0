"""Columns of a grid by name, and what templates, rules and conditions make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath

from graph.errors import MappingError
from loaders.dates import year_named
from loaders.issues import shown
from loaders.mapping.headers import Headers
from loaders.mapping.model import Condition, Field, Rule, TableEntry, Template, Year
from loaders.mapping.transforms import TRANSFORMS
from loaders.names import fold, hint
from loaders.sheets import Grid


class Columns:
    """The columns of `grid`, and those that the mapping derives from them.

    Raises
    ------
    MappingError
        When the mapping names a column that is not there, or that is there twice.
    """

    def __init__(self, grid: Grid, entry: TableEntry, file: str) -> None:
        self.grid = grid
        self._headers = Headers(grid.headers, entry.aliases, entry.optional, grid.others)
        self._derived = {fold(name): ([text] * len(grid.rows), "") for name, text in _names(grid).items()}
        self.filled: dict[str, tuple[str, int]] = {}
        _check(grid, self._headers, entry, file)
        for name, rule in entry.derive.items():
            # Under construction it may name the column of the file that it takes the place of.
            values = self.values(rule, name)
            self._derived[fold(name)] = (values, self.header(rule.needs))

    def cells(self, name: str) -> list[str]:
        """Return the cells of a column; those of a derived one where the mapping has one of that name."""
        derived = self._derived.get(fold(name))
        if derived:
            return derived[0]
        position = self._headers.position(name)
        return [""] * len(self.grid.rows) if position is None else self.grid.column(position)

    def position(self, name: str) -> int | None:
        """Return where a column stands in the file, or None when it is not there."""
        return self._headers.position(name)

    def header(self, names: Sequence[str]) -> str:
        """Return the header, as written, of the first of the columns that is there."""
        return next(filter(None, map(self._header, names)), "")

    def _header(self, name: str) -> str:
        derived = self._derived.get(fold(name))
        position = self._headers.position(name)
        return derived[1] if derived else "" if position is None else self.grid.headers[position]

    def used(self, entry: TableEntry) -> set[int]:
        """Return the positions of the columns that the mapping uses."""
        found = (self._headers.position(name) for name, _ in entry.needs())
        return {position for position in found if position is not None}

    def text(self, template: Template) -> list[str]:
        """Return what a template gives for each row; nothing where a column that it needs is empty."""
        count = len(self.grid.rows)
        parts = [[part] * count if isinstance(part, str) else self._field(part) for part in template.parts]
        needed = [values for values, part in zip(parts, template.parts, strict=True) if isinstance(part, Field)]
        texts = list(map("".join, zip(*parts, strict=True)))
        if not needed:
            return texts
        return [text if all(values) else "" for text, values in zip(texts, zip(*needed, strict=True), strict=True)]

    def first(self, templates: Iterable[Template]) -> list[str]:
        """Return, for each row, what the first template gives that gives anything."""
        found = [self.text(template) for template in templates]
        return _first(found, len(self.grid.rows))

    def values(self, rule: Rule, name: str = "") -> list[str]:
        """Return the text that a rule gives for each row."""
        if rule.constant is not None:
            return [rule.constant] * len(self.grid.rows)
        if rule.template is not None:
            origin = self.text(rule.template)
        else:
            origin = _first([self._stripped(column) for column in rule.columns], len(self.grid.rows))
        values = _each(origin, lambda text: _changed(text, rule))
        return self._shared(values, rule.fill, name) if rule.fill is not None else values

    def years(self, year: Year | None) -> list[str] | None:
        """Return the year that dates without one are of, for each row; None when the mapping gives none."""
        if year is None:
            return None
        if year.column is not None:
            return self._stripped(year.column)
        text = year.constant or year_named(self.grid.file if year.origin == "file" else self.grid.sheet)
        return [text] * len(self.grid.rows)

    def holding(self, conditions: Iterable[Condition]) -> list[bool]:
        """Tell for each row whether all conditions hold."""
        holds = [True] * len(self.grid.rows)
        for condition in conditions:
            cells = self._stripped(condition.column)
            holds = [before and _holds(cell, condition) for before, cell in zip(holds, cells, strict=True)]
        return holds

    def _stripped(self, name: str) -> list[str]:
        return [cell if cell.strip() else "" for cell in self.cells(name)]

    def _field(self, part: Field) -> list[str]:
        return _each(self._stripped(part.column), lambda text: _transformed(text.strip(), part.transforms))

    def _shared(self, values: list[str], by: str, name: str) -> list[str]:
        """Fill empty values from other rows with the same text in the column `by`, where these agree."""
        keys = self._stripped(by)
        known: dict[str, set[str]] = {}
        for key, value in zip(keys, values, strict=True):
            if key and value:
                known.setdefault(key, set()).add(value)
        agreed = {key: next(iter(found)) for key, found in known.items() if len(found) == 1}
        shared = [value or agreed.get(key, "") for key, value in zip(keys, values, strict=True)]
        self.filled[name or by] = (by, sum(after != before for after, before in zip(shared, values, strict=True)))
        return shared


def _names(grid: Grid) -> Mapping[str, str]:
    """Return the columns that every table has: the names of its file, without the ending, and of its sheet."""
    return {"(file)": PurePath(grid.file).stem, "(sheet)": grid.sheet}


def _check(grid: Grid, headers: Headers, entry: TableEntry, file: str) -> None:
    derived = set(map(fold, (*entry.derive, *_names(grid))))
    for column, part in entry.needs():
        place = f"{entry.place} › {part}"
        if headers.position(column) is None and fold(column) not in derived and not headers.may_lack(column):
            near = hint(column, [header for header in grid.headers if header])
            raise MappingError(
                "mapping_column", file=file, place=place, column=shown(column), data=grid.file, hint=near
            )
        if headers.is_twice(column):
            raise MappingError("mapping_column_twice", file=file, place=place, column=shown(column), data=grid.file)
    _check_order(headers, entry, file)


def _check_order(headers: Headers, entry: TableEntry, file: str) -> None:
    """A derived column can use those written before it, and the column of the file whose name it has."""
    unmade = {fold(name) for name in entry.derive}
    for name, rule in entry.derive.items():
        unmade -= {fold(name)} if headers.may_lack(name) else set()
        for column in rule.needs:
            if headers.position(column) is None and fold(column) in unmade:
                place = f"{entry.place} › derive › {name}"
                raise MappingError("mapping_order", file=file, place=place, column=shown(column))
        unmade.discard(fold(name))


def _first(found: Sequence[list[str]], count: int) -> list[str]:
    if len(found) == 1:
        return found[0]
    return [next(filter(None, options), "") for options in zip(*found, strict=True)] if found else [""] * count


def _each(cells: list[str], change: Callable[[str], str]) -> list[str]:
    known = {cell: change(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _changed(text: str, rule: Rule) -> str:
    text = _transformed(text, rule.transforms)
    for pattern, replacement in rule.replacements:
        text = pattern.sub(replacement, text)
    found = _looked_up(text, rule)
    if found is not None:
        return found
    if not text.strip():
        return rule.default or ""
    if rule.matches is None and (rule.values is None or rule.default is None):
        return text
    return rule.default or ""


def _looked_up(text: str, rule: Rule) -> str | None:
    exact = (rule.values or {}).get(text.strip())
    if exact is not None:
        return exact
    return next((value for pattern, value in rule.matches or () if pattern.search(text)), None)


def _transformed(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = TRANSFORMS[name](text)
    return text


def _holds(cell: str, condition: Condition) -> bool:
    text = cell.strip()
    return (
        (condition.filled is None or bool(text) is condition.filled)
        and (condition.equals is None or text in condition.equals)
        and (condition.matches is None or condition.matches.search(text) is not None)
    )
