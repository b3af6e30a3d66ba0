"""Themes: which ones the same members share, who would work on them together, which may be one."""

from graph.analysis.themes.alignment import Against, alignment
from graph.analysis.themes.backbone import Null
from graph.analysis.themes.clusters import Basis
from graph.analysis.themes.duplicates import Evidence
from graph.analysis.themes.themes import Themes, themes
from graph.analysis.themes.working_groups import Role

__all__ = ["Against", "Basis", "Evidence", "Null", "Role", "Themes", "alignment", "themes"]
