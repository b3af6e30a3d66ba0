"""Rows of the queries about where things are from.

What is in the database is worked out from the sample's files; what happened to it is written down in
`tests/integration/history.py`, and here by hand.
"""

from collections import Counter

from tests.queries.tables import Tables

_FIRST, _SECOND, _THIRD = "2026-04-01T09:30:00+09:00", "2026-04-02T10:00:00+09:00", "2026-04-10T14:15:00+09:00"
_NEW = "ORG-320"
"""The organisation that only the last load brings."""


def sources(tables: Tables) -> list[tuple]:
    nodes, ties = Counter(), Counter()
    for table in (table for name, table in tables.items() if name != "Source" and "出典" in table):
        (nodes if "ID" in table else ties).update(table["出典"])
    rows = [
        (row.標題, row.ID, row.発行者, row.ライセンス, row.取得日, nodes[row.ID], ties[row.ID])
        for row in tables["Source"].itertuples()
    ]
    return sorted(rows, key=lambda row: (-row[5] - row[6], row[1]))


def said_by(tables: Tables, source: str) -> list[tuple]:
    rows = []
    for name, table in tables.items():
        said = table["出典"].str.split(";") if len(table) and name != "Source" else []
        named = [each for each in said if source in each]
        if named:
            rows.append((name, len(named), sum(len(each) == 1 for each in named)))
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def said_of(tables: Tables, organisation: str) -> list[tuple]:
    titles = tables["Source"].set_index("ID")["標題"]
    names = {
        one: name
        for table in tables.values()
        if "ID" in table
        for one, name in table[["ID", "名称"]].to_numpy().tolist()
    }
    (own,) = tables["Organisation"].query("ID == @organisation").itertuples()
    rows = []
    for kind, table in tables.items():
        for tie in table.itertuples() if "ID" not in table else ():
            if organisation in {tie.起点, tie.終点}:
                far = tie.終点 if tie.起点 == organisation else tie.起点
                rows.append((kind, far, tie.確認日, (titles[tie.出典], tie.確認日, tie.確認者)))
    said = [(kind, names[far], [title], *rest) for kind, far, _, (title, *rest) in sorted(rows)]
    return [("Organisation", own.名称, [titles[own.出典]], None, None), *said]


def loads(tables: Tables, limit: int = 50) -> list[tuple]:
    rows = sum(len(table) for table in tables.values())
    new = sum(_NEW in row for table in tables.values() for row in table.to_numpy().tolist())
    office = "架空事務局"
    brought = _brought(tables)
    return [
        (3, "done", _THIRD, office, brought, rows, 0, new, 0, 0, 0, None),
        (2, "undone", _SECOND, "架空の担当者", ["SRC-OLD"], 1, 0, 1, 0, 0, 0, office),
        (1, "done", _FIRST, office, brought, rows - 1, 0, rows - new, 0, 0, 0, None),
    ][:limit]


def editions(tables: Tables, source: str | None = None) -> list[tuple]:
    rows = []
    for each in sorted({*_brought(tables), "SRC-OLD"}):
        if each == "SRC-OLD":
            rows.append((each, 2, "undone", _SECOND, "架空の担当者", False))
            continue
        # The last load differs from the first only in what the sample itself says.
        changed = each == "SRC-SAMPLE"
        if changed:
            rows.append((each, 3, "done", _THIRD, "架空事務局", True))
        rows.append((each, 1, "done", _FIRST, "架空事務局", not changed))
    return [row for row in rows if source in {None, row[0]}]


def judgements(tables: Tables, same: bool | None = None, limit: int = 50) -> list[tuple]:
    clinic = _name(tables, "ORG-001")
    rows = [
        ("架空波止場歯科", "LIST-9", False, clinic, "ORG-001", "架空の担当者", "2026-04-12T11:00:00+09:00", 74.0),
        (
            "架空波止場診療所",
            "LIST-8",
            True,
            "架空 波止場クリニック",
            "LIST-7",
            "架空の担当者",
            "2026-04-11T11:00:00+09:00",
            82.5,
        ),
        ("架空 波止場クリニック", "LIST-7", True, clinic, "ORG-001", "tsunagari", "2026-04-10T11:00:00+09:00", 100.0),
    ]
    return [row for row in rows if same in {None, row[2]}][:limit]


def aliases(tables: Tables, organisation: str) -> list[tuple]:
    assert organisation == "ORG-001", "judgements are written down for this one"
    (own,) = tables["Organisation"].query("ID == @organisation").itertuples()
    records = [("架空 波止場クリニック", "record", "LIST-7"), ("架空波止場診療所", "record", "LIST-8")]
    return [
        (own.名称, "name", organisation),
        (own.名称カナ, "nameKana", organisation),
        (own.英語名称, "nameEn", organisation),
        *((name, "formerName", organisation) for name in sorted(own.旧名称.split(";")) if name),
        *records,
    ]


def _brought(tables: Tables) -> list[str]:
    """The sources that the sample's rows name."""
    return list(tables["Source"]["ID"])


def _name(tables: Tables, organisation: str) -> str:
    name: str = tables["Organisation"].set_index("ID").loc[organisation, "名称"]
    return name
