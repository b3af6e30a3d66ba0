"""The work of each query of the library on made-up platforms: `make bench only=queries` measures larger ones."""

import pytest

from benchmarks.queries import SCANS, exponent, fill, profiled
from graph.store import Store
from queries import catalog
from tests.integration.conftest import emptied

pytestmark = pytest.mark.neo4j

SIZES = (500, 2_000)
LINEAR = 1.5
"""Halfway to the square: on platforms so small the planner may go another way on the larger one."""


@pytest.fixture(scope="module")
def profiles(connection):
    """Of each query, on the smaller and on the larger platform."""
    found = {name: [] for name in catalog()}
    with Store.open(emptied(connection)) as store:
        for size in SIZES:
            fill(store, size)
            for name, query in catalog().items():
                found[name].append(profiled(store, query, runs=0))
    return found


@pytest.mark.parametrize("name", catalog())
def test_no_plan_looks_at_everything_unless_the_header_says_why(profiles, name):
    held = SCANS & frozenset().union(*(profile.operators for profile in profiles[name]))
    assert bool(held) == (catalog()[name].scans is not None), held


@pytest.mark.parametrize("name", catalog())
def test_work_grows_with_the_organisations_unless_the_header_says_why(profiles, name):
    grown = exponent(profiles[name], SIZES)
    assert grown <= LINEAR or catalog()[name].growth is not None, [profile.hits for profile in profiles[name]]
