"""How paragraphs are set: alignment, first lines, room between them, line spacing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from cchc_docs.checker.components import Group, Instance
from cchc_docs.checker.measures import measure
from cchc_docs.checker.measures.settings import first_line_mm, is_indented_by_hand, room_after
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Repair, Setter
from cchc_docs.checker.mending.setters import (
    set_after,
    set_align,
    set_before,
    set_first_line,
    set_frame_align,
    set_left,
    set_lines,
)
from cchc_docs.checker.mending.targets import usual
from cchc_docs.checker.outcomes import RuleOutcome
from cchc_docs.checker.places import quoted
from cchc_docs.domain.rule_wording import value_text
from cchc_docs.layout.looks import POINTS_PER_MM, LineRule
from cchc_docs.layout.metrics import MM_PER_POINT, line_height
from cchc_docs.layout.picture import Paragraph
from cchc_docs.layout.wordml import W
from cchc_docs.model.allowed import Allowed, Equals, OneOf
from cchc_docs.model.rule import Rule

_BLANKS: Final = ("\t", "   ", "\u00a0")
_BY_BLANKS: Final = "chỗ đứng đặt bằng Tab hoặc dấu cách: sửa căn lề thì chữ lệch chỗ"
_IN_BOX: Final = "số trang nằm trong hộp chữ (Text Box): căn giữa bên trong thì hộp vẫn ở chỗ cũ"
_EMPTY_LINE: Final = "giữa hai đoạn là một dòng trống; công cụ không xóa dòng"
_INDENTS: Final = ("first_line_indent", "distinct_first_line_indents")
_SAME: Final = 0.05  # mm
_FINE: Final = 20  # line spacing is rounded to a twentieth of a line


def plan_align(bench: Bench) -> Iterator[Repair]:
    """Set the alignment; what tabs and blanks put in its place is left."""
    for outcome in bench.failing("align"):
        target = _word(outcome.rule.allowed)
        for hit in outcome.hits:
            paragraph = hit.paragraph
            if target is None or paragraph is None:
                continue
            if is_tabbed(paragraph):
                bench.refuse(outcome.rule, _BY_BLANKS)
                continue
            if hit.instance.element == "page_number" and _is_boxed(paragraph):
                bench.refuse(outcome.rule, _IN_BOX)
                continue
            setter: Setter = set_frame_align if paragraph.setting.in_frame else set_align
            edits: list[Edit] = list(bench.put(paragraph.element, setter, target))
            yield from bench.repair(outcome, [hit], edits, target)


def is_tabbed(paragraph: Paragraph) -> bool:
    """Tell whether tabs, or blanks before the first letter, put a paragraph where it stands."""
    if paragraph.raw_text.startswith(_BLANKS):
        return True
    runs = () if paragraph.element is None else paragraph.element.iter(W + "r")
    return any(run.find(W + "tab") is not None for run in runs)


def _is_boxed(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph stands in a text box: its place on the page is that of the box."""
    element = paragraph.element
    return element is not None and next(element.iterancestors(W + "txbxContent"), None) is not None


def _word(allowed: Allowed) -> str | None:
    match allowed:
        case Equals(equals=str(only)):
            return only
        case OneOf(enum=(str(first), *_)):
            return first
    return None


# ---------------------------------------------------------------- first lines


def plan_indents(bench: Bench) -> Iterator[Repair]:
    """Let all paragraphs of the text begin at the same of the allowed places."""
    outcomes = list(bench.failing(*_INDENTS))
    if not outcomes:
        return
    rule = bench.rule("first_line_indent")
    judged = _running(bench, rule)
    target = usual(rule.allowed, Counter(map(first_line_mm, judged)))
    if target is None:
        return
    told: set[Paragraph] = set()
    for outcome in outcomes:
        if outcome.rule.property == "first_line_indent":
            for hit in outcome.hits:
                if hit.paragraph is not None and (own := _indented(bench, hit.paragraph, target)):
                    told.add(hit.paragraph)
                    yield from bench.repair(outcome, [hit], own, target)
    for outcome in outcomes:
        if outcome.rule.property != "first_line_indent":
            edits: list[Edit] = []
            changes: list[Change] = []
            for paragraph in judged:
                if abs(first_line_mm(paragraph) - target) <= _SAME:
                    continue
                own = _indented(bench, paragraph, target)
                edits += own
                if own and paragraph not in told:
                    changes.append(_moved(bench, outcome, paragraph, target))
            if edits:
                hits = {outcome.rule.id: len(outcome.hits)}
                yield Repair(hits, tuple(edits), tuple(changes))


