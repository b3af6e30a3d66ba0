"""What Excel checks while somebody types: lists to choose from, numbers, ids that are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from graph.language import Catalogue, Language
from graph.schema import Property, schema
from loaders.looks import MOST_ROWS
from loaders.template.choices import name_of_choices, name_of_ids
from loaders.template.columns import Column

_DIGITS: Mapping[str, int] = {"corporateNumber": 13, "municipalityCode": 6}
# Whoever types a year alone where Excel expects a date gets a day of 1905.
_YEARS = 3000


def validate(sheet: Any, columns: Sequence[Column], language: Language) -> None:
    """Add to each column of a sheet of xlsxwriter what Excel checks there."""
    for number, column in enumerate(columns):
        rule = _rule(column, xl_col_to_name(number), _kind_before(columns, number), language)
        if rule is not None:
            sheet.data_validation(1, number, MOST_ROWS - 1, number, rule)


def _kind_before(columns: Sequence[Column], number: int) -> str | None:
    before = columns[number - 1] if number else None
    return xl_col_to_name(number - 1) if before is not None and before.role == "kind" else None


def _rule(column: Column, letters: str, kind: str | None, language: Language) -> dict[str, Any] | None:
    match column.role:
        case "kind":
            names = [schema().labels[label].name.to(language) for label in column.labels]
            return {"validate": "list", "source": names, **_alert("choice", language)}
        case "end":
            return {"validate": "list", "source": _ids(column, kind, language), **_alert("id", language, "warning")}
        case "id":
            formula = f"=COUNTIF(${letters}:${letters},{letters}2)=1"
            return {"validate": "custom", "value": formula, **_alert("twice", language)}
        case _:
            return _value(column.described, letters, language) if column.described is not None else None


def _ids(column: Column, kind: str | None, language: Language) -> str:
    """Return the ids to choose from; where an end may be of several kinds, of the kind chosen beside it."""
    formula = name_of_ids(column.labels[0])
    for label in column.labels[1:] if kind else ():
        name = schema().labels[label].name.to(language)
        formula = f'IF(${kind}2="{name}",{name_of_ids(label)},{formula})'
    return f"={formula}"


def _value(described: Property, letters: str, language: Language) -> dict[str, Any] | None:
    if described.choices is not None:
        return {"validate": "list", "source": f"={name_of_choices(described.choices)}", **_alert("choice", language)}
    if described.format is not None:
        digits = _DIGITS[described.format]
        formula = f"=AND(LEN({letters}2)={digits},ISNUMBER(VALUE({letters}2)))"
        return {"validate": "custom", "value": formula, **_alert("digits", language, "warning", digits=digits)}
    match described.type:
        case "integer" | "float":
            kind = "integer" if described.type == "integer" else "decimal"
            return {"validate": kind, **_bounds(described), **_alert("number", language)}
        case "date":
            formula = f"=OR(ISTEXT({letters}2),{letters}2>={_YEARS})"
            return {"validate": "custom", "value": formula, **_alert("year", language, "warning")}
        case "boolean":
            names = [Catalogue("loaders").text(f"template.{key}").to(language) for key in ("true", "false")]
            return {"validate": "list", "source": names, **_alert("choice", language)}
        case _:
            return None


def _bounds(described: Property) -> dict[str, Any]:
    least, most = described.minimum, described.maximum
    if least is not None and most is not None:
        return {"criteria": "between", "minimum": least, "maximum": most}
    return {"criteria": ">=", "value": -1e15 if least is None else least}


def _alert(key: str, language: Language, kind: str = "stop", **values: object) -> dict[str, Any]:
    catalogue = Catalogue("loaders")
    return {
        "error_title": catalogue.text(f"alerts.{key}.title").to(language),
        "error_message": catalogue.text(f"alerts.{key}.message", **values).to(language),
        "error_type": kind,
    }
