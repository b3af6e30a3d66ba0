"""Rows of the queries about needs and resources, from the sample's files."""

import datetime as dt
import itertools
import math
from collections import defaultdict
from statistics import fmean, median

from tests.queries.facts import Facts
from tests.queries.tables import Tables

TAKEN = ("承諾", "実施済み")
PROPOSED = ("提案", *TAKEN)


def _records(tables, label):
    return {row["ID"]: row for row in tables[label].to_dict("records")}


def _kind(tables, row):
    return tables.codes("resourceKind")[row["種別"]]


def _days(start, end):
    return (dt.date.fromisoformat(str(end)) - dt.date.fromisoformat(str(start))).days


def _tenth(value):
    """Half a tenth goes up."""
    return math.floor(value * 10 + 0.5) / 10


def resources_for_open_needs(tables: Tables, day: str, limit: int = 100) -> list[tuple]:
    facts = Facts(tables)
    needs, resources = _records(tables, "Need"), _records(tables, "Resource")
    topics, offers = facts.ends("ADDRESSES"), facts.ends("OFFERS", back=True)
    matched = {
        (row.起点, row.終点): tables.codes("matchStatus")[row.状態] for row in tables["MATCHED_WITH"].itertuples()
    }
    free = facts.usable(str(day), TAKEN)["ID"]
    at, wanted = facts.at(free), facts.at(facts.open_needs)
    rows = [
        (needs[need]["登録日"], need, topic, facts.code[place], resource, place)
        for need in wanted
        for resource in free
        for topic in topics[need] & topics[resource]
        for place in wanted[need] & at[resource]
    ]
    found = []
    for opened, need, topic, _, resource, place in sorted(rows)[:limit]:
        offered = resources[resource]
        asked = (facts.name[need], opened, facts.name[place], facts.name[topic], float(needs[need]["必要量"]))
        given = (offered["名称"], _kind(tables, offered), float(offered["容量"]), offered["利用終了日"])
        found.append((*asked, *given, facts.called(offers[resource]), matched.get((need, resource))))
    return found


def open_longest(tables: Tables, day: str, limit: int = 20) -> list[tuple]:
    facts, needs = Facts(tables), _records(tables, "Need")
    topics, spots = facts.ends("ADDRESSES"), facts.ends("TAKES_PLACE_IN")
    holders, matches = facts.ends("HAS_NEED", back=True), tables["MATCHED_WITH"]
    proposed = matches[matches["状態"].isin(PROPOSED)]["起点"].value_counts()
    waiting = sorted((needs[need]["登録日"], need) for need in facts.open_needs if needs[need]["登録日"] <= str(day))
    return [
        (
            facts.name[need],
            opened,
            _days(opened, day),
            tables.codes("targetGroup")[needs[need]["対象者"]],
            facts.called(topics[need]),
            facts.called(spots[need], facts.code),
            facts.called(holders[need]),
            int(proposed.get(need, 0)),
        )
        for opened, need in waiting[:limit]
    ]


def needs_without_resource(tables: Tables, day: str) -> list[tuple]:
    facts, needs, resources = Facts(tables), _records(tables, "Need"), _records(tables, "Resource")
    topics, spots, holders = facts.ends("ADDRESSES"), facts.ends("TAKES_PLACE_IN"), facts.ends("HAS_NEED", back=True)
    offered = set().union(*(topics[resource] for resource in facts.usable(str(day), TAKEN)["ID"]))
    rows = [
        (needs[need]["登録日"], need, topic)
        for need in facts.open_needs
        for topic in topics[need]
        if not any(own in facts.wider[topic] or topic in facts.wider[own] for own in offered)
    ]
    found = []
    for opened, need, topic in sorted(rows):
        past = [resource for resource in resources if topic in topics[resource]]
        found.append((
            facts.name[need],
            facts.name[topic],
            opened,
            float(needs[need]["必要量"]),
            facts.called(spots[need], facts.code),
            facts.called(holders[need]),
            len(past),
            max((resources[resource]["利用終了日"] for resource in past), default=None),
        ))  # fmt: skip
    return found


