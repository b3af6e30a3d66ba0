"""The plan of a query, drawn as a tree with what each step gives and costs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.tree import Tree

from graph.language import Catalogue
from queries.plan import Operator
from tsunagari.cli.output import Format, Rows, send
from tsunagari.cli.output.destination import opened
from tsunagari.cli.output.screen import drawing

_COLUMNS = ("operator", "estimatedRows", "rows", "dbHits", "details")
_WIDE = 1000


def emit(plan: Operator, form: Format, out: Path | None) -> None:
    """Write a plan: as a tree, or in another form as a table with the depth of each operator."""
    if form is not Format.TABLE:
        rows = ([depth, *_cells(operator)] for depth, operator in _walk(plan))
        send({"": Rows(["depth", *_COLUMNS], rows)}, form, out)
        return
    with opened(out) as sink, drawing(sink, to_file=out is not None) as console:
        console.print(_tree(plan))


def _tree(plan: Operator) -> Table:
    catalogue = Catalogue("tsunagari")
    headings = [
        catalogue.text("columns.operator"),
        catalogue.text("columns.estimatedRows"),
        catalogue.text("columns.rows"),
        catalogue.text("columns.dbHits"),
        catalogue.text("columns.details"),
    ]
    run = plan.hits is not None
    table = Table(header_style="bold", show_edge=False, box=None, pad_edge=False)
    kept = [i for i in range(len(_COLUMNS)) if run or i not in (2, 3)]
    for i in kept:
        right = 0 < i < len(_COLUMNS) - 1
        table.add_column(str(headings[i]), justify="right" if right else "left", overflow="fold", no_wrap=i == 0)
    for line, operator in zip(_branches(plan), plan.walk(), strict=True):
        cells = [line, *map(_shown, _cells(operator)[1:])]
        table.add_row(*(cells[i] for i in kept))
    if run:
        hits = sum(operator.hits or 0 for operator in plan.walk())
        total = [str(catalogue.text("plan.total")), "", "", f"{hits:,}", ""]
        table.add_section()
        table.add_row(*total, style="bold")
    return table


def _branches(plan: Operator) -> list[str]:
    """Return the names of the operators, one a line, with the branches of the tree before them."""
    console = Console(width=_WIDE, highlight=False, markup=False, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(_grown(plan, None))
    return [line.rstrip() for line in captured.get().splitlines()]


def _grown(operator: Operator, above: Tree | None) -> Tree:
    tree = Tree(operator.name) if above is None else above.add(operator.name)
    for child in operator.children:
        _grown(child, tree)
    return tree


def _walk(operator: Operator, depth: int = 0) -> Iterator[tuple[int, Operator]]:
    yield depth, operator
    for child in operator.children:
        yield from _walk(child, depth + 1)


def _cells(operator: Operator) -> list[object]:
    return [operator.name, round(operator.estimated, 1), operator.rows, operator.hits, operator.details]


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value or "")
