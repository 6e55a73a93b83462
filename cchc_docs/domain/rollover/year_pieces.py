"""What becomes of the years and dates of a text when the plan moves on by one year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from typing import Final

from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.pieces import Piece, asked, begun_small, question_text
from cchc_docs.domain.years import YearToken, YearUse

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEAP_DAY: Final = re.compile(r"\b29(\s*[/.-]\s*0?2\s*[/.-]\s*|\s+tháng\s+0?2\s+năm\s+)(\d{4})")
_ONLY_DATE: Final = re.compile(r"(?:ngày\s+)?(\d{1,2}/\d{1,2}/\d{4})")

_SHIFTED: Final = {
    YearUse.PLAN: "Năm của kế hoạch chuyển sang năm sau.",
    YearUse.COMPARISON: "Năm đem ra so sánh là năm liền trước năm kế hoạch.",
    YearUse.NEXT: "Năm được chuẩn bị là năm liền sau năm kế hoạch.",
    YearUse.DEADLINE: "Thời hạn trong năm kế hoạch lặp lại mỗi năm.",
}
_KEPT: Final = {
    YearUse.EDITION: "Năm của phiên bản tiêu chuẩn, không phải năm của kế hoạch.",
    YearUse.YEARLY: "Ngày lặp lại mỗi năm, không ghi năm.",
    YearUse.PAST: "Năm của một việc đã qua.",
    YearUse.QUANTITY: "Số lượng, không phải năm.",
}


def shifted(words: str, years: int = 1) -> str:
    """Return the words with every year moved on; a 29 February that is none becomes the 28th."""
    moved = _YEAR.sub(lambda match: str(int(match.group()) + years), words)
    return _LEAP_DAY.sub(_existing, moved)


def _existing(match: re.Match[str]) -> str:
    leap = calendar.isleap(int(match[2]))
    return match.group() if leap else f"28{match[1]}{match[2]}"


def year_pieces(tokens: Iterable[YearToken], plan_year: int) -> Iterator[Piece]:
    """Yield the piece of each token, for the plan of the year after `plan_year`."""
    for token in tokens:
        if token.use in _SHIFTED:
            yield _piece(token, shifted(token.text), Done.CHANGED, _SHIFTED[token.use])
        elif token.use in _KEPT:
            yield _piece(token, token.text, Done.KEPT, _KEPT[token.use])
        elif token.use in (YearUse.PERIOD, YearUse.HORIZON):
            yield _lasting(token, plan_year + 1)
        else:
            yield _doubtful(token, plan_year + 1)


def _piece(token: YearToken, new: str, done: Done, why: str, todo: str = "") -> Piece:
    rule = f"year-{token.use}"
    return Piece(token.start, token.end, new, done, token.use.label, rule, why, todo)


def _lasting(token: YearToken, year: int) -> Piece:
    """A period or a far end stays as long as the new plan lies in it."""
    end = token.years[-1]
    if end < year:
        why = f"{token.use.label.capitalize()} đã hết trước năm {year}."
        what = f"xác nhận: {_named(token)} đã hết, năm {year} ghi thế nào"
        return _question(token, what, why)
    why = f"{token.use.label.capitalize()} còn chạy trong năm {year}."
    ends = f"Năm {year} là năm cuối; kế hoạch năm {year + 1} phải xem lại." if end == year else ""
    return _piece(token, token.text, Done.KEPT, why, ends)


def _doubtful(token: YearToken, year: int) -> Piece:
    if token.use is YearUse.MILESTONE:
        why = f"Mốc này đã đến trong năm {year - 1}; có thể là mốc một lần, không lặp lại."
        what = f"xác nhận: mốc {_named(token)} của năm cũ, có thay bằng {shifted(token.text)}"
        return _question(token, f"{what} không", why)
    why = "Không rõ năm này chỉ điều gì, công cụ không tự đổi."
    return _question(token, f"xác nhận: {_named(token)} có đổi không", why)


def _named(token: YearToken) -> str:
    return begun_small(question_text(token.text))


def _question(token: YearToken, what: str, why: str) -> Piece:
    date = _ONLY_DATE.fullmatch(token.text)
    start = token.start + (date.start(1) if date else 0)
    kept = date[1] if date else token.text
    kind = AnswerKind.DATE if date else AnswerKind.TEXT
    question = Question(what, kind, kept=kept)
    return Piece(
        start,
        token.end,
        asked(question),
        Done.ASKED,
        token.use.label,
        f"year-{token.use}",
        why,
        "Ghi chữ đúng vào cột Trả lời, hoặc GIỮ nếu để nguyên.",
        question,
    )
