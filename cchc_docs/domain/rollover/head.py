"""Year, number and date of the new plan: the number is blank, the day is blank, the month stays."""

from __future__ import annotations

from cchc_docs.domain.edits import Remove, SetValue
from cchc_docs.domain.review import Done
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.pieces import Piece
from cchc_docs.model.issue import IssueDate
from cchc_docs.model.plan import Plan

_BLANK = "để trống; văn thư ghi sau khi ký (NĐ 30/2020/NĐ-CP, Điều 15)"


def next_issue(plan: Plan) -> IssueDate | None:
    """Return the date of issue one year on, without its day; None where the plan has none."""
    date = plan.issue_date
    return IssueDate(date.year + 1, date.month) if date else None


def roll_head(drafting: Drafting, issue: IssueDate | None) -> None:
    """Set year, number and date of the new plan."""
    plan = drafting.plan
    drafting.edits.append(SetValue(("year",), str(drafting.year)))
    year = _changed("năm kế hoạch", "head-year", str(plan.year), str(drafting.year), "")
    drafting.note(("year",), str(plan.year), year)
    if plan.number:
        drafting.edits.append(Remove(("number",)))
        old = str(plan.number)
        piece = Piece(
            0,
            len(old),
            "",
            Done.DROPPED,
            "số văn bản",
            "head-number",
            f"Số của kế hoạch mới {_BLANK}.",
        )
        drafting.note(("number",), old, piece)
    if plan.issue_date and issue:
        drafting.edits.append(SetValue(("issue_date",), str(issue)))
        old = str(plan.issue_date)
        why = f"Tháng ban hành như kế hoạch trước, chuyển sang năm sau; ngày {_BLANK}."
        piece = _changed("ngày ban hành", "head-date", old, str(issue), why)
        drafting.note(("issue_date",), old, piece)


def _changed(subject: str, rule: str, old: str, new: str, why: str) -> Piece:
    return Piece(0, len(old), new, Done.CHANGED, subject, rule, why or "Năm do lệnh rollover cho.")
