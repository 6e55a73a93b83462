"""Figures of targets in the body: asked about as the targets of the annex are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.pieces import Piece, asked, begun_small, question_text

_BOUND: Final = re.compile(
    r"(?:(?:trên|dưới|tối thiểu|tối đa|ít nhất|không quá|không dưới|từ|≥|≤|>|<)\s+)?"
    r"(?<![\d.,])\d+(?:,\d+)?\s?%(?:\s+trở\s+(?:lên|xuống))?",
    re.IGNORECASE,
)


def bound_pieces(text: str, year: int) -> Iterator[Piece]:
    """Yield the question about each percentage of a point that rows of targets are linked to."""
    for match in _BOUND.finditer(text):
        words = match.group()
        what = f"xác nhận: {begun_small(question_text(words))}"
        question = Question(what, AnswerKind.THRESHOLD, kept=words)
        yield Piece(
            match.start(),
            match.end(),
            asked(question),
            Done.ASKED,
            "chỉ tiêu",
            "target-in-text",
            f"Mức của năm {year - 1}; chỉ tiêu tương ứng ở phụ lục cũng được hỏi lại.",
            "Ghi cho khớp với chỉ tiêu ở phụ lục, hoặc GIỮ nếu như năm trước.",
            question,
        )
