"""Checks of documents as people and programs read them: lines, plain values, a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cchc_docs.errors import CchcError

if TYPE_CHECKING:
    from cchc_docs.api.checking import Checked
    from cchc_docs.checker.telling import ToldFinding

_NO_DOCX: Final = (
    "Không phải tệp .docx. Kiểm tra tệp Word gốc, hoặc mở bằng Word rồi lưu dạng .docx."
)


def check_json(checked: Checked) -> dict[str, Any]:
    """Return a check as plain values: type, counts, findings, what was not evaluated and why."""
    from cchc_docs.checker.telling import as_json
    from cchc_docs.storage.rules import default_rules

    return as_json(checked.result, default_rules())


def check_counts(checked: Checked) -> tuple[int, int, int, int]:
    """Return how many rules are broken as errors, otherwise, passed, and not evaluated."""
    from cchc_docs.checker.outcomes import State

    result = checked.result
    errors = len(result.errors)
    others = len(result.findings) - errors
    return errors, others, result.count(State.PASSED), result.count(State.NOT_EVALUATED)


def check_lines(checked: Checked, name: str) -> list[str]:
    """Return a check as lines to be read: findings by component, then the closing line."""
    from itertools import groupby

    from cchc_docs.checker.telling import told
    from cchc_docs.storage.rules import default_rules

    findings = told(checked.result, default_rules())
    lines = [f"{name}: {checked.result.type_name or 'không rõ loại văn bản'}"]
    lines += [f"LƯU Ý {one}" for one in checked.result.remarks]
    for element, group in groupby(findings, key=lambda one: one.element):
        lines.append(element)
        for one in group:
            lines += [f"    {line}" for line in _finding_lines(one)]
    return [*lines, *_closing_lines(checked, name)]


def _finding_lines(finding: ToldFinding) -> Iterator[str]:
    yield f"{finding.label} [{finding.rule}] {finding.title} ({finding.clause})."
    yield f"    Tìm thấy: {finding.found}; yêu cầu: {finding.wanted}."
    yield f"    Ở{finding.repeated}: {'; '.join(finding.places)}"
    if finding.house:
        yield f"    Lý do của đơn vị: {finding.house}"
    yield f"    Cách sửa: {finding.fix}"


def _closing_lines(checked: Checked, name: str) -> Iterator[str]:
    from cchc_docs.checker.outcomes import State
    from cchc_docs.checker.telling import not_evaluated

    result = checked.result
    errors, others, passed, unknown = check_counts(checked)
    yield (
        f"{name}: {errors} lỗi, {others} cảnh báo; {passed} quy tắc đạt, {unknown} chưa xét, "
        f"{result.count(State.NOT_APPLICABLE)} không áp dụng."
    )
    for reason, rules in not_evaluated(result).items():
        yield f"    Chưa xét, {reason}: {', '.join(rules)}."


def check_workbook(
    checks: Mapping[Path, Checked | CchcError], passed_over: Iterable[Path] = ()
) -> bytes:
    """Return the checks of several files as a workbook (.xlsx): findings, then all files.

    An error tells why a file could not be checked; `passed_over` are files nobody looked into.
    """
    from cchc_docs.checker.telling import told
    from cchc_docs.excel.check_sheet import CheckRow, CheckSummary
    from cchc_docs.excel.check_sheet import check_workbook as workbook
    from cchc_docs.storage.rules import default_rules

    rows = [
        CheckRow(
            file=str(file),
            level=one.label,
            rule=one.rule,
            element=one.element,
            title=one.title,
            found=one.found,
            places="; ".join(one.places) + one.repeated,
            wanted=one.wanted,
            fix=one.fix,
            clause=one.clause,
            house=one.house or "",
        )
        for file, checked in checks.items()
        if not isinstance(checked, CchcError)
        for one in told(checked.result, default_rules())
    ]
    summaries = [
        CheckSummary(str(file), *_came_of(checked), reasons=_unread(checked))
        for file, checked in checks.items()
    ]
    summaries += [CheckSummary(str(one), "bỏ qua", None, _NO_DOCX) for one in passed_over]
    return workbook(rows, summaries)


def _came_of(checked: Checked | CchcError) -> tuple[str, tuple[int, int, int, int] | None]:
    """Return what a file is taken for, and the counts of its check."""
    if isinstance(checked, CchcError):
        return "không đọc được", None
    return checked.result.type_name or "không rõ", check_counts(checked)


def _unread(checked: Checked | CchcError) -> str:
    """Return why a file, or what of it, was not looked at."""
    if isinstance(checked, CchcError):
        return " ".join(f"{one.what} {one.fix}" for one in checked.problems)
    from cchc_docs.checker.telling import not_evaluated

    reasons = not_evaluated(checked.result).items()
    why = (f"{reason}: {', '.join(rules)}" for reason, rules in reasons)
    return "; ".join([*checked.result.remarks, *why])
