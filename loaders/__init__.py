"""Files in, a `graph.dataset.Dataset` and issues out.

Excel workbooks and CSV files in the program's own layout (a sheet or file for each label and relationship type of
the schema), and any other spreadsheet through a mapping file. No row vanishes: each is loaded, or refused with the
file, sheet, row and column, what is wrong and what to do.
"""

from loaders.issues import Issue, Severity, issues_frame
from loaders.ledger import FileCount
from loaders.read import Loaded, read

__all__ = ["FileCount", "Issue", "Loaded", "Severity", "issues_frame", "read"]
