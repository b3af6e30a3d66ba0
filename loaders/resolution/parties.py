"""Who is named in a text as written: one organisation, with what stands behind its name, or several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from loaders.resolution.characters import usual
from loaders.resolution.forms import close, form_pattern, forms_in, is_form
from loaders.resolution.places import is_address, without_address
from loaders.resolution.words import choice, words

_LINES = re.compile(r"[\r\n\v\f\u2028]+")
_BLANKS = re.compile(r"\s+")
_NOTE = re.compile(r"\s*[(〔【\[]([^()〔〕【】\[\]]*)[)〕】\]]?$")
_FORMER = re.compile(r"^旧(?:名称|称|名|法人名)?[:： ]?\s*")
_MORE = re.compile(r"[、,\s]*(?:ほか|他|外)\s*\d*\s*(?:名|者|社|団体|件|機関|法人)?$")
_BEFORE_TITLE = "(?<=[会団構所館園社金学院盟合])"
_PERSON = r"[^\s会団所]{2,6}"
_SEPARATOR = re.compile(r"\s*(?:[、,;・/&+\n]|及び|並びに|および)\s*")
_JOINT = "\n"
_WITHIN = ("・", "/", "及び", "並びに", "および", "&", "+")
_PRECEDING = ("foundation", "association", "nonprofit", "welfare", "school", "agency", "university")
"""Legal forms that stand before the name and not behind it."""

_SHORTEST = 2


@dataclass(frozen=True)
class Parties:
    """The parties that a text names.

    Attributes
    ----------
    main
        Name of the organisation, legal forms included; of a group that a corporation represents, the corporation.
    joint
        Names of all parties where several are named side by side, else none.
    branch
        What stands apart as its office or house, on a line of its own or in brackets.
    place
        A place in brackets behind the name.
    also
        Other names that it gives: former ones, the group that is represented.
    """

    main: str
    joint: tuple[str, ...] = ()
    branch: str = ""
    place: str = ""
    also: tuple[str, ...] = ()


def parties(text: str) -> Parties:
    r"""Return the parties that a text names.

    Examples
    --------
    >>> parties("公益財団法人架空会　理事長　架空　太郎\n東京都千代田区架空町１－１").main
    '公益財団法人架空会'
    >>> parties("架空協議会（代表機関：公益社団法人架空会）").main
    '公益社団法人架空会'
    >>> parties("社団法人架空会・財団法人想像会").joint
    ('社団法人架空会', '財団法人想像会')
    """
    lines = [close(_BLANKS.sub(" ", line).strip()) for line in _LINES.split(usual(text))]
    main, branch = _joined([line for line in lines if line])
    represented = _represented(main)
    if represented:
        group, receiver = represented
        inner = parties(receiver)
        return Parties(inner.main, inner.joint, inner.branch or branch, inner.place, (group, *inner.also))
    main, notes = _without_notes(main)
    several = _several(main)
    main = _single(main)
    return Parties(
        main,
        tuple(map(_single, several)),
        branch or next((note for note in notes if _is_branch(note)), ""),
        next((note for note in notes if _is_place(note)), ""),
        tuple(_FORMER.sub("", note) for note in notes if _FORMER.match(note)),
    )


def _joined(lines: list[str]) -> tuple[str, str]:
    """Join the lines of a name; leave out addresses, persons and notes, and give an office apart."""
    main, branch = "", ""
    for line in lines:
        if not main or is_form(main.rpartition(_JOINT)[2]):
            main += line
        elif is_address(line) or _person().match(line) or not _NOTE.sub("", line):
            main += f" {line}" if _represented(f" {line}") or _has_form(_NOTE.search(line)) else ""
        elif _represented(f" {line}"):
            main += f" {line}"
        elif forms_in(line):
            main += _JOINT + line
        elif forms_in(main) and _body().search(main) and _is_branch(line):
            branch = line
        else:
            main += line
    return main, branch


def _has_form(note: re.Match[str] | None) -> bool:
    return note is not None and bool(forms_in(note[1]))


def _represented(text: str) -> tuple[str, str] | None:
    """Return the group and the corporation that receives for it."""
    found = _representative().search(text)
    if found:
        receiver = found["receiver"].strip().rstrip(")〕】] ")
        if forms_in(receiver) or _body().search(receiver):
            return text[: found.start()].strip(" ([〔【"), receiver
    return _before_form(text)


def _before_form(text: str) -> tuple[str, str] | None:
    """Return what stands before a legal form that precedes a name, and the name with it."""
    forms = forms_in(text)
    if len(forms) != 1 or forms[0].family not in _PRECEDING:
        return None
    before, after = text[: forms[0].start].strip(" ([〔【:"), text[forms[0].end :].strip()
    if _SEPARATOR.search(before) and _SEPARATOR.split(before)[-1] == "":
        return None
    if len(before) < _SHORTEST or len(after) < _SHORTEST or after.startswith((")", "]", "〕", "】")):
        return None
    return before, text[forms[0].start :]


def _without_notes(text: str) -> tuple[str, list[str]]:
    notes: list[str] = []
    while True:
        found = _NOTE.search(text)
        if not found or not found.start() or is_form(found[0]):
            return _MORE.sub("", text) or text, notes
        notes.append(found[1].strip())
        text = text[: found.start()]


def _several(text: str) -> list[str]:
    """Return the parties where separators stand beside legal forms, else none."""
    forms = forms_in(text)
    if not forms:
        return []
    edges = {0, len(text)}
    starts, ends = {form.start for form in forms}, {form.end for form in forms}
    for found in _SEPARATOR.finditer(text):
        listed = len(forms) > 1 and found[0].strip() not in _WITHIN
        if found.end() in starts or found.start() in ends or listed:
            edges |= {found.start(), found.end()}
    places = sorted(edges)
    found_parts = [text[first:last].strip() for first, last in pairwise(places)]
    several = [part for part in found_parts if part and not _SEPARATOR.fullmatch(part)]
    return several if len(several) > 1 else []


def _single(text: str) -> str:
    """Return a name without address, office holder and notes."""
    text = _without_title(without_address(text.replace(_JOINT, " ")))
    return _without_notes(text)[0].strip()


def _without_title(text: str) -> str:
    apart = _title_apart().search(text)
    if apart and apart.start() >= _SHORTEST:
        text = text[: apart.start()].strip()
    behind = _title_behind().search(text)
    if not behind or behind.start() <= _SHORTEST:
        return text
    head, title = text[: behind.start()].strip(), str(behind["title"] or " ")
    # 架空医師会長 is the 会長 of 架空医師会, 架空大学長 the 学長 of 架空大学.
    shared = not _body().search(head) and _body().search(head + title[0])
    return head + title[0] if shared else head


def _is_branch(note: str) -> bool:
    return _branch().search(note) is not None


def _is_place(note: str) -> bool:
    return bool(note) and note[-1] in "都道府県市区町村" and len(note) > _SHORTEST


@cache
def _branch() -> re.Pattern[str]:
    inner = words("institutions")
    return re.compile(rf"(?:{choice([*words('offices'), *inner['strong'], *inner['weak']])})$")


@cache
def _body() -> re.Pattern[str]:
    inner = words("institutions")
    return re.compile(rf"(?:{choice([*words('bodies'), *inner['strong'], *inner['weak']])})$")


@cache
def _representative() -> re.Pattern[str]:
    marked = rf"[\s(〔【\[、,]\s*(?:{choice(words('representatives'))})(?:名)?\s*(?:[:は=]\s*|\s+)"
    glued = rf"(?:{choice(words('representatives'))})(?:名)?\s*[:)]?\s*(?={form_pattern()})"
    return re.compile(rf"(?:{marked}|{glued})(?P<receiver>.+)$")


@cache
def _title_apart() -> re.Pattern[str]:
    titles = words("titles")
    sure = choice(title for title in titles if title not in ("代表", "理事", "議長"))
    return re.compile(rf"\s(?:(?:{choice(titles)})(?:\s.*)?|(?:{sure})\S{{1,8}}(?:\s\S{{1,6}})?)$")


@cache
def _title_behind() -> re.Pattern[str]:
    sure = choice(title for title in words("titles") if title not in ("代表", "理事", "議長", "代表者", "座長"))
    return re.compile(rf"(?:(?P<title>{sure})(?:\s+\S+){{0,2}}|{_BEFORE_TITLE}(?:{sure}){_PERSON})$")


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice(words('titles'))})(?:[\s:：]|$|\S{{2,6}}$)")
