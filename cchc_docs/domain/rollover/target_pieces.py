"""What becomes of thresholds: last year's is never silently this year's, the officer is asked."""

from __future__ import annotations

from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.pieces import Piece, asked, begun_small, put_together, question_text
from cchc_docs.domain.rollover.texts import TextReader
from cchc_docs.model.progress import TargetResult, judged
from cchc_docs.model.threshold import Threshold

_SUBJECT = "chỉ tiêu"


def target_piece(
    threshold: Threshold, result: TargetResult | None, drafting: Drafting, reader: TextReader
) -> Piece:
    """Return the question about a threshold: ``[[xác nhận: trên 90% (năm 2024: 92,4%, đạt)]]``."""
    text, old_year = threshold.text, drafting.year - 1
    if "[[" in text:
        return reader.pieces(text)[0]
    # A threshold in words may name the year compared with: that year moves before the question.
    moving = [one for one in reader.pieces(text) if one.question is None]
    moved, _ = put_together(text, moving)
    reached = _reached(threshold, result)
    what = f"xác nhận: {begun_small(question_text(moved))} (năm {old_year}: {reached})"
    question = Question(what, AnswerKind.THRESHOLD, kept=moved)
    why = f"Chỉ tiêu năm {old_year} là {text}, kết quả năm {old_year}: {reached}."
    todo = f"Ghi chỉ tiêu năm {drafting.year} vào cột Trả lời, hoặc GIỮ nếu như năm {old_year}."
    return Piece(
        0,
        len(text),
        asked(question),
        Done.ASKED,
        _SUBJECT,
        "target",
        why,
        todo,
        question,
        covers=tuple(moving),
    )


def _reached(threshold: Threshold, result: TargetResult | None) -> str:
    if result is None:
        return "chưa có kết quả"
    judgement = judged(threshold, result)
    label = f", {judgement.label}" if judgement else ""
    return f"{question_text(result.result.text)}{label}"
