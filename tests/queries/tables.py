"""The sample's CSV files by pandas alone, from which the rows of the library's queries are worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "kanagawa" / "csv"
SCHEMA = Path(__file__).resolve().parents[2] / "graph" / "schema.yaml"


class Tables(Mapping[str, pd.DataFrame]):
    """Each file by its stem, as it stands: Japanese headings, all text, empty where nothing is written.

    A relationship type of which the sample has no file is a table of no rows with its two ends.
    """

    def __init__(self, folder: Path = SAMPLE) -> None:
        read = {file.stem: pd.read_csv(file, dtype=str, keep_default_na=False) for file in folder.glob("*.csv")}
        kinds = _schema()["relationships"]
        self._frames = {kind: pd.DataFrame(columns=["起点", "終点"], dtype=str) for kind in kinds} | read

    def __getitem__(self, stem: str) -> pd.DataFrame:
        return self._frames[stem].copy()

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    @staticmethod
    def codes(enumeration: str) -> dict[str, str]:
        """Return the keys of an enumeration of the schema by Japanese name, such as 企業: company."""
        return {names["ja"]: key for key, names in _schema()["enumerations"][enumeration].items()}


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    return schema