def idle_resources(tables: Tables, kind: str, day: str, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    topics, owners = facts.ends("ADDRESSES"), facts.ends("OFFERS", back=True)
    free = facts.usable(str(day), PROPOSED)
    wanted, at = facts.at(facts.open_needs), facts.at(free["ID"])
    rows = []
    for resource in free[free["種別"].map(tables.codes("resourceKind")) == kind].to_dict("records"):
        key = resource["ID"]
        said = (resource["名称"], kind, float(resource["容量"]), resource["利用終了日"], facts.called(owners[key]))
        for topic, place in itertools.product(topics[key], at[key]):
            alike = [need for need in wanted if topic in topics[need]]
            here = [need for need in alike if place in wanted[need]]
            where = (facts.name[topic], facts.name[place], len(alike), len(here))
            rows.append((-len(here), -len(alike), key, topic, facts.code[place], (*said, *where)))
    return [row for *_, row in sorted(rows)[:limit]]


def capacity_by_kind(tables: Tables, day: str) -> list[tuple]:
    facts, owners = Facts(tables), Facts(tables).ends("OFFERS", back=True)
    known = tables["Resource"]
    known["kind"], known["容量"] = known["種別"].map(tables.codes("resourceKind")), known["容量"].astype(float)
    matches = tables["MATCHED_WITH"]
    taken = known["ID"].isin(matches[matches["状態"].isin(TAKEN)]["終点"])
    inside = [
        (row.利用開始日 or str(day)) <= str(day) <= (row.利用終了日 or str(day)) for row in known.itertuples()
    ]  # fmt: skip
    rows = []
    for kind, group in known.groupby("kind"):
        usable = group[[inside[i] for i in group.index]]
        used = usable[taken[usable.index]]
        total = usable["容量"].sum()
        offering = set().union(*(owners[key] for key in usable["ID"]))
        places = set().union(*facts.at(usable["ID"]).values())
        numbers = (len(used), total, total - used["容量"].sum(), len(offering), len(places))
        rows.append((-len(usable), kind, len(group), numbers))
    return [(kind, registered, -fewer, *numbers) for fewer, kind, registered, numbers in sorted(rows)]


def needs_by_target_group(tables: Tables) -> list[tuple]:
    matches = tables["MATCHED_WITH"]
    taken = {*matches[matches["状態"].isin(TAKEN)]["起点"]}
    rows = []
    for group, needs in tables["Need"].groupby("対象者"):
        closed = needs[needs["終結日"] != ""]
        still = needs[needs["終結日"] == ""]
        took = [_days(row.登録日, row.終結日) for row in closed.itertuples()]
        numbers = (len(closed), int(still["ID"].isin(taken).sum()), float(median(took)) if took else None)
        rows.append((-len(still), -len(needs), tables.codes("targetGroup")[group], numbers))
    return [(group, -all_, -still, *numbers) for still, all_, group, numbers in sorted(rows, key=lambda row: row[:3])]


def needs_and_resources_by_theme(tables: Tables, day: str) -> list[tuple]:
    facts, topics = Facts(tables), Facts(tables).ends("ADDRESSES")
    free, rows = facts.usable(str(day), TAKEN)["ID"], []
    for topic in facts.narrowest:
        needs = sum(topic in topics[need] for need in facts.open_needs)
        resources = sum(topic in topics[resource] for resource in free)
        members = len({member for member, own in facts.pairs("WORKS_ON") if own == topic} & facts.members)
        rows.append((resources - needs, -needs, topic, resources, members))
    return [
        (facts.name[topic], -fewer, resources, -surplus, members, _tenth(10 * -fewer / members) if members else None)
        for surplus, fewer, topic, resources, members in sorted(rows)
    ]


def judgements(tables: Tables) -> list[tuple]:
    found = defaultdict(list)
    for row in tables["MATCHED_WITH"].itertuples():
        for reason in row.理由.split(";"):
            found[tables.codes("matchStatus")[row.状態], reason].append(row)
    rows = [
        (
            status,
            -len(matches),
            reason,
            round(fmean(float(row.点数) for row in matches), 2),
            max(row.判断日 for row in matches),
        )
        for (status, reason), matches in found.items()
    ]
    return [(status, reason, -fewer, *rest) for status, fewer, reason, *rest in sorted(rows)]


def neighbouring_resources(tables: Tables, day: str, limit: int = 20) -> list[tuple]:
    facts, needs, resources = Facts(tables), _records(tables, "Need"), _records(tables, "Resource")
    topics, owners = facts.ends("ADDRESSES"), facts.ends("OFFERS", back=True)
    at, wanted = facts.at(facts.usable(str(day), TAKEN)["ID"]), facts.at(facts.open_needs)
    borders = {frozenset(pair) for pair in facts.pairs("ADJACENT_TO")}
    rows = []
    for need, places in wanted.items():
        for topic in topics[need]:
            fitting = [resource for resource in at if topic in topics[resource]]
            for place in places:
                if any(place in at[resource] for resource in fitting):
                    continue
                rows += [
                    (needs[need]["登録日"], need, topic, facts.code[place], facts.code[near], resource, place, near)
                    for resource in fitting
                    for near in at[resource]
                    if frozenset((place, near)) in borders
                ]
    found = []
    for _, need, topic, _, _, resource, place, near in sorted(rows)[:limit]:
        offered = resources[resource]
        asked = (facts.name[need], facts.name[place], facts.name[topic], float(needs[need]["必要量"]))
        given = (offered["名称"], _kind(tables, offered), float(offered["容量"]), facts.name[near])
        found.append((*asked, *given, facts.called(owners[resource])))
    return found


def ending_soon(tables: Tables, day: str, days: int = 90) -> list[tuple]:
    facts, resources = Facts(tables), _records(tables, "Resource")
    topics, owners = facts.ends("ADDRESSES"), facts.ends("OFFERS", back=True)
    last = str(dt.date.fromisoformat(str(day)) + dt.timedelta(days=days))
    begun = {key for key, row in resources.items() if (row["利用開始日"] or str(day)) <= str(day)}
    rows = sorted((resources[key]["利用終了日"], key, topic) for key in begun for topic in topics[key])
    return [
        (
            facts.name[key],
            _kind(tables, resources[key]),
            until,
            _days(day, until),
            facts.called(owners[key]),
            facts.name[topic],
            sum(topic in topics[need] for need in facts.open_needs),
            sum(topic in topics[other] for other in begun if not "" < resources[other]["利用終了日"] <= last),
        )
        for until, key, topic in rows
        if str(day) <= until <= last
    ]
