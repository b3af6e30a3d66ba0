"""Rows of the queries about freshness and quality, from the sample's files."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from tests.queries.tables import Tables


def without_source(tables: Tables) -> list[tuple]:
    rows = [(name, len(table), int((table["出典"] == "").sum())) for name, table in _tables(tables)]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def confirmations(tables: Tables, before: dt.date) -> list[tuple]:
    rows = []
    given = {"ADJACENT_TO", "PART_OF", "BROADER", "OBSERVED", "OF"}
    for kind, table in _tables(tables):
        if "ID" not in table and kind not in given:
            days = table["確認日"]
            known = days[days != ""]
            never, stale = int((days == "").sum()), int((known < before.isoformat()).sum())
            rows.append((kind, len(table), never, stale, known.min(), known.max()))
    return sorted(rows, key=lambda row: (-row[2] - row[3], row[0]))


def to_confirm(tables: Tables, before: dt.date, limit: int = 50) -> list[tuple]:
    names = {one: name for _, table in _tables(tables, ties=False) for one, name in table[["ID", "名称"]].to_numpy()}
    kinds = ("HAS_NEED", "LOCATED_IN", "OFFERS", "OPERATES", "PARTICIPATES_IN", "SERVES", "TIED_TO", "WORKS_ON")
    ties = pd.concat(tables[kind].assign(kind=kind) for kind in kinds).sort_values(["kind", "終点"])
    members = tables["Organisation"].query("退会日 == ''").set_index("ID")["名称"]
    rows = []
    for one, theirs in ties[ties["起点"].isin(members.index)].groupby("起点"):
        stale = theirs[theirs["確認日"] < before.isoformat()]
        if len(stale):
            what = [f"{tie.kind} {names[tie.終点]}" for tie in stale.itertuples()]
            known = theirs[theirs["確認日"] != ""]["確認日"]
            row = (members[one], len(stale), len(theirs), known.min() if len(known) else None, what)
            rows.append((-len(stale), len(theirs), one, row))
    return [row for *_, row in sorted(rows)[:limit]]


def unknown_dates(tables: Tables) -> list[tuple]:
    ended = tables["Collaboration"].query("状態 == '終了'")
    dates = [
        ("Organisation", "memberSince", tables["Organisation"]["入会日"]),
        ("Collaboration", "startDate", tables["Collaboration"]["開始日"]),
        ("Collaboration", "endDate", ended["終了日"]),
        ("Event", "date", tables["Event"]["開催日"]),
        ("Need", "openedOn", tables["Need"]["登録日"]),
        ("Resource", "availableFrom", tables["Resource"]["利用開始日"]),
        ("PARTICIPATES_IN", "since", tables["PARTICIPATES_IN"]["参加日"]),
        ("TIED_TO", "since", tables["TIED_TO"]["開始日"]),
    ]
    rows = []
    for kind, name, days in dates:
        partly = days.str.fullmatch(r"\d{4}(-\d{2})?")
        rows.append((kind, name, len(days), int((days == "").sum()), int(partly.sum())))
    return sorted(rows, key=lambda row: (-row[3], -row[4], row[0], row[1]))


def possible_duplicates(tables: Tables, letters: int = 8, limit: int = 50) -> list[tuple]:
    municipalities = tables["Municipality"].set_index("ID")["名称"]
    place = tables["LOCATED_IN"].set_index("起点")["終点"].map(municipalities)
    found = defaultdict(list)
    for one in tables["Organisation"].sort_values("ID").to_dict("records"):
        same = [one["法人番号"], one["ウェブサイト"], "".join(one["名称"].split())]
        same += [f"{place[one['ID']]} {one['名称カナ'][:letters]}" if len(one["名称カナ"]) >= letters else ""]
        for rank, value in enumerate(same):
            found[rank, value].append((one["名称"], one["ID"]))
    reasons = ("corporateNumber", "url", "name", "reading")
    rows = [
        (rank, -len(group), [id_ for _, id_ in group], (reasons[rank], value, [name for name, _ in group]))
        for (rank, value), group in found.items()
        if value and len(group) > 1
    ]
    return [(*row, ids) for _, _, ids, row in sorted(rows)[:limit]]


def status_and_dates(tables: Tables, day: dt.date) -> list[tuple]:
    today, rows = day.isoformat(), []
    for one in tables["Collaboration"].to_dict("records"):
        status, began, ended = one["状態"], one["開始日"], one["終了日"]
        problems = {
            "plannedButBegun": status == "準備中" and "" < began <= today,
            "activeButOver": status == "活動中" and "" < ended < today,
            "endedWithoutDate": status == "終了" and not ended,
            "endedAhead": status == "終了" and ended > today,
            "endBeforeStart": "" < ended < began,
        }
        rows += [(problem, one["名称"], one["ID"], began, ended) for problem, holds in problems.items() if holds]
    needs, resources = (tables[label].set_index("ID") for label in ("Need", "Resource"))
    for match in tables["MATCHED_WITH"].query("状態 == '提案'").itertuples():
        need, until = needs.loc[match.起点], resources.loc[match.終点, "利用終了日"]
        if need["終結日"]:
            rows.append(("matchOfClosedNeed", need["名称"], match.起点, need["登録日"], need["終結日"]))
        if "" < until < today:
            rows.append(("matchOfExpiredResource", need["名称"], match.起点, need["登録日"], until))
    return sorted(rows, key=lambda row: (row[0], row[2], row[4]))


def _tables(tables: Tables, ties: bool = True) -> Iterator[tuple[str, pd.DataFrame]]:
    """The tables that have rows, without that of the sources; with the relationship types or without."""
    for name, table in tables.items():
        if len(table) and name != "Source" and (ties or "ID" in table):
            yield name, table
