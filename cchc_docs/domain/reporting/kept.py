"""What final reports said, against what the log says now of the same days (R5, R8)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cchc_docs.domain.arithmetic.rules import RULES
from cchc_docs.domain.reporting.built_in import BUILT_IN, CLOSING, OPENING
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.sentences import figure_text
from cchc_docs.findings import Finding
from cchc_docs.model.kept import KeptFigures
from cchc_docs.model.plan import Plan
from cchc_docs.model.records import Records
from cchc_docs.model.report import Figure, Report, Window
from cchc_docs.model.report_form import FigureKind, ReportForm


def kept_figures(report: Report, plan: Plan, records: Records, form: ReportForm) -> KeptFigures:
    """Return every figure of a report, printed or not."""
    window = report.period.window
    figures = Figures(plan, records, form, window)
    known = {name: figure for name in _names(form) if (figure := figures.get(name))}
    return KeptFigures(
        unit=plan.agency.unit.in_sentence,
        year=report.year,
        period=report.period.kind,
        first=window.first,
        last=window.last,
        form=form.version,
        figures={name: str(figure.value) for name, figure in known.items()},
    )


def _names(form: ReportForm) -> list[str]:
    return [*BUILT_IN, *form.titles]


def contradictions(
    kept: KeptFigures, plan: Plan, records: Records, form: ReportForm
) -> Iterator[Finding]:
    """Yield the figures that have changed since a report with them was made final."""
    figures = Figures(plan, records, form, Window(kept.first, kept.last))
    stocks = _stocks(form)
    said = kept.period.named(kept.year)
    for name, text in kept.figures.items():
        now = figures.get(name)
        if now is None or now.value == Fraction(text) or now.unit == "%":
            continue  # a share follows from its two figures
        before = Figure(name, now.title, now.unit, Fraction(text), now.rule)
        what = (
            f"{now.title}: báo cáo {said} đã ghi {figure_text(before)}, nay sổ cho "
            f"{figure_text(now)} trong cùng kỳ."
        )
        fix = f"Sửa lại sổ, hoặc đính chính báo cáo {said} trước khi lập báo cáo này."
        path = now.records[0] if now.records else ()
        rule = RULES["R5" if name in stocks else "R8"]
        yield Finding(rule.id, rule.level, what, fix, path)


def _stocks(form: ReportForm) -> set[str]:
    own = {one.id for one in form.indicators if one.kind is not FigureKind.FLOW}
    ends = OPENING | CLOSING
    return own | {name for name, one in BUILT_IN.items() if ends & set(one.columns)}
