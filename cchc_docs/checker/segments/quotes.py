"""Quoted paragraphs: between quotation marks a text has no structure of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cchc_docs.checker.segments.lines import Line

_LONGEST: Final = 200  # paragraphs; a quotation not closed by then was never opened


def mark_quotes(lines: Sequence[Line]) -> None:
    """Mark the paragraphs that begin inside quotation marks, and those that open one.

    A mark that is never closed quotes its own paragraph only.
    """
    at = 0
    while at < len(lines):
        text = lines[at].text
        if "“" not in text and text[:1] not in ("«", '"'):
            at += 1
            continue
        opening = text[:1] if text[:1] in '“«"' else ""
        lines[at].quoted = bool(opening)
        closed = _closed(lines, at) if _balance(text) > 0 else at
        for line in lines[at + 1 : closed + 1]:
            line.quoted = True
        at = closed + 1


def _balance(text: str) -> int:
    curly = text.count("“") - text.count("”")
    if curly == 0 and text.startswith('"'):
        return text.count('"') % 2
    return curly


def _closed(lines: Sequence[Line], start: int) -> int:
    """Return the line a quotation ends in, the line itself where it never does."""
    opening = _balance(lines[start].text)
    straight = "“" not in lines[start].text
    for at in range(start + 1, min(len(lines), start + _LONGEST)):
        text = lines[at].text
        opening += -(text.count('"') % 2) if straight else text.count("“") - text.count("”")
        if opening <= 0:
            return at
    return start
