"""What Neo4j's own tools can be given: a style, favourites, a role that reads."""

from tsunagari.neo4j_tools.favourites import favourites
from tsunagari.neo4j_tools.grass import grass
from tsunagari.neo4j_tools.roles import roles

__all__ = ["favourites", "grass", "roles"]
