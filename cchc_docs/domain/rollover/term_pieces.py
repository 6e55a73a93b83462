"""What becomes of phrases whose legal standing changed: the register says from when and to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from cchc_docs.domain.legal_status import advice_for
from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.pieces import Piece, Span, asked, question_text
from cchc_docs.domain.terms import TermUse, find_terms, spelled_like
from cchc_docs.model.register import Action, Confidence, TermChange
from cchc_docs.vietnamese.dates import short_date

_SUBJECT = "thuật ngữ"


def term_pieces(text: str, exempt: Sequence[Span], drafting: Drafting) -> Iterator[Piece]:
    """Yield the piece of every phrase of the register outside the spans of citations.

    Advice in the register comes first; what changes later in the year is only told.
    """
    for use in find_terms(text, drafting.registry.register.terms, exempt):
        change = use.change_on(drafting.day)
        later = use.first_change_after(drafting.day, dt.date(drafting.year, 12, 31))
        advice = advice_for(use.term, drafting.year, drafting.day)
        kept = advice is not None and advice.action is Action.KEEP
        if change and not kept:
            yield _replaced(use, change, drafting)
        elif later or change:
            told = later or change
            assert told is not None
            todo = _todo(later) if later else (advice.note if advice and advice.note else "")
            yield _piece(use, use.text, Done.KEPT, _why(told, drafting), todo)


def _replaced(use: TermUse, change: TermChange, drafting: Drafting) -> Piece:
    why = _why(change, drafting)
    if change.now and change.confidence is Confidence.CONFIRMED:
        return _piece(use, spelled_like(use.text, change.now), Done.CHANGED, why)
    now = f", đề xuất: {change.now}" if change.now else ""
    question = Question(
        f"cần kiểm tra: cách gọi “{question_text(use.text)}”{now}", AnswerKind.TEXT, kept=use.text
    )
    todo = "Ghi cách gọi đúng vào cột Trả lời, hoặc GIỮ nếu để nguyên."
    return _piece(use, asked(question), Done.ASKED, why, todo, question)


def _piece(
    use: TermUse, new: str, done: Done, why: str, todo: str = "", question: Question | None = None
) -> Piece:
    return Piece(
        use.start, use.end, new, done, _SUBJECT, f"term-{use.term.id}", why, todo, question
    )


def _why(change: TermChange, drafting: Drafting) -> str:
    """Say since when, by what, and how sure this is."""
    document = drafting.registry.documents.get(change.by or "")
    by = f" theo {document.kind} số {document.symbol}" if document and document.symbol else ""
    note = f" {change.note}" if change.note else ""
    return f"Cách gọi thay đổi từ {short_date(change.since)}{by} ({change.confidence.label}).{note}"


def _todo(change: TermChange) -> str:
    return f"Nếu ký từ ngày {short_date(change.since)} thì phải xem lại cách gọi này."
