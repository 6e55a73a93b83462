"""Sections, page numbers and the address block at the foot of the first page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.segments.collecting import Collector, Part
from cchc_docs.checker.segments.lines import RULE, Chunk
from cchc_docs.checker.segments.spelling import bare
from cchc_docs.layout.picture import (
    PAGE,
    Block,
    Paragraph,
    Picture,
    Section,
    Table,
    paragraphs_and_boxes,
)

_ADDRESS: Final = re.compile(
    r"(?:tru so|dia chi|dien thoai|dt|tel|fax|email|e-mail|thu dien tu|website"
    r"|trang thong tin)\b\W*"
)
RUNS_ON: Final = "nối tiếp"
"""Value of a start: the numbers of the section before go on."""


def find_pages(
    picture: Picture, chunks: Sequence[Chunk], parts: Sequence[Part], into: Collector
) -> None:
    """Take every section as a page, with its page number and address block."""
    owners = _owners(chunks, parts)
    begun: set[Group] = set()
    for number, section in enumerate(picture.sections):
        part = owners.get(section)
        if part is None or part.group.kind == "foreign":
            continue
        group = part.group
        within = ("phu_luc",) if group.kind == "annex" else ()
        has_table = any(
            isinstance(block, Table) and block in into.data_tables for block in section.blocks
        )
        told = {"landscape_section_has_table": has_table} if section.is_landscape else {}
        into.add_plain("page", group, facts=told, within=within, section=section)
        counted = part.main if group.kind == "issued" else group  # I.7 parts annexes only
        _add_number(section, counted, into, first=number == 0, opens=group not in begun)
        begun.add(group)
        if number == 0:
            _add_address(section, group, into)
    for part in parts:
        if part.group.kind == "annex" and part.group not in begun:
            _add_number(part.chunks[0].section, part.group, into, own=False)


def _owners(chunks: Sequence[Chunk], parts: Sequence[Part]) -> dict[Section, Part]:
    """Return the part each section begins with; one without letters goes with the one before."""
    owners = {id(chunk): part for part in parts for chunk in part.chunks}
    found: dict[Section, Part] = {}
    last: Part | None = parts[0] if parts else None
    for chunk in chunks:
        part = owners.get(id(chunk), last)
        if part is None:
            continue
        last = part
        if chunk.has_text or chunk.boxes:
            found.setdefault(chunk.section, part)
    for chunk in chunks:
        if chunk.section not in found and (part := owners.get(id(chunk), last)):
            found[chunk.section] = part
    return found


def _add_number(
    section: Section,
    group: Group,
    into: Collector,
    *,
    first: bool = False,
    opens: bool = True,
    own: bool = True,
) -> None:
    """Take the page number of a section; one that is not the `own` of an annex runs on in it."""
    place = _page_field(section)
    if place is None:
        return
    location, paragraph = place
    start = section.number_start if own else None
    begins: Any = start if start is not None else 1 if first else RUNS_ON
    facts: dict[str, Any] = {
        "page_field": True,
        "location": location,
        "number_format": section.number_format,
        "start": begins,
    }
    within: tuple[str, ...] = ()
    if group.kind == "annex":
        within = ("phu_luc",)
        if opens:
            facts["annex_start"] = begins
    facts["shown_on_first_page"] = any(
        _numbered(blocks) is not None
        for blocks in (
            (section.headers.get("first", ()), section.footers.get("first", ()))
            if section.title_page
            else (section.headers.get("default", ()), section.footers.get("default", ()))
        )
    )
    shown = _with_number(paragraph)
    facts["text"] = shown.text
    counted = section if own else None  # no number of the text is set anew for its annex
    into.add_plain("page_number", group, [paragraph], facts, within=within, section=counted)


def _page_field(section: Section) -> tuple[str, Paragraph] | None:
    """Return where a section shows its number, and the paragraph; the usual pages go before."""
    for kind in ("default", "even", "first"):
        for location, parts in (("header", section.headers), ("footer", section.footers)):
            found = _numbered(parts.get(kind, ()))
            if found:
                return location, found
    return None


def _numbered(blocks: tuple[Block, ...]) -> Paragraph | None:
    return next((one for one in paragraphs_and_boxes(blocks) if one.has_page_number), None)


def _with_number(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph with a number where the field was never updated."""
    runs = tuple(
        replace(run, text="2") if run.field == PAGE and not run.text.strip() else run
        for run in paragraph.runs
    )
    return replace(paragraph, runs=runs)


def _add_address(section: Section, group: Group, into: Collector) -> None:
    """Take the address block (box 13); its place is the foot of the first page."""
    for kind in ("first", "default", "even"):
        found = [
            one
            for one in paragraphs_and_boxes(section.footers.get(kind, ()))
            if not one.has_page_number
        ]
        shown = [one for one in found if one.text and not RULE.match(one.text)]
        if not any(_ADDRESS.match(bare(one.text)) for one in shown):
            continue
        above = found[: found.index(shown[0])]
        facts: dict[str, Any] = {
            "location": "first_page_bottom" if kind == "first" else "other_page_bottom"
        }
        line = _line_above(shown[0], above, section)
        if line is not None:
            facts["line_above_full_width"] = line
        into.add_plain("address_block", group, shown, facts, section=section)
        return


def _line_above(first: Paragraph, above: Sequence[Paragraph], section: Section) -> bool | None:
    """Tell whether a full line stands above; None where only the page tells its length."""
    if first.setting.top_line or any(one.setting.bottom_line for one in above[-1:]):
        return True
    drawn = [line.length for one in (*above, first) for line in one.lines]
    if drawn:
        return max(drawn) >= 0.95 * section.text_width
    return None if any(RULE.match(one.text) for one in above if one.text) else False
