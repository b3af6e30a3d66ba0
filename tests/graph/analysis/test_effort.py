import pytest

from graph.analysis.effort import FEWEST_DRAWS, FEWEST_SOURCES, MOST, effort


@pytest.mark.parametrize(
    ("organisations", "ends", "least_draws", "draws", "sources"),
    [
        # 1,000 draws of the sample look at 320 × 4,624 ties each: 1.5 of 10 thousand millions.
        (320, 4_624, 1000, 1000, None),
        # Draws stay, sources come down: 10^10 / (1000 × 78,000).
        (10_000, 78_000, 1000, 1000, 128),
        # Draws come down first, here to 200, then sources: 10^10 / (200 × 78,000).
        (10_000, 78_000, 200, 200, 641),
        # Of a million ties, 64 sources and 100 draws are left.
        (250_000, 2_000_000, 1000, FEWEST_DRAWS, FEWEST_SOURCES),
        (0, 0, 1000, 1000, None),
        (1, 0, 1000, 1000, None),
    ],
)
def test_what_a_network_allows(organisations, ends, least_draws, draws, sources):
    found = effort(organisations, ends, 1000, 1, least_draws=least_draws, fixed=False)
    assert found.draws == draws
    assert (None if found.sources is None else len(found.sources)) == sources


def test_draws_that_are_asked_for_stay():
    found = effort(250_000, 2_000_000, 700, 1, least_draws=700, fixed=True)
    assert (found.draws, len(found.sources)) == (700, FEWEST_SOURCES)


def test_more_draws_while_there_is_room():
    assert effort(320, 4_624, 1000, 1, least_draws=1000, fixed=False).most_draws == 2 * (MOST // (320 * 4_624))


def test_sources_are_chosen_by_the_seed():
    one, same, other = (
        effort(10_000, 78_000, 1000, seed, least_draws=1000, fixed=False).sources.tolist() for seed in (1, 1, 2)
    )
    assert one == same != other
    assert len(set(one)) == len(one)
