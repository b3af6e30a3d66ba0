import numpy as np
import pytest

from graph.analysis import Study
from graph.analysis.stability import interval, stability
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network


def held(given, form=Form.PROJECTION, **options):
    graph = knowledge_graph(given)
    return stability(graph, organisation_network(graph, form), **options).table.set_index("organisation")


STAR = [f"h{arm}" for arm in "abcdefgij"]


@pytest.mark.parametrize("form", Form)
def test_a_star_by_hand(collaborating, form):
    given = collaborating([], ties=STAR) if form is Form.DECLARED else collaborating(STAR)
    table = held(given, form, number=400)
    # Nine collaborations of h: two at least are drawn (but for one draw in nine to the eighth), so that h is first;
    # the others lie between nobody and share the ranks from the second to the tenth.
    assert table.loc["h", ["rankLow", "rankHigh", "top5", "top10"]].tolist() == [1, 1, 1.0, 1.0]
    assert table.loc["a", ["rankLow", "rankHigh", "top5", "top10"]].tolist() == [2, 10, 0.0, 1.0]
    # One of ten is missing: while h stays, it is first. Of the draws in which a stays, h is missing in one in nine;
    # then nobody lies between others, and a shares the ranks from the first to the ninth.
    assert table.loc["h", ["missing10Low", "missing10High", "missing10Top5"]].tolist() == [1, 1, 1.0]
    assert table.loc["a", ["missing10Low", "missing10High", "missing10Top5"]].tolist() == [1, 9, 0.0]
    assert table.loc["a", "missing30High"] == 7


def test_half_the_collaborations_of_a_pair_missing(collaborating):
    # h has two collaborations: in half of the draws both stand (2 of 4 ordered pairs), else nobody lies between others.
    table = held(collaborating(["ha", "hb"], alone="cde"), number=600)
    assert table.loc["h", ["rankLow", "rankHigh"]].tolist() == [1, 6]
    assert table.loc["h", "top5"] == pytest.approx(0.5, abs=0.07)


def test_an_interval_leaves_out_as_much_at_either_end():
    # 40 ranks, of which two may be left out at either end; the organisation is absent from the last ten draws.
    best = np.concatenate([np.arange(1, 41), np.zeros(10, int)])[:, None].astype(np.int32)
    low, high = interval(best, best)
    assert (low[0], high[0]) == (3, 38)
    low, high = interval(best[-10:], best[-10:])
    assert low.isna().all()
    assert high.isna().all()


def test_the_same_seed_gives_the_same_whatever_the_threads(collaborating):
    given = collaborating(["abc", "cd", "de", "efa", "bd", "gha", "he"])
    first, second = (held(given, number=70, seed=5, threads=threads) for threads in (1, 3))
    assert first.equals(second)
    assert not first.equals(held(given, number=70, seed=6))


def test_the_observed_rank_lies_within_its_interval(sample_study):
    study = Study(sample_study.dataset, draws=200)
    table = study.brokerage.table.merge(study.stability.table, on="organisation")
    bridging = table[table["betweenness"] > 0]
    inside = (bridging["rankLow"] <= bridging["rank"]) & (bridging["rank"] <= bridging["rankHigh"])
    assert inside.mean() > 0.9
    # What is missing less, moves ranks less.
    widths = [(bridging[f"missing{p}High"] - bridging[f"missing{p}Low"]).head(20).mean() for p in (10, 20, 30)]
    assert widths == sorted(widths)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("collaborations", [[], ["a"], ["abcd"]])
def test_networks_in_which_nobody_bridges(collaborating, collaborations, form):
    table = held(collaborating(collaborations, alone="yz"), form, number=20)
    assert (table["rankLow"] == 1).all()
    assert (table["rankHigh"] == len(table)).all()


def test_no_organisation_at_all():
    assert held(Dataset.of({}), number=20).empty


def test_no_draw_is_no_interval(collaborating):
    with pytest.raises(ValueError, match="draw"):
        held(collaborating(["ab", "bc"]), number=0)
