"""What a careful colleague would point out in a plan that can be printed: findings, not errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cchc_docs.domain.outline import outline
from cchc_docs.domain.questions import open_questions
from cchc_docs.domain.walking import target_parts, target_rows, task_rows, values
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.agency import Authority, OfficeKind
from cchc_docs.model.base import is_open
from cchc_docs.model.deadline import DeadlineForm
from cchc_docs.model.plan import Plan
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import fold

_TYPED_LABEL: Final = re.compile(r"(?:[IVX]+\.|\d{1,2}[.)]|[a-zđ]\)|[-–+•])\s")


def find_inconsistencies(plan: Plan) -> list[Finding]:
    """Return every finding of a plan, in the order of the rules."""
    return [
        *_questions(plan),
        *_issue_year(plan),
        *_half_numbered(plan),
        *_own_deputies(plan),
        *_typed_labels(plan),
        *_unmentioned_annexes(plan),
        *_thresholds(plan),
        *_deadlines(plan),
        *_leads(plan),
        *_outside_offices(plan),
    ]


def _questions(plan: Plan) -> Iterator[Finding]:
    for question in open_questions(plan):
        yield Finding(
            "open-question",
            Level.NOTE,
            f"Còn câu hỏi chưa trả lời: {question.text}",
            "Thay cả cụm [[…]] bằng nội dung đúng; bản chính thức không in khi còn câu hỏi.",
            question.path,
        )


def _issue_year(plan: Plan) -> Iterator[Finding]:
    date = plan.issue_date
    if date and date.year not in (plan.year - 1, plan.year):
        yield Finding(
            "issue-year",
            Level.WARNING,
            f"Ngày ban hành năm {date.year}, kế hoạch của năm {plan.year}.",
            f"Kế hoạch năm thường ban hành cuối năm {plan.year - 1} hoặc trong năm {plan.year}.",
            ("issue_date",),
        )


def _half_numbered(plan: Plan) -> Iterator[Finding]:
    dated = plan.issue_date is not None and plan.issue_date.day is not None
    if plan.number and not dated:
        yield Finding(
            "half-numbered",
            Level.WARNING,
            "Có số văn bản mà chưa có ngày ban hành; hai thứ được cấp cùng lúc.",
            "Ghi cả ngày ban hành, hoặc để trống số cho văn thư.",
            ("issue_date",),
        )


def _own_deputies(plan: Plan) -> Iterator[Finding]:
    for position, one in enumerate(plan.agency.signatories):
        if Authority.DEPUTY in one.authority and fold(one.post) == fold(one.head_post):
            yield Finding(
                "own-deputy",
                Level.ERROR,
                f'"{one.post}" không thể ký thay (KT.) chính mình.',
                'Ghi chức vụ cấp phó vào "post", hoặc bỏ KT. khỏi "authority".',
                ("agency", "signatories", position, "post"),
            )


def _typed_labels(plan: Plan) -> Iterator[Finding]:
    for entry in outline(plan):
        text = entry.block.title or entry.block.text or ""
        if entry.label and _TYPED_LABEL.match(text):
            yield Finding(
                "typed-label",
                Level.WARNING,
                f'Số thứ tự được gõ tay, khi in sẽ thành "{entry.label} {text[:20]}…".',
                "Xóa số, chữ cái hoặc gạch đầu dòng đã gõ; công cụ tự đánh.",
                entry.path,
            )


def _unmentioned_annexes(plan: Plan) -> Iterator[Finding]:
    texts = [text for path, text in values(plan) if path[0] != "annexes" and isinstance(text, str)]
    for name, field in type(plan.annexes).model_fields.items():
        mentioned = any(f"{{annex:{name}}}" in text for text in texts)
        if getattr(plan.annexes, name) and not mentioned:
            yield Finding(
                "annex-not-mentioned",
                Level.WARNING,
                f"Phần nội dung không nhắc đến {field.title}.",
                f'Thêm, ví dụ, "(Chi tiết tại {{annex:{name}}} kèm theo)" '
                "(NĐ 30/2020/NĐ-CP, PL I, Phần I, III.1.a).",
                ("annexes", name),
            )


def _thresholds(plan: Plan) -> Iterator[Finding]:
    for path, row in target_parts(plan):
        threshold = row.threshold
        if not threshold or is_open(threshold.text):
            continue
        if threshold.operator is None and "%" in threshold.text:
            yield Finding(
                "threshold-unread",
                Level.NOTE,
                f'Chỉ tiêu "{threshold}" không so sánh được với kết quả bằng số.',
                'Nếu có thể, ghi như "Trên 90%", "90%", "Không quá 5%"; dấu thập phân là dấu phẩy.',
                (*path, "threshold"),
            )


def _deadlines(plan: Plan) -> Iterator[Finding]:
    for path, task in task_rows(plan):
        here: Path = (*path, "deadline")
        window = task.deadline.window(plan.year)
        if task.deadline.form is DeadlineForm.FREE:
            yield Finding(
                "deadline-unread",
                Level.NOTE,
                f'Thời hạn "{task.deadline}" không quy ra ngày được, công cụ không theo dõi được.',
                f'Nếu có thể, ghi như "Quý I/{plan.year}", "Trước ngày 10/01/{plan.year}".',
                here,
            )
        elif window and not window[0].year <= plan.year <= window[1].year:
            yield Finding(
                "deadline-year",
                Level.WARNING,
                f'Thời hạn "{task.deadline}" (đến {short_date(window[1])}) ngoài năm {plan.year}.',
                "Kiểm tra lại năm của thời hạn.",
                here,
            )


def _leads(plan: Plan) -> Iterator[Finding]:
    for path, task in task_rows(plan):
        if not task.lead:
            yield Finding(
                "lead-missing",
                Level.WARNING,
                "Nhiệm vụ chưa có cơ quan chủ trì.",
                "Ghi bộ phận chủ trì, hoặc [[câu hỏi]] nếu chưa xác định.",
                (*path, "lead"),
            )
        leads, partners = (
            {_office_id(plan, name) for name in names if not is_open(name)}
            for names in (task.lead, task.partners)
        )
        for name in sorted(leads & partners):
            office = plan.agency.office(name)
            yield Finding(
                "lead-is-partner",
                Level.WARNING,
                f'"{office.name if office else name}" vừa chủ trì vừa phối hợp.',
                "Ghi rõ một bộ phận chủ trì, bỏ bộ phận đó khỏi cơ quan phối hợp.",
                (*path, "partners"),
            )


def _office_id(plan: Plan, name: str) -> str:
    office = plan.agency.office(name)
    return office.id if office else name


def _outside_offices(plan: Plan) -> Iterator[Finding]:
    named = [
        (row.path, field, names)
        for row in target_rows(plan)
        for field, names in (("monitor", row.target.monitor), ("executors", row.target.executors))
    ] + [(path, "lead", task.lead) for path, task in task_rows(plan)]
    for path, field, names in named:
        for position, name in enumerate(names):
            office = plan.agency.office(name)
            if office and office.kind is OfficeKind.OUTSIDE:
                yield Finding(
                    "outside-office",
                    Level.WARNING,
                    f'"{office.name}" không thuộc đơn vị nhưng được giao việc.',
                    "Giao cho bộ phận của đơn vị, hoặc xem lại loại bộ phận trong hồ sơ đơn vị.",
                    (*path, field, position),
                )
