"""The command of bridging actors, and its views."""

from tsunagari.cli.bridges.command import bridges

__all__ = ["bridges"]
