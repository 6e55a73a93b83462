"""Mentions of other documents by type and number, and how full each is (II.6.b).

Lighter than `domain.citations`, which reads whole citations: here only the number, and whether
day, issuer or subject is surely missing, are asked; a page must take no longer than its parsing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.segments.collecting import Collector
from cchc_docs.checker.segments.cutting import cut
from cchc_docs.checker.segments.lines import Line
from cchc_docs.decree.papers import CODES, OPENERS, WITHOUT_CODE
from cchc_docs.vietnamese.patterns import UPPER, any_of

_NUMBER: Final = re.compile(
    rf"\d(?<!\w\d)\d{{0,4}}(?:/\d{{4}})?(?:[/-][{UPPER}](?:[\w&]|\.(?=\w))*)+"
)
"""It begins with a digit, not with a place between words, which is searched for slower."""
_KINDS: Final = any_of(*CODES, *WITHOUT_CODE)
_KIND: Final = re.compile(rf"({_KINDS})\s+(?:(?i:số)\s*:?\s*)?\Z")
_BACK: Final = 45
_FIGURE: Final = r"(?:\d+|[…_]+|\.{2,})"
_DAY: Final = re.compile(
    r"\W{0,3}(?:\w+\s+){0,2}ngày\s*"
    rf"(?:{_FIGURE}|(?=tháng))(?:\s*(?:[/.-]|tháng|năm)\s*{_FIGURE})*",
    re.I,
)
_DAY_BEFORE: Final = re.compile(r"\bngày\s*[\d…._]", re.I)
_ISSUER: Final = re.compile(r"[^.;“]{0,160}\b(?:của|do)\s+\w")
_ISSUED: Final = re.compile(r"\b(?:ban hành|ký|có|tại|gửi|trình|của|do)\b|\A\W*\Z")
"""Words before a mention that may have told the issuer; a list of papers tells it above."""
_ASKED: Final = re.compile(rf"\btại\s+(?:{_KINDS}|\Z)")
"""A paper named for what its issuer asks in it: ``theo đề nghị của … tại Tờ trình số …``."""
_NO_SUBJECT: Final = re.compile(
    r"\s*(?:(?:của|do)\s+(?:(?:Phó\s+)?(?:Chủ tịch|Thủ tướng|Thường trực)\s+)?"
    r"(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân|Hội đồng nhân dân|Chính phủ|Quốc hội"
    r"|(?:Bộ|Sở|Phòng)(?:\s+\w+){1,2})"
    rf"(?:\s+(?:tỉnh|thành phố|phường|xã|đặc khu|[{UPPER}]\w*))*)?\s*(?:[.;]\s|[.;]?\Z)"
)
"""The end of a sentence right behind day and issuer."""
_SUBJECT: Final = re.compile(
    rf"[^;]{{0,170}}(?:{any_of(*OPENERS, 'triển khai', 'thực hiện', 'giao')}|[“\"«])"
)
_CLAUSE_END: Final = re.compile(r"[;“]|\.\s")
_SENTENCE: Final = re.compile(r"\.\s")
_LONG: Final = re.compile(
    r"\W{0,3}(?:ban hành )?ngày\s*\d"
    r"|\s+(?:của|do)\s+(?:Ủy|Uỷ|UBND|HĐND|Hội đồng|Chính phủ|Thủ tướng|Bộ)",
    re.I,
)
_AHEAD: Final = 260
_BEHIND: Final = 600


def find_mentions(lines: Iterable[Line], group: Group, into: Collector) -> None:
    """Take the mentions in the lines of a text; the first of each document must be full."""
    seen: set[str] = set()
    for line in lines:
        if "/" not in line.text and "-" not in line.text:
            continue
        raw_end = 0
        for start, end, key in _mentions(line.text):
            raw_start = line.paragraph.raw_text.find(line.text[start:end], raw_end)
            piece = line.paragraph
            if raw_start >= 0:
                raw_end = raw_start + end - start
                piece = cut(line.paragraph, raw_start, raw_start + end - start)
            tail = line.text[end : end + _AHEAD]
            before = _SENTENCE.split(line.text[max(start - _BEHIND, 0) : start])[-1]
            facts: dict[str, object] = {"parent": key, "text": line.text[start:end]}
            if key in seen:
                facts["later_mention_is_short"] = not _LONG.match(tail)
            else:
                facts["first_mention_has_date_issuer_subject"] = not _lacks(before, tail)
            seen.add(key)
            into.add_plain(
                "vien_dan", group, [piece], facts, within=(*line.within, *line.chain),
                section=line.section,
            )  # fmt: skip


def _mentions(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the mentions that stand in the sentence itself, with a key for the document.

    One in a quoted title, or in the subject of another, is none.
    """
    last = -1
    quoted = counted = 0  # quotations open after so many letters
    for number in _NUMBER.finditer(text):
        kind = _KIND.search(text, max(number.start() - _BACK, 0), number.start())
        if kind is None:
            continue
        at = kind.start()
        quoted += text.count("“", counted, at) - text.count("”", counted, at)
        counted = at
        if quoted > 0:
            continue
        between = text[last : kind.start()] if last >= 0 else None
        last = number.end()
        if between is not None and not _CLAUSE_END.search(between) and _SUBJECT.match(between):
            continue
        yield kind.start(), number.end(), number[0].upper()


def _lacks(before: str, tail: str) -> bool:
    """Tell whether day, issuer or subject surely stand neither before nor behind a number."""
    day = _DAY.match(tail)
    if day is None and (_DAY_BEFORE.search(before) is None or _NUMBER.search(before)):
        return True
    if not (_ISSUER.match(tail) or _ISSUED.search(before)):
        return True
    return not _ASKED.search(before) and bool(_NO_SUBJECT.match(tail, day.end() if day else 0))
