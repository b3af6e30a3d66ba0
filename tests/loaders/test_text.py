from __future__ import annotations

import codecs

import pytest

from graph.errors import InputError
from loaders.issues import FileProblem
from loaders.text import decode, decoded, known_encoding


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


def test_half_width_katakana_in_cp932_are_not_taken_for_utf8() -> None:
    # In cp932 these two are C3 B1, which in UTF-8 would be one Latin letter.
    assert decode("ﾃｱ,名称".encode("cp932")) == "ﾃｱ,名称"


@pytest.mark.parametrize("byte", [b"\x80", b"\xa0", b"\xfd", b"\xff"])
def test_bytes_that_are_no_character_of_cp932_are_refused(byte: bytes) -> None:
    with pytest.raises(FileProblem) as caught:
        decode("名称\n".encode("cp932") + b"ab" + byte)
    # Two letters of two bytes, a line break and "ab" stand before it.
    assert "line 2 (byte 8)" in caught.value.problem.en


TABLE = "名称,所在地\n髙橋①の会,架空市〜\n"
# Windows' own characters in EUC-JP and ISO-2022-JP: ① is row 13, cell 1; ㈱ is row 13, cell 74.
_CIRCLED_EUC = "名称,".encode("euc_jp") + b"\xad\xa1\xad\xea\n"
_CIRCLED_JIS = "名称,".encode("iso2022_jp") + b"\x1b$B\x2d\x21\x2d\x6a\x1b(B\n"

HARD = {
    "UTF-8 with a mark": (TABLE.encode("utf-8-sig"), TABLE, "utf-8"),
    "UTF-16 little endian with a mark": (codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"), TABLE, "utf-16-le"),
    "UTF-16 big endian with a mark": (codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), TABLE, "utf-16-be"),
    "UTF-16 without a mark": ("ID,名称\r\n1,空想\r\n".encode("utf-16-le"), "ID,名称\r\n1,空想\r\n", "utf-16-le"),
    "UTF-32 with a mark, which begins like that of UTF-16": (TABLE.encode("utf-32"), TABLE, "utf-32-le"),
    "ISO-2022-JP with ① and ㈱": (_CIRCLED_JIS, "名称,①㈱\n", "iso-2022-jp"),
    "cp932 with NEC and IBM characters": ("①㈱髙﨑".encode("cp932"), "①㈱髙﨑", "cp932"),
    "cp932 with nothing but half-width katakana": ("ﾌﾟﾗｯﾄﾌｫｰﾑ\nﾖｺﾊﾏ\n".encode("cp932"), "ﾌﾟﾗｯﾄﾌｫｰﾑ\nﾖｺﾊﾏ\n", "cp932"),
    "cp932 whose two katakana make one letter of UTF-8": ("ﾃｱ".encode("cp932"), "ﾃｱ", "cp932"),
    "EUC-JP, a short name in kanji": ("横浜市\n".encode("euc_jp"), "横浜市\n", "euc-jp"),
    "EUC-JP, a short name in kana": ("つながり\n".encode("euc_jp"), "つながり\n", "euc-jp"),
    "EUC-JP with ① and ㈱": (_CIRCLED_EUC, "名称,①㈱\n", "euc-jp"),
    "UTF-8 of another language": ("Café,naïve\n".encode(), "Café,naïve\n", "utf-8"),
}


@pytest.mark.parametrize("case", HARD)
def test_hard_cases(case: str) -> None:
    data, text, encoding = HARD[case]
    found = decoded(data)
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp"])
def test_one_file_gives_the_same_text_in_whichever_encoding_it_was_saved(encoding: str) -> None:
    # Where Windows and the standards differ: 1-33 and 1-61 of JIS X 0208.
    text = "架空の会,9～17時,－5度\n"
    standard = text if encoding == "cp932" else text.translate(str.maketrans("～－", "〜−"))
    assert decode(standard.encode(encoding)) == text


def test_characters_of_jis_x_0213_are_read() -> None:
    for codec in ("euc_jis_2004", "iso2022_jp_2004"):
        assert decode("名称,俱𠀋\n".encode(codec)) == "名称,俱𠀋\n"


def test_ascii_alone_is_utf8() -> None:
    assert decoded(b"ID,name\nO1,a\n").encoding == "utf-8"


def test_a_stray_nul_does_not_make_utf16() -> None:
    assert decode(b"ID,name\nO1,a\0\0") == "ID,name\nO1,a\0\0"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        # A lone surrogate, D800, in each form of Unicode; the letters before it have 5, 10 and 8 bytes with the mark.
        (b"ID,a\n" + b"\xed\xa0\x80" + "名称名称".encode(), "line 2 (byte 6): 0xED is no character in UTF-8"),
        (codecs.BOM_UTF16_LE + "ab\n\ud800x".encode("utf-16-le", "surrogatepass"), "line 2 (byte 9): 0x00"),
        (codecs.BOM_UTF16_BE + "a\r\n".encode("utf-16-be") + b"\x00", "line 2 (byte 9): 0x00"),
        (
            "名称\r\n".encode("iso2022_jp") + b"\x1b$B\x7f\x7f\x1b(B",
            "line 2 (byte 16): 0x7F is no character in ISO-2022",
        ),
        ("つながりの架空\rの会".encode("euc_jp") + b"\xa4", "line 2 (byte 20): 0xA4 is no character in EUC-JP"),
    ],
)
def test_what_fits_no_encoding_is_refused_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(FileProblem) as caught:
        decode(data)
    assert said in caught.value.problem.en


def test_the_encoding_given_overrides() -> None:
    data = "名称,架空の会".encode("euc_jp")
    assert decode(data, known_encoding("EUC-JP")) == "名称,架空の会"
    with pytest.raises(FileProblem) as caught:
        decode(data, known_encoding("UTF8"))
    assert "line 1 (byte 3): 0xBE is no character in UTF-8" in caught.value.problem.en
    assert decode("①".encode("cp932"), known_encoding("Shift_JIS")) == "①"
    assert decode("ID".encode("utf-8-sig"), known_encoding("utf-8")) == "ID"


@pytest.mark.parametrize("name", ["utf-9", "", "rot13", "base64", "\0"])
def test_an_encoding_that_there_is_not_is_one_sentence(name: str) -> None:
    with pytest.raises(InputError, match="encoding"):
        known_encoding(name)
