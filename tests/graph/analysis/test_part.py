import pytest

from graph.analysis import analyse
from graph.analysis.part import municipalities, part
from tests.viz import made_up


@pytest.fixture(scope="module")
def findings():
    return analyse(made_up.prefecture(organisations=60), draws=0)


def ids(dataset, label):
    return set(dataset[label]["id"])


def test_wards_belong_to_their_city(findings):
    cities = municipalities(findings.dataset)
    assert "M141011" not in cities
    assert cities[0] == "M141003"
    assert {"M141003", "M141011", "M141020"} <= ids(part(findings, "M141003").dataset, "Municipality")


def test_who_is_there_and_all_they_work_with_are_in_it(findings):
    dataset = findings.dataset
    seats = dataset["LOCATED_IN"]
    there = set(seats[seats["end"] == "M142042"]["start"])
    joined = dataset["PARTICIPATES_IN"]
    shared = set(joined[joined["start"].isin(there)]["end"])
    partners = set(joined[joined["end"].isin(shared)]["start"])
    found = part(findings, "M142042").dataset
    assert there
    assert there | partners <= ids(found, "Organisation")
    assert shared <= ids(found, "Collaboration")
    assert ids(found, "Organisation") < ids(dataset, "Organisation")


def test_measures_are_those_of_the_whole(findings):
    found = part(findings, "M142042")
    whole = findings.brokerage.table.set_index("organisation")
    table = found.brokerage.table.set_index("organisation")
    assert len(table) == len(found.dataset["Organisation"])
    assert (table["rank"] == whole.loc[table.index]["rank"]).all()
    assert found.whole == 60


def test_only_its_own_cells_are_in_it(findings):
    cells = part(findings, "M142042").coverage.cells
    whole = findings.coverage.cells
    assert len(cells) == (whole["municipality"] == "M142042").sum()


def test_every_id_of_a_table_is_of_its_dataset(findings):
    found = part(findings, "M142042")
    known = set(found.dataset.labels())
    for frame, columns in (
        (found.gaps.helpers, ["municipality", "theme", "organisation"]),
        (found.isolates.table, ["organisation"]),
        (found.single_points.cells, ["municipality", "theme", "organisation"]),
        (found.network, ["start", "end"]),
        (found.positions, ["id"]),
    ):
        for column in columns:
            assert set(frame[column]) <= known
    assert {id_ for ids_ in found.coverage.cells["evidence"] for id_ in ids_} <= known
