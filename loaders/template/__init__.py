"""The secretariat's own workbook: a sheet for each table of the schema, empty or filled with data."""

from loaders.template.book import workbook

__all__ = ["workbook"]
