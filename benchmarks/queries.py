"""Time and work of each query of the library on made-up platforms, by PROFILE: how it grows, what its plan holds."""

from __future__ import annotations

import datetime as dt
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import LiteralString, cast

from rich.console import Console

from benchmarks.database import database, empty
from benchmarks.dataset import dataset
from graph.store import Store
from queries import Parameter, Query, catalog
from queries.run import stream
from queries.values import Listed, Stored

_SIZES = (1_000, 10_000)
_RUNS = 3
SCANS = frozenset({"AllNodesScan", "CartesianProduct"})
"""Operators whose work grows with all there is, whatever is asked; a header says why where a plan holds one."""
LINEAR = 1.08
"""The largest exponent that counts as linear: 12 times the hits of a platform ten times as large."""


@dataclass(frozen=True)
class Profile:
    """What one run of a query took: the time of the fastest, database hits, and the operators of its plan."""

    milliseconds: float
    hits: int
    rows: int
    operators: frozenset[str]


def lines(console: Console, sizes: Sequence[int] = _SIZES) -> Iterator[str]:
    """Yield a table: a row a query."""
    told = " and ".join(f"{size:,}" for size in sizes)
    yield f"On platforms of {told} organisations (`benchmarks/dataset.py`), with the defaults of the parameters."
    yield "Hits are those of `PROFILE`, milliseconds the shortest of three runs with all rows read. The exponent is"
    yield f"that of hits on organisations; up to {LINEAR} counts as linear; where it is more a header says why (said)."
    yield from ("", "| query | rows | ms | db hits | exponent | begins with |", "|---|---|---|---|---|---|")
    measured: list[Mapping[str, Profile]] = []
    with database() as store:
        for size in sizes:
            with console.status(f"queries on {size:,} organisations"):
                fill(store, size)
                measured.append({query.name: profiled(store, query) for query in catalog().values()})
    for query in catalog().values():
        yield _row(query, [profiles[query.name] for profiles in measured], sizes)


def fill(store: Store, organisations: int) -> None:
    """Make a platform all that the database holds, and let it plan anew."""
    empty(store)
    store.write(dataset(organisations))
    with store.driver.session(database=store.database) as session:
        session.run("CALL db.prepareForReplanning()").consume()
        session.run("CALL db.clearQueryCaches()").consume()


def profiled(store: Store, query: Query, runs: int = _RUNS) -> Profile:
    """Run a query with the defaults of its parameters; what has none is given a value that is there."""
    given = {
        key: _value(store, query, parameter, number) for number, (key, parameter) in enumerate(query.parameters.items())
    }
    seconds = min((_timed(store, query.cypher, given) for _ in range(runs)), default=math.nan)
    with stream(store, query.cypher, given, view="PROFILE") as answer:
        rows = sum(1 for _ in answer.rows())
    steps = [] if answer.plan is None else list(answer.plan.walk())
    hits = sum(step.hits or 0 for step in steps)
    return Profile(seconds * 1_000, hits, rows, frozenset(step.name for step in steps))


def exponent(profiles: Sequence[Profile], sizes: Sequence[int]) -> float:
    """Return how hits grow with the organisations; fewer hits than organisations count as one for each."""
    first, last = (max(profile.hits, size) for profile, size in zip(profiles, sizes, strict=True))
    return math.log(last / first) / math.log(sizes[-1] / sizes[0])


def _row(query: Query, profiles: Sequence[Profile], sizes: Sequence[int]) -> str:
    grown = exponent(profiles, sizes)
    mark = "" if grown <= LINEAR else " (said)" if query.growth else " **too fast**"
    operators = frozenset().union(*(profile.operators for profile in profiles))
    begins = sorted(name for name in operators if "Scan" in name or "Seek" in name or name in SCANS)
    said = " (said)" if query.scans else " **not said**"
    shown = ", ".join(f"{name}{said}" if name in SCANS else name for name in begins)
    rows, milliseconds, hits = (
        " → ".join(texts)
        for texts in (
            [f"{profile.rows:,}" for profile in profiles],
            [f"{profile.milliseconds:.3g}" for profile in profiles],
            [f"{profile.hits:,}" for profile in profiles],
        )
    )
    return f"| `{query.name}` | {rows} | {milliseconds} | {hits} | {grown:.2f}{mark} | {shown} |"


def _value(store: Store, query: Query, parameter: Parameter, number: int) -> object:
    if not parameter.required:
        return parameter.default
    if isinstance(parameter.values, Stored):
        found = f"MATCH (n:{parameter.values.label}) RETURN n.{parameter.values.key} AS value"
        text = f"{found} ORDER BY n.id SKIP {number} LIMIT 1"
        with store.driver.session(database=store.database) as session:
            value = session.run(_literal(text)).single(strict=True)["value"]
    elif isinstance(parameter.values, Listed):
        value = next(iter(parameter.values.names))
    else:
        value = query.example.get(parameter.name, dt.date(2025, 4, 1))
    return [value] if parameter.type == "strings" and not isinstance(value, list) else value


def _timed(store: Store, cypher: str, given: Mapping[str, object]) -> float:
    begun = time.perf_counter()
    with stream(store, cypher, given) as answer:
        for _ in answer.rows():
            pass
    return time.perf_counter() - begun


def _literal(cypher: str) -> LiteralString:
    # The library's own text, and labels of the schema.
    return cast("LiteralString", cypher)  # type: ignore[redundant-cast] # mypy takes it for str
