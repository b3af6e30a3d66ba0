from math import log

import pytest

from graph.analysis.communities.naming import typical
from graph.dataset import Dataset
from graph.network import knowledge_graph

CODES = {"Y": "141003", "y1": "141011", "y2": "141020", "K": "142042"}


def organisations(rows):
    """Rows: id, sector, theme, municipality."""
    places = sorted({row[3] for row in rows if row[3]} | {"Y"})
    return knowledge_graph(
        Dataset.of(
            {
                "Organisation": [{"id": i, "name": i, "sector": sector} for i, sector, _, _ in rows],
                "Theme": [{"id": t, "name": t} for t in sorted({row[2] for row in rows if row[2]})],
                "Municipality": [{"id": m, "name": m, "code": CODES[m]} for m in places],
                "PART_OF": [{"start": m, "end": "Y"} for m in places if m.startswith("y")],
                "WORKS_ON": [{"start": i, "end": t} for i, _, t, _ in rows if t],
                "LOCATED_IN": [{"start": i, "end": m} for i, _, _, m in rows if m],
            }
        )
    )


ROWS = [
    ("a", "company", "T", "y1"),
    ("b", "company", "T", "y2"),
    ("c", "company", "U", "y2"),
    ("d", "medical", "U", "K"),
    ("e", "medical", "U", None),
    ("f", None, None, "K"),
]


def found(parts):
    table = typical(organisations(ROWS), parts, "abcdef")
    return table.set_index(["community", "kind", "value"]).sort_index()


def test_lift_and_counts_by_hand():
    table = found({1: ["a", "b", "c"], 2: ["d", "e", "f"]})
    # Companies: 3 of 3 here, 3 of 6 in all: lift 2, weight 3 ln 2.
    row = table.loc[1, "sectors", "company"]
    assert (row["organisations"], row["share"], row["overall"], row["lift"]) == (3, 1.0, 0.5, 2.0)
    assert row["weight"] == pytest.approx(3 * log(2))
    # Theme U: 1 of 3 here, 3 of 6 in all: below chance, so it is not typical.
    assert (1, "themes", "U") not in table.index
    # Somebody without a sector counts among everybody: medical is 2 of 3 and 2 of 6.
    assert table.loc[(2, "sectors", "medical"), "lift"] == 2.0


def test_a_ward_stands_for_its_city_or_the_city_for_its_wards():
    # The city Y: 3 of 3, weight 3 ln 2 = 2.08; its ward y2: 2 of 3 with lift 2, weight 1.39.
    assert found({1: ["a", "b", "c"]}).loc[1, "municipalities"].index.tolist() == ["Y"]
    # b and c are both in y2: lift 3 against 2 of the city.
    assert found({1: ["b", "c"]}).loc[1, "municipalities"].index.tolist() == ["y2"]


def test_one_member_names_no_community_of_three():
    table = found({1: ["a", "d", "f"]})
    assert not table.loc[(1, "themes", "T"), "named"] if (1, "themes", "T") in table.index else True
    assert table.loc[(1, "municipalities", "K"), "named"]


def test_nobody():
    assert typical(organisations(ROWS), {}, "abcdef").empty
