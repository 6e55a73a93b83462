"""Where a document is in its life on a day, judged rule after rule from its row alone.

A row or an event that is not confirmed only ever gives the best guess of a question; the absence
of a fact never proves anything. Amendments and successors: `domain.legal_status`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cchc_docs.domain.paper_identity import paper_name
from cchc_docs.model.register import Confidence, Event, EventType, LegalDocument, Source
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import sentence

PROOF: Final = dt.timedelta(days=366)
"""How long a day on which a document stood proves that it still stands."""

_DAY: Final = dt.timedelta(days=1)
_NORMATIVE: Final = re.compile(r"\d+/(19|20)\d{2}/")
_ENDINGS: Final = {EventType.REPEALED, EventType.REPLACED, EventType.PERIOD_END}
_SURE: Final = Confidence.CONFIRMED
_LABELS: Final = {
    Confidence.CONFIRMED: "đã kiểm chứng",
    Confidence.MEMORY: "theo trí nhớ, chưa kiểm chứng",
    Confidence.UNVERIFIED: "chưa kiểm chứng",
}


class Standing(StrEnum):
    """Where a document is in its life."""

    NOT_ISSUED = "not_issued"
    NOT_IN_FORCE_YET = "not_in_force_yet"
    IN_FORCE = "in_force"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A standing, whether it is certain, why, since when, and the event it rests on."""

    standing: Standing
    certain: bool
    why: str
    since: dt.date | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Inquest:
    """One document judged on one day; `documents` and `sources` are its register's, by id."""

    document: LegalDocument
    day: dt.date
    documents: Mapping[str, LegalDocument]
    sources: Mapping[str, Source]

    def verdict(self) -> Verdict:
        """Return the standing on the day."""
        issue, effect = self._issue(), self._event(EventType.EFFECTIVE)
        open_points = [*self._row_points()]
        if first := _first_after(issue, self.day):
            return self._to_come(Standing.NOT_ISSUED, "ban hành", issue, first, open_points)
        open_points += self._issue_points(issue)
        if effect and (first := _first_after(effect, self.day)):
            standing = Standing.NOT_IN_FORCE_YET
            return self._to_come(standing, "có hiệu lực", effect, first, open_points)
        begins = effect.date if effect and effect.confidence is _SURE else None
        if begins is None and not self._normative and issue.confidence is _SURE:
            begins = issue.date
        if begins is None and self._normative and self._lately(issue):
            open_points.append("chưa rõ ngày có hiệu lực")
        if ending := self._ending():
            return self._ended(ending)
        open_points += [one.note for one in self.document.doubts if one.since <= self.day]
        proof = self._proof(begins)
        if proof is None and not open_points:
            open_points = ["không có nguồn nào gần ngày này cho thấy văn bản còn được áp dụng"]
        if open_points:
            why = "Chưa đủ căn cứ để khẳng định còn hiệu lực: " + _joined(open_points)
            return Verdict(Standing.IN_FORCE, False, sentence(why))
        return Verdict(Standing.IN_FORCE, True, sentence(f"Còn hiệu lực: {proof}"))

    @property
    def _normative(self) -> bool:
        return _NORMATIVE.match(self.document.symbol or "") is not None

    def _event(self, kind: EventType) -> Event | None:
        events = [one for one in self.document.events if one.type is kind]
        return min(events, key=lambda one: one.date or dt.date.max, default=None)

    def _issue(self) -> Event:
        """Return the day of issue; a row may give it in its head alone."""
        known = self._event(EventType.ISSUED)
        if known and (known.date or self.document.issued is None):
            return known
        row = self.document
        return Event(type=EventType.ISSUED, date=row.issued, confidence=row.confidence)

    def _row_points(self) -> Iterator[str]:
        confidence = self.document.confidence
        if confidence is not _SURE:
            yield f"thông tin về văn bản {_LABELS[confidence]}"

    def _issue_points(self, issue: Event) -> Iterator[str]:
        latest = issue.date or issue.no_later_than
        if latest is None or (issue.date is None and self.day <= latest):
            yield "chưa rõ ngày ban hành"
        elif issue.confidence is not _SURE and self.day - latest < PROOF:
            yield f"ngày ban hành {_LABELS[issue.confidence]}"

    def _lately(self, issue: Event) -> bool:
        latest = issue.date or issue.no_later_than
        return latest is None or self.day - latest <= PROOF

    def _ending(self) -> Event | None:
        """Return the earliest confirmed end; failing that, the earliest that may have come."""
        endings = [one for one in self.document.events if one.type in _ENDINGS]
        over = [one for one in endings if _is_over(one, self.day)]
        sure = [one for one in over if one.confidence is _SURE]
        possible = over + [one for one in endings if _may_be_over(one, self.day)]
        return min(sure or possible, key=lambda one: _out_since(one) or dt.date.max, default=None)

    def _proof(self, begins: dt.date | None) -> str | None:
        """Return what shows that the document stands on the day (rule 6)."""
        for end in self.document.events:
            out = _out_since(end) or end.no_earlier_than
            if end.type in _ENDINGS and end.confidence is _SURE and out and out > self.day:
                return f"đến ngày {short_date(out)} mới hết hiệu lực {self._ground(end)}"
        for seen in self.document.seen_in_force:
            if seen.confidence is _SURE and self.day - seen.day <= PROOF:
                ground = self._basis(seen.confidence, seen.sources)
                return f"ngày {short_date(seen.day)} còn được áp dụng, viện dẫn {ground}"
        if begins and self.day - begins <= PROOF:
            return f"mới có hiệu lực từ ngày {short_date(begins)} ({_LABELS[_SURE]})"
        return None

    def _to_come(
        self, standing: Standing, verb: str, event: Event, first: dt.date, open_points: list[str]
    ) -> Verdict:
        when = f"{'đến' if event.date else 'sớm nhất là'} ngày {short_date(first)}"
        why = f"Chưa {verb}: {when} mới {verb} {self._ground(event)}"
        certain = event.confidence is _SURE and not open_points
        return Verdict(standing, certain, sentence(_joined([why, *open_points])), event.date, event)

    def _ended(self, event: Event) -> Verdict:
        points = [*self._row_points()]  # an end is sure, however unsure the beginning was
        certain = event.confidence is _SURE and _is_over(event, self.day) and not points
        since = _out_since(event)
        verb = "Hết hiệu lực" if certain else "Có thể đã hết hiệu lực"
        when = f"từ ngày {short_date(since)} " if since else ""
        why = _joined([f"{verb} {when}{self._ground(event)}", *points])
        return Verdict(Standing.ENDED, certain, sentence(why), since, event)

    def _ground(self, event: Event) -> str:
        """Return by what an event came, and on what that rests: ``theo Luật số … (…)``."""
        by = self.documents.get(event.by) if event.by else None
        source = paper_name(by) if by else event.by_text
        ground = self._basis(event.confidence, event.sources, event.note)
        return f"theo {source} {ground}" if source else ground

    def _basis(
        self, confidence: Confidence, sources: Iterable[str], note: str | None = None
    ) -> str:
        names = "; ".join(self.sources[one].what for one in sources if one in self.sources)
        parts = [_LABELS[confidence], note, names and f"nguồn: {names}"]
        return f"({'; '.join(part for part in parts if part)})"


