import importlib

import pytest

from graph.language import Catalogue, Text, language, set_language

PACKAGES = ["graph", "loaders", "queries", "viz", "tsunagari"]


@pytest.fixture(autouse=True)
def _restore():
    yield
    set_language(None)


def test_text_is_shown_in_the_language_set():
    set_language("ja")
    assert str(Text("組織", "Organisation")) == "組織"
    set_language("en")
    assert (str(Text("組織", "Organisation")), language()) == ("Organisation", "en")


def test_a_text_filled_into_a_text_keeps_to_its_language():
    filled = Text("列「{name}」", "column '{name}'").format(name=Text("名称", "Name"))
    assert filled == Text("列「名称」", "column 'Name'")


@pytest.mark.parametrize("package", PACKAGES)
def test_both_languages_have_the_same_sentences_with_the_same_fields(package):
    importlib.import_module(package)
    catalogue = Catalogue(package)
    ja, en = catalogue.entries("ja"), catalogue.entries("en")
    assert set(ja) == set(en)
    for key in ja:
        assert _fields(ja[key]) == _fields(en[key]), key
        assert ja[key].strip(), key
        assert en[key].strip(), key


def test_an_unknown_sentence_is_a_mistake_of_the_programmer():
    with pytest.raises(KeyError):
        Catalogue("graph").text("errors.no_such_key")


def _fields(sentence):
    import string

    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
