"""Mapping files: how the columns of any spreadsheet become nodes and relationships."""
