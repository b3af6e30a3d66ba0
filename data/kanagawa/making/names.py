"""Fictional names of organisations, each used once."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from data.kanagawa.making.draft import parts, words
from data.kanagawa.making.places import Municipality

PREFIX = "架空"
_KANA = "カクウ"
_ENGLISH = "Fictional"
_MOST_USES = 6
_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_TOWN_WORDS = {"city": "City", "designatedCity": "City", "town": "Town", "village": "Village"}
_NONPROFIT_FORMS = ("特定非営利活動法人", "特定非営利活動法人", "一般社団法人", "任意団体")


@dataclass(frozen=True)
class Name:
    """A name in three writings, with the legal form that goes with it."""

    written: str
    kana: str
    english: str
    legal_form: str


class Names:
    """Gives out names, none twice.

    Parameters
    ----------
    rng
        Where the words are drawn from.
    """

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._uses: Counter[str] = Counter()
        self._given: set[str] = set()

    def planned(self, entry: str) -> tuple[Name, str]:
        """Return the name and sector of an organisation of the plan."""
        written, kana, english, sector, legal_form = parts(entry)
        self._given.add(written)
        return Name(written, kana, english, legal_form), sector

    def government(self, m: Municipality) -> Name:
        """Return a division of the municipality's government."""
        divisions = words("names")["divisions" if m.kind.endswith(("city", "City")) else "townDivisions"]
        division, kana, english = parts(self._rng.choice(divisions))
        return Name(
            f"{PREFIX}{m.name} {division}",
            _KANA + katakana(m.kana) + kana,
            f"{_ENGLISH} {m.name_en} {_TOWN_WORDS[m.kind]} {english}",
            "地方公共団体",
        )

    def council(self, m: Municipality) -> Name:
        """Return the municipality's council of social welfare."""
        return Name(
            f"{PREFIX}{m.name}社会福祉協議会",
            f"{_KANA}{katakana(m.kana)}シャカイフクシキョウギカイ",
            f"{_ENGLISH} {m.name_en} {_TOWN_WORDS[m.kind]} Council of Social Welfare",
            "社会福祉法人",
        )

    def other(self, sector: str, area: str, theme: str) -> Name:
        """Return a name of the sector, with a word of the area and, of citizens' groups, of the theme."""
        while True:
            stem, kana, english = parts(self._stem(area))
            ending, ending_kana, ending_english, legal_form = self._ending(sector, theme)
            written = f"{PREFIX}{stem}{ending}"
            if written not in self._given and stem not in ending and self._uses[stem] < _MOST_USES:
                break
        self._given.add(written)
        self._uses[stem] += 1
        joint = "" if ending_english.startswith("-") else " "
        return Name(written, _KANA + kana + ending_kana, f"{_ENGLISH} {english}{joint}{ending_english}", legal_form)

    def _stem(self, area: str) -> str:
        stems: list[str] = words("names")[area if self._rng.random() < 0.45 else "common"]
        return self._rng.choice(stems)

    def _ending(self, sector: str, theme: str) -> tuple[str, str, str, str]:
        themed = sector == "nonprofit" or (sector == "communityGroup" and self._rng.random() < 0.5)
        entry = parts(self._rng.choice(words("names")[theme if themed else sector]))
        if themed:
            entry.append(self._rng.choice(_NONPROFIT_FORMS) if sector == "nonprofit" else "任意団体")
        ending, kana, english, legal_form = entry
        return ending, kana, english, legal_form


def katakana(hiragana: str) -> str:
    """Return the katakana of `hiragana`, without blanks."""
    return hiragana.translate(_HIRAGANA_TO_KATAKANA).replace(" ", "")
