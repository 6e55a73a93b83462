"""The head of a citation: kind, number and symbol, day, issuing body; all but its subject."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cchc_docs.decree.papers import CODES, NAMED, NEVER_WITHOUT_NUMBER, WITHOUT_CODE
from cchc_docs.domain.citations.bodies import ISSUER, OPENER, is_own
from cchc_docs.domain.citations.names import CONGRESS, LAW, STANDARD, YEAR
from cchc_docs.domain.citations.symbols import BLANK, SYMBOL, read_symbol, year_of
from cchc_docs.domain.citations.value import Citation
from cchc_docs.domain.slip import Slip
from cchc_docs.vietnamese.patterns import any_of


@dataclass(frozen=True, slots=True)
class Head:
    """A citation without its subject; `takes_subject` is false where none may follow."""

    start: int
    end: int
    citation: Citation
    slips: tuple[Slip, ...] = ()
    takes_subject: bool = True

    @property
    def bare(self) -> bool:
        """Whether it is the short form: neither day nor body."""
        return self.citation.issued is None and self.citation.issuer is None


_KIND: Final = re.compile(any_of(*CODES, *WITHOUT_CODE, *NAMED, "tiêu chuẩn"))
_OF: Final = re.compile(rf"(?:\s*,\s+|\s+)(?i:(?P<by>của|do))\s+{ISSUER}")
_NUMBER: Final = re.compile(r"(?::?\s+(?P<so>(?i:số)(?:\s*:)?\s*)|\s+)(?=\d)")
_EMPTY_NUMBER: Final = re.compile(r"\s+(?i:số)\s*:?(?=[\s.…_/])")
_SERIAL_ALONE: Final = re.compile(r"\d{1,5}(?=,?\s+ngày\s+\d)")
_LISTED: Final = re.compile(r"(?:\s*[,;]\s*|\s+và\s+)(?:(?i:số)\s+)?(?=\d)")
_DAY: Final = re.compile(
    r"(?:,?\s+|\s+(?P<bracket>\())(?:ban\s+hành\s+)?ngày\s{0,9}(?P<words>"
    r"(?P<short>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d))"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}(?!\d)"
    r"|(?P<blank>[.…_\s\d]{0,20}(?:/|tháng)[.…_\s\d]{0,20}(?:/|năm)\s*(?:\d{4}(?!\d)|[.…_]+)))(?(bracket)\))",
    re.IGNORECASE,
)
_SUBJECT_FOLLOWS: Final = re.compile(rf"\s+(?:{OPENER}|[“\"«])")
_GENERAL: Final = re.compile(r"(?:sự|văn\s+bản)\s+\Z")


def find_heads(text: str, start: int, end: int) -> Iterator[Head]:
    """Yield the heads from `start` to `end`, in order; none overlaps another."""
    return _Reader(text, end).heads(start)


class _Reader:
    """Reads heads in one stretch of text."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end

    def heads(self, position: int) -> Iterator[Head]:
        while kind := _KIND.search(self._text, position, self._end):
            position = kind.end()
            head = self._head(kind)
            while head:
                yield head
                position = head.end
                head = self._listed(head)

    def _match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        return pattern.match(self._text, position, self._end)

    def _head(self, kind: re.Match[str]) -> Head | None:
        head = Head(kind.start(), kind.end(), Citation(_plain(kind[0])))
        name = kind[0].casefold()
        if name == "tiêu chuẩn":
            return self._standard(head)
        return self._numbered(head) or self._named(head) or self._unnumbered(head)

    def _standard(self, head: Head) -> Head | None:
        found = self._match(STANDARD, head.end)
        if found is None:
            return None
        citation = replace(head.citation, symbol=found["symbol"], numbered=False)
        return replace(head, end=found.end(), citation=citation, takes_subject=False)

    def _numbered(self, head: Head) -> Head | None:
        issuer = self._match(_OF, head.end)
        if issuer and _NUMBER.match(self._text, issuer.end(), self._end):
            head = _issued_by(head, issuer)
        number = self._match(_NUMBER, head.end)
        if number:
            return self._with_symbol(head, number.end(), numbered=bool(number["so"]))
        empty = self._match(_EMPTY_NUMBER, head.end)
        blank = self._match(BLANK, empty.end()) if empty else None
        if blank is None:
            return None
        slip = _slip(blank.span(), blank[0], "citation-blank", "Chưa ghi số của văn bản.", _FULL)
        return self._completed(replace(head, end=blank.end(), slips=(slip,)))

    def _with_symbol(self, head: Head, position: int, *, numbered: bool) -> Head | None:
        printed = self._match(SYMBOL, position) or self._match(_SERIAL_ALONE, position)
        if printed is None:
            return None
        symbol, slips = read_symbol(printed, head.citation.kind)
        citation = replace(head.citation, symbol=symbol, numbered=numbered)
        return self._completed(replace(head, end=printed.end(), citation=citation, slips=slips))

    def _listed(self, before: Head) -> Head | None:
        """Return the next of several papers of one kind: số 1/2020/NĐ-CP, 2/2021/NĐ-CP và …"""
        cited = before.citation
        joiner = self._match(_LISTED, before.end) if cited.symbol else None
        if joiner is None or not self._match(SYMBOL, joiner.end()):
            return None
        head = Head(joiner.end(), joiner.end(), Citation(cited.kind))
        return self._with_symbol(head, joiner.end(), numbered=cited.numbered)

    def _named(self, head: Head) -> Head | None:
        kind = head.citation.kind
        if kind.casefold() == "nghị quyết":
            found = self._match(CONGRESS, head.end)
            return _named(head, found) if found else None
        if kind.casefold() not in (one.casefold() for one in NAMED) or kind[0].islower():
            return None
        if found := self._match(LAW, head.end):
            head = _named(head, found)
        year = self._match(YEAR, head.end)
        if year and (head.citation.name or kind.casefold() == "hiến pháp"):
            citation = replace(head.citation, year=int(year["year"]))
            head = replace(head, end=year.end(), citation=citation, takes_subject=False)
        if head.takes_subject:  # neither name nor year: a common noun
            return None
        number = self._match(_NUMBER, head.end)
        numbered = number and self._with_symbol(head, number.end(), numbered=bool(number["so"]))
        return numbered or self._completed(head)

    def _unnumbered(self, head: Head) -> Head | None:
        kind = head.citation.kind
        general = _GENERAL.search(self._text, max(0, head.start - 12), head.start)
        named = kind[0].isupper() or (kind.casefold() == "hướng dẫn" and not general)
        if not named or kind.casefold() in _NEVER:
            return None
        found = self._match(_OF, head.end)
        if found is None or found["by"] == "do" or not found["known"] or is_own(found["known"]):
            return None
        return _issued_by(head, found) if self._match(_SUBJECT_FOLLOWS, found.end()) else None

    def _completed(self, head: Head) -> Head:
        """Return the head with the day and the body behind it, in whichever order."""
        for _ in range(2):
            if head.citation.issuer is None and (issuer := self._match(_OF, head.end)):
                head = _issued_by(head, issuer)
            if head.citation.issued is None and (day := self._match(_DAY, head.end)):
                head = _issued_on(head, day)
        return head


