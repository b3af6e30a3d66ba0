"""How a page opens: with what chosen and what left out, as options of the command line say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import typer

from graph.analysis import DRAWN
from graph.dataset import Dataset
from loaders.dates import Span, read
from tsunagari.cli.views import misused
from tsunagari.named import named


@dataclass(frozen=True)
class Opening:
    """What the options ``--focus``, ``--theme``, ``--municipality``, ``--since`` and ``--until`` ask for."""

    focus: str | None = None
    theme: str | None = None
    municipality: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @classmethod
    def of(
        cls,
        context: typer.Context,
        *,
        focus: str | None,
        theme: str | None,
        municipality: str | None,
        since: str | None,
        until: str | None,
    ) -> Opening:
        """Read what was given.

        Raises
        ------
        click.UsageError
            When a time cannot be read, or the last day lies before the first.
        """
        first = None if since is None else _days(context, "--since", since)[0]
        last = None if until is None else _days(context, "--until", until)[1]
        if first is not None and last is not None and last < first:
            raise misused(context, "no_time_between", since=first, until=last)
        return cls(focus, theme, municipality, first, last)

    def state(self, dataset: Dataset) -> Mapping[str, list[str]]:
        """Return it as names and values of the address's fragment.

        Raises
        ------
        UnknownName
            When `dataset` has nothing, or several things, of a name.
        """
        state: dict[str, list[str]] = {}
        if self.focus is not None:
            state |= {"view": ["network"], "node": [named(dataset, self.focus, *DRAWN, option="--focus")]}
        for name, label in (("theme", "Theme"), ("municipality", "Municipality")):
            text = getattr(self, name)
            if text is not None:
                state[name] = [named(dataset, text, label, option=f"--{name}")]
        days = {"since": self.since, "until": self.until}
        return state | {name: [day.isoformat()] for name, day in days.items() if day is not None}


def _days(context: typer.Context, option: str, text: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a day, a month or a year."""
    found = read(text)
    if not isinstance(found, Span) or found.start is None or found.ranged:
        raise misused(context, "no_time", option=option, text=text)
    return found.start.first, found.start.last
