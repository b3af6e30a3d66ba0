"""Dates as people write them: in both calendars, whole or in part, alone or as ranges."""

from loaders.dates.column import Part, column
from loaders.dates.span import Span, read, year_named, years_in

__all__ = ["Part", "Span", "column", "read", "year_named", "years_in"]
