"""Every real file of the folder beside the repository: what it is taken for, and what became of each of its rows.

Rows are counted here again by other programs: Python's own csv and openpyxl.
"""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from graph.errors import InputError
from graph.frames import rows
from loaders import Loaded, read

ROOT = Path(__file__).resolve().parents[3]
REAL = ROOT.parent / "shared" / "realdata"

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files is not beside the repository")

CITY = "yaizu"
TABLES = [
    # file, format, refused, number of nodes by label (but municipalities and sources), mended
    ("events/o1-141003_g1-000304.csv", "events", 0, {"Event": 1}, 0),
    ("events/o1-142018_g1-000304.csv", "events", 0, {"Event": 23, "Organisation": 4}, 0),
    ("events/o1-142077_g1-000304.csv", "events", 0, {"Event": 62, "Organisation": 10}, 0),
    ("events/o1-142115_g1-000304.csv", "events", 0, {"Event": 7}, 0),
    ("events/o1-142158_g1-000304.csv", "events", 0, {"Event": 4, "Organisation": 2}, 0),
    ("events/o1-142182_g1-000304.csv", "events", 0, {"Event": 47, "Organisation": 15}, 0),
    ("events/o1-143626_g1-000304.csv", "events", 0, {"Event": 17, "Organisation": 7}, 0),
    ("events/o1-143642_g1-000304.csv", "events", 0, {"Event": 1}, 0),
    ("yaizu/event_header_new_standard.csv", "events", 0, {}, 0),
    ("yaizu/公共施設一覧_222127_public_facility.csv", "public-facilities", 0, {"Place": 230, "Organisation": 28}, 0),
    ("yaizu/地域交流センター_222127_community_center.csv", "public-facilities", 0, {"Place": 9, "Organisation": 1}, 0),
    ("yaizu/福祉会館_222127_facilities_welfare.csv", "public-facilities", 0, {"Place": 2, "Organisation": 1}, 0),
    (
        "yaizu/子育て支援施設_222127_child_rearing_support_center.csv",
        "public-facilities",
        0,
        {"Place": 9, "Organisation": 1},
        0,
    ),
    ("yaizu/子育て施設一覧_222127_preschool.csv", "childcare", 0, {"Place": 60}, 0),
    ("yaizu/要配慮者利用施設_yohairyosya.csv", "care-facilities", 0, {"Place": 277}, 0),
    ("takamatsu/citizen_activity_facility_data.xlsx", "takamatsu-facilities", 0, {"Place": 4}, 0),
    # Days without a year are left out, unless the name of the file has it.
    ("takamatsu/events_data.xlsx", "takamatsu-events", 0, {"Event": 51}, 49),
    (
        "takamatsu/list_of_member_companies_0087.xlsx",
        "smartcity-members",
        0,
        {"Organisation": 159, "Collaboration": 1},
        0,
    ),
    # A successor is in 15 of 28 cases one of the file's own bodies.
    ("nta_kanagawa_nonprofit_utf8.csv", "corporate-numbers", 0, {"Organisation": 6582}, 13),
    ("localgov_bodies_kanagawa_houjin.csv", "members", 0, {"Organisation": 94}, 0),
    (
        "government_nonprofit_subsidies_2011_2015.csv",
        "jnpo-subsidies",
        4,
        {"Organisation": 470, "Collaboration": 674},
        1,
    ),
    # The ward of Hamamatsu that became part of two others in 2024 is refused; the six others are mended.
    ("municipalities_japan.csv", "municipalities", 1, {}, 6),
    # All 47 codes of prefectures, nine of which lost their first zero.
    ("prefectures_japan.csv", "municipalities", 0, {}, 9),
]


@pytest.mark.parametrize(("name", "form", "refused", "nodes", "mended"), TABLES)
def test_every_table_is_recognised_and_every_row_accounted_for(
    name: str, form: str, refused: int, nodes: dict[str, int], mended: int
) -> None:
    loaded = read([REAL / name])
    assert [taken.format.key for taken in loaded.taken if taken.format] == [form]
    expected = _rows(REAL / name)
    assert (loaded.rows, loaded.refused) == (expected, refused)
    assert loaded.loaded == expected - refused
    found = {label: len(frame) for label, frame in loaded.dataset.nodes.items() if len(frame)}
    assert {label: count for label, count in found.items() if label not in {"Municipality", "Source"}} == nodes
    assert len([issue for issue in loaded.issues if issue.severity == "mended"]) == mended
    # Thirty notes on columns that the standard has would hide what matters.
    assert len([issue for issue in loaded.issues if issue.severity == "note"]) <= 2


