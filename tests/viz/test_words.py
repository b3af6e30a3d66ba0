import re
from importlib import resources
from pathlib import Path

import pytest

from graph.dataset import Dataset
from graph.language import LANGUAGES, Catalogue
from graph.schema import schema
from viz.table import Nodes
from viz.words import Words


def sources() -> str:
    package = resources.files("viz")
    scripts = Path(str(package.joinpath("assets", "js"))).rglob("*.js")
    files = [*package.joinpath("templates").iterdir(), *scripts]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.fixture(scope="module")
def words() -> Words:
    return Words("ja", Nodes.of(Dataset.of({"Theme": [{"id": "T", "name": "<b>", "nameEn": "Places"}]})))


def test_both_languages_have_the_same_keys() -> None:
    japanese, english = (Catalogue("viz").entries(code) for code in LANGUAGES)
    assert set(japanese) == set(english)


def test_both_languages_fill_in_the_same_fields() -> None:
    japanese, english = (Catalogue("viz").entries(code) for code in LANGUAGES)
    fields = re.compile(r"\{\w+\}")
    for key, sentence in japanese.items():
        assert set(fields.findall(sentence)) == set(fields.findall(english[key])), key


def test_english_sentences_hold_no_japanese_but_the_name_of_the_language() -> None:
    japanese = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
    found = {key for key, sentence in Catalogue("viz").entries("en").items() if japanese.search(sentence)}
    assert found == {"page.language", "page.languageHint"}


def test_no_key_is_missing(words: Words) -> None:
    asked = set(re.findall(r'\bt\("([\w.]+)"', sources())) | set(re.findall(r'\bplain\("([\w.]+)"', sources()))
    asked |= set(re.findall(r'data-t="([\w.]+)"', sources()))
    for keys in re.findall(r"attributes\(([^)]*)\)", sources()):
        asked |= set(re.findall(r'="([\w.]+)"', keys))
    assert len(asked) > 100
    assert {key for key in asked if not key.endswith(".")} <= set(words.texts)


def test_no_key_is_unused() -> None:
    text = sources()
    composed = set(re.findall(r'"((?:\w+\.)+)" ~', text)) | set(re.findall(r"`((?:\w+\.)+)\$\{", text))
    parts = set(re.findall(r"\w+", text)) | set(schema().relationships) | set(schema().enumerations["visibility"])
    for key in Catalogue("viz").entries("ja"):
        if key.startswith("errors."):
            continue
        written = f'"{key}"' in text
        made = any(key.startswith(prefix) for prefix in composed) and key.rpartition(".")[2] in parts
        assert written or made or key.startswith("ties."), key


def test_every_relationship_type_is_worded_in_both_directions(words: Words) -> None:
    for kind in schema().relationships:
        assert {f"ties.{kind}.out", f"ties.{kind}.in"} <= set(words.texts)


def test_the_schema_names_are_there_in_both_languages(words: Words) -> None:
    assert words.texts["label.Organisation"].en == "Organisation"
    assert words.texts["property.Organisation.sector"].ja == "分野"
    assert words.texts["value.Organisation.sector.company"].ja == "企業"


def test_what_the_program_says_of_the_page_stays_out_of_it(words: Words) -> None:
    assert not [key for key in words.texts if key.startswith("errors.")]


def test_values_are_escaped_in_text_and_attributes(words: Words) -> None:
    said = words.t("page.dataOf", date='"<b>')
    assert said == (
        '<span data-t="page.dataOf" data-values="{&#34;date&#34;: &#34;\\&#34;&lt;b&gt;&#34;}">'
        "データの時点 &#34;&lt;b&gt;</span>"
    )


def test_names_are_escaped(words: Words) -> None:
    assert words.name(0) == '<bdi data-node="0">&lt;b&gt;</bdi>'


def test_numbers_have_separators(words: Words) -> None:
    assert words.plain("summary.gaps", n=12345) == "12,345 か所"
