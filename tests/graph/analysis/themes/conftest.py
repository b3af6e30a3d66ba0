import pytest

from graph.dataset import Dataset
from graph.network import knowledge_graph


@pytest.fixture
def working():
    """Return a graph from the themes of each member, written as letters, and further tables."""

    def made(works, names=None, **tables):
        themes = sorted({theme for found in works.values() for theme in found} | set(names or {}))
        organisations = tables.pop("Organisation", [{"id": i, "name": i} for i in works])
        return knowledge_graph(
            Dataset.of(
                {
                    "Organisation": organisations,
                    "Theme": [{"id": t, "name": (names or {}).get(t, t)} for t in themes],
                    "WORKS_ON": [{"start": i, "end": t} for i, found in works.items() for t in found],
                    **tables,
                }
            )
        )

    return made
