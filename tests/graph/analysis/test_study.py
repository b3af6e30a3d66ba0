import json

import pytest

from graph.analysis import Study
from graph.network import Form
from loaders import read


@pytest.fixture(scope="module")
def dataset(root):
    return read([root / "data" / "kanagawa" / "csv"]).dataset


@pytest.fixture(scope="module")
def truth(root):
    return json.loads((root / "data" / "kanagawa" / "truth.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", list(Form))
def test_each_analysis_is_there_in_every_form_and_worked_out_once(dataset, truth, form):
    study = Study(dataset, form=form)
    assert study.gaps is study.gaps
    assert len(study.gaps.table) == truth["coverage"]["none"]
    assert study.horizontal.removed == ("ORG-018",)
    assert study.mixing.unlabelled == 0
    assert study.single_points is study.single_points
    assert set(study.isolates.table["ties"]) <= {0, 1}


@pytest.mark.parametrize("form", [Form.PROJECTION, Form.BIPARTITE])
def test_what_is_planted_is_found_in_the_projection_and_in_the_bipartite_form(dataset, truth, form):
    study = Study(dataset, form=form)
    costly = study.single_points.organisations.query("separated >= 4")
    assert dict(zip(costly["organisation"], map(list, costly["cutOff"]), strict=True)) == {
        row["organisation"]: row["cutsOff"] for row in truth["singlePoints"]
    }
    assert study.isolates.table.query("ties == 0")["organisation"].tolist() == truth["isolated"]
