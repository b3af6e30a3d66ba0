import pytest

from graph.inventory import Inventory, Stock


@pytest.fixture
def found():
    """A database with two organisations, a theme, and a label, a type and a property that the schema does not have."""
    ends = {("Organisation", "Theme"): 1, ("Theme", "Theme"): 1}
    return Inventory(
        labels={
            "Organisation": Stock("Organisation", 2, {"id": 2, "name": 2, "sector": 1, "colour": 1}),
            "Theme": Stock("Theme", 1, {"id": 1, "name": 1}),
            "Organization": Stock("Organization", 4, {}),
        },
        types={
            "WORKS_ON": Stock("WORKS_ON", 2, {}, ends),
            "LIKES": Stock("LIKES", 1, {}, {("Theme", "Organisation"): 1}),
        },
    )
