from __future__ import annotations

import csv
import io
import json
import uuid

import pytest

from graph.dataset import Dataset
from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told, written

# Columns as in the specification's tabular data package (HSDS 3.0.1); every organisation is invented.
FILES = {
    "organizations.csv": (
        "id,name,alternate_name,description,email,website,tax_status,year_incorporated,legal_status,parent_organization_id\n"
        "o1,架空つながりの会,,居場所を開く,a@example.com,https://example.com/,,2011,特定非営利活動法人,\n"
        "o2,架空みなと社協,,相談を受ける,,,,,社会福祉法人,o1\n"
    ),
    "organization_identifiers.csv": (
        "id,organization_id,identifier_scheme,identifier_type,identifier\n"
        "i1,o1,JP-JCN,corporate number,8000020148415\ni2,o2,GB-CHC,charity,1234567\n"
    ),
    "services.csv": (
        "id,organization_id,program_id,name,alternate_name,description,status\ns1,o1,,居場所,,だれでも,active\n"
    ),
    "locations.csv": (
        "id,location_type,url,organization_id,name,alternate_name,description,latitude,longitude\n"
        "l1,physical,,o1,みなと会館,,,35.28,139.67\nl2,physical,,,,港の家,,100,139.67\n"
    ),
    "addresses.csv": (
        "id,location_id,attention,address_1,address_2,city,region,state_province,postal_code,country,address_type\n"
        "a1,l1,,本町1-1,2階,横須賀市,,神奈川県,238-0041,JP,physical\n"
        "a2,l2,,1-30 Main Street,,MyCity,,MyState,ABC 1234,US,physical\n"
    ),
    "service_areas.csv": (
        "id,service_id,name,description,extent,extent_type,uri\n"
        "r1,s1,神奈川県横浜市鶴見区,,,,\nr2,s1,The MyCity area,,,,\n"
    ),
    "taxonomies.csv": "id,name,description,uri,version\nx1,themes,All themes,,1\n",
    "taxonomy_terms.csv": (
        "id,code,name,description,parent_id,taxonomy,language,taxonomy_id,term_uri\n"
        "t1,1,つながりの場,広いテーマ,,themes,ja,x1,\nt2,2,居場所づくり,狭いテーマ,t1,themes,ja,x1,\n"
    ),
    "attributes.csv": (
        "id,link_id,taxonomy_term_id,link_type,link_entity,value\n"
        "b1,o1,t2,theme,organization,\nb2,s1,t2,theme,service,\nb3,l1,t2,theme,location,\n"
    ),
    "service_at_location.csv": "id,service_id,location_id,description\nsl1,s1,l1,\n",
    "phones.csv": (
        "id,location_id,service_id,organization_id,contact_id,service_at_location_id,number,extension,type,description\n"
        "p1,l1,,,,,046-000-0000,,voice,\n"
    ),
    "datapackage.json": '{"name": "x", "resources": [{"name": "organization"}, {"name": "service"}]}',
}


@pytest.fixture
def package(write):
    return [write(f"hsds/{name}", text) for name, text in FILES.items()]


def test_a_package_becomes_organisations_resources_places_and_themes(package) -> None:
    loaded = read(package)
    dataset = loaded.dataset
    assert {taken.format.key for taken in loaded.taken if taken.format} == {"hsds"}
    assert rows(dataset["Organisation"]) == [
        {
            "id": "o1",
            "name": "架空つながりの会",
            "legalForm": "特定非営利活動法人",
            "corporateNumber": "8000020148415",
            "url": "https://example.com/",
        },
        {"id": "o2", "name": "架空みなと社協", "legalForm": "社会福祉法人"},
    ]
    assert rows(dataset["Resource"]) == [{"id": "s1", "name": "居場所"}]
    assert rows(dataset["OFFERS"]) == [{"start": "o1", "end": "s1"}]
    assert rows(dataset["Place"]) == [
        {
            "id": "l1",
            "name": "みなと会館",
            "address": "神奈川県横須賀市本町1-12階",
            "latitude": 35.28,
            "longitude": 139.67,
        },
        {
            "id": "l2",
            "name": "港の家",
            "address": "1-30 Main Street, MyCity, MyState, ABC 1234, US",
            "longitude": 139.67,
        },
    ]
    assert rows(dataset["OPERATES"]) == [{"start": "o1", "end": "l1"}]
    # 横須賀市 is 142018, 横浜市鶴見区 141011 (全国地方公共団体コード).
    assert rows(dataset["TAKES_PLACE_IN"]) == [
        {"start": "l1", "end": "JP-LGC-142018"},
        {"start": "s1", "end": "JP-LGC-141011"},
    ]
    assert rows(dataset["Theme"])[1] == {"id": "t2", "name": "居場所づくり", "description": "狭いテーマ"}
    assert rows(dataset["BROADER"]) == [{"start": "t2", "end": "t1"}]
    assert rows(dataset["WORKS_ON"]) == [{"start": "o1", "end": "t2"}]
    assert rows(dataset["ADDRESSES"]) == [{"start": "s1", "end": "t2"}]


