"""Sentences for what the server says against a query; the messages are those that Neo4j 5.26 and 2026 gave."""

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import QueryError
from graph.language import set_language
from queries.problems import Place, translated


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language(None)


def said(code, message, cypher="RETURN 1", offset=0):
    error = Neo4jError._hydrate_neo4j(code=code, message=message)
    with pytest.raises(QueryError) as caught, translated(cypher, 2.5, offset):
        raise error
    return str(caught.value)


def test_the_caret_stands_below_the_place_however_wide_the_characters_are():
    # Five Japanese characters and their quotation marks are 12 columns wide but 7 characters long.
    cypher = "MATCH (n)\nWHERE '居場所づくり' RETRUN n"
    line, caret = Place(2, cypher.splitlines()[1].index("RETRUN") + 1).shown(cypher).strip("\n").split("\n")
    assert line == "  WHERE '居場所づくり' RETRUN n"
    assert caret == "  " + " " * (len("WHERE ") + 2 + 2 * 6 + 1) + "^"


@pytest.mark.parametrize("place", [Place(0, 0), Place(3, 1)])
def test_a_place_outside_the_query_shows_nothing(place):
    assert place.shown("RETURN 1\nAS n") == ""


def test_a_syntax_error_is_one_sentence_and_the_place():
    message = "Invalid input 'RETURN': expected ')' (line 1, column 10 (offset: 9))\n\"MATCH (n RETURN n\"\n          ^"
    assert said("Neo.ClientError.Statement.SyntaxError", message, "MATCH (n RETURN n").splitlines() == [
        "Neo4j did not accept the query: Invalid input 'RETURN': expected ')'",
        "  MATCH (n RETURN n",
        "           ^",
    ]


def test_what_was_put_before_the_query_does_not_move_the_caret():
    message = "Variable `x` not defined (line 1, column 16 (offset: 15))"
    shown = said("Neo.ClientError.Statement.SyntaxError", message, "RETURN x", len("PROFILE "))
    assert shown.splitlines()[1:] == ["  RETURN x", "         ^"]


@pytest.mark.parametrize(
    ("code", "message", "part"),
    [
        ("Neo.ClientError.Statement.AccessMode", "Writing in read access mode not allowed.", "--write"),
        ("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "…", "limit of 2.5 seconds"),
        ("Neo.ClientError.Transaction.TransactionTimedOut", "…", "server's own limit"),
        ("Neo.ClientError.Transaction.Terminated", "…", "stopped on the server"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "…", "TSUNAGARI_NEO4J_MEMORY"),
        ("Neo.ClientError.Security.Forbidden", "no create", "NEO4J_USERNAME"),
        ("Neo.ClientError.Statement.ParameterMissing", "Expected parameter(s): a, b", "parameter a, b"),
        (
            "Neo.ClientError.Statement.SyntaxError",
            "Expected exactly one statement per query but got: 2 (line 0, column 0 (offset: 0))",
            "one statement",
        ),
    ],
)
def test_each_trouble_has_its_sentence(code, message, part):
    shown = said(code, message)
    assert part in shown
    assert "\n" not in shown


def test_troubles_that_are_not_of_the_query_pass():
    error = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Database.DatabaseNotFound", message="no")
    with pytest.raises(Neo4jError), translated("RETURN 1", 1):
        raise error
