"""The source that a table names, its properties filled from the table itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.schema import schema
from loaders.mapping.columns import Columns
from loaders.mapping.model import Template
from loaders.values import parsed


def source_record(columns: Columns, source: Mapping[str, Sequence[Template]]) -> Mapping[str, object]:
    """Return the record of a source; of each property, what the first template gives that gives anything in any row.

    A table has one source: what its first rows say of it counts. Nothing is returned without an id.
    """
    texts = {
        key: next(filter(None, (text for template in templates for text in columns.text(template))), "")
        for key, templates in source.items()
    }
    properties = schema().labels["Source"].properties
    read = {key: parsed([text], properties[key]).values[0] for key, text in texts.items() if text}
    record = {key: value for key, value in read.items() if value is not None}
    return record if "id" in record else {}