def test_what_has_no_place_is_said_with_its_count(package) -> None:
    loaded = read(package)
    # 2 + 2 + 1 + 2 + 2 + 2 + 2 + 3 rows of the tables that are read; the other three are no rows of data.
    assert (loaded.rows, loaded.loaded) == (16, 16)
    assert [issue for issue in told(loaded) if issue[1] not in ("columns_without_place", "municipality_joined")] == [
        ("mended", "maximum", "100.0"),
        ("note", "hsds_links_unread", ""),
        ("note", "table_unread", "phone"),
        ("note", "hsds_areas_unread", ""),
        ("note", "table_unread", "service_at_location"),
        ("note", "table_unread", "taxonomy"),
    ]
    columns = {issue.file: issue.problem.en for issue in loaded.issues if issue.kind == "columns_without_place"}
    assert columns["organizations.csv"] == (
        "the values of 4 columns fit no property and were not read (columns and their values: "
        "description (2), email (1), year_incorporated (1), parent_organization_id (1))"
    )


# What the data package of HSDS 3.0 requires of the tables that are written, in the specification's own words.
REQUIRED = {
    "organizations.csv": ["id", "name", "description"],
    "organization_identifiers.csv": ["id", "organization_id", "identifier_type", "identifier"],
    "services.csv": ["id", "organization_id", "name", "status"],
    "locations.csv": ["id", "location_type"],
    "addresses.csv": ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
    "service_areas.csv": ["id"],
    "taxonomies.csv": ["id", "name", "description"],
    "taxonomy_terms.csv": ["id", "name", "description"],
    "attributes.csv": ["id", "link_id", "taxonomy_term_id", "link_entity"],
}


@pytest.fixture
def small() -> Dataset:
    return Dataset.of(
        {
            "Organisation": [
                {"id": "O1", "name": "甲", "sector": "nonprofit", "corporateNumber": "8000020148415"},
                {"id": "0b7f0d5e-9a54-4d5b-9d0a-1f4b3c2a1e00", "name": "乙"},
            ],
            "Municipality": [{"id": "JP-LGC-142018", "name": "横須賀市", "code": "142018", "prefecture": "神奈川県"}],
            "Resource": [{"id": "R1", "name": "部屋", "kind": "place"}, {"id": "R2", "name": "だれのものでもない"}],
            "Place": [{"id": "P1", "name": "家", "address": "〒238-0041 神奈川県横須賀市本町1-1", "latitude": 35.28}],
            "Theme": [{"id": "T1", "name": "上"}, {"id": "T2", "name": "下", "description": "下の説明"}],
            "OFFERS": [{"start": "O1", "end": "R1"}, {"start": "JP-LGC-142018", "end": "R2"}],
            "OPERATES": [{"start": "O1", "end": "P1"}],
            "TAKES_PLACE_IN": [{"start": "P1", "end": "JP-LGC-142018"}, {"start": "R1", "end": "JP-LGC-142018"}],
            "BROADER": [{"start": "T2", "end": "T1"}],
            "WORKS_ON": [{"start": "O1", "end": "T2", "strength": 0.5}],
            "ADDRESSES": [{"start": "R1", "end": "T2"}, {"start": "R2", "end": "T2"}],
        }
    )


def tables(dataset):
    files = written("hsds", "", dataset).files
    return {
        name: list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        for name, data in files.items()
        if name.endswith(".csv")
    }


def test_what_is_written_keeps_to_the_specification(small, kanagawa) -> None:
    for dataset in (small, kanagawa):
        found = tables(dataset)
        ids = {row["id"] for table in found.values() for row in table}
        assert sum(map(len, found.values())) == len(ids)
        for name, table in found.items():
            assert table
            for row in table:
                assert all(row[column] for column in REQUIRED[name]), (name, row)
                links = {column: value for column, value in row.items() if column.endswith("_id") and value}
                for value in (row["id"], *links.values()):
                    assert str(uuid.UUID(value)) == value
                assert set(links.values()) <= ids
        assert all(row["status"] == "active" for row in found["services.csv"])


def test_the_package_is_described(small) -> None:
    files = written("hsds", "", small).files
    package = json.loads(files["datapackage.json"])
    assert package["profile"] == "tabular-data-package"
    assert [resource["path"] for resource in package["resources"]] == [name for name in files if name.endswith(".csv")]
    for resource in package["resources"]:
        header = files[resource["path"]].decode().splitlines()[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_losses_are_exact(small) -> None:
    # R2 is a municipality's, and HSDS wants an organisation for each service.
    assert written("hsds", "", small).lost == {"Municipality": 1, "Resource": 1, "OFFERS": 1, "ADDRESSES": 1}


def test_what_was_written_comes_back_under_uuids(small, exported) -> None:
    loaded = read([exported("hsds", "", small)])
    dataset = loaded.dataset
    assert loaded.whole
    assert rows(dataset["Place"])[0]["address"] == "神奈川県横須賀市本町1-1"
    names = {row["id"]: row["name"] for label in dataset.nodes.values() for row in rows(label)}
    numbers = {row["name"]: row.get("corporateNumber") for row in rows(dataset["Organisation"])}
    assert numbers == {"甲": "8000020148415", "乙": None}
    assert "0b7f0d5e-9a54-4d5b-9d0a-1f4b3c2a1e00" in names
    ties = {
        key: {(names[row["start"]], names[row["end"]]) for row in rows(frame)}
        for key, frame in dataset.relationships.items()
        if len(frame)
    }
    assert ties == {
        "WORKS_ON": {("甲", "下")},
        "BROADER": {("下", "上")},
        "ADDRESSES": {("部屋", "下")},
        "TAKES_PLACE_IN": {("部屋", "横須賀市"), ("家", "横須賀市")},
        "OFFERS": {("甲", "部屋")},
        "OPERATES": {("甲", "家")},
    }
