"""Writes from the program itself: settings, schema, commands, queries, formats, and the diagram of the guide.

Run by ``make docs``; a test fails when a page is not what this writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from docs import guide
from graph.language import LANGUAGES, Catalogue, Language, set_language
from graph.schema import Label, Property, RelationshipType, schema
from graph.settings import Settings
from loaders.formats import formats
from queries import catalog
from queries.finding import topic_name
from tsunagari.cli.app import app
from tsunagari.cli.description import example, notes, takes

FOLDER = Path(__file__).resolve().parent / "reference"
_NOTE = {"en": "Made by `make docs`.", "ja": "`make docs` が作ったページです。"}


def pages() -> dict[str, str]:
    """Return each reference page by its file name, in both languages."""
    made = {}
    for code in LANGUAGES:
        ending = "" if code == "en" else ".ja"
        set_language(code)
        for name, write in (
            ("settings", _settings),
            ("schema", _schema),
            ("commands", _commands),
            ("queries", _queries),
            ("formats", _formats),
        ):
            made[f"{name}{ending}.md"] = "\n".join([*write(code), "", _NOTE[code], ""])
    set_language(None)
    return made


def _settings(code: Language) -> Iterator[str]:
    catalogue = Catalogue("graph")
    yield {"en": "# Settings", "ja": "# 設定"}[code]
    yield ""
    yield {
        "en": "From the environment, or a `.env` file in the folder the program is started in.",
        "ja": "環境変数、または起動したフォルダーの `.env` ファイルに書きます。",
    }[code]
    yield ""
    yield {"en": "| variable | by default | meaning |", "ja": "| 変数 | 既定値 | 意味 |"}[code]
    yield "|---|---|---|"
    for name, field in Settings.model_fields.items():
        default = field.get_default() if field.default_factory is None else "…/tsunagari"
        shown = "" if default is None or name == "password" else f"`{default}`"
        yield f"| `{field.validation_alias}` | {shown} | {catalogue.text(f'settings.{name}')} |"


def _schema(code: Language) -> Iterator[str]:
    yield {"en": "# Schema", "ja": "# スキーマ"}[code]
    yield ""
    yield {"en": "## Nodes", "ja": "## ノード"}[code]
    for label in schema().labels.values():
        yield from ["", f"### `{label.key}` {label.name}", "", f"{label.description}", ""]
        yield from _properties(label, code)
    yield from ["", {"en": "## Relationships", "ja": "## 関係"}[code]]
    for kind in schema().relationships.values():
        yield from ["", f"### `{kind.key}` {kind.name}", ""]
        yield f"{kind.description}: {' / '.join(kind.starts)} → {' / '.join(kind.ends)}"
        yield ""
        yield from _properties(kind, code)


def _properties(table: Label | RelationshipType, code: Language) -> Iterator[str]:
    yield {"en": "| property | heading | type | meaning |", "ja": "| プロパティ | 見出し | 型 | 意味 |"}[code]
    yield "|---|---|---|---|"
    for described in table.properties.values():
        cells = (f"`{described.key}`{' *' if described.required else ''}", described.name, _type(described))
        yield f"| {' | '.join(map(str, cells))} | {described.description} |"


def _type(described: Property) -> str:
    if described.choices is None:
        return described.format or described.type
    return ", ".join(f"`{key}` {name}" for key, name in described.choices.items())


def _commands(code: Language) -> Iterator[str]:
    yield {"en": "# Commands", "ja": "# コマンド"}[code]
    catalogue = Catalogue("tsunagari")
    yield from _command(typer.main.get_command(app), catalogue, "commands", "tsunagari")
    yield ""
    yield {
        "en": "Exit codes: 0 done, 1 an error, 2 wrong usage, 3 done but some rows were refused, 130 interrupted.",
        "ja": "終了コード: 0 完了、1 エラー、2 使い方の誤り、3 完了したが受け付けなかった行がある、130 中断。",
    }[code]


def _command(command: Any, catalogue: Catalogue, path: str, name: str) -> Iterator[str]:
    yield from ["", f"## `{name}`", "", str(catalogue.text(f"{path}.help")), ""]
    for parameter in command.params:
        if getattr(parameter, "hidden", False):
            continue
        own = f"{path}.{parameter.name}"
        key = own if own in catalogue.entries("en") else f"options.{parameter.name}"
        written = (
            ", ".join(f"`{option}`" for option in parameter.opts)
            if parameter.opts[0].startswith("-")
            else f"`{parameter.metavar or parameter.name}`"
        )
        yield f"- {written}: {catalogue.text(key)}"
    for inner_name, inner in getattr(command, "commands", {}).items():
        yield from _command(inner, catalogue, f"{path}.{inner_name}", f"{name} {inner_name}")


def _queries(code: Language) -> Iterator[str]:
    yield {"en": "# Queries", "ja": "# 問い合わせ"}[code]
    for topic, group in groupby(catalog().values(), key=lambda query: query.topic):
        yield from ["", f"## {topic_name(topic)} (`{topic}`)"]
        for query in group:
            yield from ["", f"### `{query.name}` {query.title}", "", f"{query.question}", ""]
            for parameter in query.parameters.values():
                yield f"- `-p {parameter.name}=…` {parameter.meaning} ({takes(parameter)})"
            for column, meaning in query.columns.items():
                yield f"- `{column}`: {meaning}"
            yield from ["", *notes(query), f"`{example(query)}`"]


def _formats(code: Language) -> Iterator[str]:
    yield {"en": "# Formats", "ja": "# 形式"}[code]
    yield ""
    yield {
        "en": "Files of these layouts load as they are. A file is recognised by its content, in this order, and the"
        " command says which it was taken for; `--as` with a key decides instead (`--as own` for the own layout).",
        "ja": "次の形式のファイルは、手を加えずに読み込めます。上から順に、ファイルの中身で見分け、"
        "どの形式として読んだかを表示します。`--as` に続けてキーを書くと、その形式として読みます"
        "(`--as own` は本ソフトの形式)。",
    }[code]
    yield ""
    yield {"en": "| key | format | what becomes of it |", "ja": "| キー | 形式 | 読み込んだ結果 |"}[code]
    yield "|---|---|---|"
    for form in formats():
        yield f"| `{form.key}` | {form.name} | {form.description} |"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in pages().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
    for page in guide.PAGES.values():
        page.write_text(guide.with_schema(page.read_text(encoding="utf-8")), encoding="utf-8")
