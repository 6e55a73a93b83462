"""Anchors of components: the fixed words an office types, found in spite of slips."""

from __future__ import annotations

import re
from typing import Final

from cchc_docs.decree.document_types import TYPES
from cchc_docs.vietnamese.patterns import LOWER, UPPER
from cchc_docs.vietnamese.syllables import without_marks
from cchc_docs.vietnamese.text import nfc

_LETTERS: Final = "".join(
    chr(code) for code in range(0xC0, 0x1EFA) if chr(code) in nfc(LOWER + UPPER)
)
_BARE: Final = {
    **{ord(letter): without_marks(letter) for letter in _LETTERS},
    **{ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **dict.fromkeys(map(ord, "–—−‐‑"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u202f\t\n"), " "),
}


def bare(text: str) -> str:
    """Return `text` in small letters without marks, with single blanks and plain hyphens."""
    return " ".join(text.translate(_BARE).split())


LETTER: Final = "Công văn"
_SQUEEZED: Final = {bare(name).replace(" ", ""): code for code, name in TYPES.items()}
_TYPE: Final = re.compile(rf"(?:{'|'.join(bare(name) for name in (*TYPES.values(), LETTER))})\b")

NATIONAL: Final = re.compile(r"cong hoa xa hoi|xa hoi chu nghia|chu nghia viet nam")
MOTTO: Final = re.compile(r"doc lap.{0,5}tu do|tu do.{0,5}hanh phuc")
PARTY: Final = re.compile(r"dang cong san viet nam\W*\Z")
NUMBER: Final = re.compile(r"so\s*[:.…_/\d]|so\s+\S*/|[\d\s.…_]{0,12}/[a-z]{1,6}-[a-z]")
SYMBOL_ALONE: Final = re.compile(r"\S{0,6}\s*/\s*[a-z]{1,5}\s*-\s*[a-z]{2,8}")
DATE: Final = re.compile(
    r"(?!can cu|thuc hien|theo|xet|kem|ban hanh)(?:"
    r"[^,;:.(]{0,60},?\s*ngay\b.{0,14}\bthang\b.{0,14}\bnam\b[\s\d.…_]*\Z"
    r"|[^,;:.(]{2,40},\s*(?:ngay\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\W*\Z)"
)
ABOUT: Final = re.compile(r"v\s*/\s*v\b|ve viec\b")
SIGNED_AT: Final = re.compile(r".{3,60};.*(?:\d{1,2}\s*:\s*\d{1,2}|gio\s*:\s*phut)")
DRAFT: Final = re.compile(r"\(?\[?du thao\b.{0,20}\Z")
ADDRESSED: Final = re.compile(r"kinh gui\b")
BASIS: Final = re.compile(r"can cu\b")
PROPOSED: Final = re.compile(r"(?:theo de nghi|xet de nghi|xet to trinh|xet)\b")
CARRIED_OUT: Final = re.compile(r"thuc hien\b")
ATTACHED: Final = re.compile(r"[(\[]?\s*(?:ban hanh )?kem theo\b|[(\[]\s*ban hanh theo\b")
RECIPIENTS: Final = re.compile(r"noi nhan\b")
FILED: Final = re.compile(r"\W*luu\b")
ANNEX: Final = re.compile(
    r"phu luc(?:\s*(?:so\s*)?(?P<number>[ivxlc]+|\d{1,2}|[a-h]\b))?"
    r"(?P<tail>\s*(?:[…._]+|[.:-].{0,200})?)\Z"
)
POWER: Final = re.compile(
    r"(?:t\.?m|q|k\.?t|t\.?l|t\.?u\.?q)\s*[.:]\s*[a-z]|(?:tm|kt|tl|tuq) [a-z]"
)
POST: Final = re.compile(
    r"(?:quyen |pho |chanh |thu truong|chu tich|chu nhiem|chu toa|chu tri|giam doc|tong giam doc"
    r"|truong |bi thu|thu ky|(?:hieu|bo|vien|cuc|vu|doi|tram|to) truong|nguoi |dai dien"
    r"|chi huy|ke toan|thuong truc)"
)
AUTHORITY: Final = re.compile(
    r"(?:chu tich |uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd|giam doc |truong |chanh |bo truong"
    r"|thu truong |hoi dong |ban chi dao|ban thuong|tham quyen)"
)
HEADING: Final = re.compile(
    r"(?:phan|chuong|tieu muc|muc)\s+(?:thu\s+[a-z]+|[ivxlc]+|\d+)\b(?P<tail>.*)\Z"
)


def type_of(text: str) -> tuple[str, str | None] | None:
    """Return the type a line in bare letters names alone, with its code; None for other lines."""
    squeezed = text.replace(" ", "").strip(".:")
    if squeezed == "congvan":
        return LETTER, None
    code = _SQUEEZED.get(squeezed)
    return (TYPES[code], code) if code else None


def opens_with_type(text: str) -> tuple[str, str | None] | None:
    """Return the type whose name a line in bare letters begins with."""
    found = _TYPE.match(text)
    return type_of(found[0]) if found else None
