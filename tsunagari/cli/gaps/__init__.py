"""The command of gaps: one module a view."""

from tsunagari.cli.gaps.command import gaps

__all__ = ["gaps"]