_NEVER: Final = {kind.casefold() for kind in (*NEVER_WITHOUT_NUMBER, *NAMED)}
_FULL: Final = (
    "Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu "
    "(NĐ 30/2020, Phụ lục I, Phần I, II.6.b)."
)


def _issued_by(head: Head, found: re.Match[str]) -> Head:
    citation = replace(head.citation, issuer=_plain(found["issuer"]))
    return replace(head, end=found.end(), citation=citation)


def _named(head: Head, found: re.Match[str]) -> Head:
    citation = replace(head.citation, name=_plain(found["name"]))
    return replace(head, end=found.end(), citation=citation, takes_subject=False)


def _issued_on(head: Head, found: re.Match[str]) -> Head:
    words, end = found["words"], found.end()
    try:
        day, month, year = (int(part) for part in re.findall(r"\d+", words))
        issued = dt.date(year, month, day)
    except ValueError:
        what = "Chưa ghi đủ ngày." if found["blank"] else f"Không có ngày {words}."
        slip = _slip(found.span("words"), words, "citation-date", what, _FULL)
        return replace(head, end=end, slips=(*head.slips, slip))
    citation = replace(head.citation, issued=issued, long_date=not found["short"])
    head = replace(head, end=end, citation=citation)
    if citation.symbol and year_of(citation.symbol) not in (None, issued.year):
        what = f"Năm trong ký hiệu {citation.symbol} khác năm của ngày {words}."
        why = "Văn bản quy phạm pháp luật mang năm ban hành trong số, ký hiệu."
        slip = _slip(found.span("words"), words, "citation-year", what, why)
        head = replace(head, slips=(*head.slips, slip))
    return head


def _slip(span: tuple[int, int], wrong: str, rule: str, what: str, why: str) -> Slip:
    return Slip(*span, rule, wrong, None, what, why)


def _plain(words: str) -> str:
    return " ".join(words.split())
