import datetime as dt

import pytest

from graph.errors import QueryError
from graph.language import Text, set_language
from queries.header import parse
from queries.values import Listed, Stored

FILE = """// title: {ja: "題", en: "Title"}
// question: {ja: "問い", en: "Question"}
// parameters:
//   limit: {type: integer, default: 5, least: 1, ja: "行数", en: "Rows"}
//   day: {type: date, default: null, ja: "日", en: "Day"}
//   theme: {type: string, values: Theme.name, ja: "テーマ", en: "Theme"}
//   status: {type: string, default: active, values: Collaboration.status, ja: "状態", en: "Status"}
// columns:
//   name: {ja: "名称", en: "Name"}
// example: {theme: 居場所づくり, day: 2025-04-01}
// since: "5.26"
// scans: {ja: "わけ", en: "Why"}
MATCH (n)
// a comment with $nothing inside stays
WHERE $day IS NULL AND n.name <> '$notThis' AND $theme = $status
RETURN n.name AS name LIMIT $limit
"""


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language(None)


def test_a_file_is_its_header_and_its_cypher():
    found = parse("x/y", FILE)
    assert (found.topic, found.short) == ("x", "y")
    assert (found.title, found.question.en) == (Text("題", "Title"), "Question")
    limit, day, theme, status = found.parameters.values()
    assert (limit.default, limit.least, limit.required, limit.values) == (5, 1, False, None)
    assert (day.default, day.required) == (None, False)
    assert (theme.required, theme.values) == (True, Stored("Theme", "name"))
    assert isinstance(status.values, Listed)
    assert list(status.values.names) == ["planned", "active", "ended"]
    assert found.example == {"theme": "居場所づくり", "day": dt.date(2025, 4, 1)}
    assert (found.since, found.scans, found.growth) == ("5.26", Text("わけ", "Why"), None)
    assert found.cypher.startswith("MATCH (n)\n// a comment with $nothing inside stays")


@pytest.mark.parametrize("written", ["題", "{ja: 題}"])
def test_a_text_in_one_language_stands_for_both_and_a_mark_of_windows_is_no_matter(written):
    assert parse("x/y", "\ufeff" + FILE.replace('{ja: "題", en: "Title"}', written)).title == Text("題", "題")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('// title: {ja: "題", en: "Title"}\n', "", "lacks 'title'"),
        ("// title:", "// titel:", "'titel', which is not known; did you mean 'title'"),
        ('{ja: "題", en: "Title"}', '{ja: "題"', "line 2 of its header is not valid YAML"),
        ('{ja: "題", en: "Title"}', '{jp: "題"}', "'title' of its header needs a text"),
        ('{ja: "題", en: "Title"}', "2025", "'title' of its header needs a text"),
        ('ja: "行数", en: "Rows"', "least: 1", "'limit' of its header needs a text"),
        ("type: integer", "type: number", "limit needs a type, one of string, integer"),
        ("default: 5", "default: five", "value 'five' of the parameter limit is not of type integer"),
        ("least: 1", "most: 1", "'most', which is not known"),
        ("default: null", "default: null, least: 1", "'least' of the parameter day"),
        ("Theme.name", "Theme.nam", "'values' of the parameter theme cannot be 'Theme.nam'"),
        ("Theme.name", "[]", "'values' of the parameter theme"),
        ("{theme: 居場所づくり", "{thema: 居場所づくり", "example gives 'thema'"),
        ("day: 2025-04-01", "day: soon", "'soon' of the parameter day is not of type date"),
        ('"5.26"', "newest", "'since' cannot be 'newest'"),
        ("LIMIT $limit", "LIMIT $lim", "uses $lim, which its header does not declare"),
        ("LIMIT $limit", "LIMIT 5", "declares the parameter limit"),
        (FILE[FILE.index("MATCH") :], "", "no Cypher below its header"),
        (FILE[: FILE.index("MATCH")], "", "does not begin with a header"),
    ],
)
def test_what_is_wrong_with_a_header_is_one_sentence(right, wrong, said):
    assert right in FILE
    with pytest.raises(QueryError) as refused:
        parse("x/y", FILE.replace(right, wrong), "own/y.cypher")
    assert str(refused.value).startswith("The query file own/y.cypher cannot be used: ")
    assert said in str(refused.value)
