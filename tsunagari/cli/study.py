"""What every command that analyses begins and ends with: the data read, the steps shown, the issues said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import typer

from graph.analysis import Study
from graph.analysis.draws import SEED
from graph.network import MOST_TIES, Form
from loaders import Loaded
from tsunagari import workflow
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.messages import say, say_issues
from tsunagari.cli.progress import Steps
from tsunagari.cli.report import write_report
from tsunagari.workflow import EngineName


@dataclass
class Given:
    """Where the data comes from: files, or the database without any; and what reading them said."""

    paths: Sequence[Path]
    mapping: Path | None
    encoding: str | None
    report: Path | None
    loaded: Loaded | None = field(default=None, init=False)

    @classmethod
    def of(
        cls,
        more: Sequence[Path] | None,
        paths: Sequence[Path] | None,
        mapping: Path | None,
        encoding: str | None,
        report: Path | None,
    ) -> Given:
        """Return what the options of a command name."""
        return cls([*(paths or []), *(more or [])], mapping, encoding, report)


@contextmanager
def studying(
    given: Given,
    form: Form = Form.PROJECTION,
    draws: int | None = None,
    seed: int = SEED,
    engine: EngineName = EngineName.OWN,
) -> Iterator[Study]:
    """Read what is given and lend its study; the steps of what is worked out inside are shown."""
    with Steps() as steps:
        dataset, given.loaded = workflow.dataset(given.paths, given.mapping, steps, encoding=given.encoding)
        with workflow.engine(engine, steps) as opened:
            study = Study(dataset, steps, form, draws, seed, opened)
            yield study
    write_report(given.loaded, given.report)
    if given.loaded is not None:
        say_issues(given.loaded.issues)
    if "network" in vars(study):
        say_form(study.form, study.network.graph["form"])


def say_form(wanted: Form, used: Form) -> None:
    """Say that a network is kept bipartite where its projection was wanted and would be too large."""
    if wanted is not used:
        say("kept_bipartite", most=f"{MOST_TIES:,}")


def finish(given: Given) -> None:
    """End the command, with the code that says that rows were refused where some were."""
    if given.loaded is not None and not given.loaded.whole:
        raise typer.Exit(REFUSED)
