"""Characters of names in their usual forms, for comparison only."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from jntajis import MJShrinkScheme, MJShrinkSchemeCombo, mj_shrink_candidates

from loaders.resolution.words import choice, words

_ALL = MJShrinkSchemeCombo(sum(1 << scheme for scheme in MJShrinkScheme))
_FIRST_KANJI = 0x3400
_LEVEL_1 = (b"\x88\x9f", b"\x98\x72")
_DASHES = re.compile(r"[-‐‑‒–—―−─━ーｰ~〜～]+")
_DROPPED = re.compile(
    r"[\s・･,，、。.．:：;；/／'\"’”“‘「」『』()\[\]【】〔〕<>〈〉《》!！?？&＆+＋*＊#＃_=|｜○◯●◎☆★※]+"
)
_COUNTED = re.compile(
    r"第([一二三四五六七八九十百〇]+)|([一二三四五六七八九十百〇]+)(?=世紀|丁目|号館|区自治会|組自治会)"
)
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


def usual(text: str) -> str:
    """Return `text` with old and variant characters in their usual forms, and full-width ones in usual width.

    The tables are those of jntajis (縮退マップ of 文字情報技術促進協議会, all four of its rules). They are asked only
    about characters beyond JIS level 1, since of everyday characters they also know corrections of clerks' slips
    (師 for 帥) that would join different words; the everyday variants (舘, 嶋 …) stand in ``words.yaml``.

    Examples
    --------
    >>> usual("濵邉學會 髙﨑 澤龍"), usual("ｾﾝﾀｰ㈱")
    ('浜辺学会 高崎 沢竜', 'センター(株)')
    """
    return "".join(map(_usual, unicodedata.normalize("NFKC", text)))


def folded(text: str) -> str:
    """Return what is compared of a part of a name: usual forms, one spelling, no marks, dashes, blanks or case.

    Examples
    --------
    >>> folded("第二 子供・若者センタ－") == folded("第２こども若者センター")
    True
    >>> folded("ワイ・エフ・ユー") == folded("ＹＦＵ")
    True
    """
    text = _spelt(_letters(usual(text)).casefold())
    return _DROPPED.sub("", _DASHES.sub("", _COUNTED.sub(_number, text)))


@cache
def _usual(character: str) -> str:
    if character in _variants():
        return _variants()[character]
    if ord(character) < _FIRST_KANJI or _is_everyday(character):
        return character
    found = unicodedata.normalize("NFKC", (mj_shrink_candidates(character, _ALL) or [character])[0])
    return _variants().get(found, found)


def _is_everyday(character: str) -> bool:
    try:
        return _LEVEL_1[0] <= character.encode("cp932") <= _LEVEL_1[1]
    except UnicodeEncodeError:
        return False


@cache
def _variants() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in words("variants").split()}


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    found = {usual(word).casefold(): usual(kind[-1]).casefold() for kind in words("spellings") for word in kind[:-1]}
    return re.compile(choice(found)), found


def _spelt(text: str) -> str:
    pattern, found = _spellings()
    return pattern.sub(lambda match: found[match[0]], text)


@cache
def _spelt_out() -> re.Pattern[str]:
    letter = choice(words("letters"))
    return re.compile(rf"(?:(?:{letter})[・･])+(?:{letter})(?![ァ-ヶー])")


def _letters(text: str) -> str:
    if "・" not in text:
        return text
    return _spelt_out().sub(lambda match: "".join(words("letters")[part] for part in match[0].split("・")), text)


def _number(match: re.Match[str]) -> str:
    return ("第" if match[1] else "") + str(_value(match[1] or match[2]))


def _value(text: str) -> int:
    total = current = 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = current * 10 + _DIGITS[character]
    return total + current
