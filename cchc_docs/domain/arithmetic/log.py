"""Where the log of a year breaks a rule of arithmetic; paths lead into the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from cchc_docs.domain.arithmetic.claims import false_claims
from cchc_docs.domain.arithmetic.figures import check_figures
from cchc_docs.domain.arithmetic.relations import Stated, check_balance, check_equal
from cchc_docs.domain.arithmetic.rules import Miscount
from cchc_docs.domain.arithmetic.shares import check_judgement
from cchc_docs.domain.periods import reporting_year
from cchc_docs.domain.walking import target_parts, values
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Judgement, TargetResult, judged
from cchc_docs.model.records import DossierRecord, Records
from cchc_docs.model.report_form import ReportForm
from cchc_docs.model.threshold import Operator, Threshold
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.numbers import number_text
from cchc_docs.vietnamese.text import fold

_DAY: Final = dt.timedelta(days=1)
_DAYS: Final = {
    "tasks": ("started", "done", "cancelled"),
    "targets": ("date",),
    "dossiers": ("since", "until"),
    "figures": ("since", "until"),
}


def find_miscounts(records: Records, form: ReportForm, plan: Plan | None = None) -> list[Finding]:
    """Return where the log breaks a rule, and the entries that no report of the year counts.

    `plan` None leaves the judgements of targets unchecked (R22).
    """
    return [
        *_dossier_rows(records),
        *_carried(records),
        *check_figures(records, form),
        *(_judgements(records, plan) if plan else ()),
        *_texts(records),
        *_plan_date(records),
        *_outside_year(records),
    ]


def _dossier_rows(records: Records) -> Iterator[Finding]:
    for position, row in enumerate(records.dossiers):
        if miscount := check_dossiers(row):
            yield miscount.at(("dossiers", position), _row_name(row))


def check_dossiers(row: DossierRecord) -> Miscount | None:
    """Check that what one row received is resolved or pending (R4); None where it is."""
    return check_balance(
        Stated("hồ sơ nhận giải quyết", row.online + row.counter + row.carried_in),
        Stated("đã giải quyết", row.early + row.on_time + row.late),
        Stated("đang giải quyết", _pending(row)),
        (
            Stated("rút hồ sơ", row.withdrawn),
            Stated("trả lại, từ chối", row.returned),
            Stated("dừng xử lý", row.suspended),
        ),
    )


def _pending(row: DossierRecord) -> int:
    return row.pending_in_time + row.pending_late


def _row_name(row: DossierRecord) -> str:
    return f"{row.field}, từ ngày {short_date(row.since)} đến ngày {short_date(row.until)}"


def _carried(records: Records) -> Iterator[Finding]:
    """Yield stocks that do not pass from one row of a field to the next, or from last year (R5)."""
    fields: dict[str, list[tuple[int, DossierRecord]]] = {}
    for position, row in sorted(enumerate(records.dossiers), key=lambda one: one[1].since):
        fields.setdefault(fold(row.field), []).append((position, row))
    for rows in fields.values():
        for (_, before), (position, row) in pairwise(rows):
            if before.until + _DAY != row.since:
                continue
            carried = Stated("từ kỳ trước", row.carried_in)
            pending = Stated(
                f"đang giải quyết đến hết ngày {short_date(before.until)} là", _pending(before)
            )
            if miscount := check_equal("R5", [carried], [pending]):
                yield miscount.at(("dossiers", position, "carried_in"), _row_name(row))
    if records.pending_before is not None and fields:
        first = [rows[0][1] for rows in fields.values()]
        carried = Stated('cột "Từ kỳ trước" của dòng đầu các lĩnh vực', _carried_in(first))
        pending = Stated("hồ sơ kỳ trước chuyển qua", records.pending_before)
        if miscount := check_equal("R5", [carried], [pending]):
            yield miscount.at(("pending_before",))


def _carried_in(rows: list[DossierRecord]) -> int:
    return sum(row.carried_in for row in rows)


def _judgements(records: Records, plan: Plan) -> Iterator[Finding]:
    """Yield typed judgements of targets that the typed result contradicts (R22)."""
    thresholds = {target.id: target.threshold for _, target in target_parts(plan)}
    for position, row in enumerate(records.targets):
        threshold, result = thresholds.get(row.id), row.result
        if threshold is None or (row.met is None and threshold.value is None):
            continue
        if row.met is None:
            known = judged(threshold, TargetResult(id=row.id, result=result)) is not None
            if not known and not str(result).lower().startswith("không phát sinh"):  # R12
                yield _not_judged(position, str(result), threshold)
            continue
        if result.value is None:
            continue
        if result.operator is Operator.AT_LEAST:
            stated = Judgement.MET if row.met else Judgement.MISSED
            value = Fraction(result.value)
            if miscount := check_judgement(threshold, value, result.unit or "", stated):
                yield miscount.at(("targets", position, "met"))


def _not_judged(position: int, result: str, threshold: Threshold) -> Finding:
    what = f'Kết quả "{result}" không so được với chỉ tiêu "{threshold}".'
    example = f"{number_text(threshold.value or 0)}{'' if threshold.unit == '%' else ' '}"
    fix = f'Ghi số kèm đơn vị như chỉ tiêu, ví dụ "{example}{threshold.unit}", hoặc ghi cột "Đạt".'
    return Finding("target-not-judged", Level.WARNING, what, fix, ("targets", position, "result"))


def _plan_date(records: Records) -> Iterator[Finding]:
    """Doubt the day of a plan long before its year: the year is last year's, copied on."""
    day, year = records.plan_date, records.year
    if day and not dt.date(year - 1, 7, 1) <= day <= dt.date(year, 12, 31):
        what = f"Kế hoạch năm {year} ghi ban hành ngày {short_date(day)}."
        fix = "Xem lại năm trong ngày ban hành kế hoạch."
        yield Finding("plan-date", Level.WARNING, what, fix, ("plan_date",))


def _texts(records: Records) -> Iterator[Finding]:
    """Yield false percentages in what the officer writes (R9-R12)."""
    for path, text in values(records):
        if path[-1] in ("text", "note"):
            for miscount in false_claims(text):
                yield miscount.at(path)


def _outside_year(records: Records) -> Iterator[Finding]:
    window = reporting_year(records.year)
    days = f"từ ngày {short_date(window.first)} đến ngày {short_date(window.last)}"
    for log, names in _DAYS.items():
        for position, row in enumerate(getattr(records, log)):
            for name in names:
                day: dt.date | None = getattr(row, name)
                if day is None or day in window:
                    continue
                path: Path = (log, position, name)
                title = type(row).model_fields[name].title
                what = f"{title} {short_date(day)} nằm ngoài năm báo cáo {records.year} ({days})."
                fix = "Sửa lại ngày; nếu đúng thì ghi vào sổ số liệu của năm khác."
                yield Finding("outside-year", Level.WARNING, what, fix, path)
