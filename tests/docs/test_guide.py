import pandas as pd
import pytest

from docs import executed, guide
from graph.schema import schema
from queries import catalog


@pytest.mark.parametrize("code", guide.PAGES)
def test_the_diagram_is_that_of_the_schema(code):
    text = guide.PAGES[code].read_text(encoding="utf-8")
    assert guide.with_schema(text) == text, "run make docs"
    for kind in schema().relationships.values():
        assert text.count(f'-->|"{kind.key}"|') == len(kind.starts) * len(kind.ends)


def test_both_languages_ask_the_same_ten_questions():
    asked = [
        [shape(cypher) for cypher in guide.examples(page.read_text(encoding="utf-8"))] for page in guide.PAGES.values()
    ]
    assert len(asked[0]) == 10
    assert asked[0] == asked[1]


def shape(cypher):
    """How a question begins each of its lines; names in it are of a language."""
    return [line.split()[0] for line in cypher.splitlines()]


def test_answers_are_tables_of_the_first_rows():
    frame = pd.DataFrame(
        {
            "who": ["a|b", None, "c"],
            "day": pd.to_datetime(["2026-03-31", None, None]).astype("datetime64[s]"),
            "n": pd.array([1, None, 3], dtype="Int64"),
            "share": [0.12345, float("nan"), 1.0],
            "list": [["x", "y"], [], None],
        }
    )
    assert guide.table(frame, 2, "en").splitlines() == [
        "| who | day | n | share | list |",
        "|---|---|---|---|---|",
        "| a\\|b | 2026-03-31 | 1 | 0.123 | x, y |",
        "|  |  |  |  |  |",
        "",
        "3 rows in all",
    ]
    assert guide.table(frame.head(0), 2, "ja") == "サンプルデータには該当がありません。\n"


def test_every_part_is_put_between_its_marks():
    page = "```cypher\nRETURN 1 AS n\n```\n\n<!-- answer -->\nBEFORE\n<!-- /answer -->\n"
    page += "<!-- library -->\nBEFORE\n<!-- /library -->\n"
    answered = guide.with_answers(page, lambda text, values: pd.DataFrame({"n": [1]}), "en")
    assert "BEFORE" not in answered
    assert "| 1 |\n<!-- /answer -->" in answered
    assert all(f"**`{name}`**" in answered for name in catalog())


def test_there_are_three_notebooks_in_both_languages(root):
    assert [path.stem for path in executed.notebooks()] == ["analyst", "own-data", "planner"]
    for path in executed.notebooks():
        for ending in ("md", "ja.md"):
            guide_page = (root / "docs" / "how-to" / f"notebook.{ending}").read_text(encoding="utf-8")
            assert f"(../notebooks/{path.name})" in guide_page
