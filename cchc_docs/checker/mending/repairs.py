"""What a repair is: a few edits that belong together, the places it mends, how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.mending.draft import Draft, Spot, Spots
from cchc_docs.checker.outcomes import CheckResult, Hit, RuleOutcome
from cchc_docs.checker.places import place_text, quoted
from cchc_docs.domain.rule_wording import value_text
from cchc_docs.layout.picture import Paragraph
from cchc_docs.layout.wordml import Element
from cchc_docs.model.rule import Rule, RuleBook
from cchc_docs.ooxml.package import Parts


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was mended: the rule, the place, its first words, from what, to what."""

    rule: Rule
    place: str
    quote: str
    before: str
    after: str

    def __str__(self) -> str:
        quote = f' "{self.quote}"' if self.quote else ""
        return f"[{self.rule.id}] {self.place}{quote}: {self.before} → {self.after}"


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


@dataclass(slots=True, eq=False)
class Bench:
    """A document to mend, what is wrong with it, and why some of it is left."""

    parts: Parts
    result: CheckResult
    components: Components
    book: RuleBook
    spots: Spots
    refused: dict[str, str] = field(default_factory=dict)
    _owners: dict[str, dict[Paragraph, Instance]] = field(default_factory=dict)

    def failing(self, *properties: str) -> Iterator[RuleOutcome]:
        """Yield the findings on these properties."""
        for one in self.result.findings:
            if one.rule.property in properties:
                yield one

    def refuse(self, rule: Rule, reason: str) -> None:
        """Take down why something of a rule is left."""
        self.refused.setdefault(rule.id, reason)

    def broken(self, outcome: RuleOutcome) -> Iterator[tuple[Instance, list[Hit]]]:
        """Yield the instances that break a rule, with the places in each."""
        element = outcome.rule.element
        if element not in self._owners:
            self._owners[element] = {
                paragraph: instance
                for instance in self.components.of(element)
                for paragraph in instance.paragraphs
            }
        found: dict[Instance, list[Hit]] = {}
        for hit in outcome.hits:
            owner = self._owners[element].get(hit.paragraph) if hit.paragraph else None
            if owner is not None:
                found.setdefault(owner, []).append(hit)
        yield from found.items()

    def put(self, element: Element | None, setter: Setter, value: Any) -> Iterator[Put]:
        """Yield the edit that gives an element of the picture a value; none where there is none."""
        spot = self.spots.of(element)
        if spot is not None:
            yield Put(spot, setter, value)

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
