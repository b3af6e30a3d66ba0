"""The report of issues as a workbook: summary, list, and copies of the sheets with the cells marked."""

from loaders.report.book import workbook

__all__ = ["workbook"]
