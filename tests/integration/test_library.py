"""Each query of the library on the sample and either version of Neo4j, against rows that pandas works out.

A file of ``tests/queries/expected`` is a topic, and a function of it a query: it is given the sample's own CSV files
and the parameters of the header's example, and returns the rows in order.
"""

import datetime as dt
import importlib
import math

import neo4j
import pytest

from graph.store import Store
from queries import catalog, lookup, run
from queries.parameters import fitting
from tests.integration.conftest import VERSIONS, emptied
from tests.integration.history import write_sample
from tests.queries.tables import Tables

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def tables():
    return Tables()


@pytest.fixture(scope="module", params=VERSIONS)
def connection_with_sample(request, servers, sample):
    connection = emptied(servers(request.param).start())
    with Store.open(connection) as opened:
        write_sample(opened, sample)
    return connection


@pytest.fixture(scope="module")
def store(connection_with_sample):
    with Store.open(connection_with_sample) as opened:
        yield opened


def plain(value):
    """The same for what Neo4j, pandas and a file say: days as text, nothing as None, numbers to nine digits."""
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    value = value.item() if hasattr(value, "item") else value
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    return round(value, 9) if isinstance(value, float) else value


@pytest.mark.parametrize("name", catalog())
def test_rows_are_those_that_pandas_works_out(store, tables, name):
    query = catalog()[name]
    expected = getattr(importlib.import_module(f"tests.queries.expected.{query.topic}"), query.short)
    values = lookup.resolved(store, query, fitting(query, query.example))
    frame = run(store, query.cypher, values).frame
    assert list(frame.columns) == list(query.columns)
    rows = [plain(row) for row in frame.itertuples(index=False, name=None)]
    assert rows == [plain(row) for row in expected(tables, **query.example)]
    assert rows


def test_no_query_is_deprecated(connection_with_sample):
    """The servers say nothing of old syntax; the program's own driver does not listen to them."""
    auth = (connection_with_sample.username, connection_with_sample.password)
    with neo4j.GraphDatabase.driver(connection_with_sample.uri, auth=auth) as driver:
        for query in catalog().values():
            found = driver.execute_query(f"EXPLAIN {query.cypher}", fitting(query, query.example))
            told = [status.gql_status for status in found.summary.gql_status_objects]
            assert not [status for status in told if status.startswith("01N0")], (query.name, told)
