"""What came of each rule on one document: nothing that was not looked at counts as right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cchc_docs.checker.places import Hit
from cchc_docs.findings import Level
from cchc_docs.model.rule import Rule


class State(StrEnum):
    """What came of a rule."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_EVALUATED = "not-evaluated"
    NOT_APPLICABLE = "not-applicable"


@dataclass(slots=True, eq=False)  # frozen ones take three times as long to make
class RuleOutcome:
    """What came of one rule.

    `level` is that of its findings, after the house's own say. `wanted` says what is allowed, of
    a rule that failed. `hits` are the places that break it. `reason` tells why it was not
    evaluated; None otherwise. `house` is the reason the house gives for its own level or for
    waiving the rule; `waived` findings do not count.
    """

    rule: Rule
    state: State
    level: Level
    wanted: str
    hits: tuple[Hit, ...] = ()
    reason: str | None = None
    house: str | None = None
    waived: bool = False

    @property
    def is_finding(self) -> bool:
        """Whether it is to be mended: it failed and nobody waived it."""
        return self.state is State.FAILED and not self.waived


@dataclass(frozen=True, slots=True, eq=False)
class CheckResult:
    """All outcomes of one document, in the order of the rules.

    `type_name` is the type it was taken for (``Kế hoạch``), None unknown. `remarks` say what was
    not understood or not judged as a whole. `changeable` is false for a signed, protected or
    macro document, which is read and never changed.
    """

    type_name: str | None
    outcomes: tuple[RuleOutcome, ...]
    remarks: tuple[str, ...] = ()
    changeable: bool = True

    @property
    def findings(self) -> tuple[RuleOutcome, ...]:
        """The failed rules that nobody waived."""
        return tuple(one for one in self.outcomes if one.is_finding)

    @property
    def errors(self) -> tuple[RuleOutcome, ...]:
        """The findings against the decree's own words."""
        return tuple(one for one in self.findings if one.level is Level.ERROR)

    def count(self, state: State) -> int:
        """Return how many rules came out so."""
        return sum(one.state is state for one in self.outcomes)

    def of(self, rule: str) -> RuleOutcome:
        """Return what came of a rule.

        Raises:
            KeyError: there is no such rule.
        """
        for one in self.outcomes:
            if one.rule.id == rule:
                return one
        raise KeyError(rule)
