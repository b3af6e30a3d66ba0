import base64
import hashlib
import json
import re
import stat
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from graph.analysis import Findings
from graph.errors import OutputError
from tests.viz.conftest import MADE_ON
from tests.viz.made_up import HARM
from viz import page, tabs
from viz.unpacking import opened


class Reader(HTMLParser):
    """Collects elements as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: dict[str, list[str]] = {"script": [], "style": []}
        self.inside: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.blocks:
            self.blocks[tag].append("")
            self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.blocks[self.inside][-1] += data

    def attribute(self, name: str) -> list[str | None]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def data(html: str) -> dict[str, Any]:
    found: dict[str, Any] = opened(json.loads(html.split('id="data">', 1)[1].split("</script>", 1)[0]))
    return found


@pytest.mark.parametrize("made", ["html", "hostile_html", "empty_html"])
def test_the_policy_names_exactly_the_blocks_of_the_page(made: str, request: pytest.FixtureRequest) -> None:
    read = Reader(request.getfixturevalue(made))
    (policy,) = [a["content"] for tag, a in read.elements if a.get("http-equiv") == "Content-Security-Policy"]
    json_blocks = [a for tag, a in read.elements if tag == "script" and a.get("type") == "application/json"]
    assert len(json_blocks) == 1
    _, kept, boot = read.blocks["script"]
    executed = [boot, *json.loads(zlib.decompress(base64.b64decode(kept)))]
    for rule, texts in (("script-src", executed), ("style-src", read.blocks["style"])):
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        said = re.search(rf"{rule} ([^;]*)", policy or "")
        assert said
        assert said[1].split() == [f"'sha256-{found}'" for found in hashes]


@pytest.mark.parametrize("made", ["html", "hostile_html", "empty_html"])
def test_nothing_is_fetched_and_nothing_stands_in_attributes(made: str, request: pytest.FixtureRequest) -> None:
    read = Reader(request.getfixturevalue(made))
    assert not [tag for tag, _ in read.elements if tag in {"link", "iframe", "img", "object", "embed", "base", "form"}]
    names = {name for _, attributes in read.elements for name in attributes}
    assert not [name for name in names if name.startswith("on")]
    assert not names & {"style", "src", "srcset", "action", "formaction"}
    assert set(read.attribute("href")) == {"#views"}


def test_data_survive_the_page(hostile_html: str) -> None:
    nodes: dict[str, dict[str, dict[str, list[str]]]] = data(hostile_html)["nodes"]
    assert set(HARM) <= set(nodes["Organisation"]["columns"]["name"])


def test_the_numbers_of_the_page_are_the_dataset_s(html: str, findings: Findings) -> None:
    found = data(html)
    nodes: dict[str, dict[str, int]] = found["nodes"]
    ties: dict[str, dict[str, int]] = found["ties"]
    assert sum(table["count"] for table in nodes.values()) == findings.dataset.node_count
    assert sum(table["count"] for table in ties.values()) == findings.dataset.relationship_count


def test_the_same_findings_give_the_same_page(findings: Findings, written_html: str) -> None:
    assert page.render(findings, page.Options(made_on=MADE_ON)) == written_html


def test_views_that_are_not_seen_first_stand_deflated(written_html: str, html: str) -> None:
    assert [view for view in tabs.VIEWS if f'id="view-{view}"' in written_html] == ["summary"]
    assert [view for view in tabs.VIEWS if html.count(f'id="view-{view}"') == 1] == list(tabs.VIEWS)


def test_what_cannot_be_known_is_not_called_none(empty_html: str) -> None:
    assert "テーマか市町村が未登録" in empty_html
    said = re.findall(r'class="(?:answer-figure|said)[^"]*">(?:<[^>]*>)*([^<]*)', empty_html)
    assert len(said) >= 8
    assert not [sentence for sentence in said if "ありません" in sentence]


def test_an_empty_page_says_what_is_missing(empty_html: str) -> None:
    for sentence in (
        "組織・連携・市町村がまだ登録されていません",
        "テーマがまだ登録されていません",
        "市町村がまだ登録されていません",
        "組織がまだ登録されていません",
    ):
        assert sentence in empty_html


def test_a_title_is_text(findings: Findings) -> None:
    html = page.render(findings, page.Options(title="<b>県</b>", language="en", made_on=MADE_ON))
    assert "<title>&lt;b&gt;県&lt;/b&gt;</title>" in html
    assert '<html lang="en">' in html


def test_a_written_page_is_utf_8_with_line_feeds(findings: Findings, written_html: str, tmp_path: Path) -> None:
    path = page.write(findings, tmp_path / "頁.html", page.Options(made_on=MADE_ON))
    assert path.read_bytes() == written_html.encode()
    assert b"\r" not in path.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["頁.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_written_page_can_be_read_by_others(findings: Findings, tmp_path: Path) -> None:
    path = page.write(findings, tmp_path / "a.html")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_page_that_cannot_be_written_leaves_the_old_one(findings: Findings, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        page.write(findings, tmp_path / "nowhere" / "a.html")
    assert "a.html" in caught.value.text.ja
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(page.PageError):
        page.write(findings, taken)
    assert list(tmp_path.iterdir()) == [taken]


def test_a_lone_surrogate_does_not_stop_the_page(findings: Findings, tmp_path: Path) -> None:
    path = page.write(findings, tmp_path / "a.html", page.Options(title="a\ud800b"))
    assert "<title>a?b</title>" in path.read_text(encoding="utf-8")
