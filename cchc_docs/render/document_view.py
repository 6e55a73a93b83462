"""What every document prints the same way: head, body, recipients, signature, and its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_docs.domain.names import resolved
from cchc_docs.domain.outline import OutlineEntry, outline
from cchc_docs.domain.signing import signing_lines
from cchc_docs.domain.wording import place_and_date, recipient_lines, with_end_mark
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.layout.metrics import wrap
from cchc_docs.model.base import is_open
from cchc_docs.model.document import BlockKind, Document
from cchc_docs.render.head import letterhead, number_line
from cchc_docs.render.page import (
    PAGE_TEXT_MM,
    UPRIGHT_TEXT_MM,
    PageFit,
    ending_height,
    fit_page,
    line_length,
)
from cchc_docs.render.view import BlockName, BlockView, DocumentView, SignatureView, Words
from cchc_docs.render.writer import Writer


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that goes into a template: the view, the page, the comments (in order of their ids).

    `pictures` are PNG files in the order of their numbers.
    """

    view: DocumentView
    page: PageFit
    comments: tuple[str, ...]
    title: str
    author: str
    has_tall_rows: bool
    pictures: tuple[bytes, ...]


def prepared(document: Document, view: DocumentView, page: PageFit, writer: Writer) -> Prepared:
    """Return a view with what was counted while it was written."""
    return Prepared(
        view,
        page,
        comments=tuple(writer.comments),
        title=f"{document.TYPE.name} {resolved(document.subject, document)}",
        author=document.agency.full_name,
        has_tall_rows=writer.tallest_cell > _TALL_CELL,
        pictures=tuple(writer.pictures),
    )


def document_view(
    document: Document, page: PageFit, writer: Writer, *, draft: bool
) -> DocumentView:
    """Return what all documents print; `draft` prints the mark DỰ THẢO."""
    subject = resolved(document.subject, document)
    subject_line = line_length([subject], "bold", page.sizes.heading, UPRIGHT_TEXT_MM)
    return DocumentView(
        draft=draft,
        letterhead=letterhead(document, page, writer),
        subject=writer.words(document.subject),
        subject_line=writer.line(subject_line),
        legal_bases=tuple(writer.words(line) for line in _legal_bases(document)),
        body=tuple(_body(document, page, writer)),
        recipients=tuple(map(writer.words, _recipients(document))),
        signature=_signature(document, writer),
    )


def page_findings(document: Document) -> list[Finding]:
    """Return what no layout can mend: a name or a last paragraph too long for its page."""
    page = page_of(document)
    findings = []
    if not page.date_fits:
        what = (
            f'Tên "{document.agency.unit.place}" quá dài, dòng địa danh và ngày sẽ phải xuống dòng.'
        )
        fix = "Cỡ chữ 13 là nhỏ nhất được dùng ở dòng này; xem lại tên đơn vị trong hồ sơ."
        path = ("agency", "unit", "name")
        findings.append(Finding("date-line-too-long", Level.WARNING, what, fix, path))
    text = resolved(_paragraphs(document)[-1].text, document)
    if ending_height(text, _recipients(document), page.sizes) > PAGE_TEXT_MM:
        what = "Đoạn cuối và phần ký không vừa một trang; chữ ký có thể đứng riêng một trang."
        fix = "Tách đoạn cuối thành các đoạn ngắn, hoặc rút gọn nơi nhận."
        findings.append(Finding("ending-too-long", Level.WARNING, what, fix, ("closing",)))
    return findings


def page_of(document: Document) -> PageFit:
    """Return how the letterhead of a document fits its page."""
    agency = document.agency
    place_date = place_and_date(document.issue_date, agency)
    return fit_page(agency.issuer_lines, agency.superior_lines, number_line(document), place_date)


_TALL_CELL = 18  # lines; fewer never make a row as high as a page


def _legal_bases(document: Document) -> list[str]:
    """End every basis with a semicolon and the last with a full stop (II.6.a)."""
    bare = [basis.rstrip(" .;,") for basis in document.legal_bases]
    return [f"{basis};" for basis in bare[:-1]] + [f"{basis}." for basis in bare[-1:]]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the body: its text stands at `path`, behind `before` letters of a label."""

    kind: BlockName
    text: str
    path: Path
    before: int = 0


def _body(document: Document, page: PageFit, writer: Writer) -> list[BlockView]:
    paragraphs = _paragraphs(document)
    paragraphs[-1] = replace(paragraphs[-1], text=with_end_mark(paragraphs[-1].text))
    views = [BlockView(one.kind, _printed(one, writer)) for one in paragraphs]
    plain = [(one.kind, resolved(one.text, document)) for one in paragraphs]
    kept = [*_kept_with_list(plain), *_kept_with_signature(plain, page.sizes.body)]
    for position in kept:
        views[position] = replace(views[position], kind="last")
    return views


def _printed(paragraph: _Paragraph, writer: Writer) -> Words:
    if paragraph.kind == "section":
        return writer.capitals(paragraph.text)
    return writer.words(paragraph.text, paragraph.path, paragraph.before)


def _paragraphs(document: Document) -> list[_Paragraph]:
    """Return every paragraph of the body, before names are resolved and the end mark is set."""
    opening, closing = (
        [_Paragraph("text", text, (name, position)) for position, text in enumerate(texts)]
        for name, texts in (("opening", document.opening), ("closing", document.closing))
    )
    return [*opening, *map(_paragraph, outline(document)), *closing]


def _paragraph(entry: OutlineEntry) -> _Paragraph:
    block = entry.block
    kind: BlockName = "text"
    if entry.kind is BlockKind.SECTION:
        kind = "section"
    elif block.title:
        kind = "item"
    elif entry.kind is BlockKind.NOTE:
        kind = "note"
    label = f"{entry.label} " if entry.label and kind != "note" else ""
    text = f"{label}{block.title or block.text or ''}"
    return _Paragraph(kind, text, (*entry.path, "title" if block.title else "text"), len(label))


def _kept_with_list(blocks: list[tuple[BlockName, str]]) -> Iterator[int]:
    """Yield the plain paragraphs that announce what follows: they end with a colon."""
    for position, (kind, text) in enumerate(blocks[:-1]):
        if kind == "text" and text.endswith(":"):
            yield position


def _kept_with_signature(blocks: list[tuple[BlockName, str]], size: int) -> Iterator[int]:
    """Yield the last paragraphs that make at least two printed lines.

    The decree wants no signature alone on a page; we keep two lines of text with it.
    """
    lines = 0
    for position in range(len(blocks) - 1, -1, -1):
        kind, text = blocks[position]
        if lines >= 2:
            return
        if kind == "text":
            yield position
        lines += len(wrap(text, "regular", size, UPRIGHT_TEXT_MM))


def _recipients(document: Document) -> list[str]:
    lines = recipient_lines(document.recipients or document.agency.recipients)
    if document.goes_up:
        return ["- Như trên;", *lines]
    return lines


def _signature(document: Document, writer: Writer) -> SignatureView:
    agency = document.agency
    if document.signatory and is_open(document.signatory):
        return SignatureView((writer.words(document.signatory),), "")
    signatory = agency.signatory(document.signatory) if document.signatory else None
    lines = signing_lines(agency, signatory)
    name = (signatory.name if signatory else None) or ""
    return SignatureView(tuple(map(writer.words, lines)), writer.words(name))
