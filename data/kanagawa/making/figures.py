"""The report's own figures, and the sources that the sample cites."""

from __future__ import annotations

import hashlib
from pathlib import Path

from data.kanagawa.making.draft import SAMPLE, Draft
from data.kanagawa.making.places import BOUNDARIES, BOUNDARIES_FILE, MUNICIPALITIES_FILE, SOURCE

REPORT = "SRC-REPORT-R6"
CREDIT = "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成"

_IMPORTANCE = "IND-IMPORTANCE"
_SATISFACTION = "IND-SATISFACTION"


def write_sources(draft: Draft) -> None:
    """Add what the nodes and relationships of the sample cite; a source cites itself."""
    _source(
        draft, REPORT, "令和6年度地方における孤独・孤立対策推進事業交付金 事業実施報告書",
        "Kanagawa's 2024 project report on loneliness and isolation", publisher="神奈川県",
    )  # fmt: skip
    _source(
        draft, "SRC-ACT", "孤独・孤立対策推進法（令和5年法律第45号）",
        "Act on the Advancement of Measures to Address Loneliness and Isolation", publisher="日本国",
    )  # fmt: skip
    _source(
        draft, SOURCE, "全国の市区町村一覧（localgovjp、2026-07-09版）", "List of Japan's municipalities (localgovjp)",
        publisher="Code for FUKUI", url="https://github.com/code4fukui/localgovjp", licence="CC0",
        file=MUNICIPALITIES_FILE.name, sha256=_digest(MUNICIPALITIES_FILE),
    )  # fmt: skip
    _source(
        draft, BOUNDARIES, "国土数値情報（行政区域データ）", "National Land Numerical Information (boundaries)",
        publisher="国土交通省", licence=CREDIT, file=BOUNDARIES_FILE.name, sha256=_digest(BOUNDARIES_FILE),
    )  # fmt: skip
    _source(draft, SAMPLE, "架空の見本データ", "Fictional sample data", publisher="tsunagari", licence="Apache-2.0")


def write_figures(draft: Draft) -> None:
    """Add the survey figures as the report words them; it gives no year for the importance."""
    _indicator(draft, _IMPORTANCE, "つながりを持つことへの重要度", "Importance of having ties")
    _indicator(draft, _SATISFACTION, "つながりを持つことへの満足度", "Satisfaction with one's ties")
    _observation(draft, _IMPORTANCE, "OBS-IMPORTANCE", 76.2, "調査年の記載なし", "year not stated")
    _observation(draft, _SATISFACTION, "OBS-SATISFACTION-PREVIOUS", 11.4, "前回調査", "previous survey")
    _observation(draft, _SATISFACTION, "OBS-SATISFACTION-R6", 12.8, "令和6年度", "fiscal 2024")


def _source(draft: Draft, identifier: str, title: str, name_en: str, **properties: str) -> None:
    draft.node("Source", identifier, title, name_en, source=identifier, title=title, **properties)


def _indicator(draft: Draft, identifier: str, name: str, name_en: str) -> None:
    draft.node("Indicator", identifier, name, name_en, source=REPORT, unit="%")


def _observation(draft: Draft, indicator: str, identifier: str, value: float, period: str, period_en: str) -> None:
    name, name_en = next((row["name"], row["nameEn"]) for row in draft.tables["Indicator"] if row["id"] == indicator)
    draft.node(
        "Observation", identifier, f"{name} {value}%（{period}）", f"{name_en}: {value}% ({period_en})",
        source=REPORT, value=value, period=period, population="神奈川県民",
    )  # fmt: skip
    draft.tie("OBSERVED", indicator, identifier, source=REPORT)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
