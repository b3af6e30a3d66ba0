import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.viz.conftest import MADE_ON, unfolded
from viz import page
from viz.table import Nodes
from viz.views.themes import ThemesView, themes_view


@pytest.fixture(scope="module")
def shared() -> Findings:
    """Of 60 organisations, twelve work on A and B, the others on one of four themes each."""
    organisations = [
        {"id": f"O{i:02}", "name": f"O{i:02}", "sector": "company" if i % 2 else "nonprofit"} for i in range(60)
    ]
    works = [{"start": f"O{i:02}", "end": theme} for i in range(12) for theme in "AB"]
    works += [{"start": f"O{i:02}", "end": "CDEF"[i % 4]} for i in range(12, 60)]
    return analyse(
        Dataset.of(
            {
                "Organisation": organisations,
                "Theme": [{"id": id_, "name": id_} for id_ in "ABCDEF"],
                "WORKS_ON": works,
                "TIED_TO": [{"start": "O00", "end": "O01", "kind": "cooperation"}],
            }
        ),
        draws=0,
    )


@pytest.fixture(scope="module")
def view(findings: Findings) -> ThemesView:
    return themes_view(findings, Nodes.of(findings.dataset))


def test_a_group_that_members_share_says_so_with_its_q(shared: Findings) -> None:
    nodes = Nodes.of(shared.dataset)
    found = themes_view(shared, nodes)
    (group,) = found.groups
    assert (group.shared, [nodes.ids[theme] for theme in group.themes]) == (True, ["A", "B"])
    assert group.least_q is not None
    assert group.least_q < 0.05
    # Twelve in the core make 66 pairs, of which one has declared a tie.
    assert (group.workers, group.core_size, group.tied, group.pairs) == (12, 12, 1, 66)
    assert group.sectors == ["nonprofit", "company"]
    assert (found.pair_count, found.validated) == (1, 1)
    (pair,) = found.pairs
    assert (pair.common, pair.validated, pair.share) == (12, True, 100)
    (alike,) = found.duplicates
    assert (alike.evidence, alike.common, alike.kept_members) == ("members", 12, 12)
    html = unfolded(page.render(shared, page.Options(made_on=MADE_ON)))
    assert "うち 1 組は偶然では説明しにくい重なりです" in html
    assert "同じ団体が取り組むテーマ(偶然を超える重なり)" in html


def test_groups_of_the_tree_are_not_called_findings(findings: Findings, view: ThemesView, html: str) -> None:
    assert not findings.themes.pairs["validated"].any()
    assert not any(group.shared for group in view.groups)
    assert "偶然を超えると言える重なりはありません" in html
    assert "同じ団体が取り組むテーマ(偶然を超える重なり)" not in html.split('id="data"', maxsplit=1)[0]


def test_members_of_a_group_are_those_of_the_findings(findings: Findings, view: ThemesView) -> None:
    nodes = Nodes.of(findings.dataset)
    members = findings.themes.members
    for group in view.groups:
        for role, own in (("core", group.core), ("invited", group.invited)):
            rows = members[(members["group"] == group.number) & (members["role"] == role)]
            assert [nodes.ids[member.node] for member in own] == rows["organisation"].tolist()
            for member, brings in zip(own, rows["brings"], strict=True):
                assert {*member.sectors, *(nodes.ids[place] for place in member.municipalities)} == set(brings)


def test_a_broad_theme_counts_who_works_on_any_below(findings: Findings, view: ThemesView) -> None:
    nodes = Nodes.of(findings.dataset)
    works = findings.dataset["WORKS_ON"]
    expected = {theme: works[works["end"] == theme]["start"].nunique() for theme in findings.dataset["Theme"]["id"]}
    for i in range(5):
        expected[f"T{i}"] = works[works["end"].str.startswith(f"T{i}")]["start"].nunique()
    assert {nodes.ids[row.theme]: row.members for row in view.rows} == expected
    assert max(row.share for row in view.rows) == 100


def test_nothing_says_what_is_missing(empty_html: str) -> None:
    assert "部会の候補が見えます" in empty_html
    findings = analyse(Dataset.of({"Theme": [{"id": "T", "name": "T"}]}), draws=0)
    found = themes_view(findings, Nodes.of(findings.dataset))
    assert (found.members, found.groups, found.pairs, found.duplicates) == (0, [], [], [])
    assert [(row.members, row.share) for row in found.rows] == [(0, 0)]
    assert "テーマに取り組む組織がまだ登録されていません" in page.render(findings, page.Options(made_on=MADE_ON))
