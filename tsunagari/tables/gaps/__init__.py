"""Gaps, and what hangs on few: names beside ids, one row a thing."""

from tsunagari.tables.gaps.cells import cells
from tsunagari.tables.gaps.holes import holes
from tsunagari.tables.gaps.horizontal import horizontal
from tsunagari.tables.gaps.isolates import isolates
from tsunagari.tables.gaps.mixing import mixing
from tsunagari.tables.gaps.ranked import ranked
from tsunagari.tables.gaps.single_points import organisations, single_points

__all__ = ["cells", "holes", "horizontal", "isolates", "mixing", "organisations", "ranked", "single_points"]
