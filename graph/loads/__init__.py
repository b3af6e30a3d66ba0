"""Loads: what each source says, edition after edition, and what the database holds because of it."""

from graph.loads.journal import Load, LoadState, ReadFile
from graph.loads.loading import NothingToUndo, Request, load, undo

__all__ = ["Load", "LoadState", "NothingToUndo", "ReadFile", "Request", "load", "undo"]
