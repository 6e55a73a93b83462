"""Mends the form of a document without touching its words, and proves that it did.

Repairs are planned from the findings, made on a copy, and the copy is checked again: what does not
mend what it should, or breaks what was right, is not made. A few rounds are needed, since one
repair may make another possible; when a round changes nothing, neither would a second run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.judging import judge
from cchc_docs.checker.mending import letters, numbers, pages, settings, sizes, tables, texts
from cchc_docs.checker.mending.draft import Draft, Spots, ensure_changeable
from cchc_docs.checker.mending.reasons import reason_of
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Left, Planner, Put, Repair
from cchc_docs.checker.outcomes import CheckResult, State
from cchc_docs.checker.segments import find_components
from cchc_docs.layout.reading import read_picture
from cchc_docs.model.rule import RuleBook
from cchc_docs.ooxml.package import Parts

__all__ = ["Change", "Left", "Mended", "mended"]

_PLANNERS: Final[tuple[Planner, ...]] = (
    texts.plan_forms,
    texts.plan_fixed_lines,
    pages.plan_pages,
    pages.plan_wide_tables,
    letters.plan_fonts,
    letters.plan_colors,
    letters.plan_switches,
    sizes.plan_sizes,
    settings.plan_align,
    settings.plan_indents,
    settings.plan_gaps,
    settings.plan_lines,
    tables.plan_heads,
    tables.plan_repeats,
    numbers.plan_counting,
    numbers.plan_first_page,
    numbers.plan_place,
    numbers.plan_missing,
    letters.plan_labels,  # last: it parts runs, and what is set later would reach the first half
)
LookAtPages = Callable[[Parts, Components], dict[Instance, dict[str, Any]] | None]
"""Prints a document and tells the facts of its pages; None where it cannot be printed."""

_ROUNDS: Final = 6
_CHECKS: Final = 60  # of copies in one round; each takes as long as the check of the document
_BREAKS_OTHERS: Final = "sửa chỗ này thì sai quy tắc khác"


@dataclass(frozen=True, slots=True, eq=False)
class Mended:
    """A document after mending: its parts, every change, and what was left with the reason.

    `result` is what came of the rules on the mended document.
    """

    parts: Parts
    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    result: CheckResult


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    parts: Parts
    components: Components
    result: CheckResult


def mended(
    parts: Parts,
    result: CheckResult,
    components: Components,
    book: RuleBook,
    circumstances: Circumstances | None = None,
    look_at_pages: LookAtPages | None = None,
) -> Mended:
    """Return the document with all that can be mended safely.

    `result` and `components` are those of `parts`, judged by `book` under `circumstances` (None:
    nothing is known). Facts of the printed page are those of the old one: copies are judged without
    them, the mended document on those `look_at_pages` finds.

    Raises:
        FileAccessError: the document is signed, protected, has macros, or is of the kind Strict.
    """
    ensure_changeable(parts, result.changeable)
    known = circumstances or Circumstances()
    unprinted = replace(known, printed=None)
    mender = _Mender(book, unprinted)
    seen = result if known.printed is None else judge(book, components, unprinted)
    now = _State(parts, components, seen)
    found, changes, reasons = result, list[Change](), dict[str, str]()
    for _ in range(_ROUNDS):
        bench = Bench(now.parts, found, now.components, book, Spots(now.components.picture))
        plan = _compatible(bench)
        now, made = mender.made(now, plan)
        reasons = bench.refused | {
            rule: _BREAKS_OTHERS for one in plan if one not in made for rule in one.hits
        }
        if not made:
            break
        found = now.result
        changes += [change for repair in made for change in repair.changes]
    after = now.result
    if not changes:
        after = result
    elif look_at_pages:
        facts = look_at_pages(now.parts, now.components)
        after = judge(book, now.components, replace(known, printed=facts))
    return Mended(now.parts, tuple(changes), _left(result, after, changes, reasons), after)


def _left(
    before: CheckResult, after: CheckResult, changes: Sequence[Change], reasons: Mapping[str, str]
) -> tuple[Left, ...]:
    """Return what stays: of rules that were judged on the printed page only, what was found."""
    mended_rules = {one.rule.id for one in changes}
    left = []
    for old, new in zip(before.outcomes, after.outcomes, strict=True):
        unseen = old.is_finding and new.state is State.NOT_EVALUATED
        if new.is_finding or (unseen and old.rule.id not in mended_rules):
            outcome = new if new.is_finding else old
            left.append(Left(outcome, reason_of(outcome.rule, reasons)))
    return tuple(left)


def _compatible(bench: Bench) -> list[Repair]:
    """Return the planned repairs; of two that want different things of one element, the first.

    A repair that itself wants different things of one element is none.
    """
    values: dict[object, object] = {}
    kept: list[Repair] = []
    for planner in _PLANNERS:
        for repair in planner(bench):
            puts = [one for one in repair.edits if isinstance(one, Put)]
            own = {(one.spot, one.setter): one.value for one in puts}
            known = own | {key: values[key] for key in own.keys() & values.keys()}
            if all(known[one.spot, one.setter] == one.value for one in puts):
                values |= own
                kept.append(repair)
            else:
                bench.refused |= dict.fromkeys(repair.hits, _SHARED)
    return kept


_SHARED: Final = "chữ chung một đoạn định dạng với thành phần khác, cần định dạng khác"


class _Mender:
    """Makes repairs on copies, and keeps those that prove right."""

    def __init__(self, book: RuleBook, circumstances: Circumstances) -> None:
        self._book = book
        self._circumstances = circumstances
        self._checks = 0

    def made(self, base: _State, repairs: Sequence[Repair]) -> tuple[_State, list[Repair]]:
        """Return the document with those of the repairs that mend and harm nothing."""
        self._checks = _CHECKS
        return self._kept(base, base, [], list(repairs))

    def _kept(
        self, origin: _State, now: _State, before: list[Repair], repairs: list[Repair]
    ) -> tuple[_State, list[Repair]]:
        """Add repairs to those `before`, all of them or, where that fails, half by half."""
        if not repairs or self._checks <= 0:
            return now, before
        trial = self._trial(origin, [*before, *repairs])
        if _is_better(now.result, trial.result, repairs):
            return trial, [*before, *repairs]
        if len(repairs) == 1:
            return now, before
        half = len(repairs) // 2
        now, before = self._kept(origin, now, before, repairs[:half])
        return self._kept(origin, now, before, repairs[half:])

    def _trial(self, origin: _State, repairs: list[Repair]) -> _State:
        """Return a copy of the document with repairs, checked."""
        self._checks -= 1
        draft = Draft(origin.parts)
        edits: dict[Edit, None] = dict.fromkeys(edit for one in repairs for edit in one.edits)
        for edit in edits:
            edit(draft)
        parts = draft.parts()
        components = find_components(read_picture(parts))
        return _State(parts, components, judge(self._book, components, self._circumstances))


def _is_better(before: CheckResult, after: CheckResult, repairs: Sequence[Repair]) -> bool:
    """Tell whether a copy has the promised places mended and nothing new that is wrong."""
    promised: Counter[str] = Counter()
    for repair in repairs:
        promised.update(repair.hits)
    for old, new in zip(before.outcomes, after.outcomes, strict=True):
        if len(new.hits) > max(0, len(old.hits) - promised[old.rule.id]):
            return False
        if old.state is State.PASSED and new.state is not State.PASSED:
            return False
    return True
