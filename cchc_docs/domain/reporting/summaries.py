"""Figures an officer repeats in the summary of a report, against those told above it (R21).

Only what is unmistakable is compared: ``12/21 nhiệm vụ``, ``đạt 98,7%``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cchc_docs.domain.arithmetic.claims import numbers, ratios, reached_shares
from cchc_docs.domain.arithmetic.rules import RULES
from cchc_docs.domain.form_check import headings
from cchc_docs.domain.walking import values
from cchc_docs.findings import Finding, Path
from cchc_docs.model.records import Records
from cchc_docs.model.report import Report
from cchc_docs.model.report_form import ReportForm
from cchc_docs.vietnamese.numbers import NotANumber, parse_number

_Passages = list[frozenset[Decimal]]
"""The numbers of each paragraph and of each row of an annex."""


def find_new_figures(report: Report, records: Records, form: ReportForm) -> Iterator[Finding]:
    """Yield the figures in typed texts of summaries that nothing else says; paths of the log."""
    summaries: dict[Path, str] = {}
    titles = {one.id: one.title for _, one in headings(form) if one.summary}
    for position, one in enumerate(records.texts):
        if one.period is report.period.kind and one.heading in titles:
            summaries["texts", position, "text"] = titles[one.heading]
    told = _told(report, summaries)
    rule = RULES["R21"]
    for path, title in summaries.items():
        for written in _untold(records.texts[int(path[1])].text, told):
            what = f'Mục "{title}" ghi {written}, số này không có ở các mục khác và phụ lục.'
            fix = "Sửa cho khớp phần kết quả; số liệu mới thì nêu ở phần kết quả trước."
            yield Finding(rule.id, rule.level, what, fix, path)


def _told(report: Report, summaries: Iterable[Path]) -> _Passages:
    repeated = {one.path for one in report.typed if one.source in summaries}
    texts = [text for path, text in _texts(report) if path not in repeated]
    told = [frozenset(_read(numbers(text))) for text in texts]
    if dossiers := report.annexes.dossiers:
        rows = (*dossiers.rows, dossiers.total)
        told += [frozenset(Decimal(int(one.value)) for one in row.columns) for row in rows]
    return told


def _texts(report: Report) -> Iterator[tuple[Path, str]]:
    for path, value in values(report.sections, ("sections",)):
        if path[-1] == "text":
            yield path, value


def _untold(text: str, told: _Passages) -> Iterator[str]:
    for part, whole in ratios(text):
        if not _stands_in(told, part, whole):
            yield f"{part}/{whole}"
    for share in reached_shares(text):
        if not _stands_in(told, share.rstrip(" %")):
            yield share


def _stands_in(told: _Passages, *written: str) -> bool:
    """Tell whether one passage holds all these numbers; what cannot be read is not doubted."""
    wanted = set(_read(written))
    return any(wanted <= passage for passage in told)


def _read(written: Iterable[str]) -> Iterator[Decimal]:
    for one in written:
        try:
            yield parse_number(one)
        except NotANumber:
            continue
