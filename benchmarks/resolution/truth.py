"""Real names of organisations with the truth about which are one."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from graph.formats import is_corporate_number

SUBSIDIES = Path(__file__).resolve().parents[3] / "shared" / "realdata" / "government_nonprofit_subsidies_2011_2015.csv"
"""Subsidies of ministries 2011–2015 (Incerti, jNPO Database), where the folder of real data is here."""

COLUMNS = ("grantee", "grantee_detail")

ERRORS: Sequence[tuple[str, ...]] = (
    ("日米医学医療交流財団", "日米医学医療\r\n交流財団"),
    ("全日本トラック協会", "全日本ﾄﾗｯｸ協会"),
    ("日本住宅・木材技術センタ-", "日本住宅・木材技術センタ－"),
    ("天理よろづ相談所", "8150005007910"),
    ("SaveEarthFoundation", "3011105005343"),
    ("日本障害者スポ-ツ協会", "7010005017932"),
    ("日本船員福利雇用促進センタ-", "日本船員福利厚生基金財団", "9010005004144"),
    ("骨髄移植推進財団", "日本骨髄バンク"),
    ("日本精神科看護技術協会", "日本精神科看護協会"),
)
"""Truths that we believe to be one, as one name as written has several of them, or they differ in spelling alone."""

Row = Mapping[str, str]


@dataclass(frozen=True)
class Names:
    """Names as written, and for each what it truly is."""

    names: tuple[str, ...]
    truths: tuple[str, ...]

    def corrected(self) -> Names:
        """Return the same with the truth's own errors mended."""
        mended = {label: group[0] for group in ERRORS for label in group}
        return Names(self.names, tuple(mended.get(truth, truth) for truth in self.truths))


def rows(path: Path) -> list[Row]:
    """Return the rows of a file of the data base that have all their cells."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if None not in row and None not in row.values()]


def literal(found: Iterable[Row]) -> list[str]:
    """Return each row's truth: its 法人番号 where the check digit holds, else the name that the authors gave it."""
    return [_number(row) or row["grantee_clean"] for row in found]


def filled(found: Sequence[Row]) -> list[str]:
    """Return the same, where the authors' name counts as the 法人番号 that other rows of that name have.

    Only some rows have a number: taken literally, two rows of one name would differ by whether they have it.
    """
    numbers: dict[str, Counter[str]] = defaultdict(Counter)
    for row in found:
        if _number(row):
            numbers[row["grantee_clean"]][_number(row)] += 1
    usual = {name: counts.most_common(1)[0][0] for name, counts in numbers.items()}
    return [_number(row) or usual.get(row["grantee_clean"], row["grantee_clean"]) for row in found]


def history_of_largest(found: Sequence[Row], column: str) -> pd.DataFrame:
    """Return a name history of the one corporation that has most rows: all its names in the column."""
    (number, _), *_ = Counter(filter(None, map(_number, found))).most_common(1)
    names = dict.fromkeys(row[column] for row in found if _number(row) == number)
    return pd.DataFrame([(number, name) for name in names], columns=["corporateNumber", "name"])


def by_name(found: Sequence[Row], column: str, truths: Sequence[str]) -> Names:
    """Return each name once, with the truth that most of its rows have."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for row, truth in zip(found, truths, strict=True):
        if row[column].strip() and truth:
            named[row[column]][truth] += 1
    return Names(tuple(named), tuple(counts.most_common(1)[0][0] for counts in named.values()))


def by_row(found: Sequence[Row], column: str, truths: Sequence[str]) -> Names:
    """Return the name and the truth of each row."""
    pairs = [(row[column], truth) for row, truth in zip(found, truths, strict=True) if row[column].strip() and truth]
    return Names(tuple(name for name, _ in pairs), tuple(truth for _, truth in pairs))


def _number(row: Row) -> str:
    number = row["grantee_jcn"].strip()
    return number if is_corporate_number(number) else ""
