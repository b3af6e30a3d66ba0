"""Rows of the queries about freshness and quality, from the sample's files."""

from tests.queries.tables import Tables


def without_source(tables: Tables) -> list[tuple]:
    labels = [
        "Case",
        "Collaboration",
        "Event",
        "Indicator",
        "Municipality",
        "Need",
        "Observation",
        "Organisation",
        "Place",
        "Resource",
        "Theme",
    ]
    return [(label, len(tables[label]), int((tables[label]["出典"] == "").sum())) for label in labels]
