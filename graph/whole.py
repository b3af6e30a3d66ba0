"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file beside `path` to write to, which takes its place at the end; after an error, all is as before.

    Raises
    ------
    OSError
        When the file cannot be made, written or put in its place.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with replacing(Path(folder) / "list.csv") as file:
    ...         _ = file.write(b"name")
    ...     (Path(folder) / "list.csv").read_bytes(), len(list(Path(folder).iterdir()))
    (b'name', 1)
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        # mkstemp lets only the owner read; what is written is made to be handed on.
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
