"""Explore who works with whom: load, analyse, and write one offline page."""

from tsunagari.notebook import Page, page

__all__ = ["Page", "page"]

__version__ = "0.1.0"
