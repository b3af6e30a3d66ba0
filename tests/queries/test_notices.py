import pytest

from queries.notices import _notice, near


@pytest.mark.parametrize(
    ("kind", "name", "nearest"),
    [
        ("label", "Organization", "Organisation"),
        ("label", "organisation", "Organisation"),
        ("label", "Organistion", "Organisation"),
        ("label", "組織", "Organisation"),
        ("type", "WORKS_IN", "WORKS_ON"),
        ("type", "worksOn", "WORKS_ON"),
        ("property", "sektor", "sector"),
        ("property", "member_since", "memberSince"),
        ("property", "分野", "sector"),
        ("label", "Xylophone", None),
    ],
)
def test_what_is_near_in_the_schema(kind, name, nearest):
    assert near(kind, name) == nearest


def test_a_property_of_the_schema_that_nothing_has_is_not_called_wrong():
    said = _notice("01N52", "warn: property key does not exist. The property `memberUntil` does not exist.").text
    assert said.en == "The database has nothing of the property memberUntil yet."
    assert said.ja == "データベースにプロパティ memberUntil(退会日)のデータはまだありません。"


def test_what_is_not_about_a_name_is_passed_on():
    assert _notice("01N00", "warn: deprecated. Use X.").text.en == "Neo4j advises: warn: deprecated. Use X."
