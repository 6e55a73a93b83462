"""The figures of the log against each other: typed sums (R17), relations of the form (R14-R19)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import accumulate

from cchc_docs.domain.arithmetic.relations import Stated, check_equal, check_within
from cchc_docs.domain.arithmetic.rules import Miscount
from cchc_docs.findings import Finding, Path
from cchc_docs.model.records import Records
from cchc_docs.model.report_form import FigureKind, Limit, ReportForm
from cchc_docs.vietnamese.dates import short_date

_Days = tuple[dt.date, dt.date]
"""First and last day."""


def broken_limit(limit: Limit, lookup: Callable[[str], Stated | None]) -> Miscount | None:
    """Check one relation of a form, with the level it asks for.

    `lookup` gives a figure by its id, None where it is not known. None where the relation holds
    or one of its figures is not known.
    """
    parts, wholes = _all(limit.parts, lookup), _all(limit.wholes, lookup)
    if parts is None or wholes is None:
        return None
    check = check_equal if limit.exact else check_within
    miscount = check(limit.rule, parts, wholes)
    return miscount.rule.broken(miscount.what, limit.level) if miscount else None


def _all(names: Sequence[str], lookup: Callable[[str], Stated | None]) -> list[Stated] | None:
    known = [figure for name in names if (figure := lookup(name))]
    return known if len(known) == len(names) else None


def check_figures(records: Records, form: ReportForm) -> Iterator[Finding]:
    """Yield typed sums that are not the sum of their parts, and relations that do not hold.

    Flows are compared with flows of the same days, stocks with those of the last of these days;
    running relations compare what has added up since the first entry.
    """
    log = _Log(records, form)
    for limit in form.limits:
        names = (*limit.parts, *limit.wholes)
        lookup = log.running if limit.running else log.get
        for days in log.days_of(names):
            if miscount := broken_limit(limit, partial(lookup, days=days)):
                yield miscount.at(log.path(names[0], days), _told(days))
    yield from _typed_sums(records, form, log)


def _typed_sums(records: Records, form: ReportForm, log: _Log) -> Iterator[Finding]:
    sums = {one.id: one for one in form.sums}
    for position, record in enumerate(records.figures):
        if record.id not in sums:
            continue
        days = (record.first_day, record.until)
        one = sums[record.id]
        total = Stated(_in_sentence(one.title), record.value)
        parts = [figure for name in one.of if (figure := log.get(name, days))]
        check = check_equal if len(parts) == len(one.of) else check_within
        if parts and (miscount := check("R17", parts, [total])):
            yield miscount.at(("figures", position, "value"), _told(days))


class _Log:
    """Finds the figure of some days by its id."""

    def __init__(self, records: Records, form: ReportForm) -> None:
        self._records = records
        self._kinds = {one.id: one.kind for one in form.indicators}
        self._sums = {one.id: one for one in form.sums}
        self._titles = form.titles
        self._positions: dict[tuple[str, object], int] = {}
        self._days: dict[str, dict[_Days, None]] = {}
        self._totals: dict[str, tuple[list[dt.date], list[Fraction]]] = {}
        for position, record in enumerate(records.figures):
            days = (record.first_day, record.until)
            self._positions[record.id, self._key(record.id, days)] = position
            self._days.setdefault(record.id, {})[days] = None

    def _key(self, name: str, days: _Days) -> object:
        """Return what two entries that belong together have in common."""
        match self._kinds.get(name, FigureKind.FLOW):
            case FigureKind.FLOW:
                return days
            case FigureKind.STOCK:
                return days[1]
            case FigureKind.OPENING:
                return days[0]

    def _indicators(self, name: str) -> list[str]:
        """Return the figures behind a figure: of a sum those of its parts."""
        if name not in self._sums:
            return [name]
        return [one for part in self._sums[name].of for one in self._indicators(part)]

    def _position(self, name: str, days: _Days) -> int | None:
        return self._positions.get((name, self._key(name, days)))

    def days_of(self, names: Sequence[str]) -> list[_Days]:
        """Return the days for which figures are to be compared: those of flows, if there are."""
        behind = [one for name in names for one in self._indicators(name)]
        flows = [one for one in behind if self._kinds.get(one) is FigureKind.FLOW]
        return list(dict.fromkeys(days for one in flows or behind for days in self._of(one)))

    def _of(self, name: str) -> list[_Days]:
        days = list(self._days.get(name, ()))
        is_stock = self._kinds.get(name) is FigureKind.STOCK
        return [(last, last) for _, last in days] if is_stock else days

    def get(self, name: str, days: _Days) -> Stated | None:
        """Return a figure; None where it, or a part of it, was not entered for these days."""
        positions = [self._position(one, days) for one in self._indicators(name)]
        values = [
            Fraction(self._records.figures[one].value) for one in positions if one is not None
        ]
        if len(values) < len(positions):
            return None
        title = _in_sentence(self._titles.get(name, name))
        return Stated(title, sum(values, Fraction(0)))

    def running(self, name: str, days: _Days) -> Stated | None:
        """Return what a flow has added up to by the last of some days; None without an entry."""
        if name not in self._totals:
            self._totals[name] = self._added_up(name)
        lasts, totals = self._totals[name]
        position = bisect_right(lasts, days[1])
        title = _in_sentence(self._titles.get(name, name))
        return Stated(f"{title} lũy kế", totals[position - 1]) if position else None

    def _added_up(self, name: str) -> tuple[list[dt.date], list[Fraction]]:
        """Return the last days of the entries of a figure, in order, and the totals by then."""
        behind = set(self._indicators(name))
        entries = [
            (record.until, Fraction(record.value))
            for record in self._records.figures
            if record.id in behind
        ]
        entries.sort()
        totals = list(accumulate(value for _, value in entries))
        return [last for last, _ in entries], totals

    def path(self, name: str, days: _Days) -> Path:
        """Return the path of a figure in the log; of a sum that of its first part."""
        position = self._position(self._indicators(name)[0], days)
        return ("figures", position, "value") if position is not None else ("figures",)


def _in_sentence(title: str) -> str:
    """Return a title inside a sentence; abbreviations stay as they are."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _told(days: _Days) -> str:
    first, last = map(short_date, days)
    return f"Từ ngày {first} đến ngày {last}" if first != last else f"Ngày {last}"
