"""What a text is made of: questions, citations, terms, slips, figures, years, each its piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cchc_docs.domain.citations import CitationSpan, find_citations
from cchc_docs.domain.citing import is_standard
from cchc_docs.domain.final_marks import final_mark_slips, only_mark
from cchc_docs.domain.outline import outline
from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.bound_pieces import bound_pieces
from cchc_docs.domain.rollover.citation_pieces import citation_pieces
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.pieces import (
    Piece,
    Span,
    asked,
    question_text,
    without_overlaps,
)
from cchc_docs.domain.rollover.term_pieces import term_pieces
from cchc_docs.domain.rollover.year_pieces import year_pieces
from cchc_docs.domain.slip import Slip
from cchc_docs.domain.slips import find_slips
from cchc_docs.domain.walking import target_parts
from cchc_docs.domain.years import YearToken, find_years, quoted_spans
from cchc_docs.findings import Path
from cchc_docs.model.base import find_questions
from cchc_docs.model.plan import Plan


class TextReader:
    """Finds the pieces of the texts of one plan."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting
        self._marks = final_mark_slips(drafting.plan)
        self._linked = _linked_points(drafting.plan)

    def pieces_at(self, path: Path, text: str) -> list[Piece]:
        """Return the pieces of a text of the body: its place says how it has to end."""
        marks = [only_mark(self._marks[path])] if path in self._marks else []
        pieces = self.pieces(text, marks)
        return (
            pieces
            if path not in self._linked
            else without_overlaps(pieces, bound_pieces(text, self._drafting.year))
        )

    def pieces(self, text: str, slips: Sequence[Slip] = ()) -> list[Piece]:
        """Return the pieces of a text in its order, none over another; `slips` come on top."""
        spans = find_citations(text)
        exempt = _papers(spans)
        return without_overlaps(
            _open_questions(text),
            citation_pieces(text, spans, self._drafting),
            term_pieces(text, exempt, self._drafting),
            _slip_pieces([*find_slips(text, [*exempt, *quoted_spans(text)]), *slips]),
            year_pieces(
                find_years(text, self._drafting.plan.year, exempt), self._drafting.plan.year
            ),
        )


def _papers(spans: Sequence[CitationSpan]) -> list[Span]:
    """Return where papers are cited; the year of a standard is read as that of its edition."""
    return [(one.start, one.end) for one in spans if not is_standard(one.citation)]


def _open_questions(text: str) -> Iterator[Piece]:
    for match in find_questions(text):
        question = Question(match[1].strip(), AnswerKind.TEXT)
        yield Piece(
            match.start(),
            match.end(),
            match.group(),
            Done.ASKED,
            "câu hỏi sẵn có",
            "open-question",
            "Câu hỏi đã có trong kế hoạch năm trước, chưa ai trả lời.",
            "Ghi nội dung đúng vào cột Trả lời.",
            question,
        )


def _slip_pieces(slips: Iterable[Slip]) -> Iterator[Piece]:
    for slip in slips:
        subject = "lỗi câu chữ"
        if slip.right is not None:
            why = f"{slip.what} {slip.why} Chỉ có một cách đọc nên đã sửa."
            yield Piece(slip.start, slip.end, slip.right, Done.REPAIRED, subject, slip.rule, why)
        elif slip.rule in _ASKED:
            why = f"{slip.what[:1].lower()}{slip.what[1:]}".rstrip(".")
            what = question_text(f"{slip.wrong} ({why})")  # a reader of the draft sees both
            question = Question(f"cần bổ sung: {what}", AnswerKind.TEXT, kept=slip.wrong)
            yield Piece(
                slip.start,
                slip.end,
                asked(question),
                Done.ASKED,
                subject,
                slip.rule,
                f"{slip.what} {slip.why} Có nhiều cách đọc nên không tự sửa.",
                "Ghi chữ đúng vào cột Trả lời, hoặc GIỮ nếu để nguyên.",
                question,
            )


_ASKED = ("words-lost",)
"""Slips that leave a sentence without sense; the others stay findings of `cchc validate`."""


def _linked_points(plan: Plan) -> frozenset[Path]:
    """Return the texts of the points that rows of the annex of targets are linked to."""
    linked = {row.point for _, row in target_parts(plan)}
    return frozenset(
        (*entry.path, "text")
        for entry in outline(plan)
        if entry.block.id and entry.block.id in linked
    )


def years_of(text: str, plan_year: int) -> list[YearToken]:
    """Return the years and dates of a text outside its citations."""
    return find_years(text, plan_year, _papers(find_citations(text)))
