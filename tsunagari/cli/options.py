"""Options and arguments that several commands take; their help stands in ``tsunagari/locale``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.editions import Edition as Circle
from graph.network import Form as NetworkForm
from tsunagari.cli.output import Format
from tsunagari.cli.report import checked
from tsunagari.workflow import EngineName

Lang = Annotated[str | None, typer.Option("--lang", metavar="ja|en")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME")]
Form = Annotated[Format | None, typer.Option("--format", metavar="table|csv|tsv|json|jsonl|xlsx|parquet|markdown|html")]
AnswerForm = Annotated[
    Format | None,
    typer.Option("--format", metavar="table|csv|tsv|json|jsonl|xlsx|parquet|markdown|html|graphml"),
]
As = Annotated[str | None, typer.Option("--as", metavar="FORMAT")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE")]
Page = Annotated[Path, typer.Option("--out", metavar="FILE")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH")]
Mapping = Annotated[Path | None, typer.Option("--mapping", metavar="FILE")]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME")]
From = Annotated[list[Path] | None, typer.Option("--from", metavar="PATH")]
MorePaths = Annotated[list[Path] | None, typer.Argument(metavar="PATH", hidden=True)]
Parameters = Annotated[list[str] | None, typer.Option("-p", "--parameter", metavar="NAME=VALUE")]
QueryFile = Annotated[Path | None, typer.Option("-f", "--file", metavar="FILE")]
Write = Annotated[bool, typer.Option("--write")]
Yes = Annotated[bool, typer.Option("--yes", "-y")]
Timeout = Annotated[float, typer.Option("--timeout", min=0, metavar="SECONDS")]
Limit = Annotated[int | None, typer.Option("--limit", min=0, metavar="N")]
Explain = Annotated[bool, typer.Option("--explain")]
Profile = Annotated[bool, typer.Option("--profile")]
Explore = Annotated[Path | None, typer.Option("--explore", metavar="PAGE.html")]
Report = Annotated[Path | None, typer.Option("--report", metavar="FILE.xlsx|csv|html", callback=checked)]
Open = Annotated[bool, typer.Option("--open")]
On = Annotated[NetworkForm, typer.Option("--on", metavar="projection|declared|bipartite")]
Engine = Annotated[EngineName, typer.Option("--engine", metavar="own|gds")]
Draws = Annotated[int | None, typer.Option("--draws", min=0, metavar="N")]
Seed = Annotated[int, typer.Option("--seed", min=0, metavar="N")]
Focus = Annotated[str | None, typer.Option("--focus", metavar="NAME")]
Theme = Annotated[str | None, typer.Option("--theme", metavar="NAME")]
Municipality = Annotated[str | None, typer.Option("--municipality", metavar="NAME")]
Since = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD")]
Until = Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD")]
Edition = Annotated[Circle, typer.Option("--edition", metavar="public|members|internal")]
NoSummary = Annotated[bool, typer.Option("--no-summary")]
NoRanking = Annotated[bool, typer.Option("--no-ranking")]
NoThemes = Annotated[bool, typer.Option("--no-themes")]
NoMatching = Annotated[bool, typer.Option("--no-matching")]
NoIntroductions = Annotated[bool, typer.Option("--no-introductions")]
NoCases = Annotated[bool, typer.Option("--no-cases")]
NoMap = Annotated[bool, typer.Option("--no-map")]
NoTimeline = Annotated[bool, typer.Option("--no-timeline")]
Like = Annotated[Path | None, typer.Option("--like", metavar="PAGE.html")]
Fresh = Annotated[bool, typer.Option("--fresh")]
Split = Annotated[bool, typer.Option("--split")]
