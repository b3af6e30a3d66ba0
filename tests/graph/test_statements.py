import pytest

from graph import statements
from graph.schema import schema

PLAIN = [
    *("create_nodes", "create_relationships", "update_nodes", "update_relationships"),
    *("delete_nodes", "delete_relationships", "lock"),
    *("organisations", "begin_load", "finish_load", "keep_part", "load_parts", "loads"),
    *("terminate", "nodes_of_elements"),
    *("judgements", "add_judgements", "delete_judgements", "newest_merge"),
]


def everything():
    described = schema()
    made = [*statements.constraints(described), statements.count_others(), statements.known_nodes(described.labels)]
    made += [statements.count_labels(described), statements.all_nodes(described)]
    made += [statements.known_relationships(described), statements.ties_of(described)]
    made += [statements.value_named("Theme", "name"), statements.names_of("Theme")]
    made += [statements.statement(name) for name in PLAIN]
    made += [f(described) for f in (statements.read_nodes, statements.read_relationships, statements.state)]
    return ";\n\n".join(made) + ";\n"


def test_statements_are_those_of_the_golden_file(root):
    """A change here is a change of what runs on people's databases: look at it before making the file anew.

    To make it: ``python -c "from tests.graph.test_statements import everything; print(everything(), end='')"``.
    """
    assert everything() == (root / "tests" / "golden" / "statements.cypher").read_text(encoding="utf-8")


def test_no_placeholder_is_left():
    words = set(everything().replace("(", " ").replace(":", " ").replace("[", " ").split())
    assert not words & {"LABEL", "LABELS", "TYPES", "KEY", "NAME", "PROPERTY", "PROPERTIES", "JOURNAL_LABELS"}


@pytest.mark.parametrize("name", ["A) DETACH DELETE n //", "`x`", "a b", "", "a-b", "Ａ"])
def test_only_plain_names_get_into_a_statement(name):
    with pytest.raises(ValueError, match="cannot be a name"):
        statements._safe(name)
