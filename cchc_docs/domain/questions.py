"""Open questions `[[…]]`: what still has to be found out before a document is final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_docs.domain.walking import values
from cchc_docs.findings import Path
from cchc_docs.model.base import find_questions
from cchc_docs.model.document import Document


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question and the path of the value it stands in."""

    text: str
    path: Path


def open_questions(document: Document) -> Iterator[OpenQuestion]:
    """Yield every open question of the plan and its profile, in the order of the data.

    `[[` without its end, or with nothing in it, was meant as a question too.
    """
    for path, value in values(document):
        text = str(value)
        rest = 0
        for match in find_questions(text):
            yield OpenQuestion(match[1].strip() or "(chưa ghi câu hỏi)", path)
            rest = match.end()
        if "[[" in text[rest:]:
            yield OpenQuestion(f'(dấu [[ không có ]] tương ứng) "{text[:60]}"', path)
