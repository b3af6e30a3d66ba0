import pytest

from graph.analysis import analyse
from graph.dataset import Dataset
from tests.viz import made_up
from viz import earlier, page


def test_places_come_back_as_they_were_drawn(findings, tmp_path):
    written = page.write(findings, tmp_path / "page.html")
    drawn = {row.id: (round(row.x, 1), round(row.y, 1)) for row in findings.positions.itertuples()}
    assert earlier.positions(written) == drawn


def test_hostile_ids_come_back(tmp_path):
    findings = analyse(made_up.hostile(), draws=0)
    assert set(earlier.positions(page.write(findings, tmp_path / "page.html"))) == set(findings.positions["id"])


def test_a_page_of_nothing_has_no_places(tmp_path):
    assert earlier.positions(page.write(analyse(Dataset.of({})), tmp_path / "page.html")) == {}


def test_a_page_made_again_looks_the_same(findings, tmp_path):
    written = page.write(findings, tmp_path / "page.html")
    again = analyse(findings.dataset, draws=0, earlier=earlier.positions(written))
    both = findings.positions.merge(again.positions, on="id", suffixes=("", "_again"))
    assert len(both) == len(findings.positions)
    assert (both["x"] - both["x_again"]).abs().max() < 1
    assert (both["y"] - both["y_again"]).abs().max() < 1


BEGINS, ENDS = '<script type="application/json" id="data">', "</script>"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html></html>",
        b"\x83\x4e",
        BEGINS.encode(),
        f'{BEGINS}{{"nodes"{ENDS}'.encode(),
        f"{BEGINS}[1]{ENDS}".encode(),
        f'{BEGINS}{{"nodes":{{}},"network":{{"nodes":{{"id":[1],"x":[0],"y":[0]}}}}}}{ENDS}'.encode(),
        f'{BEGINS}{{"nodes":{{}},"network":{{"nodes":{{"id":{{"=":"new"}}}}}}}}{ENDS}'.encode(),
    ],
)
def test_a_file_that_is_no_page_of_ours_is_said_to_be_none(content, tmp_path):
    path = tmp_path / "other.html"
    path.write_bytes(content)
    with pytest.raises(earlier.EarlierPageError) as error:
        earlier.positions(path)
    assert error.value.key == "earlier_foreign"
    assert str(path) in error.value.text.ja
    assert str(path) in error.value.text.en


@pytest.mark.parametrize("name", ["missing.html", "."])
def test_a_file_that_cannot_be_read_is_said_so(name, tmp_path):
    with pytest.raises(earlier.EarlierPageError) as error:
        earlier.positions(tmp_path / name)
    assert error.value.key == "earlier_unreadable"
