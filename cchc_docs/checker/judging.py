"""The rules run on the components of a document, one outcome for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.components import Components
from cchc_docs.checker.facts import Facts
from cchc_docs.checker.measures import is_measured
from cchc_docs.checker.measures.sample import UNKNOWN
from cchc_docs.checker.outcomes import CheckResult, RuleOutcome, State
from cchc_docs.checker.places import Hit, found_text, hit
from cchc_docs.checker.sampling import ABSENCE, Sampler
from cchc_docs.domain.rule_matching import matches, stands_in_lines
from cchc_docs.domain.rule_wording import wanted
from cchc_docs.findings import Level
from cchc_docs.model.allowed import Pattern
from cchc_docs.model.rule import Rule, RuleBook


def judge(book: RuleBook, components: Components, circumstances: Circumstances) -> CheckResult:
    """Run every rule on a document."""
    facts = Facts(components, circumstances)
    level_of = circumstances.house.level_of
    graded = [(rule, level) for rule in book.rules if (level := level_of(rule)) is not None]
    picture = components.picture
    return CheckResult(
        components.first.type_name,
        tuple([_Judge(rule, level, book, facts).outcome() for rule, level in graded]),
        components.remarks,
        not (picture.is_protected or picture.is_signed or picture.has_macros),
    )


def not_measured(book: RuleBook) -> list[Rule]:
    """Return the rules whose property nothing here measures; they are never evaluated."""
    return [rule for rule in book.rules if not is_measured(rule.property)]


class _Judge:
    """One rule on one document."""

    def __init__(self, rule: Rule, level: Level, book: RuleBook, facts: Facts) -> None:
        self.rule = rule
        self.level = level
        self.book = book
        self.facts = facts

    def outcome(self) -> RuleOutcome:
        state, reason, hits = self._judged()
        house = self.facts.circumstances.house
        change = house.changes.get(self.rule.id)
        waiver = house.waivers.get(self.rule.id)
        return RuleOutcome(
            self.rule,
            state,
            self.level,
            wanted(self.rule, self.book) if hits else "",
            tuple(hits),
            reason,
            waiver or (change.reason if change else None),
            waived=waiver is not None,
        )

    def _judged(self) -> _Verdict:
        rule, facts = self.rule, self.facts
        texts, unknown = facts.meeting(rule.when)
        unread = None
        if unknown:
            unread = f"chưa biết {self.book.conditions[unknown.name].title} hay không"
        if not texts or (not facts.components.of(rule.element) and rule.property not in ABSENCE):
            return _nothing_wrong(unread)
        sampler = Sampler(rule, facts, texts, unread)
        if not sampler.is_for_ward():
            return _nothing_wrong(sampler.unread)
        return self._seen_at_a_glance(sampler) or self._seen_one_by_one(sampler)

    def _seen_at_a_glance(self, sampler: Sampler) -> _Verdict | None:
        """Judge by the looks of the whole document, or its text put together.

        What is right everywhere is right wherever the rule applies, were it not known where. None
        where places have to be looked at one by one: something may be wrong.
        """
        told = sampler.values_of_looks()
        looks_decide = any(told.values())
        values = {look: list(filter(sampler.is_in_scope, given)) for look, given in told.items()}
        if looks_decide and not any(values.values()):
            return _nothing_wrong(sampler.unread)
        if sampler.scope.place:
            return None  # a place among others is told only of all together
        wrong = {look for look, given in values.items() if not all(map(self._is_right, given))}
        if wrong or not (looks_decide or self._stands_nowhere()):
            sampler.doubtful = wrong if looks_decide else None
            return None
        if sampler.measures_anything():
            return State.PASSED, None, ()
        return _nothing_wrong(sampler.unread)

    def _seen_one_by_one(self, sampler: Sampler) -> _Verdict:
        judged = False
        hits = []
        wrong: dict[Any, str | None] = {}  # what is told of each value, None of a right one
        for sample, instance in sampler.samples():
            value = sample.value
            if value is UNKNOWN:
                sampler.leave_unread()
                continue
            key = repr(value) if isinstance(value, list) else (type(value), value)
            if key not in wrong:
                right = matches(self.rule.allowed, value)
                wrong[key] = None if right else found_text(value, self.rule, self.book)
            found = wrong[key]
            if found is None:
                judged = True
            else:
                hits.append(hit(sample, instance, found, self.book))
        if hits:
            return State.FAILED, None, hits
        passed_over = sampler.doubtful is not None
        judged = judged or (passed_over and sampler.measures_anything())
        return _nothing_wrong(sampler.unread, judged=judged)

    def _is_right(self, value: object) -> bool:
        return value is not UNKNOWN and matches(self.rule.allowed, value)

    def _stands_nowhere(self) -> bool:
        """Tell whether a pattern that must not be found is in none of many texts put together.

        One search in a page of text takes the time of one in a line.
        """
        allowed = self.rule.allowed
        if not isinstance(allowed, Pattern) or not allowed.forbids:
            return False
        if self.rule.property not in ("text", "rule_kind"):
            return False
        pages = self.facts.pages(self.rule.element)
        return bool(pages) and not any(stands_in_lines(allowed, page) for page in pages)


_Verdict = tuple[State, str | None, Sequence[Hit]]
"""What came of a rule, why it was not evaluated, what breaks it."""


def _nothing_wrong(unread: str | None, *, judged: bool = False) -> _Verdict:
    if unread:
        return State.NOT_EVALUATED, unread, ()
    return (State.PASSED if judged else State.NOT_APPLICABLE), None, ()
