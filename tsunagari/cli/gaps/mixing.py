"""Ties between sectors."""

from __future__ import annotations

import math
from collections.abc import Iterator

from graph.analysis import Study
from graph.analysis.mixing import Mixing, sectors
from graph.analysis.mixing import mixing as find
from tsunagari import tables
from tsunagari.cli.gaps.view import Asked, Sentence, View

_SIGNIFICANT = 0.05
_FILES_ALONE = ("weight", "expectedWeight", "weightRatio", "dealtTies")


def mixing(study: Study, asked: Asked) -> View:
    """Return the ties between sectors, and whether they keep to themselves."""
    network = study.network
    study.progress.start("mixing", asked.draws)
    found = find(network, sectors(network), draws=asked.draws, progress=study.progress)
    return View(
        tables.gaps.mixing(found), (), _FILES_ALONE, list(_sentences(study, found, asked.draws)), whole=("overall",)
    )


def _sentences(study: Study, found: Mixing, draws: int) -> Iterator[Sentence]:
    if not study.network.number_of_edges():
        yield "no_ties", {}
        return
    table = found.measures.set_index("measure")
    value, expected, chance = (float(table[name]["eiIndex"]) for name in ("value", "expected", "p"))
    assortativity = float(table["value"]["assortativity"])
    numbers = {
        "ei": f"{value:.2f}",
        "expected": f"{expected:.2f}",
        "p": f"{chance:.3f}",
        "draws": f"{draws:,}",
        "assortativity": "—" if math.isnan(assortativity) else f"{assortativity:.3f}",
    }
    if math.isnan(value):
        yield "no_sector_ties", {}
    elif chance >= _SIGNIFICANT:
        yield "mixing_chance", numbers
    else:
        yield "mixing_open" if value > expected else "mixing_closed", numbers
    if found.unlabelled:
        yield "no_sector", {"count": found.unlabelled}
