"""Edge lists and node lists as pandas, networkx and igraph take them: two columns of ends, or ids with a kind."""

from __future__ import annotations

from typing import Final

from loaders.formats.form import Content
from loaders.formats.listing import Listing, filled_sheets, headers, position
from loaders.formats.named import Named
from loaders.formats.node_labels import label_column
from loaders.ledger import Ledger
from loaders.sheets import Sheet, grid
from loaders.statements import Stated

_ENDS = (("source", "target"), ("from", "to"), ("起点", "終点"))
# These two name the ends only where they stand first: elsewhere they are times or places.
_LOOSE = ("from", "to")
_DIRECTIONS = ("direction", "directed", "向き")


class EdgeList(Named):
    """Sheets whose first row names the two ends, and lists of nodes."""

    def recognises(self, content: Content) -> bool:
        """Tell whether every filled sheet names two ends, or an id and what each node is."""
        sheets = filled_sheets(content.sheets)
        return bool(sheets) and all(_ends(sheet) is not None or _is_nodes(sheet) for sheet in sheets)

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the links state; ends that no file states become organisations when none is stated."""
        listing = Listing(_ends, _direction, "source, target / id")
        return listing.read(filled_sheets(content.sheets), ledger)


def _ends(sheet: Sheet) -> tuple[int, int] | None:
    names = headers(sheet)
    for start, end in _ENDS:
        first = [name for name in names if name != "id"][:2]
        if start in names and end in names and (start not in _LOOSE or first == [start, end]):
            return names.index(start), names.index(end)
    return None


def _direction(sheet: Sheet) -> int | None:
    return position(headers(sheet), *_DIRECTIONS)


def _is_nodes(sheet: Sheet) -> bool:
    return "id" in headers(sheet) and label_column(grid(sheet)) is not None


EDGE_LIST: Final = EdgeList("edgelist")
