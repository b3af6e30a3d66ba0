"""The generated parts of the guide to the graph: ``docs/cypher.md`` and its Japanese counterpart.

A part stands between ``<!-- NAME -->`` and ``<!-- /NAME -->``. The schema's diagram comes from the program alone
(`docs.generate`); the answers come from the sample in a real Neo4j (`docs.answers`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import pandas as pd

from graph.language import LANGUAGES, Language
from graph.mermaid import flowchart
from graph.schema import schema
from queries import Query, catalog

FOLDER = Path(__file__).resolve().parent
PAGES: dict[Language, Path] = {
    code: FOLDER / ("cypher.md" if code == "en" else f"cypher.{code}.md") for code in LANGUAGES
}

Ask = Callable[[str, Mapping[str, object]], pd.DataFrame]
"""Returns the answer to Cypher, or to a query of the library, with parameters."""

_EXAMPLE = re.compile(r"(```cypher\n(?P<cypher>.*?)```\n\n<!-- answer -->\n).*?(<!-- /answer -->)", re.DOTALL)
_ROWS = 5
_ROWS_OF_LIBRARY = 2
_LONGEST = 160
_NONE: dict[Language, str] = {"ja": "サンプルデータには該当がありません。", "en": "Nothing in the sample."}
_SAMPLE_DAY = dt.date(2026, 3, 31)
"""The day of the sample, for queries that would otherwise take today."""


def with_schema(text: str) -> str:
    """Return a page with the diagram of the schema as it is."""
    labels = schema().labels
    boxes = {key: [key, label.name.ja] for key, label in labels.items()}
    ties = [
        (start, kind.key, end) for kind in schema().relationships.values() for start in kind.starts for end in kind.ends
    ]
    colours = {key: label.colour for key, label in labels.items()}
    return _put(text, "schema", f"```mermaid\n{flowchart(boxes, ties, colours)}\n```\n")


def with_answers(text: str, ask: Ask, code: Language) -> str:
    """Return a page with the answers to its examples, and the library with the first rows of each answer."""
    answered = _EXAMPLE.sub(lambda found: f"{found[1]}{table(ask(found['cypher'], {}), _ROWS, code)}{found[3]}", text)
    return _put(answered, "library", "\n".join(_library(ask, code)))


def examples(text: str) -> list[str]:
    """Return the Cypher of the examples."""
    return [found["cypher"] for found in _EXAMPLE.finditer(text)]


def table(frame: pd.DataFrame, most: int, code: Language) -> str:
    """Return the first rows of an answer in Markdown, and how many there are."""
    if frame.empty:
        return f"{_NONE[code]}\n"
    rows = frame.head(most).itertuples(index=False)
    lines = [
        _line(frame.columns),
        "|---" * len(frame.columns) + "|",
        *(_line(_cell(value, code) for value in row) for row in rows),
    ]
    if len(frame) > most:
        lines += ["", {"ja": f"全 {len(frame):,} 行", "en": f"{len(frame):,} rows in all"}[code]]
    return "\n".join([*lines, ""])


def _library(ask: Ask, code: Language) -> Iterator[str]:
    for topic, queries in groupby(catalog().values(), key=lambda query: query.topic):
        yield from [f"### {topic}", ""]
        for query in queries:
            yield from [f"**`{query.name}`** {query.title.to(code)}  ", f"{query.question.to(code)}", ""]
            given = _given(query)
            if given:
                yield from [f"`{' '.join(f'-p {name}={_cell(value, code)}' for name, value in given.items())}`", ""]
            yield table(ask(query.name, given), _ROWS_OF_LIBRARY, code)


def _given(query: Query) -> dict[str, object]:
    """Return the parameters of a query's example; what is asked as of today is asked as of the sample's day."""
    days = {name: _SAMPLE_DAY for name, parameter in query.parameters.items() if parameter.type == "date"}
    return {**days, **query.example}


def _put(text: str, name: str, content: str) -> str:
    """Return `text` with `content` between the marks of the part `name`."""
    before, rest = text.split(f"<!-- {name} -->\n")
    _, after = rest.split(f"<!-- /{name} -->")
    return f"{before}<!-- {name} -->\n{content}<!-- /{name} -->{after}"


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _cell(value: object, code: Language) -> str:
    """Return a value as a table of people shows it: short, and nothing where it is missing."""
    if isinstance(value, list):
        return _short({"ja": "、", "en": ", "}[code].join(_cell(item, code) for item in value))
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124 - NaN
        return ""
    return _short(f"{value:.3g}" if isinstance(value, float) else str(value).replace("|", "\\|"))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
