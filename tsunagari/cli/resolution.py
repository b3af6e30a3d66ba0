"""The commands that find organisations that are one: resolve and review."""

from __future__ import annotations

import getpass
from collections import Counter
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from graph.judgements import read_judgements
from graph.store import Store
from loaders.resolution import worded
from loaders.resolution.decisions import Decisions
from loaders.resolution.spreadsheet import Columns, resolve_file
from tsunagari import decision_sheet, review, workflow
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.messages import say, say_each
from tsunagari.cli.options import By, Form, Out
from tsunagari.cli.output import Format, emit, write
from tsunagari.cli.progress import Steps

_HIDDEN = ("left", "right")


def resolve(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    name: Annotated[str, typer.Option("--name", metavar="COLUMN")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    corporate_number: Annotated[str | None, typer.Option("--corporate-number", metavar="COLUMN")] = None,
    municipality: Annotated[str | None, typer.Option("--municipality", metavar="COLUMN")] = None,
    form: Form = None,
) -> None:
    """Write the rows of a file with the organisation that each is."""
    with Steps() as steps:
        found = resolve_file(file, Columns(name, corporate_number, municipality), steps)
    own = {header: header for header in found.headers}
    # The program's own names of the added columns, as programs that read the file on look for them.
    emit(found.table, form, out, headings={**{str(column): str(column) for column in found.table}, **own})
    say_each(found.issues, "more_reasons")
    counts = Counter(found.table.iloc[:, len(found.headers) + 1])
    entities = set(found.table.iloc[:, len(found.headers)]) - {""}
    decisions = {key: counts[key] for key in ("same", "review", "new")}
    say("resolved", rows=len(found.table), entities=len(entities), **decisions)
    if found.refused:
        raise typer.Exit(REFUSED)


def review_pairs(
    file: Annotated[str | None, typer.Argument(metavar="FILE|N")] = None,
    by: By = None,
    undo: Annotated[bool, typer.Option("--undo")] = False,
    decided: Annotated[bool, typer.Option("--decided")] = False,
    form: Form = None,
    out: Out = None,
) -> None:
    """Show pairs that may be one organisation, load decisions about them, list these, or take them back."""
    count = _count(file) if undo else 0
    decisions = Decisions(Path(file)) if file is not None and not undo else None
    with Steps() as steps, workflow.database(steps) as store:
        if undo:
            _undo(store, count, by or getpass.getuser(), steps)
        elif decisions is not None:
            _decide(store, decisions, by or getpass.getuser(), steps)
        elif decided:
            _decided(store, form, out)
        else:
            _open(store, form, out, steps)


def _count(text: str | None) -> int:
    """Return how many decisions are to be taken back; typer has no option whose value may be left out."""
    if text is None:
        return 1
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise typer.BadParameter(text, param_hint="--undo")
    return int(text)


def _open(store: Store, form: Format | None, out: Path | None, steps: Steps) -> None:
    pairs = review.open_pairs(store, steps)
    if form is Format.XLSX or (form is None and out is not None and out.suffix.lower() == ".xlsx"):
        write(decision_sheet.workbook(pairs), out)
    else:
        shown = pairs.assign(reasons=[str(worded(reasons)) for reasons in pairs["reasons"]])
        emit(shown, form, out, hidden=_HIDDEN, headings=decision_sheet.headings())
    say("pairs_open" if len(pairs) else "pairs_none", count=len(pairs))


def _decide(store: Store, decisions: Decisions, by: str, steps: Steps) -> None:
    kept: Counter[bool] = Counter()
    steps.start("decide", len(decisions.found))
    for row, decision in decisions.found.items():
        problem = review.decide(store, decision, by)
        if problem is None:
            kept[decision.same] += 1
        else:
            decisions.refuse(row, problem)
        steps.advance()
    say_each(decisions.issues, "more_decisions")
    refused = len(decisions.ledger.refused)
    say("decided", same=kept[True], different=kept[False], refused=refused, by=by)
    if refused:
        raise typer.Exit(REFUSED)


def _decided(store: Store, form: Format | None, out: Path | None) -> None:
    table = review.judged(read_judgements(store))
    emit(_worded(table), form, out, hidden=_HIDDEN, headings=decision_sheet.headings())
    if table.empty:
        say("none_decided")


def _worded(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(
        verdict=[decision_sheet.decision_word(verdict) for verdict in table["verdict"]],
        reasons=[str(worded(reasons)) for reasons in table["reasons"]],
    )


def _undo(store: Store, count: int, by: str, steps: Steps) -> None:
    for undone in review.undo(store, range(1, count + 1), by, steps):
        judgement = undone.judgement
        word = decision_sheet.decision_word("same" if judgement.same else "different")
        say("judgement_undone", left=judgement.alias.name, right=judgement.entity.name, verdict=word)
        if undone.merged:
            say("still_merged", left=judgement.alias.name, right=judgement.entity.name)
