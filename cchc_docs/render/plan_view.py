"""A plan as its template prints it: every string ready, every number and name in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_docs.decree.document_types import PLAN
from cchc_docs.domain.names import resolved
from cchc_docs.domain.outline import OutlineEntry, outline
from cchc_docs.domain.signing import signing_lines
from cchc_docs.domain.wording import place_and_date, recipient_lines, with_end_mark
from cchc_docs.findings import Finding, Level
from cchc_docs.layout.metrics import wrap
from cchc_docs.model.base import capitals, is_open
from cchc_docs.model.plan import BlockKind, Plan
from cchc_docs.render.annex_view import targets_view, tasks_view
from cchc_docs.render.head import letterhead, number_line
from cchc_docs.render.page import (
    PAGE_TEXT_MM,
    UPRIGHT_TEXT_MM,
    PageFit,
    ending_height,
    fit_page,
    line_length,
)
from cchc_docs.render.view import BlockName, BlockView, PlanView, SignatureView
from cchc_docs.render.writer import Writer


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that goes into a template: the view, the page, the comments (in order of their ids)."""

    view: PlanView
    page: PageFit
    comments: tuple[str, ...]
    title: str
    author: str
    has_tall_rows: bool


def prepare_plan(plan: Plan, *, draft: bool) -> Prepared:
    """Return the plan ready for its template; `draft` prints the mark DỰ THẢO."""
    agency = plan.agency
    page = _page(plan)
    writer = Writer(plan)
    size = page.sizes.heading
    subject = resolved(plan.subject, plan)
    view = PlanView(
        draft=draft,
        year=str(plan.year),
        letterhead=letterhead(plan, page, writer),
        subject=writer.words(plan.subject),
        subject_line=writer.line(line_length([subject], "bold", size, UPRIGHT_TEXT_MM)),
        legal_bases=tuple(writer.words(line) for line in _legal_bases(plan)),
        body=tuple(_body(plan, page, writer)),
        recipients=tuple(map(writer.words, _recipients(plan))),
        signature=_signature(plan, writer),
        targets=targets_view(plan, page, writer),
        tasks=tasks_view(plan, page, writer),
    )
    return Prepared(
        view,
        page,
        comments=tuple(writer.comments),
        title=f"{PLAN.name} {subject}",
        author=agency.full_name,
        has_tall_rows=writer.tallest_cell > _TALL_CELL,
    )


def page_findings(plan: Plan) -> list[Finding]:
    """Return what no layout can mend: a name or a last paragraph too long for its page."""
    page = _page(plan)
    findings = []
    if not page.date_fits:
        what = f'Tên "{plan.agency.unit.place}" quá dài, dòng địa danh và ngày sẽ phải xuống dòng.'
        fix = "Cỡ chữ 13 là nhỏ nhất được dùng ở dòng này; xem lại tên đơn vị trong hồ sơ."
        path = ("agency", "unit", "name")
        findings.append(Finding("date-line-too-long", Level.WARNING, what, fix, path))
    _, text = _blocks(plan)[-1]
    if ending_height(text, _recipients(plan), page.sizes) > PAGE_TEXT_MM:
        what = "Đoạn cuối và phần ký không vừa một trang; chữ ký có thể đứng riêng một trang."
        fix = "Tách đoạn cuối thành các đoạn ngắn, hoặc rút gọn nơi nhận."
        findings.append(Finding("ending-too-long", Level.WARNING, what, fix, ("closing",)))
    return findings


def _page(plan: Plan) -> PageFit:
    agency = plan.agency
    place_date = place_and_date(plan.issue_date, agency)
    return fit_page(agency.issuer_lines, agency.superior_lines, number_line(plan), place_date)


_TALL_CELL = 18  # lines; fewer never make a row as high as a page


def _legal_bases(plan: Plan) -> list[str]:
    """End every basis with a semicolon and the last with a full stop (II.6.a)."""
    bare = [basis.rstrip(" .;,") for basis in plan.legal_bases]
    return [f"{basis};" for basis in bare[:-1]] + [f"{basis}." for basis in bare[-1:]]


def _body(plan: Plan, page: PageFit, writer: Writer) -> list[BlockView]:
    blocks = _blocks(plan)
    blocks = [(kind, capitals(text) if kind == "section" else text) for kind, text in blocks]
    kind, text = blocks[-1]
    blocks[-1] = kind, with_end_mark(text)
    views = [BlockView(kind, writer.words(text)) for kind, text in blocks]
    for position in _kept_with_signature(blocks, page.sizes.body):
        views[position] = replace(views[position], kind="last")
    return views


def _blocks(plan: Plan) -> list[tuple[BlockName, str]]:
    """Return kind and text of every paragraph of the body, before the end mark is set."""
    blocks: list[tuple[BlockName, str]] = [
        *(("text", text) for text in plan.opening),
        *map(_block, outline(plan)),
        *(("text", text) for text in plan.closing),
    ]
    return [(kind, resolved(text, plan)) for kind, text in blocks]


def _block(entry: OutlineEntry) -> tuple[BlockName, str]:
    block = entry.block
    text = block.title or block.text or ""
    if entry.kind is BlockKind.SECTION:
        return "section", f"{entry.label} {text}"
    if block.title:
        return "item", f"{entry.label} {text}"
    if entry.kind is BlockKind.NOTE:
        return "note", text
    return "text", f"{entry.label} {text}" if entry.label else text


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


def _recipients(plan: Plan) -> list[str]:
    return recipient_lines(plan.recipients or plan.agency.recipients)


def _signature(plan: Plan, writer: Writer) -> SignatureView:
    agency = plan.agency
    if plan.signatory and is_open(plan.signatory):
        return SignatureView((writer.words(plan.signatory),), "")
    signatory = agency.signatory(plan.signatory) if plan.signatory else None
    lines = signing_lines(agency, signatory)
    name = (signatory.name if signatory else None) or ""
    return SignatureView(tuple(map(writer.words, lines)), writer.words(name))
