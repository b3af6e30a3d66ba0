import pytest

from graph import statements
from graph.schema import schema


def everything():
    described = schema()
    made = [*statements.constraints(described), statements.count_others()]
    for label in described.labels.values():
        made += [statements.write_nodes(label), statements.read_nodes(label), statements.delete_nodes(label)]
    for kind in described.relationships.values():
        made += [statements.write_relationships(kind, start, end) for start in kind.starts for end in kind.ends]
        made += [statements.read_relationships(kind), statements.delete_relationships(kind)]
    return ";\n\n".join(made) + ";\n"


def test_statements_are_those_of_the_golden_file(root):
    """A change here is a change of what runs on people's databases: look at it before making the file anew.

    To make it: ``python -c "from tests.graph.test_statements import everything; print(everything(), end='')"``.
    """
    assert everything() == (root / "tests" / "golden" / "statements.cypher").read_text(encoding="utf-8")


def test_no_placeholder_is_left():
    words = set(everything().replace("(", " ").replace(":", " ").replace("[", " ").split())
    assert not words & {"LABEL", "TYPE", "KEY", "STARTLABEL", "ENDLABEL", "NAME", "PROPERTY", "KEYVALUES"}


@pytest.mark.parametrize("name", ["A) DETACH DELETE n //", "`x`", "a b", "", "a-b", "Ａ"])
def test_only_plain_names_get_into_a_statement(name):
    with pytest.raises(ValueError, match="cannot be a name"):
        statements._safe(name)
