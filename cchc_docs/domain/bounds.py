"""Bounds in running text ("đạt trên 90%", "100% văn bản …"), each with what it is a bound of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_docs.model.threshold import Threshold, parse_threshold

_FIGURE = r"(?<![\d/.,])\d[\d.]*(?:,\d+)?"
_SENTENCE_END = re.compile(r"[.;:\n]\s|\n")
_WORDS_BEFORE = 4  # "phấn đấu đạt tối thiểu" 80%
_OPENING_WORDS = 4  # words before a figure that opens its sentence: "Phấn đấu có ít nhất" 01 …


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound, and the clause that says of what it is the bound."""

    threshold: Threshold
    clause: str


def find_bounds(text: str, unit: str) -> list[Bound]:
    """Return the bounds of one unit (``%``, ``sáng kiến``) in a text, in order.

    A figure whose operator is not understood ("không thấp hơn 90%") is left out.
    """
    return [bound for sentence in _sentences(text) for bound in _in_sentence(sentence, unit)]


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]


def _in_sentence(sentence: str, unit: str) -> Iterator[Bound]:
    name = r"\s+".join(map(re.escape, unit.split()))
    pattern = rf"{_FIGURE}\s*{name}(?:\s+trở\s+(?:lên|xuống))?"
    figures = list(re.finditer(pattern, sentence, re.IGNORECASE))
    if not figures:
        return
    opens = len(sentence[: figures[0].start()].split()) <= _OPENING_WORDS
    for position, figure in enumerate(figures):
        before = figures[position - 1].end() if position else 0
        after = figures[position + 1].start() if position + 1 < len(figures) else len(sentence)
        clause = sentence[figure.start() : after] if opens else sentence[before : figure.end()]
        if position + 1 == len(figures):
            clause = sentence[figure.start() if opens else before :]
        threshold = _threshold(sentence[before : figure.start()].split(), figure[0])
        if threshold:
            yield Bound(threshold, clause)


def _threshold(before: list[str], figure: str) -> Threshold | None:
    """Read a figure with as many of the words before it as belong to it."""
    for count in range(min(_WORDS_BEFORE, len(before)), -1, -1):
        lead = before[len(before) - count :]
        threshold = parse_threshold(" ".join([*lead, figure]))
        if threshold.operator:
            negated = before[: len(before) - count][-1:] == ["không"]
            return None if negated else threshold
    return None
