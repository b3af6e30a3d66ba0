import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from graph.inventory import Names
from tsunagari.cli.shell.completion import SchemaCompleter

KNOWN = Names(["Organisation", "Own", "Theme"], ["WORKS_ON", "WATCHES"], ["name", "nameKana", "sector"])


def offered(text):
    completer = SchemaCompleter(KNOWN, [":param", ":params", ":schema"])
    return [each.text for each in completer.get_completions(Document(text), CompleteEvent())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (o:O", ["Organisation", "Own"]),
        ("MATCH (o:Own|The", ["Theme"]),
        ("MATCH (o:Organisation)-[:W", ["WORKS_ON", "WATCHES"]),
        ("MATCH (o)-[w:WORKS_ON|WA", ["WATCHES"]),
        ("MATCH (o)-[:WORKS_ON]->(t:", ["Organisation", "Own", "Theme"]),
        ("MATCH (o) RETURN o.name", ["name", "nameKana"]),
        ("MATCH (o {sec", ["sector"]),
        (":pa", [":param", ":params"]),
        ("RETURN 1", []),
    ],
)
def test_what_is_offered_is_what_may_stand_there(text, expected):
    assert offered(text) == expected


def test_queries_are_offered_by_name_with_or_without_topic():
    assert "members/by_sector" in offered(":run by_s")
    assert "members/by_sector" in offered(":run members/")


def test_what_a_label_is_called_stands_beside_it():
    completer = SchemaCompleter(KNOWN, [])
    first = next(iter(completer.get_completions(Document("(:Them"), CompleteEvent())))
    assert first.display_meta_text in ("Theme", "テーマ")
