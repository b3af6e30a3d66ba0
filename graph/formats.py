"""Checks of coded values: 法人番号, 全国地方公共団体コード, web addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_CORPORATE_NUMBER_DIGITS = 13
_MUNICIPALITY_CODE_DIGITS = 6
_MODULUS = 11


def is_corporate_number(value: str) -> bool:
    """Tell whether `value` is a 法人番号 with a right check digit.

    The check digit stands first: 9 - (sum of Pn Qn mod 9), n counted from the right, Qn = 1 for odd n and
    2 for even n (法人番号の指定等に関する省令, article 2).

    Examples
    --------
    >>> is_corporate_number("8000020148415")
    True
    """
    if not _is_digits(value, _CORPORATE_NUMBER_DIGITS):
        return False
    return value[0] == corporate_check_digit(value[1:])


def corporate_check_digit(number12: str) -> str:
    """Return the first digit of a 法人番号 from the twelve behind it, which are the 会社法人等番号.

    Examples
    --------
    >>> corporate_check_digit("000020148415")
    '8'
    """
    total = sum(int(digit) * (2 if n % 2 == 0 else 1) for n, digit in enumerate(reversed(number12), start=1))
    return str(9 - total % 9)


def municipality_check_digit(code5: str) -> str:
    """Return the sixth digit of a 全国地方公共団体コード from the first five.

    Weights 6, 5, 4, 3, 2; the digit is the last of 11 - (sum mod 11), with a sum below 11 taken from 11
    (総務省, 全国地方公共団体コード仕様).

    Examples
    --------
    >>> municipality_check_digit("14100")
    '3'
    """
    total = sum(int(digit) * weight for digit, weight in zip(code5, (6, 5, 4, 3, 2), strict=True))
    return str((_MODULUS - total) % 10 if total < _MODULUS else (_MODULUS - total % _MODULUS) % 10)


def is_municipality_code(value: str) -> bool:
    """Tell whether `value` is a six-digit 全国地方公共団体コード with a right check digit."""
    return _is_digits(value, _MUNICIPALITY_CODE_DIGITS) and municipality_check_digit(value[:5]) == value[5]


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "corporateNumber": is_corporate_number,
    "municipalityCode": is_municipality_code,
}


def _is_digits(value: str, length: int) -> bool:
    return len(value) == length and value.isascii() and value.isdigit()
