import base64
import hashlib
import json
import re
import zlib
from pathlib import Path

import pytest
from markupsafe import Markup

from viz import answer, blocks, issues, split


@pytest.mark.parametrize("text", ["</script>", "<!--", "&lt;", "a\u2028b\u2029c", "]]>", "\x00", "'\"`"])
def test_data_reads_back_and_holds_no_mark_of_html(text: str) -> None:
    made = blocks.inert({"text": text})
    assert json.loads(str(made)) == {"text": text}
    assert not re.search("[<>&\u2028\u2029\x00]", made)


def test_data_must_be_finite() -> None:
    with pytest.raises(ValueError, match="JSON"):
        blocks.inert(float("nan"))


@pytest.mark.parametrize("text", ["x</SCRIPT>", "x</style >", "<!-- x"])
def test_a_block_that_would_end_early_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="must not hold"):
        blocks.Block.of(text)


def test_line_ends_are_those_an_html_parser_makes() -> None:
    assert blocks.Block.of("a\r\nb\rc").text == Markup("a\nb\nc")


def test_the_hash_is_that_of_the_text() -> None:
    expected = base64.b64encode(hashlib.sha256(b"let a").digest()).decode()
    assert blocks.Block.of("let a").hash == f"'sha256-{expected}'"


def test_vis_network_is_the_standalone_build() -> None:
    vis = blocks.library().text
    assert "@version 9.1.2" in vis[:400]
    # The standalone build exports DataSet itself; the peer build asks for vis-data.
    assert ".DataSet=" in vis
    assert 'require("vis-data' not in vis


def test_what_is_deflated_inflates_to_the_texts() -> None:
    texts = [str(block.text) for block in blocks.scripts()]
    kept = blocks.deflated(texts)
    assert json.loads(zlib.decompress(base64.b64decode(kept))) == texts
    assert len(kept) < sum(map(len, texts)) / 2


def test_every_script_and_style_of_the_package_is_in_the_page() -> None:
    from importlib import resources

    assets = resources.files("viz") / "assets"
    scripts = list(Path(str(assets / "js")).rglob("*.js"))
    styles = list((assets / "css").iterdir())
    assert len((blocks.boot(), *blocks.scripts())) == len(scripts)
    # The report of issues, the answer to a query and the index of a split have pages of their own.
    others = (issues.STYLES, answer.STYLES, split.STYLES)
    assert len({*blocks.styles(), *(style for names in others for style in blocks.styles(names))}) == len(styles)


def test_the_policy_fetches_nothing() -> None:
    said = blocks.policy([blocks.Block.of("a")], [blocks.Block.of("b")])
    assert said.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in said
    assert "http" not in said
