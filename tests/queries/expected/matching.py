"""Rows of the queries about needs and resources, from the sample's files."""

from tests.queries.tables import Tables


def resources_for_open_needs(tables: Tables) -> list[tuple]:
    needs, resources = tables["Need"], tables["Resource"]
    where = tables["ADDRESSES"][["起点", "終点"]].merge(tables["TAKES_PLACE_IN"][["起点", "終点"]], on="起点")
    where.columns = ["id", "theme", "municipality"]
    open_ones = where[where["id"].isin(needs[needs["終結日"] == ""]["ID"])]
    offered = where[where["id"].isin(resources["ID"])]
    pairs = open_ones.merge(offered, on=["theme", "municipality"], suffixes=("", "_resource"))
    offers = tables["OFFERS"][["起点", "終点"]].rename(columns={"終点": "id_resource"})
    pairs = pairs.merge(offers, on="id_resource", how="left").fillna("")
    labels = ("Need", "Resource", "Theme", "Municipality", "Organisation")
    name = {"": ""} | {key: text for label in labels for key, text in tables[label][["ID", "名称"]].to_numpy().tolist()}
    code = dict(tables["Municipality"][["ID", "団体コード"]].to_numpy().tolist())
    pairs["code"] = pairs["municipality"].map(code)
    ordered = pairs.sort_values(["id", "theme", "code", "id_resource", "起点"])
    columns = ordered[["id", "municipality", "theme", "id_resource", "起点"]]
    return [tuple(name[key] for key in row) for row in columns.to_numpy().tolist()]
