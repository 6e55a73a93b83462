"""Regular expressions for fixed Vietnamese phrases as offices type them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LOWER: Final = "a-zđăâêôơư" + "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưy"
    for tone in "\u0300\u0301\u0303\u0309\u0323"
)
"""Small letters, for use inside a character class."""

UPPER: Final = LOWER.upper()
"""Capital letters, for use inside a character class."""

ARTICLE: Final = re.compile(r"\s*điều\s+(?:[ivxlc]+|\d+)\s*[.:–-](?!\d)", re.I)
"""The number an article begins with: "Điều 1."; "Điều 1 Luật …" is a citation."""

_TONES_ON_FIRST: Final = {
    unicodedata.normalize("NFC", first + tone + second): unicodedata.normalize(
        "NFC", first + second + tone
    )
    for first, second in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}


def any_of(*phrases: str) -> str:
    """Return a pattern for any of the phrases as whole words, the longest that fits.

    Case, the kind and number of blanks and the placing of the tone (hóa, hoá) do not count.
    """
    ordered = sorted(phrases, key=len, reverse=True)
    return rf"(?i:(?<!\w)(?:{'|'.join(map(_loose, ordered))})(?!\w))"


def _loose(phrase: str) -> str:
    pattern = r"\s+".join(map(re.escape, phrase.lower().split()))
    for usual, other in _TONES_ON_FIRST.items():
        pattern = pattern.replace(usual, f"(?:{usual}|{other})")
    return pattern
