from dataclasses import replace

from benchmarks import results
from benchmarks.pair import Bar, Measured, Pair


def measured(ours, peer, bar, same=True):
    return Measured("what", "100 ties", ours, "peer", peer, bar, same)


def test_a_section_takes_the_place_of_that_of_its_title(tmp_path):
    file = tmp_path / "RESULTS.md"
    order = ["First", "Second", "Third"]
    results.keep({"Third": ["c"], "First": ["yesterday", "", "### Sub", "x"]}, order, file)
    results.keep({"Second": ["b"]}, order, file)
    results.keep({"First": ["new"]}, order, file)
    page = file.read_text(encoding="utf-8")
    assert page.startswith("# Measurements")
    assert page.endswith("\n## First\n\nnew\n\n## Second\n\nb\n\n## Third\n\nc\n")
    assert "yesterday" not in page


def test_a_bar_is_met_when_ours_takes_its_share_and_is_right():
    assert measured(1, 60, Bar.times(60)).met is True
    assert measured(1, 59, Bar.times(60)).met is False
    assert measured(1.1, 1, Bar.within(1.1)).met is True
    assert measured(1.2, 1, Bar.within(1.1)).met is False
    assert measured(1, 60, Bar.times(60), same=False).met is False
    assert measured(1, 60, None).met is None


def test_a_row_says_the_bar_and_whether_it_is_met():
    row = results.row(measured(0.5, 40, Bar.times(60)))
    assert row == "| what | 100 ties | peer | 0.5 | 40 | 80 | at least 60 × as fast | yes | yes |"
    assert results.row(measured(1, 2, None, same=None)).endswith("| 2 |  |  |  |")
    assert len(results.TABLE[0].split("|")) == len(row.split("|"))


def test_a_pair_runs_both_and_compares_what_they_return():
    calls = []
    pair = Pair(
        "w", "s", lambda: calls.append("ours"), "p", lambda: calls.append("peer"), runs=3, same=lambda a, b: a is b
    )
    assert pair.measure().same is True
    # Once untimed, and three times in turn.
    assert calls == ["ours", "peer"] * 4
    calls.clear()
    replace(pair, runs=None).measure()
    # What takes next to nothing is run 21 times.
    assert calls == ["ours", "peer"] * 22
    once = Pair("w", "s", lambda: 1, "p", lambda: 2, Bar.faster(), lambda a, b: a == b, runs=1).measure()
    assert once.same is False
    assert once.met is False
