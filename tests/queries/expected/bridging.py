"""Rows of the queries about organisations that join others, from the sample's files."""

from tests.queries.tables import Tables


def most_partners(tables: Tables, limit: int = 20) -> list[tuple]:
    joined = tables["PARTICIPATES_IN"][["起点", "終点"]]
    pairs = joined.merge(joined, on="終点").query("起点_x != 起点_y")
    organisations = tables["Organisation"].set_index("ID")
    sector = organisations["分野"].map(tables.codes("sector"))
    pairs["sector"] = pairs["起点_y"].map(sector)
    counted = pairs.groupby("起点_x").agg(partners=("起点_y", "nunique"), sectors=("sector", "nunique")).reset_index()
    counted = counted.sort_values(["partners", "起点_x"], ascending=[False, True]).head(limit)
    return [
        (organisations.loc[row.起点_x, "名称"], sector[row.起点_x], row.partners, row.sectors)
        for row in counted.itertuples()
    ]
