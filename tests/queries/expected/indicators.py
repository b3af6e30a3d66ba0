"""Rows of the queries about indicators, from the sample's files."""

from tests.queries.facts import Facts
from tests.queries.tables import Tables


def _observed(tables):
    """Each observation with its indicator and the municipality it is of."""
    joined = tables["OBSERVED"][["起点", "終点"]].merge(tables["Observation"], left_on="終点", right_on="ID")
    figures = tables["Indicator"][["ID", "名称", "単位"]].rename(columns={"ID": "起点", "名称": "指標"})
    of = tables["OF"][["起点", "終点"]].rename(columns={"起点": "ID", "終点": "市町村"})
    return joined.merge(figures, on="起点").merge(of, on="ID", how="left").fillna({"市町村": ""})


def series(tables: Tables) -> list[tuple]:
    facts = Facts(tables)
    title = dict(tables["Source"][["ID", "標題"]].to_numpy().tolist())
    seen = _observed(tables).sort_values(["起点", "市町村", "ID"])
    return [
        (
            row.指標,
            row.時点,
            float(row.値),
            row.単位,
            row.母集団,
            facts.name.get(row.市町村),
            row.回答数,
            [title[source] for source in sorted(row.出典.split(";"))],
        )
        for row in seen.itertuples()
    ]


def changes(tables: Tables, earlier: str, later: str) -> list[tuple]:
    facts, seen = Facts(tables), _observed(tables)
    pairs = seen[seen["時点"] == earlier].merge(
        seen[seen["時点"] == later], on=["起点", "指標", "単位", "母集団", "市町村"], suffixes=("_old", "_new")
    )
    pairs = pairs.sort_values(["起点", "市町村", "ID_old", "ID_new"])
    return [
        (
            row.指標,
            row.母集団,
            facts.name.get(row.市町村),
            float(row.値_old),
            float(row.値_new),
            round(float(row.値_new) - float(row.値_old), 6),
            row.単位,
            row.回答数_old,
            row.回答数_new,
        )
        for row in pairs.itertuples()
    ]


def incomplete(tables: Tables) -> list[tuple]:
    items = {"period": "時点", "population": "母集団", "sampleSize": "回答数", "sources": "出典"}
    rows = []
    for row in _observed(tables).to_dict("records"):
        missing = [key for key, heading in items.items() if row[heading] == ""]
        if missing:
            rows.append((-len(missing), row["起点"], row["ID"], row["指標"], float(row["値"]), row["時点"], missing))
    return [(figure, key, *rest) for _, _, key, figure, *rest in sorted(rows)]
