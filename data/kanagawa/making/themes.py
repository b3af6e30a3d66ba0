"""The tree of themes."""

from __future__ import annotations

from data.kanagawa.making.draft import Draft, words


def narrow_themes() -> dict[str, str]:
    """Return the names of the narrow themes, by id."""
    return {key: entry[0] for broad in words("themes").values() for key, entry in broad["narrower"].items()}


def write_themes(draft: Draft) -> None:
    """Add the broad and narrow themes and the tree."""
    for identifier, broad in words("themes").items():
        _write(draft, identifier, broad["theme"])
        for narrow, entry in broad["narrower"].items():
            _write(draft, narrow, entry)
            draft.tie("BROADER", narrow, identifier)


def _write(draft: Draft, identifier: str, entry: list[str]) -> None:
    name, name_en, description, source = entry
    draft.node("Theme", identifier, name, name_en, source=source, description=description)
