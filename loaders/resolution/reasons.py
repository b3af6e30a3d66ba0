"""Why two records are taken for one organisation, or may be."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from graph.language import Catalogue, Text


class Reason(StrEnum):
    """One reason; its sentence stands below ``reasons`` in the catalogue."""

    JUDGED = "judged"
    NUMBER = "number"
    HISTORY = "history"
    REMEMBERED = "remembered"
    KEY = "key"
    SIMILAR = "similar"
    HOUSE = "house"
    MAYBE_HOUSE = "maybe_house"
    CONTAINED = "contained"
    NAMED = "named"
    PLACES_DIFFER = "places_differ"
    PLACE_MISSING = "place_missing"
    FORMS_DIFFER = "forms_differ"
    SEVERAL = "several"
    GENERIC = "generic"
    NUMBERS_DIFFER = "numbers_differ"
    NO_NAME = "no_name"
    UNREADABLE = "unreadable"


def worded(reasons: Iterable[str]) -> Text:
    """Return reasons as one sentence in both languages.

    Examples
    --------
    >>> worded([Reason.KEY, Reason.PLACES_DIFFER]).to("en")
    'same name; municipalities differ'
    """
    found = [Catalogue("loaders").text(f"reasons.{reason}") for reason in reasons]
    return Text("、".join(text.ja for text in found), "; ".join(text.en for text in found))
