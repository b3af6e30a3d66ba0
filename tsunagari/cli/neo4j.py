"""The commands that look after the managed Neo4j."""

from __future__ import annotations
