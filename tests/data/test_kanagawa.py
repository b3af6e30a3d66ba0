"""The sample holds what it promises: recomputed with pandas and networkx alone, from the files on disk."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from graph.dataset import Dataset
from graph.frames import rows
from graph.schema import Table, schema

FOLDER = Path(__file__).resolve().parents[2] / "data" / "kanagawa"
FICTION = ["Organisation", "Collaboration", "Case", "Event", "Need", "Resource", "Place"]
COUNTS = {
    "Municipality": 61, "Theme": 25, "Organisation": 320, "Collaboration": 180, "Case": 40, "Event": 24, "Need": 90,
    "Resource": 110, "Place": 30, "Indicator": 2, "Observation": 3, "Source": 5, "PART_OF": 28, "BROADER": 20,
    "LOCATED_IN": 320, "TIED_TO": 120, "HAS_NEED": 90, "OFFERS": 110, "DESCRIBES": 40, "REPORTS_NONE": 20,
    "MATCHED_WITH": 11,
}  # fmt: skip


@cache
def table(key: str) -> pd.DataFrame:
    """A table as it stands in its CSV file, every cell a text."""
    return pd.read_csv(FOLDER / "csv" / f"{key}.csv", dtype="string", keep_default_na=False, encoding="utf-8-sig")


@cache
def truth() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    return loaded


def keys() -> list[str]:
    return sorted(path.stem for path in (FOLDER / "csv").glob("*.csv"))


def pairs(key: str) -> list[tuple[str, str]]:
    frame = table(key)
    return list(zip(frame["起点"], frame["終点"], strict=True))


def by_id(key: str) -> dict[str, dict[str, str]]:
    return {row["ID"]: row for row in records(key)}


def records(key: str) -> list[dict[str, str]]:
    frame = table(key)
    return [dict(zip(map(str, frame.columns), row, strict=True)) for row in frame.to_numpy()]


def ends(key: str) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for start, end in pairs(key):
        found[start].add(end)
    return found


def cities() -> dict[str, str]:
    whole = dict(pairs("PART_OF"))
    return {identifier: whole.get(identifier, identifier) for identifier in by_id("Municipality")}


def network() -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(by_id("Organisation"))
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    joined: defaultdict[str, list[str]] = defaultdict(list)
    for organisation, collaboration in sorted(pairs("PARTICIPATES_IN")):
        joined[collaboration].append(organisation)
    for members in joined.values():
        for a, b in combinations(members, 2):
            weights[a, b] += 1 / (len(members) - 1)
    for row in records("TIED_TO"):
        a, b = sorted((row["起点"], row["終点"]))
        weights[a, b] += float(row["強さ"])
    for (a, b), weight in weights.items():
        graph.add_edge(a, b, distance=1 / weight)
    return graph


def test_a_file_for_each_table_that_has_rows() -> None:
    assert {key: len(table(key)) for key in COUNTS} == COUNTS
    assert set(keys()) <= {*schema().labels, *schema().relationships}
    assert all(len(table(key)) for key in keys())


def test_33_municipalities_and_28_wards_with_right_check_digits() -> None:
    places = table("Municipality")
    # 総務省's rule, written out again: weights 6 to 2 on the first five digits.
    for code in places["団体コード"]:
        total = sum(int(digit) * weight for digit, weight in zip(code[:5], (6, 5, 4, 3, 2), strict=True))
        assert int(code[5]) == ((11 - total) % 10 if total < 11 else (11 - total % 11) % 10)
    assert Counter(places["種別"]) == {"行政区": 28, "政令指定都市": 3, "市": 16, "町": 13, "村": 1}
    assert Counter(dict(pairs("PART_OF")).values()) == {"JP-LGC-141003": 18, "JP-LGC-141305": 7, "JP-LGC-141500": 3}


@pytest.mark.parametrize(
    ("place", "neighbours"),
    [
        ("鎌倉市", {"横浜市", "藤沢市", "逗子市"}),
        ("三浦市", {"横須賀市"}),
        ("川崎市", {"横浜市"}),
        ("清川村", {"相模原市", "秦野市", "厚木市", "山北町", "愛川町"}),
        ("真鶴町", {"小田原市", "湯河原町"}),
        ("横浜市中区", {"横浜市西区", "横浜市南区", "横浜市磯子区"}),
        ("川崎市麻生区", {"横浜市青葉区", "川崎市多摩区", "川崎市宮前区"}),
    ],
)
def test_borders_are_those_on_the_map(place: str, neighbours: set[str]) -> None:
    names = {row["ID"]: row["名称"] for row in records("Municipality")}
    found = [{names[a], names[b]} for a, b in pairs("ADJACENT_TO")]
    assert {name for pair in found if place in pair for name in pair - {place}} == neighbours
    assert pairs("ADJACENT_TO") == sorted(pairs("ADJACENT_TO"))


@pytest.mark.parametrize("key", FICTION)
def test_whatever_is_made_up_says_so_in_its_name(key: str) -> None:
    assert table(key)["名称"].str.startswith("架空").all()
    assert table(key)["名称"].is_unique
    assert table(key)["英語名称"].str.startswith("Fictional").all()
    assert (table(key)["出典"] == "SRC-SAMPLE").all()


def test_organisations_hold_nothing_that_could_be_of_a_real_body() -> None:
    organisations = table("Organisation")
    assert (organisations[["法人番号", "所在地", "ウェブサイト"]] == "").all(axis=None)
    assert organisations["名称カナ"].str.fullmatch(r"カクウ[ァ-ヶー]+").all()
    assert organisations["分野"].nunique() == 9
    assert organisations["入会日"].between("2024-06-01", "2026-03-31").all()


def test_every_row_has_a_source_that_is_there() -> None:
    known = set(table("Source")["ID"])
    for key in keys():
        assert {source for cell in table(key)["出典"] for source in cell.split(";")} <= known


def test_figures_of_the_report() -> None:
    assert {row["ID"]: row["値"] for row in records("Observation")} == {
        "OBS-IMPORTANCE": "76.2",
        "OBS-SATISFACTION-PREVIOUS": "11.4",
        "OBS-SATISFACTION-R6": "12.8",
    }
    assert {row["出典"] for row in records("Observation")} == {"SRC-REPORT-R6"}


def test_sizes_and_memberships_are_heavy_tailed() -> None:
    sizes = list(Counter(collaboration for _, collaboration in pairs("PARTICIPATES_IN")).values())
    assert sum(2 <= size <= 4 for size in sizes) / len(sizes) > 0.6
    assert 8 <= sum(size >= 10 for size in sizes) <= 25
    assert max(sizes) <= 25
    joined = list(Counter(organisation for organisation, _ in pairs("PARTICIPATES_IN")).values())
    assert max(joined) >= 9
    assert median(joined) <= 3


def test_workbook_and_csv_say_the_same() -> None:
    sheets = pd.read_excel(
        FOLDER / "kanagawa.xlsx", sheet_name=None, dtype=object, keep_default_na=False, engine="openpyxl"
    )
    assert set(sheets) == {schema().table(key).name.ja for key in keys()}
    for key in keys():
        sheet = sheets[schema().table(key).name.ja]
        assert list(sheet.columns) == list(table(key).columns)
        assert [tuple(map(_text, row)) for row in sheet.to_numpy()] == [tuple(row) for row in table(key).to_numpy()]


def _text(cell: object) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return repr(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def test_files_make_a_dataset() -> None:
    dataset = Dataset.of({key: [_record(row, schema().table(key)) for row in _rows(key)] for key in keys()})
    assert dataset.node_count == sum(len(table(key)) for key in keys() if key in schema().labels)
    assert len(rows(dataset["MATCHED_WITH"])) == 11


def _rows(key: str) -> list[dict[str, str]]:
    columns = ["起点", "終点"] if key in schema().relationships else []
    columns += [each.name.ja for each in schema().table(key).properties.values() if not each.internal]
    assert list(table(key).columns) == columns
    return [dict(zip(schema().table(key).written, row, strict=True)) for row in table(key).to_numpy()]


def _record(row: dict[str, str], described: Table) -> dict[str, Any]:
    return {
        column: _value(cell, described.properties[column]) if column in described.properties else cell
        for column, cell in row.items()
        if cell
    }


def _value(cell: str, described: Any) -> object:
    if described.choices:
        return next(key for key, name in described.choices.items() if name.ja == cell)
    readers: dict[str, Any] = {"date": dt.date.fromisoformat, "float": float, "integer": int}
    return cell.split(";") if described.type == "strings" else readers.get(described.type, str)(cell)


def _cells() -> dict[tuple[str, str], str]:
    city, themes, addressed, where = cities(), ends("WORKS_ON"), ends("ADDRESSES"), ends("TAKES_PLACE_IN")
    home = dict(pairs("LOCATED_IN"))
    running = [row["ID"] for row in records("Collaboration") if row["状態"] != "終了"]
    needs = [row["ID"] for row in records("Need") if not row["終結日"]]
    holder = {end: start for start, end in pairs("HAS_NEED")}
    evidence = {
        "covered": {(city[place], t) for o, place in home.items() for t in themes[o]}
        | {(city[m], t) for c in running for m in where[c] for t in addressed[c]},
        "neighbour": {(city[m], t) for o, m in pairs("SERVES") for t in themes[o]},
        "needed": {(city[m], t) for n in needs for m in where[n] for t in addressed[n]}
        | {(city[home.get(holder[n], holder[n])], t) for n in needs for t in addressed[n]},
        "reported": set(pairs("REPORTS_NONE")),
    }
    narrow = sorted(ends("BROADER"))
    return {
        (m, t): next((state for state, cells in evidence.items() if (m, t) in cells), "unknown")
        for m in sorted(set(city.values()))
        for t in narrow
    }


def test_twelve_cells_and_no_others_are_empty_for_their_needs() -> None:
    cells = _cells()
    planted = {(cell["municipality"], cell["theme"]): cell["needs"] for cell in truth()["emptyCells"]}
    assert {cell for cell, state in cells.items() if state == "needed"} == set(planted)
    assert len(planted) == 12
    assert len({municipality for municipality, _ in planted}) >= 9
    assert len({theme for _, theme in planted}) >= 7
    addressed, where = ends("ADDRESSES"), ends("TAKES_PLACE_IN")
    closed = {row["ID"]: row["終結日"] for row in records("Need")}
    for (municipality, theme), needs in planted.items():
        assert all(where[n] == {municipality} and addressed[n] == {theme} and not closed[n] for n in needs)


def test_all_states_of_coverage_occur_in_good_numbers() -> None:
    cells = _cells()
    found = Counter({"needed": "none", "reported": "none"}.get(state, state) for state in cells.values())
    assert dict(found) == truth()["coverage"]
    assert 0.25 <= found["covered"] / len(cells) <= 0.45
    assert 0.10 <= found["neighbour"] / len(cells) <= 0.20
    assert 25 <= found["none"] <= 40


@pytest.mark.parametrize(("distance", "rank"), [(None, "rank"), ("distance", "rankWeighted")])
def test_bridging_organisations_are_among_the_first_ten(distance: str | None, rank: str) -> None:
    betweenness = nx.betweenness_centrality(network(), weight=distance)
    order = sorted(betweenness, key=lambda o: -betweenness[o])
    planted = truth()["bridging"]
    assert len({row["organisation"] for row in planted}) == 6
    assert [order.index(row["organisation"]) + 1 for row in planted] == [row[rank] for row in planted]
    assert max(row[rank] for row in planted) <= 10
    assert len({by_id("Organisation")[row["organisation"]]["分野"] for row in planted}) == 6


def test_three_organisations_alone_hold_four_or_more_to_the_rest() -> None:
    graph = network()
    found = {}
    for point in nx.articulation_points(graph):
        rest = graph.subgraph(nx.node_connected_component(graph, point) - {point})
        lost = sorted(nx.connected_components(rest), key=len)[:-1]
        if sum(map(len, lost)) >= 4:
            found[point] = sorted(set().union(*lost))
    assert found == {row["organisation"]: row["cutsOff"] for row in truth()["singlePoints"]}
    assert len(found) == 3


def test_isolated_organisations() -> None:
    assert sorted(nx.isolates(network())) == truth()["isolated"]
    assert 15 <= len(truth()["isolated"]) <= 25


def test_ten_resources_fit_their_need_as_no_other_does() -> None:
    """Theme, municipality (or one next to it), day and amount agree for the planted resource alone."""
    city, theme, place = cities(), ends("ADDRESSES"), ends("TAKES_PLACE_IN")
    near = {frozenset(pair) for pair in pairs("ADJACENT_TO")}
    needs, resources = by_id("Need"), by_id("Resource")
    planted = {row["need"]: row["resource"] for row in truth()["pairs"]}
    assert len(planted) == len(set(planted.values())) == 10

    def at(identifier: str) -> str:
        return city[next(iter(place[identifier]))]

    for need, resource in planted.items():
        same_theme = [r for r in resources if theme[r] == theme[need]]
        assert [r for r in same_theme if at(r) == at(need) or frozenset((at(r), at(need))) in near] == [resource]
        assert at(resource) == at(need)
        asked, offered = needs[need], resources[resource]
        assert float(offered["容量"]) >= float(asked["必要量"])
        assert offered["利用開始日"] <= asked["登録日"] < offered["利用終了日"]
        assert asked["終結日"] == ""
    decided = {end for pair in pairs("MATCHED_WITH") for end in pair}
    assert not decided & {*planted, *planted.values()}


def test_script_makes_the_same_bytes_again() -> None:
    done = subprocess.run(
        [sys.executable, str(FOLDER / "make.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_csv_opens_in_excel() -> None:
    for path in sorted((FOLDER / "csv").glob("*.csv")):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\n") == content.count(b"\r\n") == len(table(path.stem)) + 1