def after(date: dt.date | None, day: dt.date) -> bool:
    """Tell whether a date is known and lies after a day."""
    return date is not None and date > day


def _first_after(event: Event, day: dt.date) -> dt.date | None:
    """Return the first possible day of an event that is still to come."""
    first = event.date or event.no_earlier_than
    return first if after(first, day) else None


def _out_since(ending: Event) -> dt.date | None:
    """Return the first day out of force: the end of a period still belongs to it."""
    if ending.date and ending.type is EventType.PERIOD_END:
        return ending.date + _DAY
    return ending.date


def _is_over(ending: Event, day: dt.date) -> bool:
    last = ending.date or ending.no_later_than
    return last is not None and (last < day or (last == day and not _in_period(ending)))


def _may_be_over(ending: Event, day: dt.date) -> bool:
    first = ending.no_earlier_than
    open_end = ending.date is None and not _is_over(ending, day)
    return open_end and (first is None or first < day or (first == day and not _in_period(ending)))


def _in_period(ending: Event) -> bool:
    return ending.type is EventType.PERIOD_END


def later_end(document: LegalDocument, day: dt.date) -> Event | None:
    """Return the earliest dated end after a day, however sure."""
    endings = [one for one in document.events if one.type in _ENDINGS]
    later = [one for one in endings if after(_out_since(one), day)]
    return min(later, key=lambda one: one.date or dt.date.max, default=None)


def _joined(points: Iterable[str]) -> str:
    return "; ".join(point.rstrip(".") for point in points)