def _rows(path: Path) -> int:
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        return sum(any(cell not in (None, "") for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True))
    encoding = "cp932" if "要配慮" in path.name else "utf-8-sig"
    with path.open(encoding=encoding, newline="") as file:
        return sum(any(map(str.strip, row)) for row in csv.reader(file)) - 1


def test_every_file_of_the_folder_is_in_the_list_or_no_data() -> None:
    no_data = {"SOURCES.md", "seed_report.txt", "kanagawa_municipalities_simplified.geojson"}
    no_data |= {path.name for path in REAL.glob("nta_code_*")} | {path.name for path in REAL.glob("gif/*")}
    files = {str(path.relative_to(REAL)) for path in REAL.rglob("*") if path.is_file() and path.name not in no_data}
    assert files == {name for name, *_ in TABLES}


def test_tables_of_codes_are_taken_for_nothing() -> None:
    for path in (*REAL.glob("nta_code_*.csv"), *REAL.glob("gif/*.xlsx")):
        with pytest.raises(InputError, match="cannot be read"):
            read([path])


@pytest.fixture(scope="module")
def register() -> Loaded:
    return read([REAL / "nta_kanagawa_nonprofit_utf8.csv"])


def test_the_register_as_it_is_downloaded_gives_the_same(register: Loaded, tmp_path: Path) -> None:
    with (REAL / "nta_kanagawa_nonprofit_utf8.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *entries = csv.reader(file)
    fitting = [row for row in entries if _fits("".join(row))]
    path = tmp_path / "14_kanagawa_all_20260831.csv"
    with path.open("w", encoding="cp932", newline="") as file:
        csv.writer(file).writerows(fitting)
    again = read([path])
    assert (again.rows, again.refused) == (len(fitting), 0)
    kept = {f"JP-JCN-{row[1]}" for row in fitting}
    for key in ("Organisation", "LOCATED_IN"):
        column = "id" if key == "Organisation" else "start"
        assert rows(again.dataset[key]) == [row for row in rows(register.dataset[key]) if row[column] in kept]


def _fits(text: str) -> bool:
    try:
        return text.encode("cp932").decode("cp932") == text
    except UnicodeEncodeError:
        return False


def test_what_became_of_the_bodies_of_the_register(register: Loaded) -> None:
    with (REAL / "nta_kanagawa_nonprofit_utf8.csv").open(encoding="utf-8-sig", newline="") as file:
        entries = {f"JP-JCN-{row['法人番号']}": row for row in csv.DictReader(file)}
    closed = {row["id"]: row["dissolvedOn"] for row in rows(register.dataset["Organisation"]) if "dissolvedOn" in row}
    stated = {key: row["登記記録の閉鎖等年月日"] for key, row in entries.items() if row["登記記録の閉鎖等年月日"]}
    assert {key: str(day) for key, day in closed.items()} == stated
    assert len(closed) == 1035
    successors = {key: f"JP-JCN-{row['承継先法人番号']}" for key, row in entries.items() if row["承継先法人番号"]}
    ties = {str(row["start"]): row["end"] for row in rows(register.dataset["SUCCEEDED_BY"])}
    assert ties == {key: other for key, other in successors.items() if other in entries}
    assert (len(successors), len(ties)) == (28, 15)


def test_the_year_in_the_name_of_the_file_dates_a_calendar(tmp_path: Path) -> None:
    path = tmp_path / "events_data_2026.xlsx"
    path.write_bytes((REAL / "takamatsu" / "events_data.xlsx").read_bytes())
    loaded = read([path])
    # Two games "in August and September" and two meetings "by arrangement" have no day.
    events = rows(loaded.dataset["Event"])
    assert sum("date" not in event and "endDate" not in event for event in events) == 4
    assert [issue.kind for issue in loaded.issues if issue.severity == "mended"].count("date") == 4


def test_all_files_load_together() -> None:
    loaded = read([REAL / name for name, *_ in TABLES if not name.startswith("nta")])
    assert loaded.refused == 5
    sources = set(loaded.dataset["Source"]["id"])
    assert {"SRC-OPENDATA-222127-PUBLIC-FACILITY", "SRC-OPENDATA-142182-EVENT", "SRC-JNPO"} <= sources
