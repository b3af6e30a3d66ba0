"""What writing a Dataset in a format gives: files, what the format cannot hold, and what was changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.dataset import Dataset
from graph.language import Catalogue, Text
from graph.schema import schema
from loaders.formats.named import Named

FOLDER = ""
"""The form of several files, in a folder; as an archive it ends in ``.zip``."""

_ARCHIVE = ".zip"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Written:
    """A Dataset in a format.

    Attributes
    ----------
    files
        Bytes by file name; a single file has no name.
    lost
        How many rows of each table the format cannot hold.
    notes
        What else is not as it was.
    """

    files: Mapping[str, bytes]
    lost: Mapping[str, int] = field(default_factory=dict)
    notes: Sequence[Text] = ()

    def losses(self) -> Text | None:
        """Return which tables are not in the files, with the number of their rows; None when all are."""
        rows = {schema().table(key).name: count for key, count in self.lost.items() if count}
        if not rows:
            return None
        listed = Text(
            "、".join(f"{name.ja} {count:,}件" for name, count in rows.items()),
            ", ".join(f"{name.en} {count:,}" for name, count in rows.items()),
        )
        return noted("not_held", tables=listed)


@dataclass(frozen=True)
class Writer(Named):
    """A format that can be written, with a function for each ending that its file may have."""

    forms: Mapping[str, Callable[[Dataset], Written]]

    @property
    def endings(self) -> list[str]:
        """The endings of files that can be written; an archive where there are several files."""
        return [ending or _ARCHIVE for ending in self.forms]


def noted(kind: str, /, **values: object) -> Text:
    """Return the sentence `kind` about what has been written."""
    return Catalogue("loaders").text(f"exports.{kind}", **values)


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files as one archive that is the same whenever it is made."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(name, _EARLIEST), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()
