"""Gaps, and what hangs on few: names beside ids, one row a thing."""

from tsunagari.tables.gaps.cells import cells
from tsunagari.tables.gaps.ranked import ranked

__all__ = ["cells", "ranked"]
