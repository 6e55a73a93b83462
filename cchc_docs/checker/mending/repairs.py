"""What a repair is: a few edits that belong together, the places it mends, how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from cchc_docs.checker.components import Components, Group, Instance
from cchc_docs.checker.mending.draft import Draft, Spot, Spots
from cchc_docs.checker.mending.reasons import NO_RUN
from cchc_docs.checker.outcomes import CheckResult, RuleOutcome
from cchc_docs.checker.places import Hit, place_text, quoted
from cchc_docs.domain.rule_wording import value_text
from cchc_docs.layout.wordml import Element
from cchc_docs.model.rule import Rule, RuleBook
from cchc_docs.ooxml.package import Parts

_SHOWN: Final = 3  # places quoted of a change that repeats


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was mended: the rule, the place, its first words, from what, to what."""

    rule: Rule
    place: str
    quote: str
    before: str
    after: str

    @property
    def where(self) -> str:
        """The place with its first words."""
        return f'{self.place} "{self.quote}"' if self.quote else self.place

    def __str__(self) -> str:
        return f"[{self.rule.id}] {self.where}: {self.before} → {self.after}"


def told(changes: Iterable[Change]) -> list[str]:
    """Return one sentence for each rule with what was changed into what, and the first places."""
    alike: dict[tuple[str, str, str], list[Change]] = {}
    for one in changes:
        alike.setdefault((one.rule.id, one.before, one.after), []).append(one)
    return [f"{group[0]}." if len(group) == 1 else _together(group) for group in alike.values()]


def _together(changes: Sequence[Change]) -> str:
    first = changes[0]
    places = list(dict.fromkeys(one.where for one in changes))
    shown = "; ".join(places[:_SHOWN])
    end = "; …" if len(places) > _SHOWN else "."
    what = f"[{first.rule.id}] {first.before} → {first.after} ({len(changes)} chỗ)"
    return f"{what}: {shown}{end}"


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """A finding that stays, or what stays of it, with the reason in Vietnamese."""

    outcome: RuleOutcome
    reason: str

    def __str__(self) -> str:
        first = self.outcome.hits[0]
        count = f" ({len(self.outcome.hits)} chỗ)" if len(self.outcome.hits) > 1 else ""
        return f"[{self.outcome.rule.id}] {first.place}{count}: {self.reason}"


class Edit(Protocol):
    """Changes a draft; equal edits do the same."""

    def __call__(self, draft: Draft) -> None:
        """Make the change."""


Setter = Callable[[Element, Any], None]


@dataclass(frozen=True, slots=True)
class Put:
    """Gives a property of an element a value."""

    spot: Spot
    setter: Setter
    value: Any

    def __call__(self, draft: Draft) -> None:
        """Make the change."""
        self.setter(draft.at(self.spot), self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Repair:
    """Edits that are made together or not at all.

    `hits` counts by rule the places they mend.
    """

    hits: Mapping[str, int]
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]


TextKey = tuple[str, int]
"""A text of the file by kind and number: it is the same before and after mending."""


def text_key(group: Group) -> TextKey:
    """Return by what a text is known again in a changed copy."""
    return group.kind, group.number


@dataclass(slots=True, eq=False)
class Bench:
    """A document to mend, what is wrong with it, and why some of it is left.

    `full` are texts whose pages have no room for wider margins or narrower tables.
    """

    parts: Parts
    result: CheckResult
    components: Components
    book: RuleBook
    spots: Spots
    full: frozenset[TextKey] = frozenset()
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def has_foreign(self) -> bool:
        """Whether the file holds a text that is none of the decree's."""
        return any(one.kind == "foreign" for one in self.components.groups)

    def judged(self, element: str) -> list[Instance]:
        """Return the instances of an element, none of foreign texts."""
        return [one for one in self.components.of(element) if one.group.kind != "foreign"]

    def rule(self, name: str, element: str | None = None) -> Rule:
        """Return the first rule on a property, of an element or of any."""
        return next(
            one
            for one in self.book.rules
            if one.property == name and element in (None, one.element)
        )

    def outcome(self, name: str) -> RuleOutcome | None:
        """Return what came of the first rule on a property; None where the house has it off."""
        return next((one for one in self.result.outcomes if one.rule.property == name), None)

    def failing(self, *properties: str) -> Iterator[RuleOutcome]:
        """Yield the findings on these properties."""
        for one in self.result.findings:
            if one.rule.property in properties:
                yield one

    def refuse(self, rule: Rule, reason: str) -> None:
        """Take down why something of a rule is left."""
        self.refused.setdefault(rule.id, reason)

    def by_instance(self, outcome: RuleOutcome) -> Iterator[tuple[Instance, list[Hit]]]:
        """Yield the instances that break a rule, with the places in each."""
        found: dict[Instance, list[Hit]] = {}
        for hit in outcome.hits:
            found.setdefault(hit.instance, []).append(hit)
        yield from found.items()

    def put(self, element: Element | None, setter: Setter, value: Any) -> Iterator[Put]:
        """Yield the edit that gives an element of the picture a value; none where there is none."""
        spot = self.spots.of(element)
        if spot is not None:
            yield Put(spot, setter, value)

    def repair(
        self,
        outcome: RuleOutcome,
        hits: Sequence[Hit],
        edits: Sequence[Edit],
        after: Any,
        otherwise: str = NO_RUN,
    ) -> Iterator[Repair]:
        """Yield the repair of the places of a rule; none, with a reason, without an edit."""
        if edits:
            changes = tuple(self.change(outcome.rule, hit, after) for hit in hits)
            yield Repair({outcome.rule.id: len(hits)}, tuple(edits), changes)
        else:
            self.refuse(outcome.rule, otherwise)

    def change(self, rule: Rule, hit: Hit, after: Any) -> Change:
        """Return the change of a place that was found wrong."""
        return Change(rule, hit.place, hit.quote, hit.found, self.said(rule, after))

    def change_at(self, rule: Rule, instance: Instance, before: Any, after: Any) -> Change:
        """Return the change of an instance."""
        title = self.book.properties[rule.property].title
        return Change(
            rule,
            place_text(instance, self.book),
            quoted(instance.text),
            f"{title}: {self.said(rule, before)}",
            self.said(rule, after),
        )

    def said(self, rule: Rule, value: Any) -> str:
        """Return a value of a rule's property as an officer says it."""
        return value_text(value, self.book.properties[rule.property])


Planner = Callable[[Bench], Iterable[Repair]]
