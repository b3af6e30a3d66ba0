"""Which themes belong together, who would work on them, which may be one."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import Annotated

import pandas as pd
import typer

from graph.analysis import Study
from graph.analysis.draws import DRAWS
from graph.analysis.themes import Against, Basis, Null, alignment
from graph.analysis.themes.backbone import backbone
from tsunagari import tables
from tsunagari.cli.messages import say
from tsunagari.cli.options import Encoding, Engine, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import emit
from tsunagari.cli.study import Given, finish, studying
from tsunagari.cli.views import misused, one_view
from tsunagari.workflow import EngineName

_HIDDEN = ("organisationId", "themeIds", "themeId", "otherThemeId", "keepId", "mergeId")
_BRIEF: Map[str, tuple[str, ...]] = {
    "": ("pairs", "sectors", "municipalities", "municipalitiesAbsent"),
    "--members": (),
    "--pairs": ("members", "otherMembers", "jaccard", "related"),
    "--duplicates": ("common", "contained"),
    "--alignment": ("draws",),
}
_MOST: Map[str, int] = {"--members": 60, "--pairs": 20}

_ALIGNED = {Against.EVEN: "alignment_even", Against.POPULAR: "alignment_popular"}

_Sentence = tuple[str, Map[str, object]]


def themes(
    context: typer.Context,
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    members: Annotated[bool, typer.Option("--members")] = False,
    pairs: Annotated[bool, typer.Option("--pairs")] = False,
    duplicates: Annotated[bool, typer.Option("--duplicates")] = False,
    aligned: Annotated[bool, typer.Option("--alignment")] = False,
    chance: Annotated[Null | None, typer.Option("--null", metavar="bicm|hypergeometric")] = None,
    draws: Annotated[int | None, typer.Option("--draws", min=1, metavar="N")] = None,
    top: Annotated[int | None, typer.Option("--top", min=1, metavar="N")] = None,
    engine: Engine = EngineName.OWN,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print candidate working groups, or another view of themes."""
    asked = {"--members": members, "--pairs": pairs, "--duplicates": duplicates, "--alignment": aligned}
    view = one_view(context, asked)
    if chance is not None and view != "--pairs":
        raise misused(context, "not_with", option="--null", view=view or "tsunagari themes")
    if draws is not None and view != "--alignment":
        raise misused(context, "not_with", option="--draws", view=view or "tsunagari themes")
    given = Given.of(more, paths, mapping, encoding, report)
    with studying(given, engine=engine) as study:
        table, sentences = _shown(study, view, chance or Null.BICM, draws or DRAWS)
    shown = table if top is None else table.head(top)
    emit(shown, form, out, hidden=_HIDDEN, brief=_BRIEF[view], most=top or _MOST.get(view))
    for key, values in sentences if study.themes.who.members else [("no_themes", {})]:
        say(key, **values)
    finish(given)


def _shown(study: Study, view: str, null: Null, draws: int) -> tuple[pd.DataFrame, list[_Sentence]]:
    match view:
        case "--members":
            return tables.working_group_members(study), []
        case "--pairs":
            found = (
                study.themes.pairs if null is Null.BICM else backbone(study.graph, study.themes.who, null, study.engine)
            )
            counts = {"pairs": len(found), "validated": int(found["validated"].sum())}
            return tables.theme_pairs(study, found), [("pairs_validated", counts)]
        case "--duplicates":
            table = tables.theme_duplicates(study)
            return table, [("duplicates", {"count": len(table)})]
        case "--alignment":
            found = alignment(study.themes.who, draws=draws, progress=study.progress)
            named = found.rename(columns={"themes": "themesInUse", "expected": "expectedOverlap"})
            return named, _alignment_sentences(found)
        case _:
            table = tables.working_groups(study)
            counts = {str(basis): int((table["basis"] == basis).sum()) for basis in Basis}
            return table, [("working_groups", counts)]


def _alignment_sentences(found: pd.DataFrame) -> list[_Sentence]:
    rows = {row["against"]: row for row in found.to_dict("records")}
    if found["overlap"].isna().any():
        return [("alignment_none", {})]
    return [
        (_ALIGNED[against], {key: f"{rows[against][key]:.3f}" for key in ("alignment", "lower", "upper")})
        for against in Against
    ]
