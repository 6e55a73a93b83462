"""A Word file read into a picture: what Word shows, with its effective formatting."""

from __future__ import annotations

from typing import Final

from cchc_docs.layout.formatting.cascade import Cascade
from cchc_docs.layout.formatting.styles import Styles
from cchc_docs.layout.formatting.theme import read_theme
from cchc_docs.layout.picture import Paragraph, Picture, paragraphs
from cchc_docs.layout.sections import Document
from cchc_docs.layout.sources import Package, Source, is_protected
from cchc_docs.layout.story import Story
from cchc_docs.layout.wordml import W, is_set
from cchc_docs.ooxml.package import Parts

_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_picture(parts: Parts) -> Picture:
    """Return the picture of a Word file by its parts.

    Styles, lists, theme, settings and what a document refers to may be missing or damaged; without
    a readable main part the picture has no sections.
    """
    package = Package(parts)
    main = package.document
    settings = main.related("settings").root
    theme = read_theme(main.related("theme").root)
    styles = Styles(main.related("styles").root, main.related("numbering").root, theme)
    cascade = Cascade(styles, settings)
    tells_even = is_set(settings, "evenAndOddHeaders")
    document = Document(main, cascade, styles.numbering, tells_even)
    notes = [main.related("footnotes"), main.related("endnotes")]
    sections = tuple(document.sections())
    roots = {source.name: source.root for source in (main, *notes) if source.root is not None}
    return Picture(
        sections=sections,
        notes=tuple(note for source in notes for note in _notes(source, cascade, styles)),
        is_protected=is_protected(settings),
        has_macros=package.has_macros,
        is_signed=package.is_signed,
        trees=document.trees | roots,
    )


def _notes(source: Source, cascade: Cascade, styles: Styles) -> list[Paragraph]:
    found: list[Paragraph] = []
    for note in () if source.root is None else source.root:
        if note.get(W + "type") not in _SEPARATORS:
            story = Story(source, cascade, styles.numbering)
            found += paragraphs(story.blocks(note))
    return found
