import csv

import pytest

from graph.formats import is_corporate_number, is_municipality_code, municipality_check_digit


def test_corporate_number_of_the_digital_agency():
    # Published: デジタル庁 8000012010038. By hand, from the right of 000012010038:
    # 8·1+3·2+0·1+0·2+1·1+0·2+2·1+1·2+0·1+0·2+0·1+0·2 = 19; 9 - 19 mod 9 = 8.
    assert is_corporate_number("8000012010038")


@pytest.mark.parametrize(
    "value", ["9000012010038", "800001201003", "80000120100380", "８０００012010038", "", "8000012O10038"]
)
def test_what_is_no_corporate_number(value):
    assert not is_corporate_number(value)


def test_check_digits_of_three_published_codes():
    # 総務省: 札幌市 011002, 横浜市 141003, 那覇市 472018
    assert [municipality_check_digit(code) for code in ("01100", "14100", "47201")] == ["2", "3", "8"]


def test_every_code_of_the_reference_holds(reference_municipalities):
    with reference_municipalities.open(encoding="utf-8-sig", newline="") as file:
        codes = [row["lgcode"] for row in csv.DictReader(file)]
    assert len(codes) == 1916
    assert all(map(is_municipality_code, codes))


def test_a_wrong_last_digit_is_seen():
    assert not is_municipality_code("141004")
    assert not is_municipality_code("14100")
