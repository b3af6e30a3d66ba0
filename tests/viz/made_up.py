"""Made-up Datasets for the tests of the page: one of the size of a prefecture, one that means harm, one empty."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from graph.dataset import Dataset
from graph.schema import schema

Rows = list[dict[str, Any]]

# The six digits end in a check digit, so real codes are used.
CITIES = {
    "141003": ("横浜市", "ヨコハマシ", "Yokohama City"),
    "141305": ("川崎市", "カワサキシ", "Kawasaki City"),
    "141500": ("相模原市", "サガミハラシ", "Sagamihara City"),
    "142018": ("横須賀市", "ヨコスカシ", "Yokosuka City"),
    "142034": ("平塚市", "ヒラツカシ", "Hiratsuka City"),
    "142042": ("鎌倉市", "カマクラシ", "Kamakura City"),
    "142051": ("藤沢市", "フジサワシ", "Fujisawa City"),
    "142069": ("小田原市", "オダワラシ", "Odawara City"),
    "142077": ("茅ヶ崎市", "チガサキシ", "Chigasaki City"),
    "142085": ("逗子市", "ズシシ", "Zushi City"),
    "142107": ("三浦市", "ミウラシ", "Miura City"),
    "142115": ("秦野市", "ハダノシ", "Hadano City"),
    "142123": ("厚木市", "アツギシ", "Atsugi City"),
    "142131": ("大和市", "ヤマトシ", "Yamato City"),
    "142140": ("伊勢原市", "イセハラシ", "Isehara City"),
    "142158": ("海老名市", "エビナシ", "Ebina City"),
    "142166": ("座間市", "ザマシ", "Zama City"),
    "143014": ("葉山町", "ハヤママチ", "Hayama Town"),
    "143626": ("大井町", "オオイマチ", "Oi Town"),
    "143642": ("山北町", "ヤマキタマチ", "Yamakita Town"),
}
WARDS = {
    "141011": ("横浜市鶴見区", "141003"),
    "141020": ("横浜市神奈川区", "141003"),
    "141313": ("川崎市川崎区", "141305"),
}
THEMES = {
    "居場所づくり": ["子ども食堂", "高齢者サロン", "コミュニティカフェ"],
    "相談支援": ["ひきこもり支援", "電話・SNS相談", "アウトリーチ訪問", "外国人住民の相談"],
    "地域の担い手": ["民生委員・児童委員との連携", "ボランティア養成", "企業の社会貢献"],
    "子育て・若者": ["産後の孤立予防", "ヤングケアラー支援", "学び直し"],
    "住まいと暮らし": ["居住支援", "食料支援", "見守り"],
}
_FORMS = [
    "{}子ども食堂ネットワーク",
    "{}社会福祉協議会",
    "NPO法人{}の輪",
    "{}みまもり隊",
    "{}大学地域連携室",
    "{}生活協同組合",
]
_SECTORS = list(schema().enumerations["sector"])


def prefecture(organisations: int = 120, seed: int = 5) -> Dataset:
    """Return a made-up prefecture, with ties mostly within an area."""
    dice = random.Random(seed)
    codes = list(CITIES)
    towns = [{"id": f"M{c}", "code": c, "name": n, "nameKana": k, "nameEn": e} for c, (n, k, e) in CITIES.items()]
    wards = [{"id": f"M{c}", "code": c, "name": n} for c, (n, _) in WARDS.items()]
    broad, narrow, tree = _themes()
    home = [dice.choice(codes) for _ in range(organisations)]
    orgs = [_organisation(dice, i, CITIES[code][0]) for i, code in enumerate(home)]
    works: Rows = []
    parts: dict[tuple[str, str], dict[str, Any]] = {}
    places: Rows = []
    addresses: Rows = []
    for i in range(organisations * 6 // 10):
        code = dice.choice(codes)
        theme = dice.choice(narrow)["id"]
        works.append({"id": f"C{i:03}", "name": f"{CITIES[code][0]}の連携 {i}", "kind": "project", "status": "active"})
        places.append({"start": f"C{i:03}", "end": f"M{code}"})
        addresses.append({"start": f"C{i:03}", "end": theme})
        near = [o["id"] for o, h in zip(orgs, home, strict=True) if abs(codes.index(h) - codes.index(code)) <= 1]
        far = [o["id"] for o in orgs]
        for _ in range(dice.randint(2, 6)):
            member = dice.choice(near if near and dice.random() < 0.9 else far)
            parts[member, f"C{i:03}"] = {"start": member, "end": f"C{i:03}", "role": "partner", "sources": ["S1"]}
    needs = [{"id": f"N{i}", "name": f"担い手が足りない {i}", "targetGroup": "olderPeople"} for i in range(30)]
    for need in needs:
        places.append({"start": need["id"], "end": f"M{dice.choice(codes)}"})
        addresses.append({"start": need["id"], "end": dice.choice(narrow)["id"]})
    ids = [o["id"] for o in orgs]
    return Dataset.of(
        {
            "Organisation": orgs,
            "Municipality": [*towns, *wards],
            "Theme": [*broad, *narrow],
            "Collaboration": works,
            "Need": needs,
            "Resource": [{"id": f"R{i}", "name": f"会議室 {i}", "kind": "place"} for i in range(12)],
            "Source": [
                {
                    "id": "S1",
                    "name": "会員名簿",
                    "title": "会員名簿(令和6年度)",
                    "publisher": "事務局",
                    "url": "https://example.org/members",
                    "licence": "CC BY 4.0",
                    "retrievedOn": dt.date(2025, 4, 1),
                }
            ],
            "BROADER": tree,
            "PART_OF": [{"start": f"M{c}", "end": f"M{city}"} for c, (_, city) in WARDS.items()],
            "LOCATED_IN": [
                {"start": o["id"], "end": f"M{h}", "sources": ["S1"]} for o, h in zip(orgs, home, strict=True)
            ],
            "WORKS_ON": _pairs(dice, ids, [t["id"] for t in narrow], organisations),
            "SERVES": _pairs(dice, ids, [t["id"] for t in towns], organisations // 3),
            "PARTICIPATES_IN": list(parts.values()),
            "TAKES_PLACE_IN": places,
            "ADDRESSES": addresses,
            "OFFERS": [{"start": dice.choice(ids), "end": f"R{i}"} for i in range(12)],
            "HAS_NEED": [{"start": dice.choice(ids), "end": need["id"]} for need in needs],
            # Two kinds of tie between one pair, to be kept beside each other.
            "TIED_TO": [
                {"start": ids[0], "end": ids[1], "kind": kind, "confirmedOn": dt.date(2025, 3, 1)}
                for kind in ("cooperation", "referral")
            ],
            "REPORTS_NONE": [{"start": f"M{code}", "end": theme["id"]} for code in codes[-3:] for theme in narrow[:4]],
        }
    )


HARM = [
    "</script><script>window.harmed=1</script>",
    '"><img src=x onerror="window.harmed=1">',
    "{{7*7}}{% raw %}${7*7}",
    "'; window.harmed=1; //",
    "\u202eكلمة\u2067 RTL",
    '=HYPERLINK("https://example.org")',
    "あ" * 10_000,
    "  \u3000 ",
    "🙂 emoji 👨‍👩‍👧",
    "<!--<script>",
    "\u2028line\u2029",
    "__proto__",
    "constructor",
]
HARMFUL_ADDRESSES = [
    "javascript:window.harmed=1",
    "data:text/html,<script>window.harmed=1</script>",
    " JaVaScRiPt:window.harmed=1",
]


def _harmful(label: str, i: int) -> str:
    """Return the id of the node of a label that holds one of the harmful texts."""
    return f"{label}{i}{HARM[i][:400]}"


def _named(label: str, i: int) -> dict[str, Any]:
    return {"id": _harmful(label, i), "name": HARM[i], "nameEn": HARM[i]}


def hostile() -> Dataset:
    """Return a Dataset whose names, ids, texts and addresses try to run something, at every label."""
    harm = [text for text in HARM if text.strip()]
    every, day = range(len(HARM)), dt.date(2024, 4, 1)
    orgs: Rows = [
        {"id": f"{i}{text[:400]}", "name": text, "nameEn": text, "nameKana": text, "address": text, "legalForm": text}
        for i, text in enumerate(HARM)
    ]
    for i, text in enumerate(("__proto__", "constructor")):
        orgs.append({"id": text, "name": harm[i]})
    for i, url in enumerate(HARMFUL_ADDRESSES):
        orgs[i]["url"] = url
        orgs[i]["sources"] = [f"S{i}"]
    first = orgs[0]["id"]
    return Dataset.of(
        {
            "Organisation": orgs,
            "Municipality": [
                {"id": f"M{harm[0]}", "name": harm[1], "nameEn": harm[0], "code": "141003", "prefecture": harm[1]},
                {"id": "M142042", "name": harm[0], "code": "142042"},
            ],
            "Theme": [{"id": harm[0], "name": harm[0]}, {"id": harm[1], "name": harm[1], "description": harm[2]}],
            "Collaboration": [{"id": "C", "name": harm[1], "summary": harm[0], "startDate": day}],
            "Case": [
                _named("Case", i) | {"outcome": text, "lesson": text, "year": 2024} for i, text in enumerate(HARM)
            ],
            "Event": [
                _named("Event", i) | {"date": day, "summary": text, "place": text, "url": HARMFUL_ADDRESSES[i % 3]}
                for i, text in enumerate(HARM)
            ],
            "Need": [_named("Need", i) | {"description": text, "openedOn": day} for i, text in enumerate(HARM)],
            "Resource": [
                _named("Resource", i) | {"kind": "place", "availableFrom": day} for i, text in enumerate(HARM)
            ],
            "Place": [
                _named("Place", i) | {"address": text, "latitude": 35.4 + i / 100, "longitude": 139.6}
                for i, text in enumerate(HARM)
            ],
            "Indicator": [_named("Indicator", i) | {"unit": text} for i, text in enumerate(HARM)],
            "Observation": [
                _named("Observation", i) | {"value": float(i), "period": text, "population": text}
                for i, text in enumerate(HARM)
            ],
            "Source": [
                {"id": f"S{i}", "name": text, "title": text, "publisher": text, "licence": text, "url": url}
                for i, (text, url) in enumerate(zip(harm, HARMFUL_ADDRESSES, strict=False))
            ],
            "PARTICIPATES_IN": [{"start": o["id"], "end": "C", "confirmedBy": harm[0]} for o in orgs],
            "TIED_TO": [{"start": first, "end": o["id"], "kind": "other"} for o in orgs[1:]],
            "LOCATED_IN": [{"start": o["id"], "end": f"M{harm[0]}"} for o in orgs],
            "WORKS_ON": [{"start": o["id"], "end": harm[1]} for o in orgs],
            "ADDRESSES": [
                {"start": _harmful(label, i), "end": harm[i % 2]}
                for label in ("Case", "Event", "Need", "Resource")
                for i in every
            ],
            "TAKES_PLACE_IN": [
                {"start": _harmful(label, i), "end": "M142042"}
                for label in ("Case", "Event", "Need", "Resource", "Place")
                for i in every
            ],
            "HAS_NEED": [{"start": orgs[i]["id"], "end": _harmful("Need", i)} for i in every],
            "OFFERS": [{"start": orgs[i]["id"], "end": _harmful("Resource", i)} for i in every],
            "OPERATES": [{"start": orgs[i]["id"], "end": _harmful("Place", i)} for i in every],
            "HOSTED": [{"start": orgs[i]["id"], "end": _harmful("Event", i)} for i in every],
            "DESCRIBES": [{"start": _harmful("Case", 0), "end": "C"}],
            "MATCHED_WITH": [
                {
                    "start": _harmful("Need", i),
                    "end": _harmful("Resource", i),
                    "status": "rejected",
                    "reasons": harm,
                    "decidedBy": harm[0],
                }
                for i in every
            ],
            "OBSERVED": [{"start": _harmful("Indicator", i), "end": _harmful("Observation", i)} for i in every],
        }
    )


def platform() -> Dataset:
    """Return five organisations in a row, a - b - c - s - d, whose secretariat s hosts all events, with dates."""
    pairs = ["ab", "bc", "cs", "sd"]
    joined = {"a": "2023-04-01", "b": "2024-04-02", "c": "2025-03-31", "s": "2022-01-01", "d": "2025-04-01"}
    return Dataset.of(
        {
            "Organisation": [
                {"id": i, "name": i, "sector": "nonprofit", "memberSince": dt.date.fromisoformat(day)}
                for i, day in joined.items()
            ],
            "Collaboration": [
                {"id": pair, "name": pair, "startDate": dt.date(2021 + i, 10, 1)} for i, pair in enumerate(pairs)
            ],
            "Event": [{"id": f"E{i}", "name": "研修"} for i in range(3)],
            "Source": [{"id": "S", "name": "S", "retrievedOn": dt.date(2025, 3, 31)}],
            "PARTICIPATES_IN": [{"start": member, "end": pair} for pair in pairs for member in pair],
            "HOSTED": [{"start": "s", "end": f"E{i}"} for i in range(3)],
        }
    )


def empty() -> Dataset:
    """Return a Dataset of nothing."""
    return Dataset.of({})


def _themes() -> tuple[Rows, Rows, Rows]:
    broad = [{"id": f"T{i}", "name": name} for i, name in enumerate(THEMES)]
    narrow = [
        {"id": f"T{i}-{j}", "name": name} for i, names in enumerate(THEMES.values()) for j, name in enumerate(names)
    ]
    return broad, narrow, [{"start": t["id"], "end": t["id"].split("-")[0]} for t in narrow]


def _organisation(dice: random.Random, i: int, town: str) -> dict[str, Any]:
    return {
        "id": f"O{i:03}",
        "name": f"{dice.choice(_FORMS).format(town.rstrip('市町'))} {i}",
        "nameKana": f"ダンタイ{i}",
        "sector": dice.choice(_SECTORS),
        "url": f"https://example.org/{i}",
    }


def _pairs(dice: random.Random, starts: list[str], ends: list[str], count: int) -> Rows:
    pairs = sorted({(dice.choice(starts), dice.choice(ends)) for _ in range(count)})
    return [{"start": a, "end": b} for a, b in pairs]
