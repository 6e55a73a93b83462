"""Paper and margins; tables that no longer fit between them become narrower with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cchc_docs.checker.components import Instance
from cchc_docs.checker.measures.tables import fits
from cchc_docs.checker.mending.reasons import NO_SECTION
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Repair, text_key
from cchc_docs.checker.mending.room import cuts_words
from cchc_docs.checker.mending.setters import set_margins, set_page, set_width
from cchc_docs.checker.places import Hit
from cchc_docs.layout.looks import POINTS_PER_MM, mm
from cchc_docs.layout.picture import Section, Table
from cchc_docs.layout.wordml import W
from cchc_docs.model.allowed import OneOf, Range
from cchc_docs.model.rule import Rule

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SIDES: Final = {
    "margin_top": "top",
    "margin_bottom": "bottom",
    "margin_left": "left",
    "margin_right": "right",
    "gutter": "gutter",
}
_ALL: Final = "margins_top_bottom_left_right"  # the first four of these sides
_FAR: Final = 1.25  # Letter, Legal and F4 are A4 to their writers; A3 and A5 are meant
_ONE_MORE: Final = "sửa thì văn bản tràn thêm một trang gần như trống; cần dồn nội dung rồi sửa tay"
_DRAWN: Final = "trong bảng có hình vẽ đặt tự do: thu hẹp bảng thì hình lệch khỏi chỗ của nó"
_CUT: Final = "thu hẹp bảng thì chữ trong cột hẹp bị ngắt giữa từ: cần chỉnh bề rộng từng cột"
_SHIFT: Final = 10.0  # mm a table may become narrower under what is drawn on it
_FLOATING: Final = (_WP + "anchor", W + "pict")
_OTHER_PAPER: Final = "khổ giấy khác hẳn A4; thu phóng làm vỡ trình bày"


def plan_pages(bench: Bench) -> Iterator[Repair]:
    """Set paper and margins of each section to the nearest that are allowed."""
    by_page: dict[Instance, list[_Wanted]] = {}
    for outcome in bench.failing("paper_size", _ALL, *_SIDES):
        for hit in outcome.hits:
            if _is_full(bench, outcome.rule, hit):
                continue
            if one := _wanted(bench, outcome.rule, hit):
                by_page.setdefault(hit.instance, []).append(one)
    for page, wanted in by_page.items():
        section = page.section
        if section is None:
            continue
        new = {name: value for one in wanted for name, value in one.figures.items()}
        size = new.pop("size", None)
        edits: list[Edit] = []
        if size:
            edits += bench.put(section.element, set_page, size)
        if new:
            edits += bench.put(section.element, set_margins, tuple(new.items()))
        width = _text_width(section, size, new)
        tables = _too_wide(bench, section, width)
        harm = next(filter(None, (_harm(table, width) for table in tables)), None)
        if edits and harm is None:
            for table in tables:
                if fits(table, section.text_width):
                    edits += _narrower(bench, table, width)
            hits = {one.change.rule.id: 1 for one in wanted}
            yield Repair(hits, tuple(edits), tuple(one.change for one in wanted))
        else:
            for one in wanted:
                bench.refuse(one.change.rule, harm or NO_SECTION)


def _is_full(bench: Bench, rule: Rule, hit: Hit) -> bool:
    """Tell whether a text must be left on the pages it has, and say so."""
    is_full = text_key(hit.instance.group) in bench.full
    if is_full:
        bench.refuse(rule, _ONE_MORE)
    return is_full


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The new figures of a section by Word's names (``size``, ``top``), in mm, and the change."""

    figures: Mapping[str, Any]
    change: Change


def _wanted(bench: Bench, rule: Rule, hit: Hit) -> _Wanted | None:
    """Return what a rule wants of a page that breaks it; None of one that is no A4 at all."""
    target = _target(rule.allowed, hit.value)
    if target is None:
        bench.refuse(rule, _OTHER_PAPER)
        return None
    change = bench.change(rule, hit, target)
    if rule.property == "paper_size":
        return _Wanted({"size": target}, change)
    if rule.property == _ALL:
        return _Wanted(dict(zip(_SIDES.values(), target, strict=False)), change)
    return _Wanted({_SIDES[rule.property]: target}, change)


def _target(allowed: Any, now: Any) -> Any:
    """Return the nearest figures that are allowed; None for paper that is no A4 at all."""
    match allowed:
        case OneOf(enum=papers) if isinstance(now, list):
            width, height = now
            turned = [one for one in papers if isinstance(one, tuple)]
            paper = next((one for one in turned if (one[0] > one[1]) is (width > height)), None)
            if paper is None:
                return None
            shares = [one / other for one, other in zip(now, paper, strict=True)]
            return paper if all(1 / _FAR < one < _FAR for one in shares) else None
        case Range(min=tuple(least), max=tuple(most)):
            return tuple(
                min(max(one, low), high) for one, low, high in zip(now, least, most, strict=True)
            )
        case Range(min=float(least), max=float(most)):
            return min(max(now, least), most)
    return getattr(allowed, "equals", None)


def _text_width(
    section: Section, size: tuple[float, float] | None, margins: Mapping[str, float]
) -> float:
    """Return the width between the new margins, in points."""
    width = size[0] * POINTS_PER_MM if size else section.width
    for name in ("left", "right", "gutter"):
        width -= margins[name] * POINTS_PER_MM if name in margins else getattr(section, name)
    return width


def _too_wide(bench: Bench, section: Section, width: float) -> list[Table]:
    """Return the tables too wide for a new page; of those too wide already only tables of data."""
    data = {one.table for one in bench.judged("table")}
    return [
        one
        for one in section.blocks
        if isinstance(one, Table)
        and not fits(one, width)
        and (one in data or fits(one, section.text_width))
    ]


def _harm(table: Table, width: float) -> str | None:
    """Return why a table cannot be made as narrow as a width; None where it can.

    Shapes that float over it stay behind, and in a narrow column words are cut into pieces.
    """
    if table.width is None or table.width <= width:
        return None
    is_much = table.width - width > _SHIFT * POINTS_PER_MM
    element = table.element
    if is_much and element is not None and next(element.iter(*_FLOATING), None) is not None:
        return _DRAWN
    return _CUT if cuts_words(table, width / table.width) else None


def _narrower(bench: Bench, table: Table, width: float) -> Iterator[Edit]:
    """Yield the edit that makes a table as wide as the text."""
    if table.width and width > 0:
        yield from bench.put(table.element, set_width, round(min(1.0, width / table.width), 4))


def plan_wide_tables(bench: Bench) -> Iterator[Repair]:
    """Make tables narrower that run over the margins."""
    for outcome in bench.failing("width_within_text_area"):
        for hit in outcome.hits:
            table, section = hit.instance.table, hit.instance.section
            if table is None or section is None or table.width is None:
                continue
            if _is_full(bench, outcome.rule, hit):
                continue
            if harm := _harm(table, section.text_width):
                bench.refuse(outcome.rule, harm)
                continue
            edits = tuple(_narrower(bench, table, section.text_width))
            change = Change(
                outcome.rule,
                hit.place,
                "",
                f"rộng {mm(table.width):.0f} mm",
                f"rộng {mm(min(table.width, section.text_width)):.0f} mm",
            )
            if edits:
                yield Repair({outcome.rule.id: 1}, edits, (change,))
