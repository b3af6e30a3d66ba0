"""Telling somebody how far a slow step is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """What is told; the command line draws bars from it, and a notebook may do otherwise."""

    def start(self, step: str, total: int | None = None) -> None:
        """Begin `step`, which ends the one before; `total` is how much there is to do, where that is known."""

    def advance(self, amount: int = 1) -> None:
        """Say that `amount` more of the step is done."""


class Silent:
    """Tells nobody."""

    def start(self, step: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, amount: int = 1) -> None:
        """Say nothing."""


SILENT = Silent()
