"""Tables to standard output or a file, in the form asked for."""

from tsunagari.cli.output.about import About, Told
from tsunagari.cli.output.destination import CannotWrite, write
from tsunagari.cli.output.emit import Frames, as_csv, emit, send
from tsunagari.cli.output.form import Format, chosen
from tsunagari.cli.output.rows import Rows

__all__ = ["About", "CannotWrite", "Format", "Frames", "Rows", "Told", "as_csv", "chosen", "emit", "send", "write"]
