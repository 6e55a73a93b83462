"""Repairs are made on copies, and a copy that does not prove better is thrown away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.components import Components
from cchc_docs.checker.judging import judge
from cchc_docs.checker.mending.draft import Draft
from cchc_docs.checker.mending.repairs import Edit, Repair
from cchc_docs.checker.outcomes import CheckResult, State
from cchc_docs.checker.segments import find_components
from cchc_docs.layout.reading import read_picture
from cchc_docs.model.rule import RuleBook
from cchc_docs.ooxml.package import Parts

_CHECKS: Final = 60  # of copies in one round; each takes as long as the check of the document
_BREAKS: Final = "sửa chỗ này thì sai quy tắc khác: {}"
_FAILS: Final = "sửa tự động không đạt yêu cầu của quy tắc này"
_UNTRIED: Final = "quá nhiều chỗ phải thử; chạy sửa thêm lần nữa trên tệp đã sửa"


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A document between two changes: its parts, what is in them, what came of the rules."""

    parts: Parts
    components: Components
    result: CheckResult


class Mender:
    """Makes repairs on copies, and keeps those that prove right."""

    def __init__(self, book: RuleBook, circumstances: Circumstances) -> None:
        self.book = book
        self._circumstances = circumstances

    def made(
        self, base: Snapshot, repairs: Sequence[Repair]
    ) -> tuple[Snapshot, list[Repair], dict[str, str]]:
        """Return the document with those of the repairs that mend and harm nothing.

        The others are told by their rules, with the reason.
        """
        trials = _Trials(self, base)
        state, made = trials.kept(base, [], list(repairs))
        reasons = {
            rule: _reason(rule, trials.failed.get(one))
            for one in repairs
            if one not in made
            for rule in one.hits
        }
        return state, made, reasons

    def tried(self, base: Snapshot, repairs: Sequence[Repair]) -> Snapshot:
        """Return a copy of the document with repairs, checked."""
        draft = Draft(base.parts)
        edits: dict[Edit, None] = dict.fromkeys(edit for one in repairs for edit in one.edits)
        for edit in edits:
            edit(draft)
        parts = draft.parts()
        components = find_components(read_picture(parts))
        return Snapshot(parts, components, judge(self.book, components, self._circumstances))


@dataclass(slots=True, eq=False)
class _Trials:
    """The copies of one round.

    `left` is how many may still be made; `failed` holds the rules each single repair broke.
    """

    mender: Mender
    origin: Snapshot
    left: int = _CHECKS
    failed: dict[Repair, list[str]] = field(default_factory=dict)

    def kept(
        self, now: Snapshot, before: list[Repair], repairs: list[Repair]
    ) -> tuple[Snapshot, list[Repair]]:
        """Add repairs to those `before`, all of them or, where that fails, half by half."""
        if not repairs or self.left <= 0:
            return now, before
        self.left -= 1
        trial = self.mender.tried(self.origin, [*before, *repairs])
        broken = _rules_broken(now.result, trial.result, repairs)
        if not broken:
            return trial, [*before, *repairs]
        if len(repairs) == 1:
            self.failed[repairs[0]] = broken
            return now, before
        half = len(repairs) // 2
        now, before = self.kept(now, before, repairs[:half])
        return self.kept(now, before, repairs[half:])


def _rules_broken(before: CheckResult, after: CheckResult, repairs: Sequence[Repair]) -> list[str]:
    """Return the rules of which a copy has not the promised places mended, or something new."""
    promised: Counter[str] = Counter()
    for repair in repairs:
        promised.update(repair.hits)
    return [
        old.rule.id
        for old, new in zip(before.outcomes, after.outcomes, strict=True)
        if len(new.hits) > max(0, len(old.hits) - promised[old.rule.id])
        or (old.state is State.PASSED and new.state is not State.PASSED)
    ]


def _reason(rule: str, broken: Sequence[str] | None) -> str:
    """Return why a repair for a rule was not made, by what it broke; None: nobody tried."""
    if broken is None:
        return _UNTRIED
    others = [one for one in broken if one != rule]
    return _BREAKS.format(", ".join(others)) if others else _FAILS
