"""What stands over a document and over each annex: letterhead, label, title, reference."""

from __future__ import annotations

from cchc_docs.domain.names import annex_names
from cchc_docs.domain.wording import annex_reference, place_and_date, symbol
from cchc_docs.model.document import Document
from cchc_docs.render.page import PageFit, line_length, motto_line_length
from cchc_docs.render.view import AnnexView, LetterheadView
from cchc_docs.render.writer import Writer


def number_line(document: Document) -> str:
    """Return ``Số: 05/KH-UBND``, with room for the number while it is not given."""
    return f"Số: {symbol(document.number, document.TYPE, document.agency)}"


def letterhead(document: Document, page: PageFit, writer: Writer) -> LetterheadView:
    """Return issuer, national header, number, place and date (NĐ 30/2020, PL I, II.1-II.4)."""
    agency = document.agency
    issuer_line = line_length(agency.issuer_lines, "bold", page.sizes.issuer, page.left)
    return LetterheadView(
        superior=tuple(map(writer.words, agency.superior_lines)),
        issuer=tuple(map(writer.words, agency.issuer_lines)),
        issuer_line=writer.line(issuer_line),
        motto_line=writer.line(motto_line_length(page.sizes)),
        number=writer.words(number_line(document)),
        place_date=writer.words(place_and_date(document.issue_date, agency)),
    )


def annex_head(
    name: str, title: str, document: Document, page: PageFit, width: float, writer: Writer
) -> AnnexView:
    """Return the lines over an annex (Phụ lục III, Mẫu 2.1, 2.2) and its letterhead if asked.

    `width` is that of the text on the annex's pages, in millimetres.
    """
    agency = document.agency
    reference = annex_reference(document.number, document.issue_date, document.TYPE, agency)
    return AnnexView(
        letterhead=letterhead(document, page, writer) if agency.annex_letterhead else None,
        label=annex_names(document)[name],
        title=writer.capitals(title),
        reference=writer.words(reference),
        line=writer.line(line_length([reference], "italic", page.sizes.heading, width)),
    )
