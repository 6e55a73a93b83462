"""Paper and margins; tables that no longer fit between them become narrower with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cchc_docs.checker.components import Instance
from cchc_docs.checker.measures import measure
from cchc_docs.checker.measures.sample import UNKNOWN
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Repair
from cchc_docs.checker.mending.setters import set_margins, set_page, set_width
from cchc_docs.checker.outcomes import RuleOutcome
from cchc_docs.checker.places import place_text
from cchc_docs.domain.rule_matching import matches
from cchc_docs.layout.looks import POINTS_PER_MM, Align, mm
from cchc_docs.layout.picture import Section, Table
from cchc_docs.model.allowed import OneOf, Range
from cchc_docs.model.rule import Rule

_SIDES: Final = {
    "margin_top": "top",
    "margin_bottom": "bottom",
    "margin_left": "left",
    "margin_right": "right",
    "gutter": "gutter",
}
_ALL: Final = "margins_top_bottom_left_right"  # the first four of these sides
_FAR: Final = 1.25  # Letter, Legal and F4 are A4 to their writers; A3 and A5 are meant
_OTHER_PAPER: Final = "khổ giấy khác hẳn A4; thu phóng làm vỡ trình bày"
_NO_SECTION: Final = "tệp không ghi số đo của trang ở phần này"
_SLACK: Final = 6.0  # points; a usual table overhangs the text by the margin of its cells


def plan_pages(bench: Bench) -> Iterator[Repair]:
    """Set paper and margins of each section to the nearest that are allowed."""
    outcomes = list(bench.failing("paper_size", _ALL, *_SIDES))
    for instance in bench.components.of("page"):
        section = instance.section
        if section is None:
            continue
        judged = [one for one in outcomes if _is_judged(one, section)]
        wanted = [one for one in (_wanted(bench, o.rule, instance) for o in judged) if one]
        if not wanted:
            continue
        new = {name: value for one in wanted for name, value in one.figures.items()}
        size = new.pop("size", None)
        edits: list[Edit] = []
        if size:
            edits += bench.put(section.element, set_page, size)
        if new:
            edits += bench.put(section.element, set_margins, tuple(new.items()))
        if edits:
            edits += _narrowed(bench, section, _text_width(section, size, new))
            hits = {one.change.rule.id: 1 for one in wanted}
            yield Repair(hits, tuple(edits), tuple(one.change for one in wanted))
        else:
            for one in wanted:
                bench.refuse(one.change.rule, _NO_SECTION)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The new figures of a section by Word's names (``size``, ``top``), in mm, and the change."""

    figures: Mapping[str, Any]
    change: Change


def _wanted(bench: Bench, rule: Rule, page: Instance) -> _Wanted | None:
    """Return what a rule wants of a page; None where it is right, or no A4 at all."""
    now = next(iter(measure(rule.property, page, bench.components))).value
    if now is UNKNOWN or matches(rule.allowed, now):
        return None
    target = _target(rule.allowed, now)
    if target is None:
        bench.refuse(rule, _OTHER_PAPER)
        return None
    change = bench.change_at(rule, page, now, target)
    if rule.property == "paper_size":
        return _Wanted({"size": target}, change)
    if rule.property == _ALL:
        return _Wanted(dict(zip(_SIDES.values(), target, strict=False)), change)
    return _Wanted({_SIDES[rule.property]: target}, change)


def _is_judged(outcome: RuleOutcome, section: Section) -> bool:
    orientation = outcome.rule.scope.where.get("orientation")
    lies = "landscape" if section.is_landscape else "portrait"
    return orientation is None or matches(orientation, lies)


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


def _narrowed(bench: Bench, section: Section, width: float) -> Iterator[Edit]:
    """Make the tables narrower that fit the old page and would not fit the new one."""
    for block in section.blocks:
        if isinstance(block, Table) and not fits(block, width) and fits(block, section.text_width):
            yield from narrower(bench, block, width)


def fits(table: Table, width: float) -> bool:
    """Tell whether a table lies within a text width; one that cannot be measured counts so."""
    if table.width is None or table.floating:
        return True
    inset = 0.0 if table.align is not Align.LEFT else table.indent
    return inset + table.width <= width + _SLACK


def narrower(bench: Bench, table: Table, width: float) -> Iterator[Edit]:
    """Yield the edit that makes a table as wide as the text."""
    if table.width and width > 0:
        yield from bench.put(table.element, set_width, round(min(1.0, width / table.width), 4))


def plan_wide_tables(bench: Bench) -> Iterator[Repair]:
    """Make tables narrower that run over the margins."""
    for outcome in bench.failing("width_within_text_area"):
        for instance in bench.components.of(outcome.rule.element):
            table, section = instance.table, instance.section
            if table is None or section is None or table.width is None:
                continue
            sample = next(iter(measure(outcome.rule.property, instance, bench.components)))
            if sample.value is not False:
                continue
            edits = tuple(narrower(bench, table, section.text_width))
            change = Change(
                outcome.rule,
                place_text(instance, bench.book),
                "",
                f"rộng {mm(table.width):.0f} mm",
                f"rộng {mm(min(table.width, section.text_width)):.0f} mm",
            )
            if edits:
                yield Repair({outcome.rule.id: 1}, edits, (change,))
