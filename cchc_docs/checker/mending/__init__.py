"""Mends the form of a document without touching its words, and proves that it did.

Repairs are planned from the findings, made on a copy, and the copy is checked again: what does not
mend what it should, or breaks what was right, is not made. A few rounds are needed, since one
repair may make another possible; when a round changes nothing, neither would a second run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.judging import judge
from cchc_docs.checker.mending import letters, numbers, pages, settings, sizes, tables, texts
from cchc_docs.checker.mending.draft import Spots, ensure_changeable
from cchc_docs.checker.mending.paging import Extents, crowded, extents, remarks
from cchc_docs.checker.mending.proving import Mender, Snapshot
from cchc_docs.checker.mending.reasons import reason_of
from cchc_docs.checker.mending.repairs import (
    Bench,
    Change,
    Left,
    Planner,
    Put,
    Repair,
    TextKey,
    told,
)
from cchc_docs.checker.outcomes import CheckResult, State
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
_PRINTS: Final = 2  # the second time for what only the new pages show


@dataclass(frozen=True, slots=True, eq=False)
class Mended:
    """A document after mending: its parts, every change, and what was left with the reason.

    `result` is what came of the rules on the mended document, `remarks` tell what became of the
    number of its pages.
    """

    parts: Parts
    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    result: CheckResult
    remarks: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """All of it as lines to be read; changes that repeat are one line."""
        return [
            *(f"ĐÃ SỬA {one}" for one in told(self.changes)),
            *(f"CHƯA SỬA {one}." for one in self.left),
            *(f"LƯU Ý {one}." for one in self.remarks),
        ]


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
    seen = result if known.printed is None else judge(book, components, unprinted)
    mender = Mender(book, unprinted)
    start = Snapshot(parts, components, seen)
    before = extents(components, known.printed)

    def attempt(full: frozenset[TextKey]) -> tuple[_Attempt, CheckResult, Extents | None]:
        made, after, pages = _Attempt(start), result, before
        for _ in range(_PRINTS):
            found = after
            if not made.mend(mender, found, full):
                break
            after, facts = made.state.result, None
            if look_at_pages:
                facts = look_at_pages(made.state.parts, made.state.components)
                after = judge(book, made.state.components, replace(known, printed=facts))
            pages = extents(made.state.components, facts)
            if not (facts and _new_findings(found, after)):
                break
        return made, after, pages

    made, after, pages = attempt(frozenset())
    if full := crowded(before, pages):
        other = attempt(full)
        if not crowded(before, other[2]):
            made, after, pages = other
    return Mended(
        made.state.parts,
        tuple(made.changes),
        _left(result, after, made),
        after,
        remarks(before, pages, made.changes),
    )


def _new_findings(before: CheckResult, after: CheckResult) -> bool:
    """Tell whether the printed page shows faults that were none before mending."""
    return any(
        new.is_finding and not old.is_finding
        for old, new in zip(before.outcomes, after.outcomes, strict=True)
    )


@dataclass(slots=True, eq=False)
class _Attempt:
    """A document while rounds of mending change it.

    `mended` are the rules of whose places some were mended, `reasons` says why others are left.
    """

    state: Snapshot
    changes: list[Change] = field(default_factory=list)
    mended: set[str] = field(default_factory=set)
    reasons: dict[str, str] = field(default_factory=dict)

    def mend(self, mender: Mender, found: CheckResult, full: frozenset[TextKey]) -> bool:
        """Mend what was found, until a round changes nothing; tell whether any did."""
        printed = _printed(found, self.state.result)
        count = len(self.changes)
        for _ in range(_ROUNDS):
            now = self.state
            spots = Spots(now.components.picture)
            bench = Bench(now.parts, found, now.components, mender.book, spots, full)
            self.state, made, failed = mender.made(now, _compatible(bench))
            self.reasons |= failed | bench.refused
            if not made:
                break
            outcomes = self.state.result.outcomes
            kept = tuple(one for one in outcomes if one.rule.id not in printed)
            found = replace(self.state.result, outcomes=kept)
            self.changes += [change for repair in made for change in repair.changes]
            self.mended |= {rule for repair in made for rule in repair.hits}
        self.mended |= {one.rule.id for one in self.changes}
        return len(self.changes) > count


def _printed(found: CheckResult, unprinted: CheckResult) -> frozenset[str]:
    """Return the rules that the printed page decided: of a copy nobody knows them."""
    return frozenset(
        old.rule.id
        for old, new in zip(found.outcomes, unprinted.outcomes, strict=True)
        if new.state is State.NOT_EVALUATED and old.state is not State.NOT_EVALUATED
    )


def _left(before: CheckResult, after: CheckResult, made: _Attempt) -> tuple[Left, ...]:
    """Return what stays: of rules that were judged on the printed page only, what was found."""
    left = []
    for old, new in zip(before.outcomes, after.outcomes, strict=True):
        unseen = old.is_finding and new.state is State.NOT_EVALUATED
        if new.is_finding or (unseen and old.rule.id not in made.mended):
            outcome = new if new.is_finding else old
            left.append(Left(outcome, reason_of(outcome.rule, made.reasons)))
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
