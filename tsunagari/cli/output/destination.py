"""Where output goes: a file that is whole or not there, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import OutputError
from graph.whole import replacing


class CannotWrite(OutputError):
    """A result cannot be written where it was to go."""

    package = "tsunagari"


@contextmanager
def opened(out: Path | None, *, binary: bool = False) -> Iterator[BinaryIO]:
    """Open `out`, or standard output, to write bytes; a file is there only when all went well.

    Parameters
    ----------
    binary
        Whether what is written is nothing to be shown on a terminal.

    Raises
    ------
    CannotWrite
        When the file cannot be written, or a terminal would have to show bytes.
    """
    if out is None:
        if binary and sys.stdout.isatty():
            raise CannotWrite("needs_file")
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    # Nothing can take the place of such as /dev/null or a pipe.
    whole = out.is_file() or not out.exists()
    with _named(out), replacing(out) if whole else out.open("wb") as file:
        yield file


def write(content: str | bytes, out: Path | None) -> None:
    """Write text or bytes to a file, or to standard output."""
    with opened(out, binary=isinstance(content, bytes)) as sink:
        sink.write(content.encode("utf-8", errors="replace") if isinstance(content, str) else content)


@contextmanager
def _named(out: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite("cannot_write", path=out, reason=error.strerror) from error
