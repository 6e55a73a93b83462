"""What a property of a rule is worth at a place of a document.

A measure gives samples: values with the letters they were read from. A property the segmenter
has told already (`Instance.facts`) is taken from there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cchc_docs.checker.components import Components, Document, Instance
from cchc_docs.checker.measures import faces, groups, pages, settings, tables, texts
from cchc_docs.checker.measures.faces import OF_FACES
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.checker.measures.settings import OF_SETTINGS, is_indented_by_hand
from cchc_docs.layout.looks import Face
from cchc_docs.layout.picture import Paragraph

Measure = Callable[[Instance, Components], Iterable[Sample]]
GroupMeasure = Callable[[Sequence[Instance], Components], Iterable[Sample]]

ONE_BY_ONE: Final[Mapping[str, Measure]] = {
    **faces.MEASURES,
    **settings.MEASURES,
    **texts.MEASURES,
    **pages.MEASURES,
    **tables.MEASURES,
}
"""Measures of one instance, by property."""

TOGETHER: Final[Mapping[str, GroupMeasure]] = groups.MEASURES
"""Measures of all instances of a group together, by property."""

TOLD: Final = frozenset(
    {
        "line_below", "column", "location", "same_row_as_so_ky_hieu",
        "same_row_as_quyen_han", "shown_on_first_page", "number_format", "start", "annex_start",
        "page_field", "landscape_section_has_table", "is_last_line", "title_present",
        "line_above_full_width", "mentioned_in_main_text", "own_section", "box_size",
        "single_border_box", "last_text", "block_order", "image_format",
        "component_order", "components_present", "first_mention_has_date_issuer_subject",
        "later_mention_is_short",
    }
)  # fmt: skip
"""Properties only the segmenter tells."""

OF_THE_PAGE: Final = frozenset(
    {
        "rendered_lines", "line_length", "same_page_as_quyen_han", "header_row_repeats",
        "overlap_left_of_signature", "pages", "spans_pages",
    }
)  # fmt: skip
"""Properties only the printed page tells."""


def is_measured(name: str) -> bool:
    """Tell whether anything here or on the printed page tells a property."""
    return any(name in one for one in (ONE_BY_ONE, TOGETHER, TOLD, OF_THE_PAGE, ("sequence",)))


def is_of_looks(name: str) -> bool:
    """Tell whether the looks of letters, or the settings of paragraphs, decide a property alone."""
    return name in OF_FACES or name in OF_SETTINGS


class Looks(NamedTuple):
    """The different looks of letters, and a paragraph of each kind, by what tells them apart."""

    faces: Mapping[Hashable, Face]
    kinds: Mapping[Hashable, Paragraph]


def looks_of(paragraphs: Sequence[Paragraph]) -> Looks:
    """Return the looks of paragraphs: thousands of runs have a dozen."""
    return Looks(
        {id(run.face): run.face for one in paragraphs for run in one.shown_runs},
        {_kind(one): one for one in paragraphs},
    )


def values_of_looks(name: str, looks: Looks) -> dict[Hashable, list[object]]:
    """Return the values that each look gives a property that looks decide alone."""
    if name in OF_FACES:
        return {key: list(OF_FACES[name](face)) for key, face in looks.faces.items()}
    return {key: [OF_SETTINGS[name](one)] for key, one in looks.kinds.items()}


def has_look(name: str, paragraph: Paragraph, wanted: Container[Hashable]) -> bool:
    """Tell whether a paragraph has one of the looks that decide a property."""
    if name in OF_FACES:
        return any(id(run.face) in wanted for run in paragraph.shown_runs)
    return _kind(paragraph) in wanted


def _kind(paragraph: Paragraph) -> Hashable:
    """Paragraphs of one kind are set alike, and all or none of them are pushed by hand."""
    return id(paragraph.setting), is_indented_by_hand(paragraph)


def measure(name: str, instance: Instance, components: Components) -> Iterable[Sample]:
    """Return the samples of a property; a single unknown one where nothing tells it."""
    if name in instance.facts:
        paragraph = instance.paragraphs[0] if instance.paragraphs else None
        value = instance.facts[name]
        if name == "components_present":
            value = _with_name_to_come(value, components.document_of(instance))
        return [Sample(list(value) if isinstance(value, tuple) else value, paragraph)]
    if name in ONE_BY_ONE:
        return ONE_BY_ONE[name](instance, components)
    return [Sample(UNKNOWN)]


def _with_name_to_come(found: Iterable[str], document: Document) -> tuple[str, ...]:
    """Take the signer's name for there in a paper that still waits for its number and day."""
    told = document.conditions
    waits = told.get("unnumbered") and told.get("undated") and "chuc_vu" in found
    return (*found, "ho_ten") if waits else tuple(found)
