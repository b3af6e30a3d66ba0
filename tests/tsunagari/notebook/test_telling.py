import traceback

import pytest
from IPython.core.interactiveshell import InteractiveShell

import tsunagari as tg
from graph.errors import DatabaseError, QueryError, SettingsError
from graph.settings import settings
from tsunagari.notebook.telling import Lines

NOWHERE = "bolt://127.0.0.1:9"


def test_an_error_is_one_sentence_of_ours_with_nothing_of_the_driver():
    with pytest.raises(DatabaseError) as caught:
        tg.connect(NOWHERE, lang="en")
    assert caught.value.__suppress_context__
    said = "".join(traceback.format_exception(caught.value))
    assert NOWHERE in said
    assert "ServiceUnavailable" not in said
    assert "site-packages/neo4j" not in said


def test_a_notebook_shows_the_sentence_alone(capsys):
    shell = InteractiveShell.instance()
    try:
        shell.run_cell(f"import tsunagari as tg\ntg.connect('{NOWHERE}', lang='en')")
    finally:
        InteractiveShell.clear_instance()
    shown = capsys.readouterr().out.strip()
    assert shown.startswith("Neo4j")
    assert "Traceback" not in shown
    assert "\n" not in shown


def test_a_wrong_setting_is_said_too(monkeypatch):
    monkeypatch.setenv("TSUNAGARI_NEO4J_MEMORY", "lots")
    with pytest.raises(SettingsError, match="TSUNAGARI_NEO4J_MEMORY"):
        tg.themes(None)


def test_a_query_of_no_library_is_known_before_any_database(monkeypatch):
    monkeypatch.setenv("NEO4J_URI", NOWHERE)
    db = tg.Database(settings())
    with pytest.raises(QueryError, match="by_sector"):
        db.query("members/by_sektor")
    with pytest.raises(QueryError, match="limit"):
        db.query("collaboration/largest", limits=3)


def test_steps_are_lines_below_the_cell(capsys):
    lines = Lines()
    lines.start("graph", 3)
    lines.advance()
    assert capsys.readouterr().err.count("\n") == 1
