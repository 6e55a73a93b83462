"""What becomes of the deadline of a task: it shifts by its meaning, not by its digits."""

from __future__ import annotations

import calendar
import datetime as dt

from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.pieces import Piece, asked, question_text
from cchc_docs.domain.rollover.year_pieces import shifted
from cchc_docs.domain.workdays import rest_day
from cchc_docs.model.deadline import Deadline, DeadlineForm, parse_deadline
from cchc_docs.vietnamese.dates import short_date

_SUBJECT = "thời hạn"
_RULE = "deadline"


def deadline_piece(deadline: Deadline, drafting: Drafting) -> Piece | None:
    """Return the piece of a typed deadline; None where it names no year and no day.

    A year written is that of the old plan, or of the first months after it; any other is asked
    about.
    """
    old_year = drafting.year - 1
    if deadline.year is None:
        if deadline.day is None:
            return None
        why = "Ngày không ghi năm, lặp lại mỗi năm."
        return _piece(deadline, deadline.text, Done.KEPT, why, _remarks(deadline, drafting.year))
    if deadline.year == old_year or _early_next_year(deadline, old_year):
        return _shifted(deadline, drafting)
    return _asked(deadline, old_year)


def _early_next_year(deadline: Deadline, old_year: int) -> bool:
    window = deadline.window(old_year)
    return (
        window is not None
        and window[1] <= dt.date(old_year + 1, 3, 31)
        and (window[1].year > old_year)
    )


def _shifted(deadline: Deadline, drafting: Drafting) -> Piece:
    assert deadline.year is not None
    year = deadline.year + 1
    text = _of_leap_day(deadline, year) or shifted(deadline.text)
    moved = parse_deadline(text)
    why = "Thời hạn trong năm kế hoạch chuyển sang năm sau."
    if window := moved.window(drafting.year):
        why += f" Hạn cuối: {short_date(window[1])}."
    return _piece(deadline, text, Done.CHANGED, why, _remarks(moved, year))


def _of_leap_day(deadline: Deadline, year: int) -> str | None:
    """`Trước ngày 29/02/2024` allows 28/02; so does `Trước ngày 01/3/2025`."""
    leaves = deadline.day == (2, 29) and not calendar.isleap(year)
    return f"Trước ngày 01/3/{year}" if leaves and deadline.form is DeadlineForm.BEFORE else None


def _remarks(deadline: Deadline, year: int) -> str:
    """Point out a last day on which nobody works, and the end of February in a leap year."""
    window = deadline.window(year)
    if deadline.day is None or window is None:
        return ""
    remarks = []
    if reason := rest_day(window[1]):
        remarks.append(f"Hạn cuối {short_date(window[1])} là {reason}: xem có lùi ngày không.")
    if deadline.day == (2, 28) and calendar.isleap(window[1].year):
        remarks.append(f"Năm {window[1].year} nhuận: nếu hạn là hết tháng 2 thì ghi ngày 29/02.")
    return " ".join(remarks)


def _asked(deadline: Deadline, old_year: int) -> Piece:
    question = Question(
        f"xác nhận thời hạn: {question_text(deadline.text)} không thuộc năm {old_year}",
        AnswerKind.TEXT,
        kept=deadline.text,
    )
    why = f"Thời hạn ghi năm {deadline.year}, kế hoạch cũ là của năm {old_year}."
    todo = "Ghi thời hạn đúng vào cột Trả lời, hoặc GIỮ nếu để nguyên."
    return _piece(deadline, asked(question), Done.ASKED, why, todo, question)


def _piece(
    deadline: Deadline,
    new: str,
    done: Done,
    why: str,
    todo: str = "",
    question: Question | None = None,
) -> Piece:
    return Piece(0, len(deadline.text), new, done, _SUBJECT, _RULE, why, todo, question)
