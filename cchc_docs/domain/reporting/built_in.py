"""Figures every report knows without being told: dossiers and tasks, counted from their logs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A figure: what it is called, its unit, the columns of form 06 that it adds up (if any)."""

    title: str
    unit: str
    columns: tuple[str, ...] = ()


_DOSSIERS: Final = {
    "ho-so": ("Hồ sơ nhận giải quyết", ("online", "counter", "carried_in")),
    "ho-so-tiep-nhan": ("Hồ sơ tiếp nhận trong kỳ", ("online", "counter")),
    "ho-so-truc-tuyen": ("Hồ sơ tiếp nhận trực tuyến", ("online",)),
    "ho-so-truc-tiep": ("Hồ sơ tiếp nhận trực tiếp, qua bưu chính", ("counter",)),
    "ho-so-ky-truoc": ("Hồ sơ từ kỳ trước", ("carried_in",)),
    "ho-so-xong": ("Hồ sơ đã giải quyết", ("early", "on_time", "late")),
    "ho-so-trong-han": ("Hồ sơ giải quyết trước và đúng hạn", ("early", "on_time")),
    "ho-so-truoc-han": ("Hồ sơ giải quyết trước hạn", ("early",)),
    "ho-so-dung-han": ("Hồ sơ giải quyết đúng hạn", ("on_time",)),
    "ho-so-qua-han": ("Hồ sơ giải quyết quá hạn", ("late",)),
    "ho-so-dang": ("Hồ sơ đang giải quyết", ("pending_in_time", "pending_late")),
    "ho-so-dang-trong-han": ("Hồ sơ đang giải quyết, trong hạn", ("pending_in_time",)),
    "ho-so-dang-qua-han": ("Hồ sơ đang giải quyết, quá hạn", ("pending_late",)),
    "ho-so-ngoai": ("Hồ sơ rút, trả lại, dừng xử lý", ("withdrawn", "returned", "suspended")),
}
_TASKS: Final = {
    "nhiem-vu": "Nhiệm vụ của kế hoạch",
    "nhiem-vu-xong": "Nhiệm vụ đã hoàn thành",
    "nhiem-vu-dang-lam": "Nhiệm vụ đang thực hiện",
    "nhiem-vu-chua-lam": "Nhiệm vụ chưa thực hiện",
    "nhiem-vu-thoi": "Nhiệm vụ thôi thực hiện",
    "nhiem-vu-qua-han": "Nhiệm vụ quá hạn, chưa hoàn thành",
}

BUILT_IN: Final[dict[str, BuiltIn]] = {
    **{id: BuiltIn(title, "hồ sơ", columns) for id, (title, columns) in _DOSSIERS.items()},
    **{id: BuiltIn(title, "nhiệm vụ") for id, title in _TASKS.items()},
}
"""By id, in the order they are explained."""

FORM_06: Final = (
    "ho-so", "ho-so-truc-tuyen", "ho-so-truc-tiep", "ho-so-ky-truoc",
    "ho-so-xong", "ho-so-truoc-han", "ho-so-dung-han", "ho-so-qua-han",
    "ho-so-dang", "ho-so-dang-trong-han", "ho-so-dang-qua-han",
)  # fmt: skip
"""Columns (3) to (13) of form 06/VPCP/KSTT."""

OPENING: Final = frozenset({"carried_in"})
CLOSING: Final = frozenset({"pending_in_time", "pending_late"})
"""Columns that are stocks, before the first day and after the last; all others are flows."""
