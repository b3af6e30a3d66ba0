"""Findings as the tables that commands print: names beside ids, one row a thing."""

from tsunagari.tables import gaps, legible
from tsunagari.tables.bridges import bridges, brokering, composed, stable
from tsunagari.tables.choices import choices
from tsunagari.tables.communities import communities, community_members, community_traits, resolutions
from tsunagari.tables.gaps.single_points import organisations as single_points
from tsunagari.tables.loads import difference, loads
from tsunagari.tables.names import names
from tsunagari.tables.themes import theme_duplicates, theme_pairs, working_group_members, working_groups

__all__ = [
    "bridges",
    "brokering",
    "choices",
    "communities",
    "community_members",
    "community_traits",
    "composed",
    "difference",
    "gaps",
    "legible",
    "loads",
    "names",
    "resolutions",
    "single_points",
    "stable",
    "theme_duplicates",
    "theme_pairs",
    "working_group_members",
    "working_groups",
]
