import json

import pytest

from tests.viz.conftest import unfolded
from viz.unpacking import opened


@pytest.fixture
def folder(tmp_path):
    """Write three organisations, one of them a secret, in two municipalities with two themes."""
    tables = {
        "Organisation": "ID,名称,公開範囲\nO1,架空の会,公開\nORG-HIDDEN,ひみつの会,内部\nO3,架空の会,公開\n",
        "Municipality": "ID,名称,英語名称,団体コード,公開範囲\nM1,鎌倉市,Kamakura,142042,公開\n",
        "Theme": "ID,名称,公開範囲\nT1,居場所づくり,公開\n",
        "LOCATED_IN": "起点,終点,公開範囲\nO1,M1,公開\nORG-HIDDEN,M1,公開\n",
    }
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8-sig")
    return tmp_path


@pytest.fixture
def explore(cli, folder):
    def call(*options, lang="en"):
        out = folder / "pages" / "atlas.html"
        out.parent.mkdir(exist_ok=True)
        outcome = cli("explore", *folder.glob("*.csv"), "--out", out, *options, lang=lang)
        return outcome, unfolded(out.read_text(encoding="utf-8")) if out.exists() else ""

    return call


def data(html):
    return json.loads(html.split('id="data">', 1)[1].split("</script>", 1)[0])


def test_a_page_opens_as_the_options_say(explore):
    outcome, html = explore(
        *("--focus", "O1", "--theme", "居場所づくり", "--municipality", "kamakura"),
        *("--since", "令和6年4月", "--until", "2025"),
    )
    assert outcome.code == 0
    assert data(html)["opening"] == {
        "view": ["network"],
        "node": ["O1"],
        "theme": ["T1"],
        "municipality": ["M1"],
        "since": ["2024-04-01"],
        "until": ["2025-12-31"],
    }


def test_views_can_be_left_out(explore):
    _, html = explore("--no-ranking", "--no-summary")
    assert not {"ranking", "summary"} & set(data(html)["views"])
    assert 'id="view-ranking"' not in html
    assert 'id="view-coverage"' in html


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_language_of_the_page_is_that_asked_for(explore, lang):
    _, html = explore(lang=lang)
    assert f'<html lang="{lang}"' in html


def test_split_writes_a_folder_with_an_index(explore, folder):
    outcome, _ = explore("--split", "--title", "架空の題")
    assert outcome.code == 0
    written = folder / "pages" / "atlas"
    assert {file.name for file in written.iterdir()} == {"index.html", "all.html", "142042.html"}
    assert str(written / "index.html") in outcome.err
    assert "架空の題 – " in (written / "142042.html").read_text(encoding="utf-8")


def test_what_is_outside_an_edition_is_not_in_the_file(explore):
    outcome, html = explore("--edition", "public")
    assert "ひみつの会" not in html
    assert "ORG-HIDDEN" not in html
    assert "'Public': 1 nodes and 1 ties" in outcome.err
    _, html = explore()
    assert "ひみつの会" in html


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--focus", "架空の会"], "O1, O3"),
        (["--theme", "居場所作り"], "居場所づくり"),
        (["--municipality", "zzz"], "--municipality"),
        (["--since", "いつか"], "--since"),
        (["--since", "2025", "--until", "2024"], "--until"),
        (["--edition", "secret"], "--edition"),
    ],
)
def test_what_cannot_be_is_one_sentence(explore, options, said):
    outcome, html = explore(*options)
    assert outcome.code in {1, 2}
    assert said in outcome.err
    assert "Traceback" not in outcome.err
    assert html == ""


def places(html):
    drawn = opened(data(html)["network"]["nodes"])
    return dict(zip(drawn["id"], zip(drawn["x"], drawn["y"], strict=True), strict=True))


def moved(path, to):
    """Write a page at `to` that is the one at `path` but for its places, which lie 500 further right."""
    html = path.read_text(encoding="utf-8")
    changed = data(html)
    drawn = opened(changed["network"]["nodes"])
    changed["network"]["nodes"] = drawn | {"x": [x + 500 for x in drawn["x"]]}
    block = html.split('id="data">', 1)[1].split("</script>", 1)[0]
    to.write_text(html.replace(block, json.dumps(changed)), encoding="utf-8")


def test_a_page_looks_like_the_one_it_is_written_over_or_another(explore, folder):
    _, html = explore()
    at_first, page = places(html), folder / "pages" / "atlas.html"
    moved(page, page)
    shifted = {number: (x + 500, y) for number, (x, y) in at_first.items()}
    assert places(explore()[1]) == shifted
    moved(page, folder / "other.html")
    again = {number: (x + 1000, y) for number, (x, y) in at_first.items()}
    assert places(explore("--like", folder / "other.html")[1]) == again
    assert places(explore("--fresh")[1]) == at_first


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "is no page of tsunagari"), ("ja", "tsunagari のページではありません")]
)
def test_a_page_to_look_like_that_is_none_is_an_error(explore, folder, lang, said):
    other = folder / "other.html"
    other.write_text("<html></html>", encoding="utf-8")
    outcome, html = explore("--like", other, lang=lang)
    assert outcome.code != 0
    assert said in outcome.err
    assert html == ""


def test_another_file_that_is_written_over_is_only_noted(explore, folder):
    page = folder / "pages" / "atlas.html"
    page.parent.mkdir()
    page.write_text("<html></html>", encoding="utf-8")
    outcome, html = explore()
    assert outcome.code == 0
    assert "placed anew" in outcome.err
    assert places(html)


def test_like_and_fresh_exclude_each_other(explore):
    outcome, _ = explore("--like", "a.html", "--fresh")
    assert outcome.code == 2
    assert "--like and --fresh" in outcome.err


def test_where_no_page_can_be_written_is_said_before_anything_is_read(cli, folder):
    out = folder / "nowhere" / "atlas.html"
    # Neither the missing file nor its analysis comes into it.
    outcome = cli("explore", folder / "missing.csv", "--out", out, lang="ja")
    assert outcome.code == 1
    assert f"フォルダー {out.parent} がありません" in "".join(outcome.err.split("\n"))
    assert "missing.csv" not in outcome.err
    assert "is a folder" in cli("explore", folder / "missing.csv", "--out", folder, lang="en").err
