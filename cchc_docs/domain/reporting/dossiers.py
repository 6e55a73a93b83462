"""Dossiers of a window from their log: flows are added up, stocks are those of its two ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_docs.domain.reporting.built_in import BUILT_IN, CLOSING, FORM_06, OPENING
from cchc_docs.findings import Path
from cchc_docs.model.records import DossierRecord, Records
from cchc_docs.model.report import DossierRow, Figure, Window
from cchc_docs.vietnamese.text import fold

_Entry = tuple[int, DossierRecord]


@dataclass(frozen=True, slots=True)
class FieldLog:
    """The rows of one field of work that lie in a window, in the order of their days."""

    field: str
    entries: tuple[_Entry, ...]

    def cells(self, column: str) -> Iterator[tuple[Path, int]]:
        """Yield path and value of the cells that count for a column of form 06."""
        entries = self.entries
        if column in OPENING:
            entries = entries[:1]
        elif column in CLOSING:
            entries = entries[-1:]
        for position, row in entries:
            yield ("dossiers", position, column), getattr(row, column)


def field_logs(records: Records, window: Window) -> list[FieldLog]:
    """Return the fields of work that have rows in the window, in the order of the log."""
    fields: dict[str, list[_Entry]] = {}
    for position, row in enumerate(records.dossiers):
        if row.since in window and row.until in window:
            fields.setdefault(fold(row.field), []).append((position, row))
    return [
        FieldLog(entries[0][1].field, tuple(sorted(entries, key=_first_day)))
        for entries in fields.values()
    ]


def _first_day(entry: _Entry) -> dt.date:
    return entry[1].since


def dossier_figure(identifier: str, logs: Sequence[FieldLog]) -> Figure:
    """Return a built-in figure of dossiers over some fields of work."""
    built_in = BUILT_IN[identifier]
    cells = [cell for log in logs for name in built_in.columns for cell in log.cells(name)]
    return Figure(
        identifier,
        built_in.title,
        built_in.unit,
        Fraction(sum(value for _, value in cells)),
        " + ".join(_rule(name) for name in built_in.columns),
        records=tuple(path for path, _ in cells),
    )


def _rule(column: str) -> str:
    title = DossierRecord.model_fields[column].title
    if column in OPENING:
        return f'"{title}" của dòng đầu kỳ mỗi lĩnh vực'
    if column in CLOSING:
        return f'"{title}" của dòng cuối kỳ mỗi lĩnh vực'
    return f'tổng cột "{title}"'


def form_06(logs: Sequence[FieldLog]) -> tuple[list[DossierRow], DossierRow]:
    """Return the rows of form 06, one for each field, and their total (R7)."""
    rows = [DossierRow(label=log.field, columns=_columns([log])) for log in logs]
    return rows, DossierRow(label="Tổng cộng", columns=_columns(logs))


def _columns(logs: Sequence[FieldLog]) -> tuple[Figure, ...]:
    return tuple(dossier_figure(one, logs) for one in FORM_06)
