"""Targets: what they ask for can be measured, and the body asks for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cchc_docs.domain.bounds import Bound, find_bounds
from cchc_docs.domain.consistency.links import unlinked_points
from cchc_docs.domain.consistency.passages import beginning, passages, shortened, told
from cchc_docs.domain.outline import outline
from cchc_docs.domain.phrases import keys
from cchc_docs.domain.walking import target_parts
from cchc_docs.findings import Finding, Level
from cchc_docs.model.base import is_open
from cchc_docs.model.document import Block
from cchc_docs.model.plan import Plan
from cchc_docs.model.threshold import Threshold

_COMMON: Final = frozenset(
    keys(
        "tỷ tỉ lệ các của và được trên đạt phấn đấu thực hiện theo có tổng số đối với trong là về "
        "cho tại từ đến việc khi ít nhất tối thiểu không quá năm đúng"
    )
)
_CLEARLY: Final = 0.25  # share of a target's words by which one clause must fit better than another
_ABOUT_IT: Final = 0.5  # a clause with more of a target's words than this share speaks of it
_ELSEWHERE: Final = re.compile(  # the share is told in words, or by the annex alone
    r"%|phần trăm|\b(?:toàn bộ|tất cả|mọi|phụ lục)\b|\{annex:", re.IGNORECASE
)
_RANK: Final = re.compile(r"\b(?:xếp hạng|thứ hạng|thứ bậc|xếp thứ|hạng)\b", re.IGNORECASE)


def check_thresholds(plan: Plan) -> Iterator[Finding]:
    """Yield percentages that cannot be compared with a result."""
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


def check_points(plan: Plan) -> Iterator[Finding]:
    """Yield targets that ask for something else than the point they are linked to."""
    points = {entry.block.id: entry.block for entry in outline(plan) if entry.block.id}
    for path, row in target_parts(plan):
        block = points.get(row.point) if row.point else None
        if not block or not row.threshold:
            continue
        if remark := _difference(row.text, row.threshold, _whole_text(block)):
            yield Finding(
                "target-point-differs",
                Level.WARNING,
                f'Chỉ tiêu ở phụ lục là "{row.threshold}", {remark}',
                "Ghi một mức ở cả hai nơi, hoặc sửa liên kết nếu đoạn đó nói việc khác.",
                (*path, "threshold"),
            )


def check_bounds_have_targets(plan: Plan) -> Iterator[Finding]:
    """Yield, in one finding, percentages the body asks for that are no target of the annex.

    Points with targets are compared by `check_points`; those that nothing is linked to are told by
    `check_points_linked`.
    """
    rows = [row for _, row in target_parts(plan)]
    targets = [_content(row.text) for row in rows if row.threshold and row.threshold.unit == "%"]
    points = {row.point for row in rows if row.point}
    told_of = {entry.path for entry in outline(plan) if entry.block.id in points}
    told_of.update(unlinked_points(plan))
    paths = [
        passage.path
        for passage in passages(plan)
        if targets
        and passage.path[0] == "sections"
        and not any(passage.path[:length] in told_of for length in range(len(passage.path)))
        for bound in find_bounds(passage.own, "%")
        if not any(_likeness(words, bound) > _ABOUT_IT for words in targets)
    ]
    if paths:
        yield Finding(
            "bound-without-target",
            Level.NOTE,
            f"{len(paths)} mức phấn đấu ở phần nội dung không có ở phụ lục chỉ tiêu: "
            f"{told(plan, paths)}.",
            "Bổ sung chỉ tiêu vào phụ lục, hoặc giữ nếu chỉ nêu ở phần nội dung.",
            paths[0],
        )


def _whole_text(block: Block) -> str:
    texts = [block.title or "", block.text or "", *map(_whole_text, block.content)]
    return "\n".join(filter(None, texts))


def _difference(name: str, threshold: Threshold, text: str) -> str | None:
    """Return in words how the body differs from a target, None where it does not."""
    if threshold.operator is None or threshold.unit is None:
        if _RANK.search(threshold.text) and not _RANK.search(text):
            return f'nói về thứ hạng, còn đoạn tương ứng thì không: "{beginning(text)}"'
        return None
    bounds = find_bounds(text, threshold.unit)
    if not bounds:
        silent = threshold.unit == "%" and not _ELSEWHERE.search(text)
        return f'đoạn tương ứng không nêu con số nào: "{beginning(text)}"' if silent else None
    wanted = _content(name)
    best = max(bounds, key=lambda one: _likeness(wanted, one))
    equal = [one for one in bounds if _same(one.threshold, threshold)]
    nearest_equal = max((_likeness(wanted, one) for one in equal), default=-1.0)
    if nearest_equal > _likeness(wanted, best) - _CLEARLY:
        return None
    return f'đoạn tương ứng ghi "{best.threshold}": "{beginning(best.clause)}"'


def _same(one: Threshold, other: Threshold) -> bool:
    return (one.operator, one.value) == (other.operator, other.value)


def _likeness(wanted: set[str], bound: Bound) -> float:
    """Return the share of a target's words that the clause of a bound has too."""
    return len(wanted & _content(bound.clause)) / max(1, len(wanted))


def _content(text: str) -> set[str]:
    return set(shortened(text)) - _COMMON
