"""Every figure of one window by its id: counted, added up or divided, each with its origin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from cchc_docs.domain.reporting.built_in import BUILT_IN
from cchc_docs.domain.reporting.dossiers import FieldLog, dossier_figure, field_logs
from cchc_docs.domain.reporting.tasks import TaskState, task_figures, task_states
from cchc_docs.model.plan import Plan
from cchc_docs.model.records import FigureRecord, Records
from cchc_docs.model.report import Figure, Window
from cchc_docs.model.report_form import FigureKind, Indicator, Rate, ReportForm, Sum
from cchc_docs.vietnamese.dates import short_date

_Entries = list[tuple[int, FigureRecord]]


class Figures:
    """The figures of one window; what the log does not tell is None, never 0."""

    def __init__(self, plan: Plan, records: Records, form: ReportForm, window: Window) -> None:
        self.window = window
        self.tasks: list[TaskState] = task_states(plan, records, window.last)
        self.dossiers: list[FieldLog] = field_logs(records, window)
        self._computed: dict[str, Sum | Rate] = {}
        self._computed |= {one.id: one for one in form.sums}
        self._computed |= {one.id: one for one in form.rates}
        self._known: dict[str, Figure | None] = dict(task_figures(self.tasks))
        if self.dossiers:
            self._known |= {
                identifier: dossier_figure(identifier, self.dossiers)
                for identifier, one in BUILT_IN.items()
                if one.columns
            }
        self._known |= _indicators(form.indicators, records, window)
        totals = [Indicator(id=one.id, title=one.title, unit=one.unit) for one in form.sums]
        self._typed = _indicators(totals, records, window)

    def get(self, identifier: str) -> Figure | None:
        """Return a figure; None where the log holds nothing to count it from.

        A rate over nothing has no value either (R12). A sum of which no addend is known is the
        total that was typed.
        """
        if identifier not in self._known:
            match self._computed.get(identifier):
                case Sum() as one:
                    self._known[identifier] = self._sum(one)
                case Rate() as one:
                    self._known[identifier] = self._rate(one)
                case None:
                    self._known[identifier] = None
        return self._known[identifier]

    def is_over_nothing(self, identifier: str) -> bool:
        """Tell whether a figure is a rate whose whole is 0: there is nothing to say of it (R12)."""
        one = self._computed.get(identifier)
        whole = self.get(one.whole) if isinstance(one, Rate) else None
        return whole is not None and whole.value == 0

    def parts(self, identifier: str) -> list[Figure]:
        """Return the known addends of a sum, in its order; of any other figure none."""
        one = self._computed.get(identifier)
        if not isinstance(one, Sum):
            return []
        return [figure for name in one.of if (figure := self.get(name))]

    def _sum(self, one: Sum) -> Figure | None:
        parts = self.parts(one.id)
        if not parts:
            return self._typed.get(one.id)
        value = sum((part.value for part in parts), Fraction(0))
        return Figure(one.id, one.title, one.unit, value, "cộng các số hạng", parts=tuple(parts))

    def _rate(self, one: Rate) -> Figure | None:
        part, whole = self.get(one.part), self.get(one.whole)
        if part is None or whole is None or whole.value == 0:
            return None
        rule = f"{part.title} chia cho {whole.title}"
        return Figure(one.id, one.title, "%", part.value / whole.value, rule, parts=(part, whole))


def _indicators(
    indicators: Iterable[Indicator], records: Records, window: Window
) -> dict[str, Figure]:
    entries: dict[str, _Entries] = {}
    for position, record in enumerate(records.figures):
        entries.setdefault(record.id, []).append((position, record))
    found = {}
    for one in indicators:
        if figure := _indicator(one, entries.get(one.id, []), window):
            found[one.id] = figure
    return found


def _indicator(one: Indicator, entries: _Entries, window: Window) -> Figure | None:
    inside = [entry for entry in entries if _counts(one, entry[1], window)]
    if not inside:
        return None
    match one.kind:
        case FigureKind.FLOW:
            counted, rule = inside, "cộng các dòng trong kỳ"
        case FigureKind.STOCK:
            counted = [max(inside, key=_last_day)]
            rule = f"số có đến ngày {short_date(counted[0][1].until)}"
        case FigureKind.OPENING:
            counted = [min(inside, key=_last_day)]
            rule = "số của dòng đầu kỳ"
    value = sum((Fraction(record.value) for _, record in counted), Fraction(0))
    paths = tuple(("figures", position, "value") for position, _ in counted)
    return Figure(one.id, one.title, one.unit, value, rule, paths)


def _counts(one: Indicator, record: FigureRecord, window: Window) -> bool:
    if one.kind is FigureKind.STOCK:
        return record.until <= window.last
    return record.first_day in window and record.until in window


def _last_day(entry: tuple[int, FigureRecord]) -> dt.date:
    return entry[1].until
