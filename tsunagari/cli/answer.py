"""The answer to a query, ad hoc or of the library, in the form asked for."""

from __future__ import annotations

import queries
from tsunagari import workflow
from tsunagari.cli.messages import say
from tsunagari.cli.options import Form, Out
from tsunagari.cli.output import emit
from tsunagari.cli.progress import Steps


def answer(
    text: str,
    values: dict[str, object],
    form: Form,
    out: Out,
    *,
    write_access: bool = False,
    headings: dict[str, str] | None = None,
) -> None:
    """Run a query and write its answer."""
    with Steps() as steps, workflow.database(steps) as store:
        result = queries.run(store, text, values, write=write_access)
    emit(result.frame, form, out, headings=headings)
    if result.counters:
        say("counters", counters=", ".join(f"{name} {count}" for name, count in result.counters.items()))