def _running(bench: Bench, rule: Rule) -> list[Paragraph]:
    """Return the paragraphs of the text whose first line is judged: none indented by hand."""
    barred = rule.scope.not_text_regex
    return [
        paragraph
        for instance in bench.judged(rule.element)
        for paragraph in instance.paragraphs
        if not (barred and barred.search(instance.text)) and not is_indented_by_hand(paragraph)
    ]


def _moved(bench: Bench, outcome: RuleOutcome, paragraph: Paragraph, target: float) -> Change:
    words = bench.book.properties["first_line_indent"]
    return Change(
        outcome.rule,
        outcome.hits[0].place,
        quoted(paragraph.text),
        f"{words.title}: {value_text(first_line_mm(paragraph), words)}",
        value_text(target, words),
    )


def _indented(bench: Bench, paragraph: Paragraph, target: float) -> list[Edit]:
    """Begin the first line at an indent in mm; the others stay where a list has them."""
    left = paragraph.setting.left if paragraph.label else 0.0
    first_line = round(target * POINTS_PER_MM - left, 2)
    edits: list[Edit] = []
    if not paragraph.label:
        edits += bench.put(paragraph.element, set_left, 0)
    return [*edits, *bench.put(paragraph.element, set_first_line, first_line)]


# ---------------------------------------------------------------- room between paragraphs


def plan_gaps(bench: Bench) -> Iterator[Repair]:
    """Give a paragraph the room above it that others of its text have."""
    for outcome in bench.failing("paragraph_gap"):
        gaps = _usual_by_text(bench, outcome.rule, partial(_gaps, bench))
        for instance, hits in bench.by_instance(outcome):
            before = instance.before.paragraph
            if before is None or not before.raw_text.strip():
                bench.refuse(outcome.rule, _EMPTY_LINE)
                continue
            gap = gaps[instance.group]
            if gap is not None:
                yield from bench.repair(outcome, hits, [*_apart(bench, instance, before, gap)], gap)


def _gaps(bench: Bench, instance: Instance) -> list[float]:
    return [one.value for one in measure("paragraph_gap", instance, bench.components)]


def _apart(bench: Bench, instance: Instance, before: Paragraph, gap: float) -> Iterator[Edit]:
    """Leave a gap between two paragraphs, and below the second what is there."""
    this, after = instance.paragraphs[0], instance.after.paragraph
    there = room_after(before, this)
    if there > gap:
        yield from bench.put(before.element, set_after, 0)
        there = 0
    yield from bench.put(this.element, set_before, gap - there)
    if after is not None and room_after(this, after) < this.setting.after:
        yield from bench.put(this.element, set_after, 0)  # no longer hidden between equal styles


# ---------------------------------------------------------------- lines


def plan_lines(bench: Bench) -> Iterator[Repair]:
    """Give a paragraph the line spacing that others of its text have, in lines."""
    for outcome in bench.failing("line_spacing", "line_rule"):
        in_points = outcome.rule.property == "line_rule"
        rule = bench.rule("line_spacing", outcome.rule.element)
        spacings = _usual_by_text(bench, rule, lambda one: map(_in_lines, one.paragraphs))
        for hit in outcome.hits:
            lines = spacings[hit.instance.group]
            if hit.paragraph is not None and lines is not None:
                edits: list[Edit] = [*bench.put(hit.paragraph.element, set_lines, lines)]
                yield from bench.repair(outcome, [hit], edits, "auto" if in_points else lines)


def _in_lines(paragraph: Paragraph) -> float:
    """Return a line spacing in lines; one in points that is a least height is a single line."""
    if paragraph.setting.line_rule is LineRule.AUTO:
        return paragraph.setting.line
    sizes = [run.face.size for run in paragraph.shown_runs if run.face.size]
    natural = line_height(max(sizes, default=14.0)) / MM_PER_POINT
    lines = round(_FINE * paragraph.setting.line / natural) / _FINE
    return max(1.0, lines) if paragraph.setting.line_rule is LineRule.AT_LEAST else lines


# ---------------------------------------------------------------- what a page has


def _usual_by_text(
    bench: Bench, rule: Rule, read: Callable[[Instance], Iterable[float]]
) -> dict[Group, float | None]:
    """Return for each text of the file the value to give: a page is to look even."""
    found: dict[Group, Counter[float]] = {}
    for instance in bench.judged(rule.element):
        found.setdefault(instance.group, Counter()).update(read(instance))
    return {group: usual(rule.allowed, counts) for group, counts in found.items()}
