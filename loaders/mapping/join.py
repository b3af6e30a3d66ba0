"""Municipalities of the reference, by what a row says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from loaders.cells import Remark, Unreadable
from loaders.codes import form_of
from loaders.mapping.columns import Columns
from loaders.mapping.model import Join
from loaders.places import Found, find, in_address, of_code

Search = Callable[[str, str], Found]


@dataclass(frozen=True)
class Asked:
    """What a row asks for and what was found; `header` and `text` are the cell that decided."""

    found: Found
    header: str
    text: str


def asked(join: Join, columns: Columns) -> list[Asked]:
    """Return what each row asks for."""
    templates = dict(join.templates())
    texts = {key: columns.text(template) for key, template in templates.items()}
    headers = {key: columns.header(template.columns) for key, template in templates.items()}
    count = len(columns.grid.rows)
    prefectures = texts.pop("prefecture", [""] * count)
    rows = list(zip(prefectures, *texts.values(), strict=True))
    form = form_of(texts.get("code", ()))
    searches: Mapping[str, Search] = {
        "code": lambda text, _: of_code(text, form),
        "name": find,
        "address": in_address,
    }
    ways = [(headers[key], searches[key]) for key in texts]
    known = {row: _asked(ways, row[1:], row[0]) for row in set(rows)}
    return [known[row] for row in rows]


def _asked(ways: Sequence[tuple[str, Search]], texts: Sequence[str], prefecture: str) -> Asked:
    failed: Asked | None = None
    for (header, search), text in zip(ways, texts, strict=True):
        if not text:
            continue
        result = Asked(search(text, prefecture), header, text)
        if result.found.municipality is None:
            failed = failed or result
        elif failed is None:
            return result
        else:
            # What could not be read is said where the value stands that could not.
            name = result.found.municipality.full_name
            remark = Remark("place_instead", {"instead": text, "name": name})
            return Asked(Found(result.found.municipality, remark=remark), failed.header, failed.text)
    return failed or Asked(Found(problem=Unreadable("place_empty")), ways[0][0], "")
