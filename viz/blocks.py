"""Scripts, styles and data that stand inside the page, and the policy that lets only them run."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from markupsafe import Markup

_VIS = ("pyvis", "lib/vis-9.1.2/vis-network.min.js")
_BASE = (
    "packing",
    "data",
    "words",
    "element",
    "start",
    "live",
    "state",
    "dates",
    "period",
    "filter",
    "choice",
    "rows",
    "stacks",
    "tip",
    "csv",
    "search",
    "shapes",
    "sources",
    "panel",
    "tabs",
    "scheme",
    "tools",
    "help",
    "clip",
    "caption",
    "drawing",
    "export",
)
VIEWS = (
    "summary",
    "network",
    "coverage",
    "ranking",
    "themes",
    "matching",
    "introductions",
    "cases",
    "map",
    "timeline",
    "table",
)
"""The page's views in the order of their tabs; each may have a folder of scripts and a style of its own."""

_STYLES = ("page", "rail", "panel", "cards", *VIEWS, "print")

# In JSON these five mean themselves when escaped; in HTML, unescaped, they could end the block or confuse a reader.
_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


@dataclass(frozen=True)
class Block:
    """The text of a script or style element."""

    text: Markup

    @classmethod
    def of(cls, text: str) -> Block:
        """Make a block that reads the same after an HTML parser as before.

        Raises
        ------
        ValueError
            When the text holds what would end or change the element.
        """
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if any(mark in text.lower() for mark in ("</script", "</style", "<!--")):
            raise ValueError("a script or style must not hold </script, </style or <!--")
        return cls(Markup(text))  # noqa: S704 - files of this program and of pyvis, never data

    @property
    def hash(self) -> str:
        """Its source expression in a content-security policy."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"


def inert(value: object) -> Markup:
    r"""Return `value` as JSON for a data block; nothing in it can end the element or begin another.

    Examples
    --------
    >>> inert({"name": "</script>"})
    Markup('{"name":"\\u003c/script\\u003e"}')
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - no character of HTML is left


@cache
def scripts() -> tuple[Block, ...]:
    """Return the page's scripts in the order in which they run.

    What all views stand on comes first, then each view's folder, its files by name, at last what sets all going.
    """
    folder = resources.files("viz") / "assets" / "js"
    paths = [folder / "base" / f"{name}.js" for name in _BASE]
    for view in VIEWS:
        if (folder / view).is_dir():
            paths += sorted((folder / view).iterdir(), key=lambda file: file.name)
    texts = [path.read_text(encoding="utf-8") for path in (*paths, folder / "main.js")]
    return tuple(Block.of(text) for text in texts)


@cache
def library() -> Block:
    """Return vis-network, from pyvis' own files."""
    return Block.of(resources.files(_VIS[0]).joinpath(_VIS[1]).read_text(encoding="utf-8"))


@cache
def boot() -> Block:
    """Return the script that inflates the others and runs them."""
    return Block.of((resources.files("viz") / "assets" / "js" / "boot.js").read_text(encoding="utf-8"))


@cache
def deflated_scripts() -> str:
    """Return the texts of vis-network and of the page's scripts as the page keeps them."""
    return deflated([block.text for block in (library(), *scripts())])


def deflated(texts: Sequence[str]) -> str:
    """Return `texts` as a JSON list, deflated in zlib's format, in base 64."""
    return base64.b64encode(zlib.compress(json.dumps(texts).encode(), 9)).decode()


@cache
def styles(names: tuple[str, ...] = _STYLES) -> tuple[Block, ...]:
    """Return a page's styles, of those views that have one; vis-network's dress only widgets that no page has."""
    files = (resources.files("viz") / "assets" / "css" / f"{name}.css" for name in names)
    return tuple(Block.of(file.read_text(encoding="utf-8")) for file in files if file.is_file())


def policy(scripts: Iterable[Block], styles: Iterable[Block]) -> str:
    """Return the content-security policy that lets `scripts` and `styles` run, and nothing be fetched."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(block.hash for block in scripts),
        "style-src": " ".join(block.hash for block in styles),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
