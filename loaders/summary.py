"""Issues summed up by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.language import LANGUAGES, Catalogue, Text
from loaders.issues import Issue, Severity

SEVERITIES: tuple[Severity, ...] = ("refused", "mended", "note")
"""The gravest first."""


@dataclass(frozen=True)
class Kind:
    """All issues of one kind and severity, in the order in which they were given."""

    key: str
    severity: Severity
    title: Text
    issues: tuple[Issue, ...]

    @property
    def count(self) -> int:
        """Number of issues."""
        return len(self.issues)

    @property
    def first(self) -> Issue:
        """The first of them."""
        return self.issues[0]


def kinds(issues: Iterable[Issue]) -> list[Kind]:
    """Return the kinds of `issues`: what is refused first, and of one severity the most frequent first."""
    found: dict[tuple[Severity, str], list[Issue]] = {}
    for issue in issues:
        found.setdefault((issue.severity, issue.kind), []).append(issue)
    grouped = [Kind(key, severity, title(items[0]), tuple(items)) for (severity, key), items in found.items()]
    return sorted(grouped, key=lambda kind: (SEVERITIES.index(kind.severity), -kind.count))


def title(issue: Issue) -> Text:
    """Return what the kind of an issue is called; what is wrong with this one where its kind has no name."""
    for package, room in (("loaders", "issues"), ("graph", "violations")):
        catalogue, key = Catalogue(package), f"{room}.{issue.kind}.title"
        if catalogue.has(key):
            return catalogue.text(key)
    return issue.problem


def place(issue: Issue) -> Text:
    """Return where an issue is: file, sheet, row and column, as far as it has them."""
    sheet = issue.sheet if issue.sheet not in issue.file else ""
    row = Text("", "") if issue.row is None else Catalogue("loaders").text("place.row", row=issue.row)
    parts = (Text(issue.file, issue.file), Text(sheet, sheet), row, Text(issue.column, issue.column))
    ja, en = (" ".join(filter(None, (part.to(code) for part in parts))) for code in LANGUAGES)
    return Text(ja, en)
