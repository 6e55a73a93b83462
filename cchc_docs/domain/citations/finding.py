"""Finds citations in a text: heads, then subjects, then what amends them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from cchc_docs.domain.citations.heads import Head, find_heads
from cchc_docs.domain.citations.subjects import subject_end, subject_start
from cchc_docs.domain.citations.value import Citation, CitationSpan
from cchc_docs.model.base import REFERENCE, ValueProblem, find_questions

_AMENDED: Final = re.compile(
    r"\s*(?P<words>(?:(?P<mark>[(,])\s*)?(?:đã\s+)?(?:được\s+)?sửa\s+đổi(?:(?:,|\s+và)\s+bổ\s+sung)?"
    r"(?:\s+một\s+số\s+(?:điều|nội\s+dung))?"
    r"(?:\s+(?:tại|bởi|theo|bằng)(?:\s+các)?(?=\s)|\s+(?:các\s+)?năm\s+\d{4}(?:(?:,|\s+và)\s+\d{4})*))",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?:\s*,)?(?:\s+và)?\s*(?:các\s+)?")
_HEADS_AHEAD: Final = 40  # more do not fit into one subject


def find_citations(text: str) -> list[CitationSpan]:
    """Return every citation in `text`, in its order, an outer one before those in it."""
    found: list[CitationSpan] = []
    for start, end in _stretches(text):
        found += _spans(text, list(find_heads(text, start, end)), end)
    return _nested(found)


def parse_citation(text: str) -> Citation:
    """Read a text that is one citation and nothing else; a mark at its end does not count.

    Raises:
        ValueProblem: for any other text.
    """
    text = text.strip().rstrip(".;, ")
    spans = find_citations(text)
    if spans and (spans[0].start, spans[0].end) == (0, len(text)):
        return spans[0].citation
    head = next(find_heads(text, 0, len(text)), None)
    if head and head.start == 0 and head.takes_subject and [*_stretches(text)] == [(0, len(text))]:
        # Who is asked for one citation means all the words: the subject runs to the end.
        start = subject_start(text, head.end, len(text))
        if start is not None:
            return replace(head.citation, subject=" ".join(text[start:].split()))
    raise ValueProblem(
        f'"{text[:80]}" không phải một viện dẫn.',
        "Ghi tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu, ví dụ "
        '"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư".',
    )


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between open questions and references: no citation reaches over them."""
    position = 0
    closed = sorted(one.span() for one in (*find_questions(text), *REFERENCE.finditer(text)))
    for start, end in [*closed, (len(text), len(text))]:
        if start > position:
            yield position, start
        position = max(position, end)


def _spans(text: str, heads: Sequence[Head], end: int) -> list[CitationSpan]:
    """Return the heads with their subjects and amendments, in order."""
    spans: list[CitationSpan] = []
    for place in range(len(heads) - 1, -1, -1):  # amendments are spans behind the one they amend
        head = heads[place]
        citation, stop = head.citation, head.end
        start = subject_start(text, stop, end) if head.takes_subject else None
        if start is not None:
            later = heads[place + 1 : place + 1 + _HEADS_AHEAD]
            closed = subject_end(text, start, end, later)
            if closed > start:
                subject = " ".join(text[start:closed].split())
                citation, stop = replace(citation, subject=subject), closed
        if citation.symbol is citation.name is citation.subject is None and not head.slips:
            continue  # a kind and a body alone cite nothing
        subject_stop = stop
        citation, stop = _amended(text, citation, stop, end, reversed(spans))
        if citation.amended:
            _leave_amendments(spans, subject_stop)
        spans.append(CitationSpan(head.start, stop, citation, head.slips))
    return spans[::-1]


def _amended(
    text: str, citation: Citation, stop: int, end: int, later: Iterable[CitationSpan]
) -> tuple[Citation, int]:
    """Return the citation with what amends it, and where that ends."""
    words = _AMENDED.match(text, stop, end)
    if words is None:
        return citation, stop
    position, amendments = words.end(), []
    for span in later:
        if span.start < position:  # quoted by the one before
            continue
        if not _BETWEEN.fullmatch(text, position, span.start):
            break
        amendments.append(span.citation)
        position = span.end
    if not amendments and not words["words"][-1].isdigit():
        return citation, stop
    told = " ".join(words["words"].split())
    if words["mark"] == "(":
        if text[position : position + 1] != ")":
            return citation, stop
        position += 1
        told += "" if amendments else ")"
    return replace(citation, amended=told, amendments=tuple(amendments)), position


def _leave_amendments(quoted: list[CitationSpan], stop: int) -> None:
    """Take from the citations in a subject that ends at `stop` what is said of the whole paper."""
    for place in range(len(quoted) - 1, -1, -1):
        span = quoted[place]
        if span.start >= stop:
            break
        if span.end > stop:
            alone = replace(span.citation, amended=None, amendments=())
            quoted[place] = replace(span, end=stop, citation=alone)


def _nested(spans: Sequence[CitationSpan]) -> list[CitationSpan]:
    """Return the spans, each told which one it stands in, none reaching over the end of that."""
    nested: list[CitationSpan] = []
    around: list[int] = []
    for span in spans:
        while around and nested[around[-1]].end <= span.start:
            around.pop()
        if around:
            outer = around[-1]
            span = replace(span, inside=outer, end=min(span.end, nested[outer].end))
        around.append(len(nested))
        nested.append(span)
    return nested
