"""Real files, read where they lie: their numbers are counted here again by other means, and no name is written down."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import openpyxl
import pytest

from graph.formats import is_corporate_number
from loaders import Loaded, read

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "realdata"

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files is not beside the repository")


def _records(name: str) -> list[list[str]]:
    with (REAL / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _read(name: str) -> Loaded:
    return read([REAL / name])


SUBSIDIES = "government_nonprofit_subsidies_2011_2015.csv"
REGISTER = "nta_kanagawa_nonprofit_utf8.csv"


@pytest.fixture(scope="module")
def subsidies() -> Loaded:
    return _read(SUBSIDIES)


@pytest.fixture(scope="module")
def grants() -> list[dict[str, str]]:
    header, *rows = _records(SUBSIDIES)
    return [dict(zip(header, row, strict=True)) for row in rows if len(row) == len(header)]


@pytest.fixture(scope="module")
def register() -> Loaded:
    return _read(REGISTER)


def test_every_subsidy_is_loaded_or_refused(subsidies: Loaded, grants: list[dict[str, str]]) -> None:
    assert len(_records(SUBSIDIES)) - 1 == 2052
    assert len(grants) == 2048
    assert (subsidies.rows, subsidies.loaded, subsidies.refused) == (2052, 2048, 4)


def test_the_two_broken_records_are_four_rows_refused(subsidies: Loaded) -> None:
    refused = [issue for issue in subsidies.issues if issue.severity == "refused"]
    assert [issue.row for issue in refused] == [996, 997, 1896, 1897]
    assert all(issue.value and "15" in issue.problem.en for issue in refused)


def test_the_one_number_that_is_none_is_left_out(subsidies: Loaded, grants: list[dict[str, str]]) -> None:
    numbers = [row["grantee_jcn"] for row in grants if row["grantee_jcn"]]
    wrong = [number for number in numbers if not is_corporate_number(number)]
    assert len(wrong) == 1
    assert [issue.value for issue in subsidies.issues if issue.severity == "mended"] == wrong


def test_no_yen_is_lost(subsidies: Loaded, grants: list[dict[str, str]]) -> None:
    ties = subsidies.dataset["PARTICIPATES_IN"]
    recipients = ties[ties["role"] == "recipient"]
    assert recipients["amount"].sum() == sum(int(row["amount"]) for row in grants)


def test_ministries_bodies_and_programmes(subsidies: Loaded, grants: list[dict[str, str]]) -> None:
    organisations = subsidies.dataset["Organisation"]
    ministries = organisations[organisations["legalForm"] == "国の機関"]
    assert len(ministries) == len({row["granter_ministry"] for row in grants}) == 12
    assert ministries["name"].str.fullmatch(r"\w+[省府]").all()
    bodies = organisations[organisations["sector"] == "nonprofit"]
    assert len(bodies) == len({_body(row) for row in grants})
    numbers = {row["grantee_jcn"] for row in grants if is_corporate_number(row["grantee_jcn"])}
    assert set(bodies["corporateNumber"].dropna()) == numbers
    programmes = {(row["granter_ministry"], _usual(row["grant_name"]), _fiscal_year(row)) for row in grants}
    assert len(subsidies.dataset["Collaboration"]) == len(programmes) == 674


def _body(row: dict[str, str]) -> str:
    # Two rows have no cleaned name; their details name the body behind its legal form.
    return _usual(row["grantee_clean"]) or row["grantee_detail"]


def _usual(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _fiscal_year(row: dict[str, str]) -> int:
    year, month, _ = map(int, row["grant_date"].split("-"))
    return year - 1 if month in (1, 2, 3) else year


def test_members_of_a_platform() -> None:
    name = "takamatsu/list_of_member_companies_0087.xlsx"
    rows = list(openpyxl.load_workbook(REAL / name).worksheets[0].iter_rows(min_row=2, values_only=True))
    loaded = _read(name)
    assert (loaded.rows, loaded.loaded, loaded.refused, loaded.issues) == (159, 159, 0, ())
    members = loaded.dataset["Organisation"]
    assert sorted(members["name"]) == sorted(str(row[1]).strip() for row in rows)
    dates = sorted("{2}-{0:0>2}-{1:0>2}".format(*str(row[2]).split("/")) for row in rows)
    assert sorted(day.isoformat() for day in members["memberSince"]) == dates
    assert len(loaded.dataset["PARTICIPATES_IN"]) == 159
    assert loaded.dataset["Municipality"]["id"].tolist() == ["JP-LGC-372013"]


def test_every_body_of_the_register_is_loaded(register: Loaded) -> None:
    assert (register.rows, register.loaded, register.refused) == (6582, 6582, 0)
    _, *rows = _records(REGISTER)
    assert set(register.dataset["Organisation"]["id"]) == {f"JP-JCN-{row[1]}" for row in rows}


def test_each_body_stands_in_its_municipality(register: Loaded) -> None:
    header, *rows = _records(REGISTER)
    prefecture, city = header.index("都道府県コード"), header.index("市区町村コード")
    codes = {f"JP-JCN-{row[1]}": row[prefecture] + row[city] for row in rows}
    ties = register.dataset["LOCATED_IN"]
    assert {start: end[7:12] for start, end in zip(ties["start"], ties["end"], strict=True)} == codes
    # 58 places with an office, and the three cities that the wards among them are part of.
    assert len(register.dataset["Municipality"]) == len(set(codes.values())) + 3 == 61
    assert len(register.dataset["PART_OF"]) == 28


def test_the_sample_that_ships_is_the_same_as_workbook_and_as_csv() -> None:
    book, folder = read([ROOT / "data" / "kanagawa" / "kanagawa.xlsx"]), read([ROOT / "data" / "kanagawa" / "csv"])
    assert book.dataset == folder.dataset
    assert (book.refused, book.issues) == (0, ())
