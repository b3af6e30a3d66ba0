"""What others would do: a plain key, rapidfuzz alone, and recordlinkage."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.resolution.accuracy import Scores, clustered
from benchmarks.resolution.truth import Names
from loaders.resolution.clusters import Clusters

_FORMS = (
    *("公益社団法人", "公益財団法人", "一般社団法人", "一般財団法人", "社団法人", "財団法人", "特定非営利活動法人"),
    *("NPO法人", "社会福祉法人", "学校法人", "医療法人", "株式会社", "有限会社", "独立行政法人", "国立大学法人"),
    *("(公社)", "(公財)", "(一社)", "(一財)", "(社)", "(財)", "(株)", "(福)"),
)
_THRESHOLDS = range(70, 100)
_PEER = Path(__file__).parent / "recordlinkage_peer.py"
_WITH = ("recordlinkage==0.16", "pandas==2.2.3", "numpy==2.2.6")


@dataclass(frozen=True)
class Peer:
    """A peer, at the threshold that is best for it by this very truth (None where it has none)."""

    name: str
    threshold: float | None
    scores: Scores


def plain_key(name: str) -> str:
    """Return the name after NFKC, without blanks and legal forms."""
    key = re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))
    for form in _FORMS:
        key = key.replace(form, "")
    return key


def plain(given: Names) -> Peer:
    """Take names of one plain key for one."""
    return Peer("plain key", None, clustered([plain_key(name) for name in given.names], given.truths))


def rapidfuzz_alone(given: Names, scorer: Callable[..., float] = fuzz.ratio) -> Peer:
    """Take names as written that rapidfuzz finds near for one, and what hangs together through others."""
    near = process.cdist(given.names, given.names, scorer=scorer, score_cutoff=min(_THRESHOLDS), workers=-1)
    left, right = np.nonzero(np.triu(near, 1))
    links = [(int(a), int(b), float(near[a, b])) for a, b in zip(left, right, strict=True)]
    return _best(f"rapidfuzz {scorer.__name__}", links, given)


def recordlinkage(given: Names) -> Peer:
    """Take names for one that recordlinkage (BSD-3) finds near, in an environment of its own: it needs pandas 2."""
    uv = Path(sys.executable).with_name("uv")
    packages = [part for package in _WITH for part in ("--with", package)]
    command = [str(uv), "run", "--no-project", "--isolated", "--quiet", *packages, "python", str(_PEER)]
    done = subprocess.run(command, input=json.dumps(given.names), capture_output=True, text=True, check=True)
    links = [(a, b, 100 * score) for a, b, score in json.loads(done.stdout)]
    return _best("recordlinkage (Jaro–Winkler)", links, given)


def wrong_near(given: Names, scorer: Callable[..., float], at_least: float) -> tuple[int, int]:
    """Return how many pairs of plain keys are near, and how many of these are not one."""
    keys: dict[str, set[str]] = {}
    for name, truth in zip(given.names, given.truths, strict=True):
        keys.setdefault(plain_key(name), set()).add(truth)
    texts = list(keys)
    near = process.cdist(texts, texts, scorer=scorer, score_cutoff=at_least, workers=-1)
    found = list(zip(*np.nonzero(np.triu(near, 1)), strict=True))
    wrong = sum(keys[texts[a]].isdisjoint(keys[texts[b]]) for a, b in found)
    return len(found), wrong


def _best(name: str, links: Sequence[tuple[int, int, float]], given: Names) -> Peer:
    """Return the peer at the threshold with the best harmonic mean of precision and recall."""
    found = []
    for threshold in _THRESHOLDS:
        clusters = Clusters([None] * len(given.names), [None] * len(given.names))
        for left, right, score in links:
            if score >= threshold:
                clusters.join(left, right)
        scores = clustered([clusters.root(number) for number in range(len(given.names))], given.truths)
        found.append(Peer(name, threshold, scores))
    return max(found, key=lambda peer: _mean(peer.scores))


def _mean(scores: Scores) -> float:
    return 2 * scores.precision * scores.recall / max(scores.precision + scores.recall, 1e-9)
