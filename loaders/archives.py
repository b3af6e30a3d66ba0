"""Files in gz and zip archives."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from loaders.issues import FileProblem, shown
from loaders.text import decode

GZIP, ZIP = ".gz", ".zip"
SUFFIXES = (GZIP, ZIP)

_MOST_BYTES = 1024**3
_MOST_ENTRIES = 10_000
# What people keep shrinks to a tenth or a fiftieth; what is made to fill a disk, to a thousandth.
_UNSUSPICIOUS_BYTES, _MOST_TIMES = 64 * 1024**2, 200
_CHUNK = 1024**2
_ENCRYPTED, _IN_UTF8 = 0x1, 0x800


@dataclass(frozen=True)
class Entry:
    """A file in an archive; `path` is its folders and name."""

    path: str
    info: zipfile.ZipInfo

    @property
    def name(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.path).name


class Archive:
    """A zip archive.

    Raises
    ------
    FileProblem
        When it is damaged, or what it unpacks to is too large.
    """

    def __init__(self, data: bytes) -> None:
        with _damage():
            self._file = zipfile.ZipFile(io.BytesIO(data))
            infos = self._file.infolist()
        guard(infos)
        self.entries = [Entry(_path(info), info) for info in infos if not info.is_dir()]

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of an entry.

        Raises
        ------
        FileProblem
            When it is encrypted or damaged.
        """
        if entry.info.flag_bits & _ENCRYPTED:
            raise FileProblem("archive_password", value=shown(entry.path))
        with _damage():
            return self._file.read(entry.info)


def guard(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that is said to unpack to more than a computer holds; reading never exceeds what is said.

    Raises
    ------
    FileProblem
        When it is too large.
    """
    if len(infos) > _MOST_ENTRIES:
        raise FileProblem("too_large", limit=f"{_MOST_ENTRIES:,}", unit="")
    total, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if total > min(_MOST_BYTES, _limit(packed)):
        raise FileProblem("unpacked_large", size=f"{total // 1024**2:,}", limit=f"{_limit(packed) // 1024**2:,}")


def unzipped(data: bytes) -> bytes:
    """Return what a gz file holds.

    Raises
    ------
    FileProblem
        When it is damaged, or too large.
    """
    limit = _limit(len(data))
    chunks: list[bytes] = []
    total = 0
    with _damage(), gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        while chunk := file.read(_CHUNK):
            chunks.append(chunk)
            total += len(chunk)
            if total > limit:
                raise FileProblem("unpacked_large", size=f"{total // 1024**2:,}", limit=f"{limit // 1024**2:,}")
    return b"".join(chunks)


def sorted_out(archive: Archive, readable: Callable[[str], bool]) -> tuple[list[Entry], list[Entry]]:
    """Return the entries that can be read, and the others; what macOS and editors add is neither."""
    entries = [entry for entry in archive.entries if not _is_by_product(entry)]
    read = [entry for entry in entries if not entry.name.lower().endswith(SUFFIXES) and readable(entry.name)]
    return read, [entry for entry in entries if entry not in read]


def _is_by_product(entry: Entry) -> bool:
    return entry.path.startswith("__MACOSX/") or entry.name.startswith((".", "~$"))


def _limit(packed: int) -> int:
    return min(_MOST_BYTES, max(_UNSUSPICIOUS_BYTES, _MOST_TIMES * packed))


def _path(info: zipfile.ZipInfo) -> str:
    """Return the path of an entry; one not marked as UTF-8 is in whatever the computer used, in Japan cp932."""
    if info.flag_bits & _IN_UTF8:
        return info.filename
    try:
        return decode(info.orig_filename.encode("cp437")).partition("\0")[0].replace("\\", "/")
    except (FileProblem, UnicodeEncodeError):
        return info.filename


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise FileProblem("archive") from error
