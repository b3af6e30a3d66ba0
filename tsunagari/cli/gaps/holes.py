"""Structural holes between communities."""

from __future__ import annotations

from graph.analysis import Study
from graph.analysis.holes import holes as find
from tsunagari import tables
from tsunagari.cli.gaps.view import Asked, Sentence, View

_HIDDEN = ("organisationId",)
_FILES_ALONE = ("areaSimilarity", "sharedAreas", "missing", "z", "p", "sector", "community", "otherCommunity")


def holes(study: Study, asked: Asked) -> View:
    """Return pairs of communities on like themes or in like areas with fewer ties than expected."""
    found = find(study.graph, study.network, study.communities.of(), draws=asked.draws, progress=study.progress)
    counts = {"pairs": len(found.pairs), "holes": int(found.pairs["hole"].sum()), "draws": f"{found.draws:,}"}
    sentence: Sentence = ("holes", counts) if len(found.pairs) else ("no_pairs_of_communities", {})
    return View(tables.gaps.holes(study, found), _HIDDEN, _FILES_ALONE, [sentence])
