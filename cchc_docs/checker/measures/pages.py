"""Paper and margins of a section, in mm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.layout.looks import mm
from cchc_docs.layout.picture import Section


def _of_section(
    read: Callable[[Section], Any],
) -> Callable[[Instance, Components], Iterator[Sample]]:
    def measure(instance: Instance, _: Components) -> Iterator[Sample]:
        section = instance.section
        yield Sample(UNKNOWN if section is None else read(section))

    return measure


def _mm(points: float) -> float:
    return round(mm(points), 2)


def orientation(section: Section) -> str:
    """Return how the page lies: ``landscape`` or ``portrait``."""
    return "landscape" if section.is_landscape else "portrait"


MEASURES: Final = {
    "paper_size": _of_section(lambda one: [_mm(one.width), _mm(one.height)]),
    "orientation": _of_section(orientation),
    "margin_top": _of_section(lambda one: _mm(one.top)),
    "margin_bottom": _of_section(lambda one: _mm(one.bottom)),
    "margin_left": _of_section(lambda one: _mm(one.left)),
    "margin_right": _of_section(lambda one: _mm(one.right)),
    "margins_top_bottom_left_right": _of_section(
        lambda one: [_mm(one.top), _mm(one.bottom), _mm(one.left), _mm(one.right)]
    ),
    "gutter": _of_section(lambda one: _mm(one.gutter)),
}
