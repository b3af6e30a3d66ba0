import csv
import io
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open, Opened
from viz.tabs import VIEWS

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    """Return all texts of a drawing, which has to be well-formed."""
    return ["".join(node.itertext()) for node in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own drawing


def saved(shown: Opened, kind: str) -> tuple[str, bytes]:
    shown.page.click("#save-menu summary")
    with shown.page.expect_download() as download:
        shown.page.click(f"[data-save={kind}]")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_drawing_holds_the_words_of_its_view(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=ranking&theme=T0")
    name, content = saved(shown, "svg")
    assert name == "tsunagari-橋渡し役-2025-04-01.svg"
    said = texts(content.decode())
    seen = shown.page.locator("#view-ranking tbody th bdi:visible").all_inner_texts()
    assert seen
    assert set(seen) <= set(said)
    everything = "".join(said)
    theme = findings.dataset["Theme"].set_index("id")["name"]["T0"]
    for text in ("つながり探索 — 橋渡し役", f"テーマ:{theme}", "データの時点 2025-04-01", "指標の読み方", "CC BY 4.0"):
        assert text in everything


def test_a_drawing_reaches_beyond_what_is_scrolled_into_sight(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=coverage")
    shown.page.set_viewport_size({"width": 1024, "height": 400})
    said = set(texts(shown.page.evaluate("Export.text()")))
    places = findings.dataset["Municipality"].set_index("id")["name"]
    assert {places[id_] for id_ in set(findings.coverage.cells["municipality"]) if not id_.startswith("M1411")} <= said
    assert {"マスの見方", "取組あり", "他地域が担う", "取組なし", "未把握"} <= said


def test_a_picture_is_drawn_at_twice_its_size(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=network")
    shown.page.wait_for_function("document.querySelector('#network canvas')")
    name, content = saved(shown, "png")
    assert name.endswith(".png")
    assert content.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", content[16:24])
    box = shown.page.locator("#network").bounding_box()
    assert box
    assert wide > 2 * box["width"]
    assert high > 2 * box["height"]


def test_a_saved_network_is_cropped_and_told_in_full(atlas: Path, opened: Open, findings: Findings) -> None:
    start = findings.dataset["WORKS_ON"]["start"][0]
    shown = opened(atlas, f"#view=network&colour=sector&node={start}")
    box = shown.page.locator("#network").bounding_box()
    assert box
    # Zoomed out, the picture takes up a part of its room.
    shown.page.evaluate("Scene.network().moveTo({ scale: Scene.network().getScale() / 2 })")
    drawn = ET.fromstring(shown.page.evaluate("Export.text()"))  # noqa: S314 - our own drawing
    (picture,) = (each for each in drawn.iter(f"{SVG}svg") if each.get("overflow") == "hidden" and each.find(f"{SVG}g"))
    assert float(picture.get("width") or 0) < box["width"] * 0.8
    said = texts(ET.tostring(drawn, encoding="unicode"))
    # What lists stand at, kinds that stand out though they are not ticked, and no gap where a list was.
    assert {"橋渡しの度合い", "分野", "テーマ", "企業", "協力", "線の見方"} <= set(said)
    names = findings.dataset["Organisation"].set_index("id")["name"]
    assert names[start] in said
    legend = [
        float(each.get("y") or 0) for each in drawn.iter(f"{SVG}text") if each.text in {"大きさ", "橋渡しの度合い"}
    ]
    assert abs(legend[0] - legend[1]) < 5


@pytest.mark.parametrize("made", ["atlas", "hostile", "empty"])
def test_every_view_can_be_drawn(made: str, opened: Open, request: pytest.FixtureRequest) -> None:
    shown = opened(request.getfixturevalue(made))
    for view in VIEWS:
        shown.page.evaluate("(view) => State.set('view', view)", view)
        drawn: str = shown.page.evaluate("Export.text()")
        assert len(texts(drawn)) > 3
        root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
        tags = {node.tag.removeprefix(SVG) for node in root.iter()}
        assert not tags & {"script", "foreignObject", "a", "iframe"}
        assert not [name for node in root.iter() for name in node.attrib if name.lower().startswith("on")]
    assert shown.faults() == []


def test_a_table_of_a_view_is_saved_as_it_stands(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=ranking")
    seen = shown.page.locator("#view-ranking tbody th bdi:visible").all_inner_texts()
    _, content = saved(shown, "csv")
    said = "\n".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)
    assert seen
    assert [text for text in seen if text not in said] == []
