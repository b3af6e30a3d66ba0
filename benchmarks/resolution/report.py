"""The measurement of resolution as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.resolution import many, peers
from benchmarks.resolution.accuracy import Scores, resolved
from benchmarks.resolution.truth import (
    COLUMNS,
    SUBSIDIES,
    Names,
    Row,
    by_name,
    by_row,
    filled,
    history_of_largest,
    literal,
    rows,
)
from loaders.resolution import Rules

_SAME = (88, 90, 92, 94, 96, 98, 100)
_REVIEW = (70, 73, 76, 79, 82, 85)
_TRAP = 90


def lines(later: Path | None) -> Iterator[str]:
    """Yield the page line by line, as it is measured.

    Parameters
    ----------
    later
        A file of the later years of the same data base, which is only measured and never shown.
    """
    yield from ("", "## Resolution of names", "")
    seconds, gigabytes = many.measure()
    yield f"{many.COUNT:,} made-up names: {seconds:.0f} s (at most 60), {gigabytes:.2f} GB (at most 2)."
    for title, path in (("2011–2015", SUBSIDIES), ("later years", later)):
        if path is None or not path.is_file():
            yield from ("", f"Subsidies, {title}: not measured, as the file is not here.")
            continue
        found = rows(path)
        if path == later:
            yield from (
                "",
                "Measured while the rules were made, and so not wholly unseen: docs/methods/resolution.md says how.",
            )
        yield from _data(title, found)
        for column in COLUMNS:
            yield from _thresholds(title, column, by_name(found, column, filled(found)))


def _data(title: str, found: Sequence[Row]) -> Iterator[str]:
    yield from ("", f"### Subsidies, {title}", "")
    yield "| names | truth | method | precision | recall | with review | pairs to review |"
    yield "|---|---|---|---|---|---|---|"
    for column in COLUMNS:
        given = by_name(found, column, filled(found))
        about = f"`{column}`, {len(given.names):,} distinct"
        yield _line(about, "number, filled", "**resolve**", resolved(given))
        for peer in (
            peers.plain(given),
            peers.rapidfuzz_alone(given),
            peers.rapidfuzz_alone(given, fuzz.partial_ratio),
            peers.recordlinkage(given),
        ):
            best = "" if peer.threshold is None else f" at its best, {peer.threshold}"
            yield _line(about, "number, filled", peer.name + best, peer.scores)
        mended = resolved(given.corrected())
        if mended != resolved(given):
            yield _line(about, "its errors mended", "**resolve**", mended)
        yield _line(about, "literal", "**resolve**", resolved(by_name(found, column, literal(found))))
        given = by_row(found, column, filled(found))
        about = f"`{column}`, {len(given.names):,} rows"
        yield _line(about, "number, filled", "**resolve**", resolved(given))
        history = history_of_largest(found, column)
        name = "**resolve**, the names of the one corporation with most rows known"
        yield _line(about, "number, filled", name, resolved(given, history=history))
        yield _line(about, "number, filled", "plain key", peers.plain(given).scores)
    near, wrong = peers.wrong_near(by_name(found, COLUMNS[1], filled(found)), fuzz.partial_ratio, _TRAP)
    yield from ("", f"partial_ratio of {_TRAP} or more: {near} pairs of plain keys, of which {wrong} are not one.")


def _thresholds(title: str, column: str, given: Names) -> Iterator[str]:
    yield from ("", f"#### Thresholds, {title}, `{column}`", "")
    yield "| same from | precision | recall | review from | with review | pairs to review |"
    yield "|---|---|---|---|---|---|"
    chosen = Rules()
    for same in _SAME:
        scores = resolved(given, Rules(same_from=same))
        yield f"| {_marked(same, chosen.same_from)} | {scores.precision:.3f} | {scores.recall:.3f} | | | |"
    for review in _REVIEW:
        scores = resolved(given, Rules(review_from=review))
        yield f"| | | | {_marked(review, chosen.review_from)} | {scores.found:.3f} | {scores.asked} |"


def _marked(value: float, chosen: float) -> str:
    return f"**{value}**" if value == chosen else str(value)


def _line(about: str, truth: str, method: str, scores: Scores) -> str:
    asked = scores.asked or ""
    figures = f"{scores.precision:.3f} | {scores.recall:.3f} | {scores.found:.3f} | {asked}"
    return f"| {about} | {truth} | {method} | {figures} |"
