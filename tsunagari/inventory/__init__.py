"""What a database holds beside what the schema says, as tables, as a diagram and in words."""

from tsunagari.inventory.differences import differences
from tsunagari.inventory.mermaid import mermaid
from tsunagari.inventory.records import records
from tsunagari.inventory.tables import tables

__all__ = ["differences", "mermaid", "records", "tables"]
