"""What a person may have meant by a word that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from graph.language import Text
from loaders.names import fold

_MOST = 3
_SIMILAR = 60
_APART = 15
"""What is that much less alike than the likest is not worth saying."""


def near(word: str, candidates: Iterable[str], *, similar: float = _SIMILAR) -> list[str]:
    """Return up to three candidates like `word`, the likest first.

    Parameters
    ----------
    similar
        How alike they have to be (rapidfuzz' weighted ratio, 0 to 100); 0 gives the likest in any case.

    Examples
    --------
    >>> near("見守", ["居場所づくり", "見守り", "相談"])
    ['見守り']
    """
    names = list(dict.fromkeys(candidates))
    found = process.extract(fold(word), names, scorer=fuzz.WRatio, processor=fold, limit=_MOST, score_cutoff=similar)
    return [name for name, score, _ in found if score > found[0][1] - _APART]


def either(names: Iterable[str]) -> Text:
    """Return names as a choice in both languages."""
    listed = list(names)
    return Text("、".join(listed), " or ".join(listed))


def row(names: Iterable[Text]) -> Text:
    """Return names one after the other in both languages."""
    listed = list(names)
    return Text("、".join(name.ja for name in listed), ", ".join(name.en for name in listed))
