"""How paragraphs are set: alignment, indents, gaps, lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.layout.looks import LineRule, mm
from cchc_docs.layout.picture import Paragraph


def _align(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        if paragraph.text:
            frame = paragraph.setting.frame_align if paragraph.setting.in_frame else None
            yield Sample(str(frame or paragraph.setting.align), paragraph)


def _line_spacing(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        in_lines = paragraph.setting.line_rule is LineRule.AUTO
        yield Sample(paragraph.setting.line if in_lines else UNKNOWN, paragraph)


def _line_rule(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        yield Sample(str(paragraph.setting.line_rule), paragraph)


def first_line_mm(paragraph: Paragraph) -> float:
    """Return where the first line begins, in mm from the margin: a hanging label stands there."""
    return round(mm(paragraph.setting.left + paragraph.setting.first_line), 2)


def _first_line_indent(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        yield Sample(first_line_mm(paragraph), paragraph)


def _paragraph_gap(instance: Instance, _: Components) -> Iterator[Sample]:
    """Measure the room above: space after of the one before, and before of this one."""
    before = instance.before
    if before is None or not instance.paragraphs:
        return
    this = instance.paragraphs[0]
    if not before.raw_text.strip():
        yield Sample(before.mark_face.size or 12, this)  # an empty line stands between
        return
    same = before.style == this.style
    after = 0 if same and before.setting.contextual else before.setting.after
    above = 0 if same and this.setting.contextual else this.setting.before
    yield Sample(round(after + above, 2), this)


def _word_bullet(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        yield Sample(paragraph.label is not None and paragraph.label.is_bullet, paragraph)


MEASURES: Final = {
    "align": _align,
    "line_spacing": _line_spacing,
    "line_rule": _line_rule,
    "first_line_indent": _first_line_indent,
    "paragraph_gap": _paragraph_gap,
    "word_bullet": _word_bullet,
}
