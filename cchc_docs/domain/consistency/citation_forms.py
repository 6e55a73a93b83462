"""How citations are written: symbol, date, first and later mentions (NĐ 30/2020, PL I, II.6.b)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from cchc_docs.decree.papers import NAMED
from cchc_docs.domain.citing import legal_day
from cchc_docs.domain.consistency.passages import Places
from cchc_docs.domain.references import Reference, mentions
from cchc_docs.domain.slip import Slip
from cchc_docs.domain.workdays import rest_day
from cchc_docs.findings import Finding, Level
from cchc_docs.model.plan import Plan
from cchc_docs.model.register import Confidence
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import capitalised

_CLAUSE: Final = "NĐ 30/2020/NĐ-CP, PL I, Phần I, II.6.b"


def told_again(same: Sequence[Reference], places: Places) -> str:
    """Return the sentence that says how often and where a paper is cited; empty for once."""
    if len(same) == 1:
        return ""
    return f" Viện dẫn {len(same)} lần: {places.told([one.path for one in same])}."


def check_first_day(plan: Plan, papers: Sequence[Reference]) -> Iterator[Finding]:
    """Point out the first possible day of issue, where a cited paper narrows it down."""
    date = plan.issue_date
    if date is not None and (date.month is None or date.day is not None):
        return
    last = legal_day(plan)
    dated = [(day, one) for one in papers if (day := _issued(one))]
    if date:  # papers of later months are `citation-later`
        dated = [pair for pair in dated if last.replace(day=1) <= pair[0] <= last]
    else:  # without any date of its own the plan was taken to be older than it is
        dated = [pair for pair in dated if pair[0] > last]
    if dated:
        first, one = max(dated, key=lambda pair: pair[0])
        yield Finding(
            "issue-not-before",
            Level.WARNING,
            f"Kế hoạch chưa ghi ngày ban hành, nhưng viện dẫn {one.name} ngày {short_date(first)}: "
            "không thể ban hành trước ngày đó.",
            _days_left(first, last) if date else "Ghi tháng, năm ban hành vào issue_date.",
            ("issue_date",),
        )


def _days_left(first: dt.date, last: dt.date) -> str:
    days = [first.replace(day=day) for day in range(first.day, last.day + 1)]
    working = ", ".join(str(day.day) for day in days if rest_day(day) is None)
    return f"Các ngày làm việc còn lại trong tháng: {working}." if working else "Chọn tháng sau."


def _issued(one: Reference) -> dt.date | None:
    """Return the day of a paper as it is written, else as the register knows it."""
    return one.citation.issued or (one.document.issued if one.document else None)


def check_forms(plan: Plan, papers: Sequence[Reference], places: Places) -> Iterator[Finding]:
    """Point out slips of symbols, missing and impossible dates, full citations that come again."""
    yield from _malformed(papers, places)
    again: list[Reference] = []
    for same in mentions(papers):
        if plan.issue_date:
            yield from _later(same, places)
        yield from _undated(same)
        yield from _unnumbered(same, places)
        again += [one for one in same[1:] if one.own and one.citation.symbol and _is_full(one)]
    if again:
        names = ", ".join(dict.fromkeys(one.name for one in again))
        where = places.told([one.path for one in again])
        yield Finding(
            "citation-full-again",
            Level.NOTE,
            f"Viện dẫn đầy đủ lại văn bản đã nêu: {names} ({where}).",
            f"Từ lần thứ hai chỉ ghi tên loại, số, ký hiệu ({_CLAUSE}).",
            again[0].path,
        )


def _is_full(one: Reference) -> bool:
    return bool(one.citation.issued and one.citation.subject)


def _malformed(papers: Sequence[Reference], places: Places) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[tuple[Reference, Slip]]] = {}
    for one in papers:
        for slip in one.slips:
            found.setdefault((one.name, slip.what), []).append((one, slip))
    for same in found.values():
        one, slip = same[0]
        right = one.citation.symbol or slip.right
        fix = f'Viết "{right}".' if slip.right else "Kiểm tra lại số, ký hiệu, tên loại."
        level = Level.ERROR if slip.right else Level.WARNING
        again = told_again([other for other, _ in same], places)
        what = f"{slip.what} {slip.why}{again}"
        yield Finding("citation-malformed", level, what, fix, one.path)


def _later(same: Sequence[Reference], places: Places) -> Iterator[Finding]:
    late = [one for one in same if (issued := _issued(one)) and issued > one.day]
    if late and (issued := _issued(late[0])):
        yield Finding(
            "citation-later",
            Level.ERROR if _is_sure(late[0]) else Level.WARNING,
            f"{late[0].name} ngày {short_date(issued)} sau ngày ban hành kế hoạch."
            + told_again(late, places),
            "Kiểm tra lại ngày của văn bản được viện dẫn và ngày ban hành kế hoạch.",
            late[0].path,
        )


def _is_sure(one: Reference) -> bool:
    known = one.document is not None and one.document.confidence is Confidence.CONFIRMED
    return known or one.citation.issued is not None


def _undated(same: Sequence[Reference]) -> Iterator[Finding]:
    """Only the first mention needs the date, and that of a law by its name needs none."""
    upto = next((place for place, one in enumerate(same, 1) if one.own), 0)
    if not upto or any(one.citation.issued for one in same[:upto]):
        return
    one = same[upto - 1]
    by_name = one.citation.name and capitalised(one.citation.kind) in NAMED
    if by_name or one.citation.symbol is None:
        return
    known = one.document.issued if one.document else None
    fix = f"Ghi thêm ngày {short_date(known)}" if known else "Ghi thêm ngày ban hành"
    what = f"{one.name} được viện dẫn lần đầu mà không ghi ngày ban hành."
    yield Finding("citation-undated", Level.WARNING, what, f"{fix} ({_CLAUSE}).", one.path)


def _unnumbered(same: Sequence[Reference], places: Places) -> Iterator[Finding]:
    """A law goes by its name; other papers need number and date."""
    one = same[0]
    if one.citation.symbol or capitalised(one.citation.kind) in NAMED:
        return
    known = one.document if one.document and one.document.symbol else None
    fix = "Ghi đủ số, ký hiệu, ngày ban hành"
    fix += f": số {known.symbol}" if known else " nếu biết"
    if known and known.issued:
        fix += f" ngày {short_date(known.issued)}"
    what = f"{one.name} được viện dẫn không có số, ký hiệu và ngày.{told_again(same, places)}"
    yield Finding("citation-unnumbered", Level.WARNING, what, f"{fix} ({_CLAUSE}).", one.path)
