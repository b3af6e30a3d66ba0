"""Rows of the queries about collaborations, from the sample's files."""

from tests.queries.tables import Tables


def largest(tables: Tables, limit: int = 20) -> list[tuple]:
    sizes = tables["PARTICIPATES_IN"].groupby("終点")["起点"].nunique()
    known = tables["Collaboration"]
    known["members"] = known["ID"].map(sizes)
    known["key"] = known["状態"].map(tables.codes("collaborationStatus"))
    found = known.dropna(subset="members").sort_values(["members", "ID"], ascending=[False, True]).head(limit)
    return found[["名称", "key", "members"]].to_numpy().tolist()
