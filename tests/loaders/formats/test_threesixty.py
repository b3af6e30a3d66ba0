from __future__ import annotations

import datetime as dt
import json

import pytest

from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told

# Keys and titles as in the standard's schema 1.4.3; every organisation is invented.
GRANTS = {
    "version": "1.4",
    "grants": [
        {
            "id": "360G-kaku-1",
            "title": "居場所づくり",
            "description": "一年の運営費",
            "currency": "JPY",
            "amountAwarded": 500000,
            "awardDate": "2024-06-01T00:00:00Z",
            "plannedDates": [{"startDate": "2024-07-01", "endDate": "2025-03-31", "duration": 9}],
            "recipientOrganization": [
                {
                    "id": "JP-JCN-8000020148415",
                    "name": "架空つながりの会",
                    "streetAddress": "1 Main St",
                    "addressLocality": "Yokosuka",
                    "url": "https://example.com/",
                }
            ],
            "fundingOrganization": [{"id": "GB-CHC-0000001", "name": "架空助成財団"}],
            "grantProgramme": [{"title": "令和6年度助成"}],
        },
        {
            "id": "360G-kaku-2",
            "title": "ポンドの助成",
            "description": "",
            "currency": "GBP",
            "amountAwarded": 100.5,
            "awardDate": "2024-06-02",
            "recipientOrganization": [{"id": "360G-kaku-org:a", "name": "架空の会"}],
            "fundingOrganization": [{"id": "GB-CHC-0000001", "name": "架空助成財団"}],
        },
        {
            "id": "360G-kaku-3",
            "title": "個人への助成",
            "description": "",
            "currency": "JPY",
            "amountAwarded": 30000,
            "awardDate": "2024-06-03",
            "recipientIndividual": {"id": "360G-kaku-ind:1", "name": "架空 花子"},
            "toIndividualsDetails": {"primaryGrantReason": "GTIR010"},
            "fundingOrganization": [{"id": "GB-CHC-0000001", "name": "架空助成財団"}],
        },
        {"id": "360G-kaku-4", "title": "資金提供者のない助成", "fundingOrganization": [], "currency": "JPY"},
    ],
}
TITLES = (
    "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:0:Identifier,Recipient Org:Name,"
    "Funding Org:Identifier,Funding Org:0:Name,Grant Programme:Title\n"
    "360G-kaku-1,居場所づくり,,JPY,500000,2024-06-01,R,架空つながりの会,F,架空助成財団,令和6年度助成\n"
)
PATHS = (
    "id,title,description,currency,amountAwarded,awardDate,recipientOrganization/0/id,recipientOrganization/0/name,"
    "fundingOrganization/0/id,fundingOrganization/0/name\n"
    "360G-kaku-1,居場所づくり,,JPY,500000,2024-06-01,R,架空つながりの会,F,架空助成財団\n"
)


def test_each_grant_of_json_joins_funder_and_recipient(write) -> None:
    loaded = read([write("x.json", json.dumps(GRANTS))])
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["360giving"]
    assert [(row["id"], row["name"]) for row in rows(loaded.dataset["Organisation"])] == [
        ("360G-kaku-org:a", "架空の会"),
        ("GB-CHC-0000001", "架空助成財団"),
        ("JP-JCN-8000020148415", "架空つながりの会"),
    ]
    recipient = rows(loaded.dataset["Organisation"])[2]
    assert (recipient["address"], recipient["url"]) == ("1 Main St, Yokosuka", "https://example.com/")
    assert rows(loaded.dataset["Collaboration"])[0] == {
        "id": "360G-kaku-1",
        "name": "居場所づくり",
        "kind": "grant",
        "startDate": dt.date(2024, 7, 1),
        "endDate": dt.date(2025, 3, 31),
        "summary": "一年の運営費",
    }
    taking_part = [
        (row["start"], row["end"], row["role"], str(row["since"])[-2:], row.get("amount"))
        for row in rows(loaded.dataset["PARTICIPATES_IN"])
    ]
    assert taking_part == [
        ("360G-kaku-org:a", "360G-kaku-2", "recipient", "02", None),
        ("GB-CHC-0000001", "360G-kaku-1", "funder", "01", None),
        ("GB-CHC-0000001", "360G-kaku-2", "funder", "02", None),
        ("GB-CHC-0000001", "360G-kaku-3", "funder", "03", None),
        ("JP-JCN-8000020148415", "360G-kaku-1", "recipient", "01", 500000.0),
    ]


def test_persons_pounds_and_missing_funders_are_said(write) -> None:
    loaded = read([write("x.json", json.dumps(GRANTS))])
    assert told(loaded)[:3] == [
        ("refused", "no_id", ""),
        ("mended", "recipient_person", ""),
        ("mended", "amount_foreign", "GBP"),
    ]
    assert loaded.issues[0].row == 4
    assert loaded.issues[2].problem.en == "1 amounts in GBP are not in yen and were left out"
    assert "花子" not in str(loaded.dataset.tables)
    assert (loaded.rows, loaded.loaded, loaded.refused) == (4, 3, 1)
    listed = next(issue.problem.en for issue in loaded.issues if issue.kind == "columns_without_place")
    assert "Grant Programme:Title (1)" in listed


@pytest.mark.parametrize("text", [TITLES, PATHS])
def test_spreadsheets_have_titles_or_paths(text, write) -> None:
    loaded = read([write("x.csv", text)])
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["360giving"]
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "F", "name": "架空助成財団"},
        {"id": "R", "name": "架空つながりの会"},
    ]
    assert [(row["role"], row.get("amount")) for row in rows(loaded.dataset["PARTICIPATES_IN"])] == [
        ("funder", None),
        ("recipient", 500000.0),
    ]
    assert loaded.whole


def test_other_sheets_of_a_workbook_are_noted(write_workbook) -> None:
    lines = [line.split(",") for line in TITLES.splitlines()]
    path = write_workbook("x.xlsx", {"grants": lines, "Meta": [["Version", "Extensions"], ["1.4", ""]]})
    loaded = read([path])
    assert loaded.rows == 1
    assert ("note", "table_unread", "Meta") in told(loaded)
