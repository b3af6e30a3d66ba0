import numpy as np
import pandas as pd
import pytest

from graph.analysis.brokerage import Brokerage
from graph.analysis.composite import WEIGHTS, composite


@pytest.fixture
def brokerage():
    return Brokerage(
        pd.DataFrame(
            {
                "rank": [1, 2, 3, 4, 5],
                "organisation": list("abcde"),
                "betweenness": [0.4, 0.3, 0.1, 0.0, 0.0],
                "constraint": [0.5, 0.2, 0.3, 1.0, np.nan],
                "participation": [0.1, 0.5, 0.6, 0.0, np.nan],
                "degree": [4, 3, 2, 1, 0],
            }
        )
    )


def test_parts_weights_and_what_leaving_one_out_does_by_hand(brokerage):
    found = composite(brokerage, {"betweenness": 2, "constraint": 1, "participation": 1})
    table = found.table.set_index("organisation")
    # Of the three others with ties: a exceeds all in betweenness, one in (low) constraint, one in participation.
    assert table.loc["a"].filter(like="Part").tolist() == pytest.approx([1, 1 / 3, 1 / 3])
    assert table.loc["b"].filter(like="Part").tolist() == pytest.approx([2 / 3, 1, 2 / 3])
    assert table.loc["c"].filter(like="Part").tolist() == pytest.approx([1 / 3, 2 / 3, 1])
    assert table.loc["e"].filter(like="Part").tolist() == [0, 0, 0]
    assert found.weights == {"betweenness": 0.5, "constraint": 0.25, "participation": 0.25}
    # a 1/2 + 1/12 + 1/12 = 2/3, b 1/3 + 1/4 + 1/6 = 3/4, c 1/6 + 1/6 + 1/4 = 7/12, d and e nothing.
    assert table["composite"].to_dict() == pytest.approx({"a": 2 / 3, "b": 3 / 4, "c": 7 / 12, "d": 0, "e": 0})
    assert table["compositeRank"].to_dict() == {"b": 1, "a": 2, "c": 3, "d": 4, "e": 4}
    # Without betweenness: a 1/6, b 5/12, c 5/12. Without constraint: a 7/12, b 1/2, c 5/12. Without participation:
    # a 7/12, b 7/12, c 1/3.
    ends = table[["compositeLow", "compositeHigh"]]
    assert ends.loc["a"].tolist() == [1, 3]
    assert ends.loc["b"].tolist() == [1, 2]
    assert ends.loc["c"].tolist() == [1, 3]


def test_weights_are_equal_by_default(brokerage):
    assert composite(brokerage).weights == dict.fromkeys(WEIGHTS, 1 / 3)


def test_one_part_alone_is_its_own_rank(brokerage):
    table = composite(brokerage, {"constraint": 3, "betweenness": 0}).table
    assert table["organisation"].tolist() == ["b", "c", "a", "d", "e"]
    assert (table["compositeLow"] == table["compositeRank"]).all()
    assert "betweennessPart" not in table


@pytest.mark.parametrize("weights", [{}, {"betweenness": 0}, {"betweenness": -1}, {"betweenness": np.nan}, {"rank": 1}])
def test_weights_that_say_nothing(brokerage, weights):
    with pytest.raises(ValueError, match=r"weights|measure"):
        composite(brokerage, weights)


def test_nobody():
    columns = ["rank", "organisation", "betweenness", "constraint", "participation", "degree"]
    assert composite(Brokerage(pd.DataFrame(columns=columns))).table.empty
