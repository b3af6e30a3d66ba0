from __future__ import annotations

import pytest

from loaders.mapping.transforms import TRANSFORMS


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("strip", "\u3000架空の会 ", "架空の会"),
        ("nfkc", "ＡＢＣ１２ｱ", "ABC12ア"),
        ("squeeze", " a\r\n\u3000\u3000b ", "a b"),
        ("compact", "Ａ b\nc", "Abc"),
        ("digits", "〒２３１-0001", "2310001"),
        ("katakana", "かくう", "カクウ"),
        ("hiragana", "ｶｸｳ", "かくう"),
        ("lower", "AbC", "abc"),
        ("upper", "AbC", "ABC"),
        ("firstLine", "\r\n 財団法人架空会\r\n架空市1-2", "財団法人架空会"),
        ("corporateNumber", "８０００020148415", "8000020148415"),
        ("corporateNumber", "1234567890123", ""),
        ("municipalityCode", "14100", "141003"),
        ("municipalityCode", "999", ""),
        # Of a code alone, five digits are a code without check digit where there is such a municipality.
        ("municipalityCode", "14362", "143626"),
        ("isoDate", "令和6年4月1日～5日", "2024-04-01"),
        ("isoDate", "4月1日", ""),
        ("isoDate", "", ""),
        # The Japanese fiscal year begins in April.
        ("fiscalYear", "2012-03-31", "2011"),
        ("fiscalYear", "2012/4/1", "2012"),
        ("fiscalYear", "2012-02-30", ""),
        ("fiscalYear", "未定", ""),
        ("fiscalYear", "令和6年3月", "2023"),
        ("fiscalYear", "令和6年度", "2024"),
        # A calendar year lies in two fiscal years.
        ("fiscalYear", "2024", ""),
        # sha256("x"), first twelve digits, as sha256sum gives them.
        ("digest", "x", "2d711642b726"),
    ],
)
def test_transforms(name: str, text: str, expected: str) -> None:
    assert TRANSFORMS[name](text) == expected
