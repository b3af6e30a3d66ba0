import pytest

from viz import search


@pytest.mark.parametrize("typed", ["ヨコハマ", "よこはま", "ﾖｺﾊﾏ", "ヨコ ハマ", "よこはま\u3000"])
def test_kana_and_widths_do_not_matter(typed: str) -> None:
    assert search.normalised(typed) == "よこはま"


def test_voiced_marks_written_apart_come_together() -> None:
    assert search.normalised("ｶﾞｯｺｳ") == "がっこう"
    assert search.normalised("か\u3099") == "が"


def test_latin_case_and_full_width_do_not_matter() -> None:
    assert search.normalised("ＮＰＯ Ｔａｂｕｎｏｋｉ") == "npotabunoki"


def test_the_long_vowel_mark_and_numbers_stay() -> None:
    assert search.normalised("コーヒー ７") == "こーひー7"


def test_a_key_holds_each_value_once_and_leaves_out_missing_ones() -> None:
    assert search.key(["横浜市", None, "ヨコハマシ", "よこはまし", 141003]) == "横浜市\nよこはまし\n141003"
