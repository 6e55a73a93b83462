"""Outcomes in the words of an officer: findings with their places, and what was not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from cchc_docs.checker.outcomes import CheckResult, RuleOutcome, State
from cchc_docs.checker.places import Hit, quoted
from cchc_docs.findings import Level
from cchc_docs.model.rule import RuleBook

_SHOWN: Final = 3  # places quoted of a finding that repeats


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A rule that failed: what it wants and where it is broken, every text ready to be printed.

    `found` is what was measured (of several kinds the most frequent first), `places` are the first
    places, `count` how many there are in all (runs of one paragraph are one). `house` is the
    house's reason for level or waiver.
    """

    rule: str
    level: Level
    element: str
    title: str
    clause: str
    found: str
    places: tuple[str, ...]
    count: int
    wanted: str
    fix: str
    house: str | None
    waived: bool

    @property
    def label(self) -> str:
        """How serious it is, as an officer reads it."""
        return "ĐƯỢC MIỄN" if self.waived else self.level.label

    @property
    def repeated(self) -> str:
        """How many places there are, of more than one: `` (10 chỗ)``."""
        return f" ({self.count} chỗ)" if self.count > 1 else ""


def told(result: CheckResult, book: RuleBook) -> list[ToldFinding]:
    """Return every failed rule, waived ones included, in the order of the parts of a document."""
    return [_told(one, book) for one in result.outcomes if one.state is State.FAILED]


def _told(outcome: RuleOutcome, book: RuleBook) -> ToldFinding:
    rule = outcome.rule
    found: dict[str, int] = {}
    for hit in outcome.hits:
        found[hit.found] = found.get(hit.found, 0) + 1
    kinds = sorted(found, key=lambda one: -found[one])
    spots = _spots(outcome)
    more = f" và {len(kinds) - _SHOWN} giá trị khác" if len(kinds) > _SHOWN else ""
    return ToldFinding(
        rule.id,
        outcome.level,
        book.elements[rule.element],
        rule.title,
        rule.source,
        "; ".join(kinds[:_SHOWN]) + more,
        tuple(dict.fromkeys(_place(hits) for hits in spots[:_SHOWN])),
        len(spots),
        outcome.wanted,
        rule.fix,
        outcome.house,
        outcome.waived,
    )


def _spots(outcome: RuleOutcome) -> list[list[Hit]]:
    """Return the hits by paragraph: runs of one line are one place.

    One header may be that of several annexes.
    """
    spots: dict[tuple[object, object], list[Hit]] = {}
    for hit in outcome.hits:
        spots.setdefault((hit.instance, hit.paragraph or hit), []).append(hit)
    return list(spots.values())


def _place(hits: Sequence[Hit]) -> str:
    first = hits[0]
    quote = first.quote
    if quote and len(hits) > 1 and first.paragraph:
        quote = quoted(first.paragraph.text)
    return f'{first.place}: "{quote}"' if quote else first.place


def not_evaluated(result: CheckResult) -> dict[str, list[str]]:
    """Return the ids of the rules that were not evaluated, by the reason."""
    reasons: dict[str, list[str]] = {}
    for one in result.outcomes:
        if one.state is State.NOT_EVALUATED:
            reasons.setdefault(one.reason or "", []).append(one.rule.id)
    return reasons


def counts(result: CheckResult) -> dict[str, int]:
    """Return how many rules came out in each way, by its name."""
    return {state.value: result.count(state) for state in State}


def as_json(result: CheckResult, book: RuleBook) -> dict[str, Any]:
    """Return a result as plain values: type, counts, findings with all places, the rest by id."""
    spots = {
        one.rule.id: [
            {"place": hit.place, "quote": hit.quote, "found": hit.found} for hit in one.hits
        ]
        for one in result.outcomes
    }
    findings = []
    for one in told(result, book):
        findings.append(
            {
                "rule": one.rule,
                "level": one.level.value,
                "element": one.element,
                "title": one.title,
                "clause": one.clause,
                "wanted": one.wanted,
                "fix": one.fix,
                "house": one.house,
                "waived": one.waived,
                "places": spots[one.rule],
            }
        )
    return {
        "type": result.type_name,
        "counts": counts(result),
        "findings": findings,
        "not_evaluated": [
            {"reason": reason, "rules": rules} for reason, rules in not_evaluated(result).items()
        ],
        "passed": [one.rule.id for one in result.outcomes if one.state is State.PASSED],
        "remarks": list(result.remarks),
    }
