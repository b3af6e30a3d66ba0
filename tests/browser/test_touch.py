"""The network under fingers: tap, long press, drag, pinch and lasso on a small screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, CDPSession

from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser

Point = tuple[float, float]


class Fingers:
    """Fingers on a page, by Chromium's own protocol, which hands touches to the page as a screen does."""

    def __init__(self, session: CDPSession) -> None:
        self.session = session
        session.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 5})

    def lay(self, kind: str, *points: Point) -> None:
        touched = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    def move(self, *ways: list[Point]) -> None:
        """Move each finger along its way, and lift them."""
        self.lay("touchStart", *(way[0] for way in ways))
        for points in zip(*(way[1:] for way in ways), strict=True):
            self.lay("touchMove", *points)
        self.lay("touchEnd")


@pytest.fixture
def small(atlas: Path, opened: Open) -> Opened:
    shown = opened(atlas, "#view=network&kinds=Organisation&kinds=Municipality")
    shown.page.set_viewport_size({"width": 390, "height": 844})
    shown.page.evaluate("Camera.fit(false)")
    return shown


@pytest.fixture
def fingers(context: BrowserContext, small: Opened) -> Iterator[Fingers]:
    session = context.new_cdp_session(small.page)
    yield Fingers(session)
    session.detach()


def state(shown: Opened, name: str) -> list[str]:
    found: list[str] = shown.page.evaluate("(name) => State.all(name)", name)
    return found


def spot(shown: Opened, node: str) -> Point:
    box = shown.page.locator("#network").bounding_box()
    assert box
    at: dict[str, float] = shown.page.evaluate("(id) => Picture.spot(Nodes.number(id))", node)
    return box["x"] + at["x"], box["y"] + at["y"]


def test_a_tap_chooses_and_a_long_press_selects(small: Opened, fingers: Fingers) -> None:
    place = "Scene.network().moveTo({ position: Scene.place(Nodes.number('M141003')), scale: 1.2 })"
    small.page.evaluate(place)
    node = "M141003"
    fingers.lay("touchStart", spot(small, node))
    small.page.wait_for_function("() => State.all('selected').length === 1")
    fingers.lay("touchEnd")
    assert state(small, "selected") == [node]
    assert state(small, "node") == []
    fingers.move([spot(small, node)])
    small.page.wait_for_function("() => State.get('node') !== ''")
    assert state(small, "node") == [node]
    # What is known of it can be read, and nothing reaches beyond the screen.
    small.page.locator("#panel h2").scroll_into_view_if_needed()
    assert small.page.locator("#panel h2").is_visible()
    assert small.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert small.faults() == []


def test_one_finger_moves_and_two_enlarge(small: Opened, fingers: Fingers) -> None:
    look = "({ ...Scene.network().getViewPosition(), scale: Scene.network().getScale() })"
    before = small.page.evaluate(look)
    box = small.page.locator("#network").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers.move([(x + 10 * i, y) for i in range(7)])
    moved = small.page.evaluate(look)
    assert moved["scale"] == before["scale"]
    # What the finger holds goes along: the eye moves the other way.
    assert (before["x"] - moved["x"]) * moved["scale"] == pytest.approx(60, abs=15)
    fingers.move([(x - 30 - 12 * i, y) for i in range(6)], [(x + 30 + 12 * i, y) for i in range(6)])
    # From 60 points apart to 180.
    assert small.page.evaluate(look)["scale"] / before["scale"] == pytest.approx(3, rel=0.25)
    assert small.page.evaluate("scrollY") == 0


def test_a_finger_draws_around_nodes(small: Opened, fingers: Fingers) -> None:
    before = small.page.evaluate("Camera.frame()")
    small.page.click("#lasso")
    box = small.page.locator("#network").bounding_box()
    assert box
    left, top, right, bottom = (
        box["x"] + 4,
        box["y"] + box["height"] * 0.3,
        box["x"] + box["width"] - 4,
        box["y"] + box["height"] * 0.7,
    )
    fingers.move([(left, top), (right, top), (right, bottom), (left, bottom)])
    inside = f"""Picture.shown().filter((n) => {{
      const {{ x, y }} = Picture.spot(n);
      return x > {left - box["x"]} && x < {right - box["x"]} && y > {top - box["y"]} && y < {bottom - box["y"]};
    }}).map(Nodes.id)"""
    assert len(state(small, "selected")) > 5
    assert set(state(small, "selected")) == set(small.page.evaluate(inside))
    assert small.page.evaluate("Camera.frame()") == before
    for act in ("table", "only", "hide", "csv", "clear"):
        button = small.page.locator(f"#bar-selected [data-act={act}]").bounding_box()
        assert button
        assert button["x"] >= 0
        assert button["x"] + button["width"] <= 390


def test_the_rail_can_be_used_on_a_small_screen(small: Opened) -> None:
    for control in ("#by-municipality", "#by-size", "#by-colour", "#groups", "[data-kind=Need]"):
        small.page.locator(control).scroll_into_view_if_needed()
        box = small.page.locator(control).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    small.page.check("[data-kind=Need]")
    assert "Need" in state(small, "kinds")
    assert small.page.evaluate("document.documentElement.scrollWidth") <= 390
