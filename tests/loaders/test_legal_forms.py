"""Names are invented; their forms are those that the law gives."""

from __future__ import annotations

import pytest

from graph.schema import schema
from loaders import legal_forms
from loaders.legal_forms import legal_form, sector


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("株式会社架空商事", "株式会社", "company"),
        ("㈱架空商事", "株式会社", "company"),
        ("架空商事（株）", "株式会社", "company"),
        ("有限会社 架空", "有限会社", "company"),
        ("（公財）架空財団", "公益財団法人", "nonprofit"),
        ("公益財団法人架空財団", "公益財団法人", "nonprofit"),
        ("財団法人架空財団", "財団法人", "nonprofit"),
        ("認定ＮＰＯ法人架空の会", "特定非営利活動法人", "nonprofit"),
        ("（福）架空会", "社会福祉法人", "socialWelfare"),
        ("医療法人社団架空会", "医療法人", "medical"),
        ("学校法人架空学園", "学校法人", "university"),
        # The form at the beginning counts, not what the body is about.
        ("一般社団法人架空県医療法人協会", "一般社団法人", "nonprofit"),
        ("一般社団法人架空自治会", "一般社団法人", "communityGroup"),
        ("架空管理組合法人", "管理組合法人", "communityGroup"),
        ("独立行政法人架空機構　架空高等専門学校", "独立行政法人", "university"),
        ("独立行政法人架空機構", "独立行政法人", "other"),
        ("架空農業協同組合", "農業協同組合", "cooperative"),
        ("横浜市", "", "localGovernment"),
        ("神奈川県横浜市", "", "localGovernment"),
        ("焼津市道路課", "", "localGovernment"),
        ("架空町教育委員会", "", "localGovernment"),
        ("架空市社会福祉協議会", "", "socialWelfare"),
        ("架空町内会", "", "communityGroup"),
        ("架空市立病院", "", "medical"),
        ("架空の会", "", ""),
        ("朝市", "", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_forms_and_sectors(name: str, form: str, expected: str) -> None:
    assert (legal_form(name), sector(name)) == (form, expected)


def test_every_sector_of_the_table_is_one_of_the_schema() -> None:
    table = legal_forms._table()
    sectors = {form.sector for form in table.forms} | {value for _, value in table.sectors}
    assert sectors <= set(schema().enumerations["sector"])
