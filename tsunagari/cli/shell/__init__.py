"""The command that asks again and again."""

from tsunagari.cli.shell.command import shell

__all__ = ["shell"]
