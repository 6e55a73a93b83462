"""Open questions `[[…]]`: what still has to be found out before a document is final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_docs.domain.walking import values
from cchc_docs.findings import Path
from cchc_docs.model.base import OPEN_QUESTION
from cchc_docs.model.plan import Plan


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question and the path of the value it stands in."""

    text: str
    path: Path


def open_questions(plan: Plan) -> Iterator[OpenQuestion]:
    """Yield every open question of the plan and its profile, in the order of the data.

    `[[` without its end, or with nothing in it, was meant as a question too.
    """
    for path, value in values(plan):
        text = str(value)
        for match in OPEN_QUESTION.finditer(text):
            yield OpenQuestion(match[1].strip() or "(chưa ghi câu hỏi)", path)
        if "[[" in OPEN_QUESTION.sub("", text):
            yield OpenQuestion(f'(dấu [[ không có ]] tương ứng) "{text[:60]}"', path)
