import re

import pytest

from graph.schema import schema

DESIGNED_LABELS = [
    *("Organisation", "Municipality", "Theme", "Collaboration", "Case", "Event", "Need", "Resource", "Place"),
    *("Indicator", "Observation", "Source"),
]
DESIGNED_TYPES = [
    *("LOCATED_IN", "SERVES", "PART_OF", "ADJACENT_TO", "WORKS_ON", "BROADER", "PARTICIPATES_IN", "ADDRESSES"),
    *("TAKES_PLACE_IN", "TIED_TO", "HAS_NEED", "OFFERS", "MATCHED_WITH", "DESCRIBES", "ATTENDED", "HOSTED"),
    *("REPORTS_NONE", "OBSERVED", "OF"),
]
ADDED_TYPES = ["OPERATES", "SUCCEEDED_BY"]
OKABE_ITO = {"#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"}


def test_every_label_and_type_of_the_design_is_there():
    assert list(schema().labels) == DESIGNED_LABELS
    assert list(schema().relationships) == [*DESIGNED_TYPES, *ADDED_TYPES]


def test_names_follow_the_conventions_of_neo4j():
    for label in schema().labels.values():
        assert re.fullmatch(r"([A-Z][a-z]+)+", label.key)
    for kind in schema().relationships.values():
        assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", kind.key)
    for table in (*schema().labels.values(), *schema().relationships.values()):
        assert all(re.fullmatch(r"[a-z]+[0-9]*([A-Z][a-z]+)*", key) for key in table.properties)


def test_colour_and_shape_together_tell_labels_apart():
    looks = [(label.colour, label.shape) for label in schema().labels.values()]
    assert len(set(looks)) == len(looks)
    assert {colour for colour, _ in looks} <= OKABE_ITO


def test_indexes_are_of_properties_that_are_there():
    assert all(set(label.indexes) <= set(label.properties) for label in schema().labels.values())
    assert set(schema().labels["Municipality"].indexes) == {"name", "code"}


def test_ends_are_labels_and_distinguishing_properties_are_required():
    for kind in schema().relationships.values():
        assert {*kind.starts, *kind.ends} <= set(schema().labels)
        assert all(kind.properties[key].required for key in kind.distinguishing)


@pytest.mark.parametrize("code", ["ja", "en"])
def test_names_within_a_table_and_among_tables_are_different(code):
    tables = [*schema().labels.values(), *schema().relationships.values()]
    names = [table.name.to(code) for table in tables]
    assert len(set(names)) == len(names)
    for table in tables:
        headings = [described.name.to(code) for described in table.properties.values()]
        assert len(set(headings)) == len(headings), table.key


def test_every_text_is_in_both_languages():
    for table in (*schema().labels.values(), *schema().relationships.values()):
        for described in (table, *table.properties.values()):
            for text in (described.name, described.description):
                assert text.ja.strip(), described.key
                assert text.en.strip(), described.key
                assert text.en.isascii() or "法人" in text.en or "令和" in text.en or "é" in text.en, text.en
