"""Rows of the queries about people and places, from the sample's files."""

from tests.queries.tables import Tables


def places_by_kind(tables: Tables) -> list[tuple]:
    places = tables["Place"]
    where = _held(tables)
    rows = [
        (
            tables.codes("placeKind")[kind],
            len(group),
            where[where["起点"].isin(group["ID"])]["whole"].nunique(),
            int(group["ID"].isin(tables["OPERATES"]["終点"]).sum()),
        )
        for kind, group in places.groupby("種別")
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def places_in_municipality(tables: Tables) -> list[tuple]:
    where = _held(tables)
    kinds = tables["Place"].set_index("ID")["種別"].map(tables.codes("placeKind"))
    running = set(tables["Collaboration"].query("状態 != '終了'")["ID"])
    open_ones = set(tables["Need"].query("終結日 == ''")["ID"])
    events = set(tables["Event"]["ID"])
    wards = set(tables["PART_OF"]["起点"])
    rows = []
    for place in tables["Municipality"].itertuples():
        if place.ID in wards:
            continue
        here = set(where[where["whole"] == place.ID]["起点"])
        venues = here & set(kinds.index)
        assert place.人口 == "", "the sample knows no population; the column has to be worked out once it does"
        row = (place.名称, len(venues), sorted(set(kinds[list(venues)])), None)
        row += (len(here & running), len(here & events), len(here & open_ones))
        rows.append((len(venues), -len(here & open_ones), place.団体コード, row))
    return [row for *_, row in sorted(rows)]


def roles_by_sector(tables: Tables) -> list[tuple]:
    joined = tables["PARTICIPATES_IN"]
    ended = set(tables["Collaboration"].query("状態 == '終了'")["ID"])
    joined = joined[~joined["終点"].isin(ended)]
    sector = joined["起点"].map(tables["Organisation"].set_index("ID")["分野"].map(tables.codes("sector")))
    roles = ("主催・幹事", "参加", "資金提供", "助成先", "会場提供", "助言", "")
    rows = []
    for name, group in joined["役割"].groupby(sector):
        counted = group.value_counts()
        roles = [
            int(counted.get(role, 0)) for role in ("主催・幹事", "参加", "資金提供", "助成先", "会場提供", "助言", "")
        ]
        rows.append((name, len(group), *roles))
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _held(tables: Tables):
    """What takes place where, the city in place of its wards."""
    whole = dict(tables["PART_OF"][["起点", "終点"]].to_numpy().tolist())
    held = tables["TAKES_PLACE_IN"]
    held["whole"] = held["終点"].map(lambda place: whole.get(place, place))
    return held
