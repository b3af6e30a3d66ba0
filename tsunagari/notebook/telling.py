"""What a notebook is told: what takes long, and what went wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import TsunagariError
from graph.language import Catalogue, set_language
from graph.settings import settings


class Lines:
    """A `graph.progress.Progress` that writes a line below the cell for each step that begins."""

    def start(self, step: str, total: int | None = None) -> None:  # noqa: ARG002 - every progress is told alike
        """Say that `step` begins."""
        sys.stderr.write(f"{Catalogue('tsunagari').text(f'steps.{step}')} …\n")

    def advance(self, amount: int = 1) -> None:
        """Say nothing."""


@contextmanager
def told() -> Iterator[None]:
    """Speak the language of the settings, and let an error of ours out as its one sentence.

    What the error came from, such as the driver's own errors, stays behind it.
    """
    try:
        chosen = settings().lang
        if chosen is not None:
            set_language(chosen)
        yield
    except TsunagariError as error:
        raise error from None
