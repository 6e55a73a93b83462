"""Sizes of letters: the nearest allowed one, in harmony over the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from cchc_docs.checker.components import Instance
from cchc_docs.checker.mending.letters import letters
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Repair
from cchc_docs.checker.mending.room import Room
from cchc_docs.checker.mending.setters import set_size
from cchc_docs.checker.mending.targets import usual
from cchc_docs.checker.outcomes import RuleOutcome
from cchc_docs.domain.rule_matching import matches
from cchc_docs.layout.picture import Paragraph, Run
from cchc_docs.model.allowed import Allowed, OneOf
from cchc_docs.model.rule import Rule

_TRIO: Final = ("quoc_hieu", "tieu_ngu", "dia_danh_ngay")
_ONE_LINE: Final = (*_TRIO, "so_ky_hieu")
_BODY: Final = "body"

_LOST: Final = (
    "chỗ đứng đặt bằng Tab hoặc dấu cách, hoặc dòng đã kín ô: đổi cỡ chữ thì chữ lệch chỗ"
)


def plan_sizes(bench: Bench) -> Iterator[Repair]:
    """Set sizes: first the three that go together, then the text, then each component."""
    room = Room(bench.components.picture)
    yield from _trio(bench, room)
    yield from _body(bench)
    for outcome in bench.failing("size"):
        if outcome.rule.element not in (*_TRIO, _BODY):
            for instance, hits in bench.by_instance(outcome):
                target = usual(outcome.rule.allowed, _sizes([instance]))
                wrong = _unlike(outcome.rule.allowed, instance)
                if target is not None and _is_lost(room, instance, wrong, target):
                    bench.refuse(outcome.rule, _LOST)
                    continue
                edits = letters(bench, wrong, set_size, target)
                yield from bench.repair(outcome, hits, edits, target)


def _sizes(instances: Iterable[Instance]) -> Counter[float]:
    """Count the letters of each size."""
    found: Counter[float] = Counter()
    for instance in instances:
        for _, run in instance.shown_runs:
            if run.face.size is not None and not run.face.raised:
                found[run.face.size] += len(run.text)
    return found


def _unlike(allowed: Allowed, instance: Instance) -> list[tuple[Paragraph, Run]]:
    return [
        (paragraph, run)
        for paragraph, run in instance.shown_runs
        if run.face.size is not None and not matches(allowed, run.face.size)
    ]


def _is_lost(
    room: Room, instance: Instance, wrong: Iterable[tuple[Paragraph, Run]], size: float
) -> bool:
    """Tell whether a line would leave its place in letters of a size."""
    keeps_line = instance.element in _ONE_LINE
    return any(room.is_lost(one, size, keeps_line) for one in {one for one, _ in wrong})


def _resized(bench: Bench, instance: Instance, size: float) -> list[Edit]:
    return letters(bench, _other_size(instance, size), set_size, size)


def _other_size(instance: Instance, size: float) -> list[tuple[Paragraph, Run]]:
    return [one for one in instance.shown_runs if one[1].face.size not in (None, size)]


# ---------------------------------------------------------------- quốc hiệu, tiêu ngữ, ngày


def _trio(bench: Bench, room: Room) -> Iterator[Repair]:
    """Set the three sizes to the set of the decree that is nearest to them."""
    together = next(bench.failing("size_qh_tn_date"), None)
    alone = [one for one in bench.failing("size") if one.rule.element in _TRIO]
    allowed = bench.rule("size_qh_tn_date").allowed
    if not isinstance(allowed, OneOf) or not (together or alone):
        return
    broken = [*alone, together] if together else alone
    sets = [one for one in allowed.enum if isinstance(one, tuple)]
    now = [_usual(bench, element) for element in _TRIO]
    chosen = min(sets, key=lambda one: _distance(one, now))
    hits = {one.rule.id: len(one.hits) for one in broken}
    edits: list[Edit] = []
    changes: list[Change] = []
    for element, size in zip(_TRIO, chosen, strict=True):
        own = next((one.rule for one in alone if one.rule.element == element), None)
        for instance in bench.judged(element):
            if _is_lost(room, instance, _other_size(instance, size), size):
                for one in broken:
                    bench.refuse(one.rule, _LOST)
                return
            if new := _resized(bench, instance, size):
                edits += new
                rule = own or bench.rule("size", element)
                changes.append(_change(bench, rule, instance, size))
    if edits:
        yield Repair(hits, tuple(edits), tuple(changes))


def _usual(bench: Bench, element: str) -> float | None:
    sizes = _sizes(bench.components.of(element)[:1])
    return sizes.most_common(1)[0][0] if sizes else None


def _distance(sizes: Iterable[float], now: Iterable[float | None]) -> float:
    return sum(abs(one - other) for one, other in zip(sizes, now, strict=True) if other is not None)


def _change(bench: Bench, rule: Rule, instance: Instance, size: float) -> Change:
    before = next((s for s in _sizes([instance]) if s != size), None)
    return bench.change_at(rule, instance, before, size)


# ---------------------------------------------------------------- the text


def _body(bench: Bench) -> Iterator[Repair]:
    """Give the whole text one size."""
    outcomes: list[RuleOutcome] = [
        one for one in bench.failing("size", "distinct_sizes") if one.rule.element == _BODY
    ]
    if not outcomes:
        return
    rule = bench.rule("size", _BODY)
    running = [one for one in bench.judged(_BODY) if not {"table", "footnote"} & set(one.within)]
    size = usual(rule.allowed, _sizes(running))
    if size is None:
        return
    edits: list[Edit] = []
    changes: list[Change] = []
    for instance in running:
        if new := _resized(bench, instance, size):
            edits += new
            changes.append(_change(bench, rule, instance, size))
    if edits:
        hits = {one.rule.id: len(one.hits) for one in outcomes}
        yield Repair(hits, tuple(edits), tuple(changes))
