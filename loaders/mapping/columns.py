"""Columns of a grid by name, and what templates, rules and conditions make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.errors import MappingError
from loaders.dates import year_named
from loaders.issues import shown
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
        self._index: dict[str, int] = {}
        for index, header in enumerate(grid.headers):
            self._index.setdefault(fold(header), index)
        self._derived: dict[str, tuple[list[str], str]] = {}
        self.filled: dict[str, int] = {}
        _check(grid, entry, file)
        for name, rule in entry.derive.items():
            # Under construction it may name the column of the file that it takes the place of.
            values = self.values(rule, name)
            self._derived[fold(name)] = (values, self.header(rule.needs))

    def cells(self, name: str) -> list[str]:
        """Return the cells of a column; those of a derived one where the mapping has one of that name."""
        derived = self._derived.get(fold(name))
        return derived[0] if derived else self.grid.column(self._index[fold(name)])

    def header(self, names: Sequence[str]) -> str:
        """Return the header, as written, of the first of the columns."""
        if not names:
            return ""
        derived = self._derived.get(fold(names[0]))
        return derived[1] if derived else self.grid.headers[self._index[fold(names[0])]]

    def used(self, entry: TableEntry) -> set[int]:
        """Return the positions of the columns that the mapping uses."""
        return {self._index[fold(name)] for name, _ in entry.needs() if fold(name) in self._index}

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
        self.filled[name or by] = sum(after != before for after, before in zip(shared, values, strict=True))
        return shared


def _check(grid: Grid, entry: TableEntry, file: str) -> None:
    headers = [fold(header) for header in grid.headers]
    derived = {fold(name) for name in entry.derive}
    for column, part in entry.needs():
        place = f"{entry.place} › {part}"
        if fold(column) not in headers and fold(column) not in derived:
            near = hint(column, [header for header in grid.headers if header])
            raise MappingError(
                "mapping_column", file=file, place=place, column=shown(column), data=grid.file, hint=near
            )
        if headers.count(fold(column)) > 1:
            raise MappingError("mapping_column_twice", file=file, place=place, column=shown(column), data=grid.file)
    _check_order(headers, entry, file)


def _check_order(headers: Sequence[str], entry: TableEntry, file: str) -> None:
    """A derived column can use those written before it."""
    known = set(headers)
    for name, rule in entry.derive.items():
        for column in rule.needs:
            if fold(column) not in known:
                place = f"{entry.place} › derive › {name}"
                raise MappingError("mapping_order", file=file, place=place, column=shown(column))
        known.add(fold(name))


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
