"""The frame of a plan: open questions, number and date, signing, typed labels, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cchc_docs.domain.outline import outline
from cchc_docs.domain.questions import open_questions
from cchc_docs.domain.walking import target_rows, values
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.agency import Authority
from cchc_docs.model.plan import Plan
from cchc_docs.vietnamese.text import fold

_BASIS: Final = re.compile(
    r"Căn cứ\s+(?:các\s+)?(?:(?:Luật|Bộ luật|Hiến pháp|văn bản)\s|[A-ZĐ]\w+(?:\s\w+){0,3}\s+số\s)"
)
_TYPED_LABEL: Final = re.compile(r"(?:[IVX]+\.|\d{1,2}[.)]|[a-zđ]\)|[-–+•])\s")


def check_questions(plan: Plan) -> Iterator[Finding]:
    """Yield what still has to be found out."""
    for question in open_questions(plan):
        yield Finding(
            "open-question",
            Level.NOTE,
            f"Còn câu hỏi chưa trả lời: {question.text}",
            "Thay cả cụm [[…]] bằng nội dung đúng; bản chính thức không in khi còn câu hỏi.",
            question.path,
        )


def check_issue_year(plan: Plan) -> Iterator[Finding]:
    """Yield a year of issue that is far from the year of the plan."""
    date = plan.issue_date
    if date and date.year not in (plan.year - 1, plan.year):
        yield Finding(
            "issue-year",
            Level.WARNING,
            f"Ngày ban hành năm {date.year}, kế hoạch của năm {plan.year}.",
            f"Kế hoạch năm thường ban hành cuối năm {plan.year - 1} hoặc trong năm {plan.year}.",
            ("issue_date",),
        )


def check_half_numbered(plan: Plan) -> Iterator[Finding]:
    """Yield a number that was given without its day."""
    dated = plan.issue_date is not None and plan.issue_date.day is not None
    if plan.number and not dated:
        yield Finding(
            "half-numbered",
            Level.WARNING,
            "Có số văn bản mà chưa có ngày ban hành; hai thứ được cấp cùng lúc.",
            "Ghi cả ngày ban hành, hoặc để trống số cho văn thư.",
            ("issue_date",),
        )


def check_own_deputies(plan: Plan) -> Iterator[Finding]:
    """Yield people who sign as deputies of themselves."""
    for position, one in enumerate(plan.agency.signatories):
        if Authority.DEPUTY in one.authority and fold(one.post) == fold(one.head_post):
            yield Finding(
                "own-deputy",
                Level.ERROR,
                f'"{one.post}" không thể ký thay (KT.) chính mình.',
                'Ghi chức vụ cấp phó vào "post", hoặc bỏ KT. khỏi "authority".',
                ("agency", "signatories", position, "post"),
            )


def check_typed_labels(plan: Plan) -> Iterator[Finding]:
    """Yield numbers, letters and dashes typed where they are printed anyway."""
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


def check_annexes_mentioned(plan: Plan) -> Iterator[Finding]:
    """Yield annexes that the body does not mention."""
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


def check_bases(plan: Plan) -> Iterator[Finding]:
    """Yield a legal basis that stands in the body of a plan without legal bases of its own."""
    if plan.legal_bases:
        return
    for entry in outline(plan):
        if entry.block.text and _BASIS.match(entry.block.text):
            yield Finding(
                "basis-in-body",
                Level.WARNING,
                "Căn cứ ban hành nằm trong phần nội dung, kế hoạch không có phần căn cứ riêng.",
                'Chuyển lên "legal_bases" (NĐ 30/2020/NĐ-CP, PL I, Phần I, II.6.a).',
                (*entry.path, "text"),
            )
            return


def check_colons(plan: Plan) -> Iterator[Finding]:
    """Yield texts that end with a colon although nothing follows it."""
    entries = list(outline(plan))
    followed = {entry.path[:-1] for entry in entries}
    last = {entry.path[:-1]: entry.path for entry in entries}
    for entry in entries:
        text = entry.block.text or ""
        here = (*entry.path, "content")
        alone = here not in followed and last[entry.path[:-1]] == entry.path
        if text.rstrip().endswith(":") and alone:
            yield _loose_colon((*entry.path, "text"), text)
    for row in target_rows(plan):
        if row.target.text.rstrip().endswith(":") and not row.target.parts:
            yield _loose_colon((*row.path, "text"), row.target.text)


def _loose_colon(path: Path, text: str) -> Finding:
    return Finding(
        "colon-without-list",
        Level.WARNING,
        f'"…{text.rstrip()[-40:]}" kết thúc bằng dấu hai chấm nhưng không có nội dung bên dưới.',
        "Bỏ dấu hai chấm, hoặc bổ sung nội dung.",
        path,
    )
