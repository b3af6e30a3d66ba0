from importlib import resources
from pathlib import Path

import pytest

from tests.browser.conftest import Open, Opened
from viz.tabs import VIEWS

pytestmark = pytest.mark.browser

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(shown: Opened, rules: dict[str, object] | None = None) -> list[str]:
    """Return what axe finds wrong with what is open, and where; of a long table, the first rows speak for the rest."""
    found: list[str] = shown.page.evaluate(
        """async (rules) => (await axe.run({ exclude: ["tbody tr:nth-child(n+5)", "li:nth-child(n+5)"] },
            { resultTypes: ["violations"], ...rules })).violations
        .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`)""",
        rules or {},
    )
    return found


# Colours are the same in both languages, and all that a dark screen changes.
NO_COLOURS: dict[str, object] = {"rules": {"color-contrast": {"enabled": False}}}
COLOURS: dict[str, object] = {"runOnly": ["color-contrast"]}


@pytest.mark.parametrize(
    ("scheme", "language", "rules"), [("light", "ja", {}), ("light", "en", NO_COLOURS), ("dark", "ja", COLOURS)]
)
def test_axe_finds_nothing_in_any_view(
    scheme: str, language: str, rules: dict[str, object], atlas: Path, opened: Open
) -> None:
    shown = opened(atlas, f"#lang={language}")
    shown.page.select_option("#scheme", scheme)
    # By evaluation, which the page's policy does not concern.
    shown.page.evaluate(AXE)
    for view in VIEWS:
        shown.page.evaluate(
            "([view, node]) => State.change({ view: [view], node })", [view, ["O000"] if view == "network" else []]
        )
        assert [f"{view}: {text}" for text in violations(shown, rules)] == []
    shown.page.click("#help-open")
    assert violations(shown, rules) == []


def test_an_empty_page_is_no_worse(empty: Path, opened: Open) -> None:
    shown = opened(empty)
    shown.page.evaluate(AXE)
    for view in VIEWS:
        shown.page.evaluate("(view) => State.set('view', view)", view)
        assert [f"{view}: {text}" for text in violations(shown)] == []


def test_the_help_sheet_keeps_the_keyboard_and_gives_it_back(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=ranking&node=M142042")
    shown.page.focus("#print")
    shown.page.keyboard.press("?")
    assert shown.page.is_visible("#help")
    for _ in range(5):
        shown.page.keyboard.press("Tab")
        assert shown.page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('#help') !== null"
        )
    shown.page.keyboard.press("Escape")
    assert shown.page.is_hidden("#help")
    assert shown.page.evaluate("document.activeElement.id") == "print"
    # Esc closed the sheet and nothing else.
    assert shown.page.inner_text("#panel h2") == "鎌倉市"


def test_each_view_can_be_reached_and_read_by_keyboard(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.focus("#tab-summary")
    for number, view in enumerate(VIEWS):
        if number:
            shown.page.keyboard.press("ArrowRight")
        assert shown.page.get_attribute(f"#tab-{view}", "aria-selected") == "true"
        inside = f"#view-{view} :is(a[href], button, input, select, [tabindex='0']):visible"
        if not shown.page.locator(inside).count():
            assert shown.page.locator(f"#view-{view} .notice:visible").count() > 0
            continue
        reached = False
        for _ in range(60):
            shown.page.keyboard.press("Tab")
            if shown.page.evaluate(f"document.activeElement.closest('#view-{view}') !== null"):
                reached = True
                break
        assert reached, view
        shown.page.focus(f"#tab-{view}")


PATHS = {
    "summary": ("button[data-cell]", "Enter", "Choice.cell() !== null && Choice.view() === 'coverage'"),
    "network": ("#network", "Enter", "Choice.node() !== null"),
    "coverage": ("#heat td .cell", "Enter", "Choice.cell() !== null"),
    "ranking": ("#bridges [data-choose]", "Enter", "Choice.node() !== null"),
    "themes": ("[data-choose]", "Enter", "Nodes.label(Choice.node()) === 'Theme'"),
    "matching": ("[data-choose]", "Enter", "Choice.node() !== null"),
    "introductions": ("[data-choose]", "Enter", "Choice.node() !== null"),
    "map": ("#map *", "Enter", "Nodes.label(Choice.node()) === 'Municipality'"),
    "table": ("#rows .link", "Enter", "Choice.node() !== null"),
}
"""In a view: what Tab comes to, the key that is pressed there, and what then holds."""


@pytest.mark.parametrize("view", PATHS)
def test_what_a_view_is_for_can_be_done_by_keys_alone(view: str, atlas: Path, opened: Open) -> None:
    target, key, holds = PATHS[view]
    shown = opened(atlas, f"#view={view}")
    shown.page.focus(f"#tab-{view}")
    for _ in range(80):
        shown.page.keyboard.press("Tab")
        if shown.page.evaluate(f"document.activeElement.matches('#view-{view} :is({target})')"):
            break
    else:
        pytest.fail(f"Tab never comes to {target}")
    shown.page.keyboard.press(key)
    assert shown.page.evaluate(holds)
    assert shown.page.locator("#panel h2").inner_text()
    # What was chosen is let go again, and the focus is not lost.
    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate("Choice.node() === null && Choice.cell() === null")
    assert shown.page.evaluate("document.activeElement !== document.body") or view == "summary"


def test_whoever_wants_it_dark_gets_it_dark(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.select_option("#scheme", "auto")
    for scheme in ("dark", "light"):
        shown.page.emulate_media(color_scheme=scheme)
        shown.page.wait_for_selector(f"html[data-scheme={scheme}]")
    shown.page.select_option("#scheme", "dark")
    shown.page.reload()
    assert shown.page.get_attribute("html", "data-scheme") == "dark"
    shown.page.select_option("#scheme", "auto")
