from __future__ import annotations

import pytest

from loaders.issues import FileProblem
from loaders.text import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_the_three_encodings_give_the_same_text(encoding: str) -> None:
    text = "名称,髙橋①の会〜"
    # The wave dash has no place in cp932; Windows writes the full-width tilde there.
    text = text.replace("〜", "～")
    assert decode(text.encode(encoding)) == text


def test_a_byte_that_fits_nothing_is_named_by_line_and_position() -> None:
    data = "ID,名称\n".encode() + b"1,\xffx\n"
    with pytest.raises(FileProblem) as caught:
        decode(data)
    # "ID,", two letters of three bytes, a line break, "1," are 12 bytes: the bad one is the thirteenth.
    assert caught.value.problem.en == "line 2 (byte 13): 0xFF is no character in UTF-8"


def test_a_broken_cp932_file_is_said_to_be_cp932() -> None:
    data = "名称,所在地,備考\n架空の会,架空市".encode("cp932") + b"\xff"
    with pytest.raises(FileProblem, match="encoding") as caught:
        decode(data)
    assert "cp932" in caught.value.problem.en
    assert "0xFF" in caught.value.problem.en


def test_utf16_is_named() -> None:
    with pytest.raises(FileProblem) as caught:
        decode("名称".encode("utf-16"))
    assert "UTF-16" in caught.value.problem.ja


def test_half_width_katakana_in_cp932_are_not_taken_for_utf8() -> None:
    # In cp932 these two are C3 B1, which in UTF-8 would be one Latin letter.
    assert decode("ﾃｱ,名称".encode("cp932")) == "ﾃｱ,名称"


@pytest.mark.parametrize("byte", [b"\x80", b"\xa0", b"\xfd", b"\xff"])
def test_bytes_that_are_no_character_of_cp932_are_refused(byte: bytes) -> None:
    with pytest.raises(FileProblem) as caught:
        decode("名称\n".encode("cp932") + b"ab" + byte)
    # Two letters of two bytes, a line break and "ab" stand before it.
    assert "line 2 (byte 8)" in caught.value.problem.en
