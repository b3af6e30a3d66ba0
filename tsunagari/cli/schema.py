"""The command that says what the database holds, beside what the schema says."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from graph.inventory import Inventory, inventory
from graph.language import Catalogue
from graph.schema import schema as described
from tsunagari import inventory as shown
from tsunagari import workflow
from tsunagari.cli.messages import say
from tsunagari.cli.options import Out
from tsunagari.cli.output import Format, emit, write
from tsunagari.cli.progress import Steps


class SchemaForm(StrEnum):
    """Form of what the database holds."""

    TABLE = "table"
    MERMAID = "mermaid"
    JSON = "json"
    HTML = "html"


_ENDINGS = {".mmd": SchemaForm.MERMAID, ".json": SchemaForm.JSON, ".html": SchemaForm.HTML}


def schema(
    form: Annotated[SchemaForm | None, typer.Option("--format", metavar="table|mermaid|json|html")] = None,
    out: Out = None,
) -> None:
    """Show labels, relationship types and properties of the database, and where they differ from the schema."""
    with Steps() as steps, workflow.database(steps) as store:
        steps.start("inventory")
        found = inventory(store)
    show(found, form, out)


def show(found: Inventory, form: SchemaForm | None = None, out: Path | None = None) -> None:
    """Write what a database holds; differences are said beside a table, and are part of what has room for them."""
    said = [str(text) for text in shown.differences(found, described())]
    match form or _ENDINGS.get(out.suffix.lower() if out else "", SchemaForm.TABLE):
        case SchemaForm.MERMAID:
            write(shown.mermaid(found, described()), out)
        case SchemaForm.JSON:
            write(json.dumps(shown.records(found, described()), ensure_ascii=False, indent=1) + "\n", out)
        case SchemaForm.HTML:
            differences = pd.DataFrame({"difference": said}, dtype="object")
            emit({**shown.tables(found, described()), "differences": differences}, Format.HTML, out)
        case SchemaForm.TABLE:
            emit(shown.tables(found, described()), Format.TABLE, out)
            for text in said or [str(Catalogue("tsunagari").text("inventory.same"))]:
                say("difference", difference=text)
