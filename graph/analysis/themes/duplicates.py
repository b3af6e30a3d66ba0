"""Themes that may be one: by name, or because the same members work on both."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from itertools import combinations

import pandas as pd
from rapidfuzz import fuzz

from graph.network import KnowledgeGraph, with_label

COLUMNS = (
    *("keep", "merge", "evidence", "nameSimilarity", "jaccard", "contained", "common"),
    *("keepMembers", "mergeMembers", "related"),
)

_SAME_WORD = {"子供": "子ども", "こども": "子ども", "障碍": "障害", "障がい": "障害", "ひとり": "一人", "独り": "一人"}
_SAYS_LITTLE = re.compile(r"(?:づくり|作り|支援|活動|事業|推進|対策|取組|取り組み|ささえ|支え|への|の|と|を|に)")
_SIMILAR = 0.8
_OVERLAPPING = 0.5
_FEWEST = 3


class Evidence(StrEnum):
    """What speaks for two themes being one."""

    BOTH = "both"
    NAME = "name"
    MEMBERS = "members"


_EVIDENCE = {(True, True): Evidence.BOTH, (True, False): Evidence.NAME, (False, True): Evidence.MEMBERS}


def duplicates(graph: KnowledgeGraph, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of themes that may be one, those with most evidence first.

    Names are alike when their similarity is 0.8 or more (see `name_similarity`); members are when half of those that
    work on either work on both (Jaccard), and at least three do.

    Parameters
    ----------
    pairs
        As `backbone.backbone` returns them.

    Returns
    -------
    A row a pair: keep and merge (ids; the theme with more members is kept, of two alike the first by id), evidence,
    nameSimilarity, jaccard, contained (common / the smaller), common, keepMembers, mergeMembers, and related (bool: one
    is broader than the other, so that they may well be two).
    """
    names = {theme: str(graph.nodes[theme]["name"]) for theme in with_label(graph, "Theme")}
    members = {theme: _members(graph, theme) for theme in names}
    overlaps = pairs[pairs["jaccard"] >= _OVERLAPPING]
    close = set(zip(overlaps["theme"], overlaps["otherTheme"], strict=True))
    rows = []
    for a, b in combinations(names, 2):
        alike = name_similarity(names[a], names[b])
        common = len(members[a] & members[b])
        overlapping = common >= _FEWEST and (a, b) in close
        if alike >= _SIMILAR or overlapping:
            evidence = _EVIDENCE[alike >= _SIMILAR, overlapping]
            keep, merge = sorted((a, b), key=lambda theme: (-len(members[theme]), theme))
            either, smaller = len(members[a] | members[b]), min(len(members[a]), len(members[b]))
            rows.append(
                (
                    *(keep, merge, str(evidence), alike, common / either if either else 0.0),
                    *(common / smaller if smaller else 0.0, common, len(members[keep]), len(members[merge])),
                    _related(graph, a, b),
                )
            )
    return _ordered(pd.DataFrame(rows, columns=list(COLUMNS)))


def name_similarity(a: str, b: str) -> float:
    """Return how alike two names of themes are, from 0 to 1.

    Width, case, spaces and marks do not count, words written in several ways count as one, and words that say little
    of a theme (支援, づくり, の) are left out, unless nothing is left. The rest is compared letter by letter: 1 less
    the share of letters to be taken out or put in.

    Examples
    --------
    >>> name_similarity("ひきこもりの支援", "ひきこもり支援")
    1.0
    >>> name_similarity("就労支援", "ひきこもり支援")
    0.0
    >>> name_similarity("こども食堂", "子供食堂")
    1.0
    """
    return fuzz.ratio(_plain(a), _plain(b)) / 100


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    letters = "".join(letter for letter in folded if unicodedata.category(letter)[0] in "LNM")
    for written, same in _SAME_WORD.items():
        letters = letters.replace(written, same)
    return _SAYS_LITTLE.sub("", letters) or letters


def _members(graph: KnowledgeGraph, theme: str) -> set[str]:
    return {
        node
        for node, _, data in graph.in_edges(theme, data=True)
        if data["type"] == "WORKS_ON" and "memberUntil" not in graph.nodes[node]
    }


def _related(graph: KnowledgeGraph, a: str, b: str) -> bool:
    return any(
        data["type"] == "BROADER"
        for start, end in ((a, b), (b, a))
        for data in (graph.get_edge_data(start, end) or {}).values()
    )


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    best = table.assign(weight=-table["nameSimilarity"] - table["jaccard"])
    return table.loc[best.sort_values(["weight", "keep", "merge"]).index].reset_index(drop=True)
