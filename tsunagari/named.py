"""The one node that a person means by a name, an id or a code."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from graph.dataset import Dataset
from graph.errors import QueryError
from graph.frames import rows
from graph.schema import schema
from loaders.names import fold, nearest

_CALLED = ("name", "nameEn", "nameKana", "code", "corporateNumber")


class UnknownName(QueryError):
    """No node, or more than one, goes by a name."""

    package = "tsunagari"


def named(dataset: Dataset, text: str, *labels: str, option: str) -> str:
    """Return the id of the one node of `labels` that goes by `text`, whatever its width, case and blanks.

    Parameters
    ----------
    option
        The option in which it was given, for the message.

    Raises
    ------
    UnknownName
        When there is none, or more than one.
    """
    known = _known(dataset, labels)
    if text in known:
        return text
    found = sorted(id_ for id_, names in known.items() if fold(text) in map(fold, names))
    if len(found) == 1:
        return found[0]
    kinds = [schema().labels[label].name for label in labels]
    if found:
        raise UnknownName("several_named", name=text, ids=", ".join(found[:10]), option=option)
    near = nearest(text, chain.from_iterable(known.values()))
    raise UnknownName("like_named" if near else "none_named", name=text, near=near, option=option, kind=kinds[0])


def _known(dataset: Dataset, labels: tuple[str, ...]) -> Mapping[str, list[str]]:
    return {
        str(row["id"]): [str(row[key]) for key in _CALLED if row.get(key)]
        for label in labels
        for row in rows(dataset[label])
    }
