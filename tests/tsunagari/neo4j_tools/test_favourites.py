import datetime as dt

from graph.language import Text
from queries import Query
from queries.header import Parameter
from tsunagari.neo4j_tools import favourites


def query(*parameters, example=None):
    meaning = Text("意味", "Meaning")
    return Query(
        name="topic/one",
        title=Text("題", "Title"),
        question=Text("問い", "Question"),
        parameters={name: Parameter(name, "string", meaning, default, default is None) for name, default in parameters},
        columns={},
        cypher="RETURN $a AS a;\n",
        example=example or {},
    )


def test_title_question_and_parameters_stand_before_the_query():
    text = favourites([query(("a", "見守り"))])
    assert text.splitlines()[:2] in (
        ["// Title (topic/one)", "// Question"],
        ["// 題 (topic/one)", "// 問い"],
    )
    assert text.splitlines()[3:] == [':param a => "見守り";', "RETURN $a AS a;"]


def test_values_are_written_as_cypher_writes_them():
    values = {"quote": 'a"b', "number": 3, "share": 0.5, "flag": True, "day": dt.date(2026, 3, 31), "list": ["x", "y"]}
    lines = favourites([query(*values.items())]).splitlines()
    assert [line.split(" => ")[1] for line in lines if line.startswith(":param")] == [
        '"a\\"b";',
        "3;",
        "0.5;",
        "true;",
        "date('2026-03-31');",
        '["x", "y"];',
    ]


def test_what_must_be_given_is_that_of_the_example():
    assert ':param a => "ORG-1";' in favourites([query(("a", None), example={"a": "ORG-1"})])
