"""The command line."""

from tsunagari.cli.run import main

__all__ = ["main"]
