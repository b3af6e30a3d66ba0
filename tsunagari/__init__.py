"""Explore who works with whom: load, analyse, and write one offline page."""

__version__ = "0.1.0"
