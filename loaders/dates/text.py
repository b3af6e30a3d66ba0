"""A cell's text in the one form in which dates are looked for."""

from __future__ import annotations

import re
import unicodedata

from loaders.dates import eras

_MARKS = str.maketrans("−‐‑〜∼⁓", "---~~~")
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI = re.compile(r"[〇零一二三四五六七八九十]+(?=\s*[年月日])")
_CLOCK = r"(?:(?:午前|午後|[AP]M)\s*)?\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?|時(?:\s*\d{1,2}分?|半)?)(?:\s*[AP]M)?|正午"
_TIMES = re.compile(
    rf"[T\s]*(?:{_CLOCK})(?:Z|[+-]\d{{2}}:?\d{{2}})?(?:\s*~\s*(?:(?:{_CLOCK})|(?=\s*$)))?", re.IGNORECASE
)
_ERA_YEAR = rf"(?:{eras.MARK})[\s.]*(?:\d{{1,2}}|元)"
_TWICE = re.compile(
    rf"(?P<first>\d{{4}}|{_ERA_YEAR})\s*(?P<within>年度?)?\s*"
    rf"\(\s*(?P<second>\d{{4}}|{_ERA_YEAR})\s*年?度?\s*\)\s*(?P<behind>年度?)?",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return a text in its usual width, with digits for 漢数字, one year of two, and without times of day.

    Raises
    ------
    ValueError
        When a year stands there twice, as 令和6年(2024年), and the two differ.

    Examples
    --------
    >>> plain("令和六年（２０２４年）四月一日　１０：３０")
    '令和6年4月1日'
    """
    usual = unicodedata.normalize("NFKC", text).translate(_MARKS)
    usual = _KANJI.sub(lambda found: str(_number(found[0])), usual)
    return _TIMES.sub("", _TWICE.sub(_once, usual)).strip()


def _number(kanji: str) -> int:
    """Return the number below 100 with 十, or digit by digit without."""
    if "十" not in kanji:
        return int("".join(str(_DIGITS[character]) for character in kanji))
    tens, _, ones = kanji.partition("十")
    return 10 * (_DIGITS.get(tens, 1)) + _DIGITS.get(ones, 0)


def _once(found: re.Match[str]) -> str:
    if _calendar_year(found["first"]) != _calendar_year(found["second"]):
        raise ValueError(found[0])
    return found["first"] + (found["behind"] or found["within"] or "年")


def _calendar_year(text: str) -> int:
    if text.isdecimal():
        return int(text)
    mark, number = re.fullmatch(rf"({eras.MARK})[\s.]*(\d+|元)", text, re.IGNORECASE).groups()  # type: ignore[union-attr]
    return eras.era(mark).year(1 if number == "元" else int(number))
