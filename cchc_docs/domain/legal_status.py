"""What a cited document's standing is on a day, how surely, and what to cite instead.

What is not confirmed is only ever the best guess of a question (`certain` is False).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cchc_docs.domain.paper_identity import is_paper, name_key, symbol_key
from cchc_docs.domain.standing import PROOF, Inquest, Standing, Verdict, after, later_end
from cchc_docs.model.register import (
    AdministrativeUnit,
    Advice,
    Confidence,
    Event,
    EventType,
    LegalDocument,
    Register,
    Term,
)

_AMENDINGS: Final = {EventType.AMENDED, EventType.PARTLY_REPEALED}
_SURE: Final = Confidence.CONFIRMED


@dataclass(frozen=True, slots=True)
class Amendment:
    """A document that changed another, the event that says so, and whether that is certain."""

    document: LegalDocument
    event: Event
    certain: bool


@dataclass(frozen=True, slots=True)
class Status:
    """The standing of a document on a day.

    `certain` False: only the best guess of a question. `since` is the first day out of force of
    an ended document, the first day of one that is still to begin; None: not known. `by` or
    `by_text` ended it. `why` is one sentence: rule, confidence, sources. `later_end` is the
    earliest dated end after the day.
    """

    standing: Standing
    certain: bool
    why: str
    since: dt.date | None = None
    by: LegalDocument | None = None
    by_text: str | None = None
    amendments: tuple[Amendment, ...] = ()
    later_end: Event | None = None


class Registry:
    """A register made quick to ask: documents by symbol and name, their standing on any day."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.documents = {one.id: one for one in register.documents}
        self._by_symbol: defaultdict[str, list[LegalDocument]] = defaultdict(list)
        self._by_name: defaultdict[str, list[LegalDocument]] = defaultdict(list)
        for document in register.documents:
            if document.symbol:
                self._by_symbol[symbol_key(document.symbol)].append(document)
            for name in document.names:
                self._by_name[name_key(name)].append(document)

    def bearing(self, symbol: str) -> tuple[LegalDocument, ...]:
        """Return all documents with this symbol, whoever issued them and when."""
        return tuple(self._by_symbol.get(symbol_key(symbol), ()))

    def find(
        self,
        kind: str | None,
        symbol: str | None,
        issued: dt.date | None = None,
        issuer: str | None = None,
    ) -> LegalDocument | None:
        """Return the one document with these marks; None where there is none or several fit.

        A mark that is None is not known. Papers of other bodies or years may bear the symbol.
        """
        if symbol is None:
            return None
        fitting = [
            one for one in self.bearing(symbol) if is_paper(one, kind, symbol, issued, issuer)
        ]
        if len(fitting) > 1:
            fitting = [one for one in fitting if issued and one.issued == issued]
        return fitting[0] if len(fitting) == 1 else None

    def named(self, name: str, day: dt.date) -> LegalDocument | None:
        """Return the document cited by name alone on a day: the latest that has begun by then."""
        fitting = self._by_name.get(name_key(name), [])
        begun = {Standing.IN_FORCE, Standing.ENDED}
        current = [one for one in fitting if self._verdict(one, day).standing in begun]
        return max(current, key=lambda one: one.issued or dt.date.min, default=None)

    def status_on(self, document: LegalDocument, day: dt.date) -> Status:
        """Return what is known of the document's standing on a day."""
        found = self._verdict(document, day)
        ended = found.event if found.standing is Standing.ENDED else None
        stands = found.standing is Standing.IN_FORCE
        return Status(
            found.standing,
            found.certain,
            found.why,
            found.since,
            self.documents.get(ended.by) if ended and ended.by else None,
            ended.by_text if ended else None,
            tuple(self._amendments(document, day)) if stands else (),
            later_end(document, day) if stands else None,
        )

    def successor_on(
        self, document: LegalDocument, day: dt.date
    ) -> tuple[LegalDocument, bool] | None:
        """Return what to cite instead on a day, and whether that is certain; None: not known.

        The first successor of a row is the main one. One that has ended itself is followed to
        its own; the answer is certain when every link is.
        """
        return self._successor(document, day, {document.id})

    def _successor(
        self, document: LegalDocument, day: dt.date, passed: set[str]
    ) -> tuple[LegalDocument, bool] | None:
        for link in document.successors:
            following = self.documents.get(link.id)
            if following is None or following.id in passed or after(link.since, day):
                continue
            found = self._verdict(following, day)
            if found.standing is Standing.NOT_ISSUED:
                continue
            sure = link.confidence is _SURE and link.since is not None
            if found.standing is not Standing.ENDED:
                return following, sure
            if further := self._successor(following, day, passed | {following.id}):
                return further[0], sure and found.certain and further[1]
            return None if found.certain else (following, False)
        return None

    def _verdict(self, document: LegalDocument, day: dt.date) -> Verdict:
        return Inquest(document, day, self.documents, self.register.sources).verdict()

    def _amendments(self, document: LegalDocument, day: dt.date) -> Iterator[Amendment]:
        for event in document.events:
            amending = self.documents.get(event.by) if event.by else None
            if event.type not in _AMENDINGS or amending is None:
                continue
            found = self._verdict(amending, day)
            gone = found.standing is Standing.ENDED
            if after(event.date or event.no_earlier_than, day) or (gone and found.certain):
                continue
            if found.standing is Standing.NOT_ISSUED:
                continue
            begun = event.date is not None or (
                amending.confidence is _SURE
                and amending.issued is not None
                and day - amending.issued > PROOF
            )
            yield Amendment(amending, event, event.confidence is _SURE and begun and not gone)


def advice_for(row: LegalDocument | Term, year: int, day: dt.date) -> Advice | None:
    """Return what a plan for `year`, signed on `day`, does with a citation or a term."""
    for advice in row.advice:
        in_time = advice.signed_before is None or day < advice.signed_before
        last = advice.last_year or year
        if advice.first_year <= year <= last and in_time:
            return advice
    return None


def ended_on(unit: AdministrativeUnit, day: dt.date) -> bool:
    """Tell whether a unit, or a level, is known to have ended before a day."""
    return unit.last_day is not None and unit.last_day < day
