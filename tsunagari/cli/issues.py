"""Issues as people read them in a terminal: summed up by kind, and each kind with its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import get_args

from graph.language import Catalogue, Text
from loaders import Issue, Severity
from loaders.looks import held
from loaders.summary import Kind, kinds, place

_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_FEW = 40
_SHOWN_OF_MANY = 5


def summary(issues: Sequence[Issue]) -> str:
    """Return a line for each kind of issue: how many, and where the first is; and the numbers of all."""
    if not issues:
        return ""
    found = kinds(issues)
    wide = len(f"{max(kind.count for kind in found):,}")
    lines = [f"{kind.count:>{wide},}  {_name(kind)} — {_first(kind)}" for kind in found]
    counts = Counter(issue.severity for issue in issues)
    total = Catalogue("tsunagari").text("messages.issues", **{name: f"{counts[name]:,}" for name in get_args(Severity)})
    return "\n".join([str(total), *lines])


def listing(issues: Sequence[Issue]) -> str:
    """Return every issue by kind; of many, a summary and the first of each kind."""
    if len(issues) <= _FEW:
        return "".join(_block(kind, kind.count) for kind in kinds(issues))
    return f"{summary(issues)}\n\n" + "".join(_block(kind, _SHOWN_OF_MANY) for kind in kinds(issues))


def _block(kind: Kind, most: int) -> str:
    advice = [_advice(issue) for issue in kind.issues[:most]]
    alike = len(set(advice)) == 1
    count, rest = _counted("messages.count", kind.count), _counted("messages.more", kind.count - most)
    lines = [f"{_name(kind)} ({count})"]
    for issue, said in zip(kind.issues, advice, strict=False):
        lines.append(_on_one_line(f"  {place(issue)}: {_ended(issue.problem)}"))
        lines += [] if alike else [f"      → {said}"]
    lines += [f"  … {rest}"] if kind.count > most else []
    # What to do is often the same for all of a kind, and then said once.
    lines += [f"  → {advice[0]}"] if alike else []
    return "\n".join([*lines, "", ""])


def _name(kind: Kind) -> str:
    severity = Catalogue("loaders").text(f"severities.{kind.severity}")
    return f"[{severity}] {kind.title}"


def _first(kind: Kind) -> str:
    value = Text(f"「{kind.first.value}」", f" '{kind.first.value}'") if kind.first.value else ""
    return _on_one_line(f"{place(kind.first)}{value}")


def _advice(issue: Issue) -> str:
    """Return what to do; where a row was changed, how goes before."""
    if issue.change is None or issue.severity != "mended":
        return _ended(issue.action)
    return f"{issue.done}{Text('。', '; ')}{_ended(issue.action)}"


def _on_one_line(text: str) -> str:
    """Return `text` without line breaks, and without what a terminal would take for a command."""
    return held(_BREAKS.sub(" ", text))


def _ended(text: Text) -> str:
    sentence = str(text).strip()
    return sentence if sentence.endswith((".", "。", "?", "!")) else f"{sentence}{Text('。', '.')}"


def _counted(key: str, count: int) -> Text:
    return Catalogue("tsunagari").text(key, count=f"{count:,}")
