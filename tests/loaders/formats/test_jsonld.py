"""JSON-LD as rdflib, another program, reads it."""

from __future__ import annotations

import datetime as dt

import pytest
import rdflib

from graph.dataset import Dataset
from tests.loaders.formats.conftest import written

# rdflib's own parser of JSON-LD still uses a class that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = rdflib.Namespace("https://schema.org/")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")


def node(identifier: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"urn:tsunagari:{identifier}")


_MONTH = {"id": "C2", "name": "y", "endDate": dt.date(2024, 4, 30), "datePrecision": ("endDate:month",)}


@pytest.fixture
def small() -> Dataset:
    return Dataset.of(
        {
            "Organisation": [
                {
                    "id": "O1",
                    "name": "架空の会",
                    "nameEn": "Fictional",
                    "corporateNumber": "8000020148415",
                    "url": "https://example.com/",
                }
            ],
            "Collaboration": [{"id": "C 1", "name": "Project", "startDate": dt.date(2024, 4, 1)}, _MONTH],
            "Theme": [{"id": "T1", "name": "居場所"}],
            "Municipality": [{"id": "M", "name": "x", "code": "142018", "latitude": 35.28}],
            "PARTICIPATES_IN": [{"start": "O1", "end": "C 1", "role": "lead", "amount": 5.0}],
            "WORKS_ON": [{"start": "O1", "end": "T1"}],
            "REPORTS_NONE": [{"start": "M", "end": "T1"}],
        }
    )


@pytest.fixture
def parsed(small):
    graph = rdflib.Graph()
    graph.parse(data=written("jsonld", ".jsonld", small).files[""], format="json-ld")
    return graph


def test_every_triple_is_accounted_for(parsed) -> None:
    # O1: 2 types, 2 names, identifier + its 3, url, memberOf, purpose = 11. C 1: 2 types, name, start = 4; C2 likewise.
    # T1: type, label = 2. M: type, name, identifier, latitude = 4.
    # Membership: type, member, organization, role, amount + its 3 = 8.
    assert len(parsed) == 11 + 4 + 4 + 2 + 4 + 8


def test_names_carry_their_language_and_dates_their_type(parsed) -> None:
    assert set(parsed.objects(node("O1"), SCHEMA.name)) == {
        rdflib.Literal("架空の会", lang="ja"),
        rdflib.Literal("Fictional", lang="en"),
    }
    assert list(parsed.objects(node("C%201"), SCHEMA.startDate)) == [rdflib.Literal(dt.date(2024, 4, 1))]
    month = rdflib.Literal("2024-04", datatype=rdflib.XSD.gYearMonth)
    assert list(parsed.objects(node("C2"), SCHEMA.endDate)) == [month]
    assert list(parsed.objects(node("O1"), SCHEMA.url)) == [rdflib.URIRef("https://example.com/")]
    number = next(parsed.objects(node("O1"), SCHEMA.identifier))
    assert str(next(parsed.objects(number, SCHEMA.value))) == "8000020148415"


def test_ties_use_both_vocabularies(parsed) -> None:
    assert (node("O1"), ORG.memberOf, node("C%201")) in parsed
    assert (node("O1"), ORG.purpose, node("T1")) in parsed
    assert (node("T1"), rdflib.RDF.type, SKOS.Concept) in parsed
    membership = next(parsed.subjects(rdflib.RDF.type, ORG.Membership))
    assert next(parsed.objects(membership, ORG.role)) == node("role:lead")


def test_what_has_no_term_is_counted(small) -> None:
    assert written("jsonld", ".jsonld", small).lost == {"REPORTS_NONE": 1}


def test_the_sample_parses_with_all_its_nodes(kanagawa) -> None:
    graph = rdflib.Graph()
    graph.parse(data=written("jsonld", ".jsonld", kanagawa).files[""], format="json-ld")
    subjects = {subject for subject in graph.subjects() if isinstance(subject, rdflib.URIRef)}
    assert len(subjects) == kanagawa.node_count
    assert len(set(graph.subjects(rdflib.RDF.type, ORG.Membership))) == len(kanagawa["PARTICIPATES_IN"])
