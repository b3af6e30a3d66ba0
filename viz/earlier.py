"""Places of nodes in an earlier page, read out of it, so that another can look like it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.errors import InputError
from viz.unpacking import opened

_BEGINS, _ENDS = '<script type="application/json" id="data">', "</script>"


class EarlierPageError(InputError):
    """A page is not there, or none that this program wrote."""

    package = "viz"


def positions(path: Path) -> Mapping[str, tuple[float, float]]:
    """Return the place of each node, by its id, in the network picture of the page at `path`.

    Raises
    ------
    EarlierPageError
        When the file cannot be read, or holds no such picture.
    """
    try:
        page = path.read_text(encoding="utf-8")
    except OSError as error:
        raise EarlierPageError("earlier_unreadable", path=path, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise EarlierPageError("earlier_foreign", path=path) from error
    try:
        return _positions(json.loads(page.split(_BEGINS, 1)[1].split(_ENDS, 1)[0]))
    # Whatever is wrong in there: the page is no page of ours, or was changed.
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise EarlierPageError("earlier_foreign", path=path) from error


def _positions(data: Any) -> Mapping[str, tuple[float, float]]:
    ids: dict[int, str] = {}
    for table in data["nodes"].values():
        ids |= dict(enumerate(map(str, opened(table["columns"]["id"])), int(table["first"])))
    drawn = opened(data["network"]["nodes"])
    if not drawn:
        return {}
    return {ids[number]: (float(x), float(y)) for number, x, y in zip(drawn["id"], drawn["x"], drawn["y"], strict=True)}
