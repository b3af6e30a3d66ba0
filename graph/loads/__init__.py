"""Loads: what each source says, edition after edition, and what the database holds because of it."""

from graph.loads.journal import Load, LoadState, ReadFile
from graph.loads.loading import load
from graph.loads.merging import merge
from graph.loads.request import Request
from graph.loads.undoing import NothingToUndo, undo

__all__ = ["Load", "LoadState", "NothingToUndo", "ReadFile", "Request", "load", "merge", "undo"]
