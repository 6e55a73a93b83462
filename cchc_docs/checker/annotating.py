"""The findings written into the document as Word comments; nothing else in it changes."""

from __future__ import annotations

from typing import Final

from cchc_docs.checker.components import Components
from cchc_docs.checker.mending.draft import Draft, Spot, Spots, ensure_changeable
from cchc_docs.checker.outcomes import CheckResult, RuleOutcome
from cchc_docs.checker.places import Hit
from cchc_docs.layout.picture import Block, Paragraph, Picture, paragraphs
from cchc_docs.layout.wordml import Element, W
from cchc_docs.ooxml.package import Parts
from cchc_docs.ooxml.remarks import Remarks

_PARAGRAPH: Final = W + "p"
_NOTES: Final = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}
_MOST_PLACES: Final = 5  # further places a comment names


def annotated(parts: Parts, result: CheckResult, components: Components) -> Parts:
    """Return the document with a comment for each finding, at the first place that breaks it.

    Word lets nobody comment on headers, footers, notes and text boxes: such a comment stands at
    the first paragraph of the section, at the mark of the note, at the anchor of the box.

    Raises:
        FileAccessError: the document is signed, protected, has macros, or is of the kind Strict.
    """
    ensure_changeable(parts, result.changeable)
    if not result.findings:
        return parts
    draft = Draft(parts)
    anchors = _Anchors(components.picture, draft)
    root = draft.root(draft.main)
    placed = [(*anchors.of(outcome.hits), outcome) for outcome in result.findings]
    remarks = Remarks(parts, draft.main, root)
    for paragraph, run, outcome in placed:
        if paragraph is not None:
            remarks.add(paragraph, comment_lines(outcome), run)
    return remarks.parts()


def comment_lines(outcome: RuleOutcome) -> list[str]:
    """Return a finding as the lines of a comment: what, where, what is right, how to mend it."""
    rule, first = outcome.rule, outcome.hits[0]
    lines = [
        f"[{rule.id}] {outcome.level.label}. {first.place}: {first.found}.",
        f"Yêu cầu: {outcome.wanted}.",
        f"Căn cứ: {rule.source}.",
        f"Cách sửa: {rule.fix}",
    ]
    if others := outcome.hits[1:]:
        lines.insert(1, f"Tổng cộng {len(outcome.hits)} chỗ{_named(others)}.")
    return lines


def _named(hits: tuple[Hit, ...]) -> str:
    quotes = list(dict.fromkeys(f'"{one.quote}"' for one in hits if one.quote))
    if not quotes:
        return ""
    more = "; …" if len(quotes) > _MOST_PLACES else ""
    return f", trong đó có: {'; '.join(quotes[:_MOST_PLACES])}{more}"


class _Anchors:
    """Where in the draft a comment on something of the picture may stand."""

    def __init__(self, picture: Picture, draft: Draft) -> None:
        self._spots = Spots(picture)
        self._draft = draft
        self._picture = picture
        root = draft.root(draft.main)
        self._first = next(iter(root.iter(_PARAGRAPH)), None)
        self._main = draft.main

    def of(self, hits: tuple[Hit, ...]) -> tuple[Element | None, Element | None]:
        """Return the paragraph and, if it can be told, the run of the first of several places."""
        hit = hits[0]
        spot = self._spots.of(hit.paragraph.element) if hit.paragraph else None
        if spot is None or hit.paragraph is None:
            return self._first, None
        if spot.part != self._main:
            return self._beside(hit.paragraph, spot), None
        paragraph = self._draft.at(spot)
        outer = _outermost(paragraph)
        of_run = self._spots.of(hit.run.element) if hit.run and outer is paragraph else None
        return outer, self._draft.at(of_run) if of_run else None

    def _beside(self, paragraph: Paragraph, spot: Spot) -> Element | None:
        element = paragraph.element
        for note, reference in _NOTES.items():
            holder = next(element.iterancestors(note), None)
            if holder is not None:
                marks = self._draft.root(self._main).iter(reference)
                mark = next((m for m in marks if m.get(W + "id") == holder.get(W + "id")), None)
                return self._first if mark is None else _outermost(mark)
        root = self._picture.trees[spot.part]
        for section in self._picture.sections:
            for blocks in (*section.headers.values(), *section.footers.values()):
                shown = next(paragraphs(blocks), None)
                if shown is not None and shown.element.getroottree().getroot() is root:
                    return self._opening(section.blocks)
        return self._first

    def _opening(self, blocks: tuple[Block, ...]) -> Element | None:
        first = next(paragraphs(blocks), None)
        spot = self._spots.of(first.element) if first else None
        return self._draft.at(spot) if spot else self._first


def _outermost(element: Element) -> Element:
    """Return the paragraph of the page an element stands in, or that its text box hangs on."""
    paragraph = element
    for one in (element, *element.iterancestors(_PARAGRAPH)):
        if one.tag == _PARAGRAPH:
            paragraph = one
    return paragraph
