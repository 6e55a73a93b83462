"""Page numbers: in the middle of the header, none on the first page, counted from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cchc_docs.checker.components import Group, Instance
from cchc_docs.checker.mending.draft import Spot
from cchc_docs.checker.mending.fields import Emptied, NewHeader, Numbered
from cchc_docs.checker.mending.reasons import NO_SECTION
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Repair, Setter
from cchc_docs.checker.mending.setters import (
    set_number_format,
    set_number_start,
    set_title_page,
)
from cchc_docs.checker.outcomes import State
from cchc_docs.checker.places import place_text
from cchc_docs.layout.picture import PAGE, Block, Paragraph, Section, Table, paragraphs
from cchc_docs.layout.sources import Package
from cchc_docs.layout.wordml import R, W
from cchc_docs.model.rule import Rule

_OTHER_WORDS: Final = "cạnh số trang còn chữ khác; công cụ không bỏ chữ"
_FIRST_PAGE: Final = "lề trang đầu còn nội dung khác sẽ bị ẩn theo"
_FOREIGN: Final = "tệp có văn bản không thuộc Nghị định 30; không đổi lề chung"
_NO_BREAK: Final = (
    "phần (section) này nối liền phần trước trên cùng trang (Continuous), không có trang đầu riêng"
)


# ---------------------------------------------------------------- how numbers are counted


def plan_counting(bench: Bench) -> Iterator[Repair]:
    """Count from 1, in Arabic figures."""
    for outcome in bench.failing("number_format"):
        for instance, hits in bench.by_instance(outcome):
            edits = _of_section(bench, instance, set_number_format, "decimal")
            yield from bench.repair(outcome, hits, edits, "decimal", NO_SECTION)
    for outcome in bench.failing("start", "annex_start"):
        for instance, hits in bench.by_instance(outcome):
            if _shares_its_page(bench, instance.section):
                bench.refuse(outcome.rule, _NO_BREAK)
                continue
            edits = _of_section(bench, instance, set_number_start, 1)
            yield from bench.repair(outcome, hits, edits, 1, NO_SECTION)


def _shares_its_page(bench: Bench, section: Section | None) -> bool:
    """Tell whether a section goes on where the one before ends: it has no first page of its own."""
    if section is None or section.start != "continuous":
        return False
    return section is not bench.components.picture.sections[0]


def _of_section(bench: Bench, instance: Instance, setter: Setter, value: Any) -> list[Edit]:
    section = instance.section
    return list(bench.put(section.element, setter, value)) if section else []


# ---------------------------------------------------------------- the first page


def plan_first_page(bench: Bench) -> Iterator[Repair]:
    """Hide the number of the first page."""
    for outcome in bench.failing("shown_on_first_page"):
        for instance, hits in bench.by_instance(outcome):
            section = instance.section
            if section is None:
                continue
            if _shares_its_page(bench, section):
                bench.refuse(outcome.rule, _NO_BREAK)
                continue
            edits: list[Edit] = []
            if section.title_page:
                edits = _removed(bench, [*_blocks(section, "first")])
            elif _hides_nothing(bench, section):
                edits = list(bench.put(section.element, set_title_page, True))
            yield from bench.repair(outcome, hits, edits, False, _FIRST_PAGE)


def _blocks(section: Section, kind: str) -> Iterator[Block]:
    yield from section.headers.get(kind, ())
    yield from section.footers.get(kind, ())


def _hides_nothing(bench: Bench, section: Section) -> bool:
    """Tell whether a first page of its own takes nothing away but the number, and adds nothing."""
    shown = all(_is_blank(block) or _is_number(block) for block in _blocks(section, "default"))
    return shown and not _has_first(bench, section)


def _has_first(bench: Bench, section: Section) -> bool:
    """Tell whether a header or footer for first pages lies ready, and shows something."""
    main = Package(bench.parts).document
    ready: dict[str, str] = {}
    for one in bench.components.picture.sections:
        if one.element is not None:
            for reference in one.element.iterchildren(*_REFERENCES):
                if reference.get(W + "type") == "first":
                    ready[reference.tag] = reference.get(R + "id", "")
        if one is section:
            break
    roots = (main.referred(identifier).root for identifier in ready.values())
    return any(root is not None and next(root.iter(*_SHOWN), None) is not None for root in roots)


_REFERENCES: Final = (W + "headerReference", W + "footerReference")
_SHOWN: Final = tuple(
    W + name
    for name in ("t", "sym", "tbl", "pBdr", "drawing", "pict", "object", "instrText", "fldSimple")
)


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and not (
        block.runs or block.images or block.lines or block.boxes
    )


def _is_number(block: Block) -> bool:
    """Tell whether a paragraph shows the number of the page and nothing else."""
    if isinstance(block, Table) or block.images or block.lines or block.boxes:
        return False
    return block.has_page_number and not any(
        run.text.strip() for run in block.runs if run.field != PAGE
    )


def _removed(bench: Bench, blocks: list[Block]) -> list[Edit]:
    """Return the edits that empty the paragraphs with a number; none if one shows more than it."""
    edits: list[Edit] = []
    for block in blocks:
        for one in paragraphs((block,)):
            if one.has_page_number:
                spot = bench.spots.of(one.element)
                if not _is_number(one) or spot is None:
                    return []
                edits.append(Emptied(spot))
    return edits


# ---------------------------------------------------------------- in the header


def plan_place(bench: Bench) -> Iterator[Repair]:
    """Move numbers from the foot of the page to its head."""
    for outcome in bench.failing("location"):
        if outcome.rule.element != "page_number":
            continue
        if bench.has_foreign:
            bench.refuse(outcome.rule, _FOREIGN)
            continue
        moved = [one for one, _ in bench.by_instance(outcome)]
        sections = [one.section for one in moved if one.section is not None]
        kinds = ("default", "even", "first")
        old = [block for one in sections for kind in kinds for block in one.footers.get(kind, ())]
        edits: list[Edit] = list(dict.fromkeys(_removed(bench, old)))
        if not edits:
            bench.refuse(outcome.rule, _OTHER_WORDS)
            continue
        edits += _added(bench, sections)
        yield from bench.repair(outcome, outcome.hits, edits, "header")


def plan_missing(bench: Bench) -> Iterator[Repair]:
    """Number the pages of a document that has no numbers; a single page shows none even then."""
    outcome = bench.outcome("page_field")
    if outcome is None or outcome.waived:
        return
    rule = outcome.rule
    if outcome.state not in (State.FAILED, State.NOT_EVALUATED) or bench.components.of(
        rule.element
    ):
        return
    pages = [one for one in bench.components.of("page") if one.section is not None]
    if not pages or pages[0].section is None:
        return
    first = pages[0].section
    if bench.has_foreign:
        bench.refuse(rule, _FOREIGN)
        return
    blank = all(_is_blank(block) for block in _blocks(first, "default"))
    if not (first.title_page or (blank and not _has_first(bench, first))):
        bench.refuse(rule, _FIRST_PAGE)
        return
    edits = _added(bench, [one.section for one in pages if one.section is not None])
    edits += bench.put(first.element, set_title_page, True)
    for instance in _annex_openings(bench, pages):
        edits += _of_section(bench, instance, set_number_start, 1)
    yield Repair({rule.id: len(outcome.hits)}, tuple(edits), (_numbered(bench, rule, pages[0]),))


def _annex_openings(bench: Bench, pages: list[Instance]) -> Iterator[Instance]:
    """Yield the first page of each annex that begins on one of its own."""
    begun: set[Group] = set()
    for page in pages:
        is_first = page.group.kind == "annex" and page.group not in begun
        if is_first and not _shares_its_page(bench, page.section):
            yield page
        begun.add(page.group)


def _numbered(bench: Bench, rule: Rule, page: Instance) -> Change:
    place = place_text(page, bench.book)
    return Change(rule, place, "", "không có số trang", "số trang ở giữa lề trên, từ trang thứ hai")


def _added(bench: Bench, sections: list[Section]) -> list[Edit]:
    """Return the edits that put a number into the headers of sections, each header once."""
    edits: dict[Edit, None] = {}
    has_new: set[str] = set()
    for section in bench.components.picture.sections:
        own = set(_referred(section))
        has_new -= own  # its own header takes the place of the one made for a section before
        if not any(section is one for one in sections):
            continue
        for kind in ("default", "even"):
            if kind != "default" and kind not in section.headers:
                continue
            blocks = section.headers.get(kind, ())
            if any(one.has_page_number for one in paragraphs(blocks)):
                continue
            first = next(paragraphs(blocks), None)
            spot = bench.spots.of(first.element) if first else None
            if spot is not None and first is not None:
                edits[Numbered(Spot(spot.part, 0), spot if _is_blank(first) else None)] = None
            elif kind not in has_new and (at := bench.spots.of(section.element)) is not None:
                edits[NewHeader(at, kind)] = None
                has_new.add(kind)
    return list(edits)


def _referred(section: Section) -> Iterator[str]:
    """Yield the kinds of headers a section names itself."""
    if section.element is not None:
        for one in section.element.iterchildren(W + "headerReference"):
            yield one.get(W + "type", "default")
