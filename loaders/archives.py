"""Files packed with gzip or zip."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from loaders.issues import FileProblem

SUFFIXES = (".gz", ".zip")

MOST_BYTES = 1024**3
"""Of all that an archive holds, unpacked."""
_MOST_ENTRIES = 1_000
_SYSTEM = ("__MACOSX/", "._", ".", "~$")
_UTF_8 = 0x800
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Packed:
    """A file in an archive."""

    name: str
    data: bytes


def unpacked(data: bytes, name: str, suffix: str) -> Iterator[Packed]:
    """Yield the files in an archive; what systems put in by themselves is passed over.

    Parameters
    ----------
    name
        Of the archive, without its ending: that of the file in it, for gzip.

    Raises
    ------
    FileProblem
        When it is damaged, has a password, or holds more than a file may.
    """
    try:
        yield from _gzip(data, name) if suffix == ".gz" else _zip(data)
    except FileProblem:
        raise
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
        raise FileProblem("archive") from error


def _gzip(data: bytes, name: str) -> Iterator[Packed]:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
        content = packed.read(MOST_BYTES + 1)
    _guard(len(content))
    yield Packed(name, content)


def _zip(data: bytes) -> Iterator[Packed]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > _MOST_ENTRIES:
            raise FileProblem("too_large", limit=f"{_MOST_ENTRIES:,}", unit="")
        _guard(sum(entry.file_size for entry in entries))
        left = MOST_BYTES
        for entry in entries:
            name = _name(entry)
            if name.startswith(_SYSTEM) or PurePosixPath(name).name.startswith(_SYSTEM):
                continue
            if entry.flag_bits & _ENCRYPTED:
                raise FileProblem("archive_password", value=name)
            with archive.open(entry) as packed:
                # What it says of its size need not be true.
                content = packed.read(left + 1)
            left -= len(content)
            _guard(MOST_BYTES - left)
            yield Packed(name, content)


def _guard(size: int) -> None:
    if size > MOST_BYTES:
        raise FileProblem("too_large", limit=f"{MOST_BYTES:,}", unit="B")


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the name of an entry; Windows writes it in cp932 without saying so, and Python reads that as cp437."""
    if entry.flag_bits & _UTF_8:
        return entry.filename
    raw = entry.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "cp932"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
