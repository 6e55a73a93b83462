"""How paragraphs are set: alignment, indents, gaps, lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.layout.looks import LineRule, mm
from cchc_docs.layout.picture import Paragraph

_BLANKS: Final = ("\t", " ", "\u00a0")


def _align(paragraph: Paragraph) -> str:
    setting = paragraph.setting
    return str((setting.frame_align if setting.in_frame else None) or setting.align)


def _line_spacing(paragraph: Paragraph) -> object:
    setting = paragraph.setting
    return setting.line if setting.line_rule is LineRule.AUTO else UNKNOWN


def _line_rule(paragraph: Paragraph) -> str:
    return str(paragraph.setting.line_rule)


def first_line_mm(paragraph: Paragraph) -> float:
    """Return where the first line begins, in mm from the margin: a hanging label stands there."""
    return round(mm(paragraph.setting.left + paragraph.setting.first_line), 2)


def is_indented_by_hand(paragraph: Paragraph) -> bool:
    """Tell whether a tab or blanks push the first line to where no setting says."""
    return paragraph.raw_text.startswith(_BLANKS)


def _first_line_indent(paragraph: Paragraph) -> object:
    return UNKNOWN if is_indented_by_hand(paragraph) else first_line_mm(paragraph)


OF_SETTINGS: Final[dict[str, Callable[[Paragraph], object]]] = {
    "align": _align,
    "line_spacing": _line_spacing,
    "line_rule": _line_rule,
    "first_line_indent": _first_line_indent,
}
"""Values of all paragraphs that are set, and pushed by hand, alike: hundreds in a few ways."""


def _of_setting(read: Callable[[Paragraph], object]) -> Callable[..., Iterator[Sample]]:
    """Return the measure of every paragraph that shows something."""

    def measure(instance: Instance, _: Components) -> Iterator[Sample]:
        for paragraph in instance.paragraphs:
            if paragraph.text:
                yield Sample(read(paragraph), paragraph)

    return measure


def _paragraph_gap(instance: Instance, _: Components) -> Iterator[Sample]:
    """Measure the room above: space after of the one before, and before of this one."""
    before = instance.before.paragraph
    if before is None or not instance.paragraphs:
        return
    this = instance.paragraphs[0]
    if before.mark_face and not before.raw_text.strip():  # an empty line stands between
        yield Sample(before.mark_face.size or 12, this)
        return
    hidden = before.style == this.style and this.setting.contextual
    above = 0 if hidden else this.setting.before
    yield Sample(round(room_after(before, this) + above, 2), this)


def room_after(paragraph: Paragraph, following: Paragraph) -> float:
    """Return the room below a paragraph, which may not show between two of one style."""
    hidden = paragraph.style == following.style and paragraph.setting.contextual
    return 0 if hidden else paragraph.setting.after


def _word_bullet(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        yield Sample(paragraph.label is not None and paragraph.label.is_bullet, paragraph)


MEASURES: Final = {
    **{name: _of_setting(read) for name, read in OF_SETTINGS.items()},
    "paragraph_gap": _paragraph_gap,
    "word_bullet": _word_bullet,
}
