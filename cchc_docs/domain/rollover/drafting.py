"""A new plan in the making: texts go through it, edits and review rows come out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_docs.domain.answers import answer_value
from cchc_docs.domain.edits import Edit, SetValue
from cchc_docs.domain.legal_status import Registry
from cchc_docs.domain.review import Done, ReviewRow, row_key
from cchc_docs.domain.rollover.pieces import Laid, Piece, put_together
from cchc_docs.findings import Path
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Progress


@dataclass(slots=True)
class Drafting:
    """The old plan, the new year, and what has been decided so far.

    `day` is the last day on which the new plan may be signed as its date stands. `answers` are
    the officer's words by the key of their row.
    """

    plan: Plan
    year: int
    day: dt.date
    registry: Registry
    progress: Progress | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    rows: list[ReviewRow] = field(default_factory=list)
    _same: Counter[tuple[object, ...]] = field(default_factory=Counter)

    def lay(self, path: Path, text: str, pieces: Sequence[Piece]) -> None:
        """Put the new text of a value together: its edit where it changes, a row for each piece."""
        keyed = [self._answered(text, piece) for piece in pieces]
        new, laid = put_together(text, [piece for _, piece in keyed])
        self.rows += [
            row
            for (key, _), one in zip(keyed, laid, strict=True)
            for row in self._rows(key, one, path, text)
        ]
        if new != text:
            self.edits.append(SetValue(path, new))

    def note(self, path: Path, old: str, piece: Piece) -> None:
        """Add the row of a whole value, whose edit the caller makes."""
        laid = Laid(piece, (0, len(piece.new)) if piece.new else None)
        self.rows += self._rows(self._key(old, piece), laid, path, old)

    def drops(self, text: str, piece: Piece) -> bool:
        """Tell whether the officer answered the question of a piece of `text` with BỎ."""
        key = row_key(*_identity(text, piece), 1 + self._same[_identity(text, piece)])
        answer = self.answers.get(key)
        return bool(piece.question and answer and answer_value(piece.question, answer) is None)

    def _answered(self, text: str, piece: Piece) -> tuple[str, Piece]:
        key = self._key(text, piece)
        if piece.question and key in self.answers:
            words = answer_value(piece.question, self.answers[key])
            piece = replace(piece, new=words or "")
        return key, piece

    def _key(self, text: str, piece: Piece) -> str:
        same = _identity(text, piece)
        self._same[same] += 1
        return row_key(*same, self._same[same])

    def _rows(self, key: str, laid: Laid, path: Path, text: str) -> list[ReviewRow]:
        """Return the row of a piece, and those of the pieces decided and answered with it."""
        answer = self.answers.get(key) if laid.piece.question else None
        new_path = path if laid.span else None
        row = _row(key, laid.piece, path, text, answer)
        covered = [
            _row(self._key(text, one), one, path, text, answer if one.done is Done.ASKED else None)
            for one in laid.piece.covers
        ]
        return [replace(row, new_path=new_path, new_span=laid.span), *covered]


def _row(key: str, piece: Piece, path: Path, text: str, answer: str | None) -> ReviewRow:
    return ReviewRow(
        key=key,
        subject=piece.subject,
        path=path,
        old=text[piece.start : piece.end],
        new=piece.new,
        done=piece.done,
        rule=piece.rule,
        why=piece.why,
        todo=piece.todo,
        question=piece.question,
        answer=answer,
        span=piece.span,
    )


def _identity(text: str, piece: Piece) -> tuple[object, ...]:
    return text, piece.start, piece.end, piece.rule
