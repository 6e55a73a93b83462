"""Findings in the log as remarks on the figures of the report that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.report import Figure, Remark, Report


def remarks_on(report: Report, findings: Iterable[Finding]) -> list[Remark]:
    """Return a remark for each error, at the first figure or text that comes from its place.

    An error behind nothing that is printed is told at the opening.
    """
    return [_remark(report, one) for one in findings if one.level is Level.ERROR]


def _remark(report: Report, finding: Finding) -> Remark:
    text = f"[{finding.rule}] {finding.what} Cách sửa: {finding.fix}"
    for printed in report.printed:
        if any(_same_place(finding.path, path) for path in sources(printed.figure)):
            return Remark(printed.path, printed.start, printed.end, text)
    for typed in report.typed:
        if _same_place(finding.path, typed.source):
            return Remark(typed.path, 0, 0, text)
    return Remark(("opening", 0), 0, 0, text)


def sources(figure: Figure) -> Iterator[Path]:
    """Yield the paths in the log behind a figure, those of its parts included."""
    yield from figure.records
    for part in figure.parts:
        yield from sources(part)


def _same_place(one: Path, other: Path) -> bool:
    """Tell whether one path is the other or leads to it."""
    shared = min(len(one), len(other))
    return shared > 0 and one[:shared] == other[:shared]
