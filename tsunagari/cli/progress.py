"""Progress on standard error: bars on a terminal, a line a step elsewhere."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from graph.language import Catalogue


class Steps:
    """A `graph.progress.Progress` that draws each step as a bar and says how long it took."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._bars = Bars(
            SpinnerColumn(finished_text="[green]✓[/]"),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._task: TaskID | None = None
        self._begun = time.monotonic()
        self._name = ""

    def __enter__(self) -> Self:
        self._bars.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end(finished=kind is None)
        self._bars.__exit__(kind, error, traceback)

    def start(self, step: str, total: int | None = None) -> None:
        """Begin `step`."""
        self._end(finished=True)
        self._name = str(Catalogue("tsunagari").text(f"steps.{step}"))
        self._begun = time.monotonic()
        self._task = self._bars.add_task(self._name, total=total)

    def advance(self, amount: int = 1) -> None:
        """Say that `amount` more is done."""
        if self._task is not None:
            self._bars.advance(self._task, amount)

    def _end(self, *, finished: bool) -> None:
        if self._task is None:
            return
        if finished:
            total = self._bars.tasks[self._task].total or 1
            self._bars.update(self._task, total=total, completed=total)
            self._bars.stop_task(self._task)
        if not self._console.is_terminal:
            self._console.print(f"{self._name} … {time.monotonic() - self._begun:.1f} s", markup=False)
        self._task = None
