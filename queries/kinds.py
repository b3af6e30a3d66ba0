"""Types of a query's parameters, and how people's text becomes a value of one."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from graph.language import Catalogue, Text

ParameterType = Literal["string", "integer", "float", "boolean", "date", "strings"]

_TRUE, _FALSE = {"true", "1", "yes", "はい"}, {"false", "0", "no", "いいえ"}


def called(kind: ParameterType) -> Text:
    """Return what people call a type."""
    return Catalogue("queries").text(f"types.{kind}")


def converted(text: str, kind: ParameterType) -> object:
    """Return `text` as a value of `kind`.

    Raises
    ------
    ValueError
        When it is none.

    Examples
    --------
    >>> converted("居場所, 見守り", "strings")
    ['居場所', '見守り']
    """
    match kind:
        case "integer":
            return int(text)
        case "float":
            return float(text)
        case "date":
            return dt.date.fromisoformat(text)
        case "strings":
            return [item.strip() for item in text.replace("、", ",").split(",") if item.strip()]
        case "boolean":
            if text.lower() not in _TRUE | _FALSE:
                raise ValueError(text)
            return text.lower() in _TRUE
        case "string":
            return text


def fits(value: object, kind: ParameterType) -> bool:
    """Tell whether `value`, as YAML reads it, is of `kind`."""
    match kind:
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "date":
            return type(value) is dt.date
        case "strings":
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case "boolean":
            return isinstance(value, bool)
        case "string":
            return isinstance(value, str)
