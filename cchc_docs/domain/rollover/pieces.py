"""A piece of an old text, what becomes of it, and the new text put together from all pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_docs.domain.review import Done, Question

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands from `start` to `end` of an old text, and what takes its place.

    With a question, `new` is the question in its brackets until an answer takes its place. An
    empty `new` takes the comma, semicolon or "và" beside it along. `lead` is printed before `new`
    where there is one. `covers` are pieces that are decided together with this one and lie inside
    it; they get rows of their own.
    """

    start: int
    end: int
    new: str
    done: Done
    subject: str
    rule: str
    why: str
    todo: str = ""
    question: Question | None = None
    lead: str = ""
    covers: tuple[Piece, ...] = ()

    @property
    def span(self) -> Span:
        """Where the piece stands in the old text."""
        return self.start, self.end


def asked(question: Question) -> str:
    """Return a question as it stands in the data."""
    return f"[[{question.text}]]"


def question_text(words: str) -> str:
    """Return words fit for a question: one line, and no brackets that would end it."""
    return " ".join(words.split()).replace("[[", "[").replace("]]", "]").strip("[]")


def begun_small(text: str) -> str:
    """Return words for the middle of a sentence: "Trên 90%" → "trên 90%", "UBND" stays."""
    word = text.split(" ", 1)[0]
    return text if word.isupper() and len(word) > 1 else text[:1].lower() + text[1:]


def without_overlaps(*sources: Iterable[Piece]) -> list[Piece]:
    """Return the pieces in the order of the text; where two overlap, the earlier source wins."""
    kept: list[Piece] = []
    for source in sources:
        fresh = [one for one in source if not _covered(one.span, [piece.span for piece in kept])]
        kept += fresh
    return sorted(kept, key=lambda one: one.span)


def _covered(span: Span, taken: Sequence[Span]) -> bool:
    start, end = span
    return any(start < b and a < max(end, start + 1) for a, b in taken)


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece with its place in the new text; `span` is None where nothing is left of it."""

    piece: Piece
    span: Span | None


def put_together(text: str, pieces: Sequence[Piece]) -> tuple[str, list[Laid]]:
    """Return the new text and where each piece, in the order of the text, now stands."""
    new, laid, position = "", [], 0
    for piece in pieces:
        start, end = piece.span
        if not piece.new and start < end:
            start, end = _with_joiner(text, max(start, position), end)
        new += text[position : max(start, position)]
        if piece.new:
            new += piece.lead
            laid.append(Laid(piece, (len(new), len(new) + len(piece.new))))
            new += piece.new
        else:
            laid.append(Laid(piece, None))
        position = max(end, position)
    return new + text[position:], laid


_JOINER_BEFORE = re.compile(r"(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+|\s+)$")
_JOINER_AFTER = re.compile(r"^(?:\s*[,;]\s*|\s+và\s+|\s+)")


def _with_joiner(text: str, start: int, end: int) -> Span:
    if before := _JOINER_BEFORE.search(text, 0, start):
        return before.start(), end
    if after := _JOINER_AFTER.match(text[end:]):
        return start, end + after.end()
    return start, end
