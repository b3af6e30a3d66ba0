import re

import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.viz import made_up
from viz import card
from viz.table import Nodes
from viz.views.summary import summary


def text(html: str) -> str:
    """What a reader sees, without markup."""
    return re.sub(r"<[^>]+>", "", html)


def test_a_card_has_title_day_counts_and_the_four_answers(findings: Findings) -> None:
    shown = text(card.render(findings, "en"))
    found = summary(findings, Nodes.of(findings.dataset))
    assert "Tsunagari explorer · Data as of 2025-04-01" in shown
    assert f"Organisations {found.figures.organisations}" in shown
    for question in ("Where are the gaps?", "Who bridges?", "Who should meet whom?", "What has changed?"):
        assert question in shown
    assert f"{found.gap_count} cells" in shown
    assert f"{found.introduced.count} introductions" in shown


def test_names_and_sentences_are_in_the_language_asked_for(findings: Findings) -> None:
    japanese = text(card.render(findings, "ja"))
    assert "データの時点 2025-04-01" in japanese
    assert "どこが空白か" in japanese
    assert not re.search(r"[ぁ-んァ-ヶ一-龠]", text(card.render(analyse(made_up.empty(), draws=0), "en")))


def test_names_cannot_become_markup() -> None:
    shown = card.render(analyse(made_up.hostile(), draws=0), "en")
    assert {found.split()[0].strip("</>") for found in re.findall(r"<[^>]+>", shown)} <= {
        *("div", "p", "b", "br", "dl", "dt", "dd")
    }


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_data_without_anything_say_so(lang) -> None:
    shown = card.render(analyse(Dataset.of({}), draws=0), lang)
    assert shown.count("<dd>") == 4
    assert "None" not in shown.replace("None seen yet", "")


def test_what_was_not_drawn_is_said() -> None:
    assert "Chance and ranges of ranks were not worked out" in card.render(analyse(made_up.platform(), draws=0), "en")
