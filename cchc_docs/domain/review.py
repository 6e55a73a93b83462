"""The review of a new plan: every change, every thing kept, every open question, a row each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cchc_docs.errors import Place
from cchc_docs.findings import Path


class Done(StrEnum):
    """What was done with a piece of the old plan."""

    ASKED = "asked"
    CHANGED = "changed"
    REPAIRED = "repaired"
    DROPPED = "dropped"
    KEPT = "kept"

    @property
    def label(self) -> str:
        """The word an officer reads."""
        return {
            "asked": "hỏi",
            "changed": "đã đổi",
            "repaired": "đã sửa lỗi",
            "dropped": "đã bỏ",
            "kept": "giữ nguyên",
        }[self.value]


class AnswerKind(StrEnum):
    """What an answer has to be; `GIỮ` and `BỎ` are answers where the row says so."""

    TEXT = "text"  # the words that take the place of the question
    CITATION = "citation"  # a citation, or a general wording without number
    DATE = "date"  # a day: 31/12/2025
    THRESHOLD = "threshold"  # "trên 90%", "90%", or words
    CHOICE = "choice"  # only GIỮ or BỎ

    @property
    def label(self) -> str:
        """What the officer is told to write."""
        return {
            "text": "chữ thay cho câu hỏi",
            "citation": "viện dẫn đầy đủ: tên loại, số, ký hiệu, ngày, cơ quan, trích yếu",
            "date": "ngày/tháng/năm",
            "threshold": "chỉ tiêu của năm kế hoạch, ví dụ trên 90%",
            "choice": "GIỮ hoặc BỎ",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Question:
    """What the officer has to decide.

    `text` stands between ``[[`` and ``]]`` in the plan and in the comment of the Word file.
    `kept` is the wording the answer GIỮ stands for, None where keeping is no answer; `may_drop`
    tells whether BỎ is one.
    """

    text: str
    answer: AnswerKind
    kept: str | None = None
    may_drop: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One thing of the old plan (a year, a citation, a term, a slip …) and what became of it.

    `subject` is what it is, in the words of an office. `path` leads to the value in the old plan
    and `span` (start, end) to `old` in it; `place` tells it to an officer. `new_path` and
    `new_span` are where `new` stands in the new plan, None where nothing of it is left there.
    `why` holds rule, source and confidence; `todo` is empty where nothing is left to do. `answer`
    is what the officer wrote.
    """

    key: str
    subject: str
    path: Path
    old: str
    new: str
    done: Done
    rule: str
    why: str
    todo: str = ""
    question: Question | None = None
    answer: str | None = None
    span: tuple[int, int] = (0, 0)
    new_path: Path | None = None
    new_span: tuple[int, int] | None = None
    place: Place = field(default_factory=Place)

    def at(self, place: Place) -> ReviewRow:
        """The same row with the place where an officer can find it."""
        return replace(self, place=place)


def row_key(*parts: object) -> str:
    """Return the permanent key of a row: equal parts, equal key, on every machine.

    Made from the old text around it, so that an answer never lands on another question.
    """
    text = "\x1f".join(map(str, parts))
    return hashlib.blake2s(text.encode(), digest_size=4).hexdigest()


def in_reading_order(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    """Return the rows, questions without an answer first, the rest in the order of the plan."""
    return sorted(rows, key=lambda row: not (row.done is Done.ASKED and row.answer is None))
