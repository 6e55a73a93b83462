"""What an officer answered to the questions of a review: which answer is one, and what it means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cchc_docs.domain.review import AnswerKind, Question, ReviewRow
from cchc_docs.errors import Place, Problem
from cchc_docs.model.base import FIRST_YEAR, ValueProblem
from cchc_docs.model.threshold import parse_threshold
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import capitalised, fold, nfc, slug, unprintable

KEEP: Final = "GIỮ"
"""The answer that keeps the wording `Question.kept`."""

DROP: Final = "BỎ"
"""The answer that lets go of what was asked about."""

_DECISIONS = {fold(KEEP): KEEP, "giu": KEEP, fold(DROP): DROP, "bo": DROP}
_MEANT = {  # never printed in a plan as they are: the officer is asked again
    KEEP: {"giu", "giu-nguyen", "giu-lai", "giu-nhu-cu", "de-nguyen", "nhu-cu", "khong-doi"},
    DROP: {"bo", "bo-di", "bo-han", "loai-bo", "xoa", "xoa-di", "xoa-bo"},
}
_MOST_QUOTED = 100
_MARKS_AROUND = " .,;!\"'“”"
_DATE = re.compile(r"(?:ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})", re.IGNORECASE)
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_READABLE = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """An answer as it was written beside the key and the text of a question, and its cell."""

    key: str
    question: str
    text: str
    place: Place


def decisions(question: Question) -> tuple[str, ...]:
    """Return which of GIỮ and BỎ answer the question."""
    allowed = {KEEP: question.kept is not None, DROP: question.may_drop}
    return tuple(word for word, is_answer in allowed.items() if is_answer)


def how_to_answer(question: Question) -> str:
    """Return what the officer may write, every way of it."""
    kept = f"vẫn ghi {_quoted(question.kept)}" if question.kept else "bỏ câu hỏi, để nguyên câu"
    meaning = {KEEP: kept, DROP: "bỏ hẳn phần này"}
    ways = [] if question.answer is AnswerKind.CHOICE else [question.answer.label]
    ways += [f"{word} ({meaning[word]})" for word in decisions(question)]
    return "; hoặc ".join(ways)


def check_answers(
    rows: Iterable[ReviewRow], answers: Sequence[CellAnswer]
) -> tuple[dict[str, str], list[Problem]]:
    """Return the good answers by the key of their row, and a problem for each of the others.

    GIỮ and BỎ come in capitals with marks, days as 05/3/2025, other words as they were written.
    An answer given before counts again where the row still asks, and is passed over where it
    does not: the same answers twice change nothing.
    """
    known = {row.key: row for row in rows}
    good: dict[str, str] = {}
    problems: list[Problem] = []
    for answer in answers:
        row = known.get(answer.key)
        if row and not row.question and _same(answer.text, row.answer):
            continue
        try:
            good[answer.key] = _understood(_asked(row, answer), answer.text)
        except ValueProblem as error:
            problems.append(Problem(answer.place, error.what, error.fix))
    return good, problems


def answer_value(question: Question, answer: str) -> str | None:
    """Return the words that take the place of the question; None: what it asks about goes.

    `answer` is one that `check_answers` let through for this question.
    """
    if answer == DROP:
        return None
    return question.kept if answer == KEEP else answer


def _asked(row: ReviewRow | None, answer: CellAnswer) -> Question:
    """Return the question that was answered, if it is still asked in the same words."""
    if row is None:
        raise ValueProblem(
            f"Không còn câu hỏi {_quoted(answer.question)} (mã {answer.key}).",
            "Xóa câu trả lời ở ô này; nếu kế hoạch cũ đã sửa, hãy lập lại bảng rà soát rồi trả lời "
            "trong bảng mới.",
        )
    if row.question is None:
        raise ValueProblem(
            f"Dòng này không hỏi gì mà có câu trả lời {_quoted(answer.text)}.",
            "Xóa chữ ở ô này; muốn đổi nội dung thì sửa trong tệp kế hoạch mới.",
        )
    if not _same(answer.question, row.question.text):
        raise ValueProblem(
            f"Câu hỏi trong bảng là {_quoted(answer.question)}, câu hỏi hiện nay là "
            f"{_quoted(row.question.text)}.",
            "Lập lại bảng rà soát rồi trả lời câu hỏi hiện nay.",
        )
    return row.question


def _understood(question: Question, written: str) -> str:
    text = nfc(written).strip()
    fix = f"{capitalised(how_to_answer(question))}."
    if bad := unprintable(text):
        raise ValueProblem(
            f"Câu trả lời có ký tự điều khiển U+{ord(bad):04X}.",
            "Xóa câu trả lời rồi gõ lại, không chép từ tệp khác.",
        )
    if decision := _DECISIONS.get(fold(text.strip(_MARKS_AROUND))):
        if decision not in decisions(question):
            raise ValueProblem(f"Câu hỏi này không trả lời bằng {decision} được.", fix)
        return decision
    for meant, like in _MEANT.items():
        if slug(text) in like:
            raise ValueProblem(
                f"{_quoted(text)} chưa rõ có phải là {meant} không.",
                f"{fix} Nếu là chữ để in vào kế hoạch, hãy ghi đầy đủ hơn.",
            )
    if question.answer is AnswerKind.CHOICE:
        raise ValueProblem(f"{_quoted(text)} không phải là câu trả lời được chọn.", fix)
    if "[[" in text or not any(map(str.isalnum, text)):
        raise ValueProblem(
            f"{_quoted(text)} chưa phải là câu trả lời.", "Để trống ô này khi chưa trả lời được."
        )
    return _READERS[question.answer](text)


def _date(text: str) -> str:
    match = _DATE.fullmatch(text.rstrip("."))
    fix = "Ghi một ngày có thật, dạng ngày/tháng/năm, ví dụ 31/12/2025."
    if not match:
        raise ValueProblem(f"{_quoted(text)} không phải là một ngày.", fix)
    day, month, year = map(int, match.groups())
    try:
        date = dt.date(year, month, day)
    except ValueError as error:
        raise ValueProblem(f"Không có ngày {_quoted(text)}.", fix) from error
    if year < FIRST_YEAR:
        raise ValueProblem(f"Năm {year} không đúng.", fix)
    return short_date(date)


def _threshold(text: str) -> str:
    for figure in _FIGURE.findall(text):
        if not _READABLE.fullmatch(figure):
            raise ValueProblem(
                f'Không đọc được con số "{figure}" trong {_quoted(text)}.',
                "Dùng dấu phẩy trước phần thập phân, dấu chấm giữa hàng nghìn: 92,4% hoặc 1.250.",
            )
    unit_missing = not parse_threshold(text).operator and parse_threshold(f"{text}%").operator
    if unit_missing:
        raise ValueProblem(
            f"Chỉ tiêu {_quoted(text)} chưa có đơn vị.", f'Ghi cả đơn vị, ví dụ "{text}%".'
        )
    return text


def _words(text: str) -> str:
    return text


_READERS: dict[AnswerKind, Callable[[str], str]] = {
    AnswerKind.TEXT: _words,
    AnswerKind.CITATION: _words,
    AnswerKind.DATE: _date,
    AnswerKind.THRESHOLD: _threshold,
}


def _same(text: str, other: str | None) -> bool:
    """Tell whether two texts differ at most in blanks and in the form of their letters."""
    return other is not None and nfc(text).split() == nfc(other).split()


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f'"{text}"' if len(text) <= _MOST_QUOTED else f'"{text[:_MOST_QUOTED]}…"'
