"""Reading and validating organisations from CSV against pandas reading the same file as text."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from benchmarks.pair import Pair
from loaders import read

_ROWS = 100_000


def pairs() -> Iterator[Pair]:
    """Yield the reading of a file of organisations."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Organisation.csv"
        with file.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened)
            writer.writerow(["ID", "名称", "分野", "入会日", "出典"])
            writer.writerows([f"O{n}", f"架空の会{n}", "企業", "2024-04-01", ""] for n in range(_ROWS))
        yield Pair(
            "read and validate CSV",
            f"{_ROWS:,} rows",
            lambda: read([file]),
            "pandas.read_csv(dtype=str)",
            lambda: pd.read_csv(file, dtype=str),
        )
