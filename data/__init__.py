"""Data that ships with the program; origin and licence of every file stand in ``data/README.md``."""

from importlib import resources
from importlib.resources.abc import Traversable


def folder(name: str) -> Traversable:
    """Return the folder `name` of the data that ships with the program, such as ``reference``."""
    return resources.files(__name__) / name
