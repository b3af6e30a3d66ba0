"""The answers that the docs show, against a real Neo4j that holds the sample; ``make answers`` writes them anew."""

import nbformat
import pytest

from docs import answers, executed, guide
from graph.language import set_language
from graph.store import Store
from loaders import read
from tests.integration.conftest import emptied

pytestmark = pytest.mark.neo4j

LARGEST = 60_000
"""Bytes of a notebook; one with a page in it has millions."""


@pytest.fixture(scope="module")
def sample_connection(connection, sample):
    with Store.open(emptied(connection)) as store:
        store.write(read([sample]).dataset)
    return connection


@pytest.fixture(scope="module")
def ask(sample_connection):
    with answers.opened(sample_connection) as database:
        yield answers.asking(database)


@pytest.mark.parametrize("code", guide.PAGES)
def test_the_guide_shows_what_the_sample_answers(ask, code):
    text = guide.PAGES[code].read_text(encoding="utf-8")
    assert guide.with_answers(text, ask, code) == text, "run make answers"


@pytest.mark.parametrize("path", executed.notebooks(), ids=lambda path: path.stem)
def test_a_notebook_keeps_the_outputs_that_it_makes(sample_connection, path):
    kept = nbformat.read(path, as_version=4)
    assert executed.outputs(executed.run(path, sample_connection)) == executed.outputs(kept), "run make answers"
    assert path.stat().st_size < LARGEST
    assert "<iframe" not in path.read_text(encoding="utf-8")
    set_language(None)
