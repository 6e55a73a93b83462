"""A part of a paragraph as a paragraph of its own, with the looks of its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_docs.layout.picture import Paragraph, Run


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return the part of a paragraph between two places of its raw text."""
    label = f"{paragraph.label.text} " if paragraph.label else ""
    runs = tuple(_cut_runs(paragraph.runs, start - len(label), end - len(label)))
    return Paragraph(
        runs,
        paragraph.setting,
        paragraph.style,
        label=paragraph.label if start < len(label) else None,
        lines=paragraph.lines if start == 0 else (),
        mark_face=paragraph.mark_face,
        element=paragraph.element,
    )


def _cut_runs(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    begin = 0
    for run in runs:
        length = len(run.text)
        position, begin = begin, begin + length
        if position >= end:
            return
        if begin <= start or not length:
            continue
        first, last = max(start - position, 0), min(end - position, length)
        if last - first == length:
            yield run
        else:
            text = run.text[first:last]
            typed = run.typed[first:last] if len(run.typed) == length else text
            yield Run(text, typed, run.face, run.field, run.element)
