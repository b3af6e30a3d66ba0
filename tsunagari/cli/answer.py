"""The answer to a query, ad hoc or of the library: rows in the form asked for, a plan, or a page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typer

from graph.language import Catalogue, Text
from graph.store import Store
from queries import Query
from queries.elements import Elements
from queries.run import TIMEOUT, Answer, View, stream
from tsunagari import workflow
from tsunagari.cli import drawing, plan
from tsunagari.cli.codes import INTERRUPTED
from tsunagari.cli.confirm import check_terminal, confirm
from tsunagari.cli.messages import say
from tsunagari.cli.output import About, Format, Rows, chosen, send
from tsunagari.cli.output.workbook import MOST_ROWS
from tsunagari.cli.progress import Steps
from tsunagari.cli.views import one_view

_MOST = 1000
"""Rows shown to people where they do not say how many they want."""
_OWN_VIEW = re.compile(r"\s*(EXPLAIN|PROFILE)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """A query, and what is wanted of it.

    Attributes
    ----------
    query
        The query of the library that it is, if any.
    timeout
        Seconds, 0 without limit.
    limit
        How many rows; 0 for all, None for as many as the form has room for.
    explore
        The page to draw the answer's nodes and relationships on.
    """

    cypher: str
    parameters: Mapping[str, object]
    form: Format | None = None
    out: Path | None = None
    write: bool = False
    yes: bool = False
    timeout: float = TIMEOUT
    limit: int | None = None
    view: View = ""
    explore: Path | None = None
    query: Query | None = None

    @property
    def title(self) -> str:
        """Name and title of a query of the library, or nothing."""
        return "" if self.query is None else f"{self.query.name} {self.query.title}"

    @property
    def headings(self) -> dict[str, str]:
        """What people call the columns of a query of the library."""
        columns = {} if self.query is None else self.query.columns
        return {column: str(meaning) for column, meaning in columns.items()}

    @property
    def shape(self) -> Format:
        """The form of the answer."""
        return chosen(self.form, self.out)

    @property
    def drawn(self) -> bool:
        """Whether the nodes and relationships of the answer are wanted."""
        return self.explore is not None or (self.shape is Format.GRAPHML and not self.planned)

    @property
    def tabled(self) -> bool:
        """Whether the rows of the answer are wanted: where a page is, only when a form or a file is named too."""
        alone = self.explore is not None and self.form is None and self.out is None
        return not self.planned and not alone and self.shape is not Format.GRAPHML

    @property
    def most(self) -> int | None:
        """How many rows are taken at most."""
        if self.planned:
            return None
        shown = self.tabled and self.shape in (Format.TABLE, Format.MARKDOWN, Format.HTML)
        wanted = (_MOST if shown else None) if self.limit is None else self.limit or None
        return min(wanted or MOST_ROWS, MOST_ROWS) if self.shape is Format.XLSX else wanted

    @property
    def planned(self) -> bool:
        """Whether the plan of the query is wanted, be it by its own first word."""
        return bool(self.view or _OWN_VIEW.match(self.cypher))


def view(context: typer.Context, *, explain: bool, profile: bool) -> View:
    """Return what the options ``--explain`` and ``--profile`` ask for."""
    asked = one_view(context, {"--explain": explain, "--profile": profile})
    return "EXPLAIN" if asked == "--explain" else "PROFILE" if asked else ""


def answer(asked: Asked) -> None:
    """Run a query and write its answer.

    Raises
    ------
    QueryError
        When the query is wrong, writes without `Asked.write`, or runs past its limit.
    DatabaseError
        When the server cannot be reached or refuses.
    CannotWrite
        When the answer cannot be written where it was to go.
    """
    asks = asked.write and asked.view != "EXPLAIN" and not asked.yes
    if asks:
        check_terminal()
    with ExitStack() as stack:
        with Steps() as steps:
            store = stack.enter_context(workflow.database(steps))
        if asks:
            confirm(store)
        try:
            run(store, asked)
        except KeyboardInterrupt:
            say("query_stopped")
            raise typer.Exit(INTERRUPTED) from None


def run(store: Store, asked: Asked) -> None:
    """Run a query in a database that is open, and write its answer."""
    begun = dt.datetime.now().astimezone()
    elements = Elements()
    with stream(
        store,
        asked.cypher,
        asked.parameters,
        write=asked.write,
        timeout=asked.timeout,
        most=asked.most,
        view=asked.view,
    ) as found:
        rows = _taken(found.rows(), elements) if asked.drawn else found.rows()
        if asked.tabled and (found.columns or asked.out is not None):
            told = partial(_about, store, asked, found, begun)
            table = Rows(found.columns, rows, asked.headings, own=bool(asked.title))
            send({"": table}, asked.shape, asked.out, about=told)
        else:
            for _ in rows:
                pass
    if asked.planned and found.plan is not None:
        plan.emit(found.plan, asked.shape, asked.out)
    _say(found, asked)
    if asked.drawn:
        dataset = drawing.dataset(store, elements)
        if asked.shape is Format.GRAPHML:
            drawing.graphml(dataset, asked.out)
        if asked.explore is not None:
            drawing.explore(dataset, asked.explore, asked.title)


def _taken(rows: Iterable[list[object]], elements: Elements) -> Iterator[list[object]]:
    for row in rows:
        elements.take(row)
        yield row


def _about(store: Store, asked: Asked, found: Answer, begun: dt.datetime) -> About:
    return About(
        title=asked.title,
        cypher=asked.cypher,
        parameters=asked.parameters,
        asked=begun,
        database=f"{found.address}/{store.database}",
        server=found.server,
        state=store.state(),
        cut=asked.most if found.cut else None,
    )


def _say(found: Answer, asked: Asked) -> None:
    for notice in found.notices:
        # The library asks for what the schema has, whether or not it is filled in already.
        if not (notice.known and asked.title):
            say("notice", notice=notice.text)
    if found.cut and asked.shape is Format.XLSX and asked.most == MOST_ROWS:
        say("cut_sheet", count=f"{asked.most:,}")
    elif found.cut:
        say("cut", count=f"{asked.most:,}")
    if asked.write and asked.view != "EXPLAIN":
        changed = [
            str(Catalogue("tsunagari").text(f"counters.{name}", count=f"{n:,}")) for name, n in found.counters.items()
        ]
        say("counters", counters=str(Text("、", ", ")).join(changed)) if changed else say("counters_none")
