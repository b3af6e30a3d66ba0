import re
from pathlib import Path

import pytest

from graph.analysis import Findings, analyse
from graph.analysis.part import municipalities
from graph.dataset import Dataset
from graph.errors import OutputError
from tests.viz import made_up
from tests.viz.conftest import MADE_ON
from viz import page, split


@pytest.fixture(scope="module")
def folder(findings: Findings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return split.write(findings, tmp_path_factory.mktemp("pages") / "atlas", page.Options(made_on=MADE_ON)).parent


def test_each_municipality_has_a_page_that_the_index_leads_to(findings: Findings, folder: Path) -> None:
    linked = re.findall(r'href="([^"]+)"', (folder / "index.html").read_text(encoding="utf-8"))
    codes = {f"{code}.html" for code in made_up.CITIES}
    assert set(linked) == codes | {"all.html"}
    assert {file.name for file in folder.iterdir()} == codes | {"all.html", "index.html"}
    assert len(municipalities(findings.dataset)) == len(codes)


def test_the_index_counts_as_pandas_does(findings: Findings, folder: Path) -> None:
    html = (folder / "index.html").read_text(encoding="utf-8")
    gaps = findings.coverage.gaps()
    wards = {"M141003", "M141011", "M141020"}
    seats = {
        start
        for kind in ("LOCATED_IN", "SERVES")
        for start, end in zip(findings.dataset[kind]["start"], findings.dataset[kind]["end"], strict=True)
        if end in wards
    }
    row = re.search(r"<tr>(?:(?!</tr>).)*141003\.html.*?</tr>", html, re.DOTALL)
    assert row
    here = gaps[gaps["municipality"] == "M141003"]
    expected = [len(seats), len(here), int(here["openNeeds"].sum())]
    assert [int(n) for n in re.findall(r'class="number">(\d+)<', row[0])] == expected


def test_a_page_of_a_municipality_says_so_and_of_whom_its_ranks_are(folder: Path) -> None:
    html = (folder / "142042.html").read_text(encoding="utf-8")
    assert "– 鎌倉市</title>" in html
    assert "全 120 団体のなかでのもの" in html


def test_hostile_names_are_text_in_the_index(tmp_path: Path) -> None:
    html = split.write(analyse(made_up.hostile()), tmp_path / "a").read_text(encoding="utf-8")
    assert not re.search(r"<(script|img|iframe)", html)


def test_without_municipalities_there_is_nothing_to_split(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        split.write(analyse(Dataset.of({})), tmp_path / "a")
    assert "--split" in caught.value.text.en
    assert list(tmp_path.iterdir()) == []
