"""Communities: groups of organisations with more ties inside than chance would give."""

from graph.analysis.communities.partition import Communities, communities

__all__ = ["Communities", "communities"]
