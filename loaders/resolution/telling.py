"""What a load says about organisations that are one, or may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from loaders.issues import Issue, change, sentences
from loaders.resolution.reasons import worded
from loaders.resolution.resolve import Resolution


def told(found: Resolution, records: pd.DataFrame, file: str) -> list[Issue]:
    """Return an issue for each record that was made one with another, and one for all pairs that are asked about.

    Parameters
    ----------
    records
        As they were resolved.
    file
        Where they come from.
    """
    return [*_same(found, records, file), *_asked(found, file)]


def _same(found: Resolution, records: pd.DataFrame, file: str) -> Iterator[Issue]:
    names = dict(zip(records["id"], records["name"], strict=True))
    one = Counter(each.entity for each in found.decided if each.decision == "same")
    for merge in found.merges:
        if merge.id in names and one[merge.entity]:
            name = str(names[merge.id])
            problem, action = sentences(
                "organisation_same", value=name, entity=merge.entity, reasons=worded(merge.reasons)
            )
            kind = "organisation_same"
            yield Issue("mended", file, "", None, "", name, problem, action, kind, change(kind))


def _asked(found: Resolution, file: str) -> Iterator[Issue]:
    if found.asked:
        kind = "organisation_asked"
        problem, action = sentences(kind, count=len(found.asked))
        yield Issue("note", file, "", None, "", "", problem, action, kind, change(kind))
