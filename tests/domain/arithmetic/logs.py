"""Small plans, forms and logs for the tests of arithmetic."""

import datetime as dt
from typing import Any

from cchc_docs.model.plan import Plan
from cchc_docs.model.records import Records
from cchc_docs.model.report_form import ReportForm

LAST = dt.date(2024, 12, 14)

FORM: dict[str, Any] = {
    "version": "thu",
    "groups": [
        {
            "title": "Số liệu",
            "indicators": [
                {"id": "ke-hoach", "title": "Kế hoạch", "unit": "kế hoạch"},
                {"id": "cong-van", "title": "Công văn", "unit": "công văn"},
                {"id": "phat-hien", "title": "Vấn đề phát hiện", "unit": "vấn đề"},
                {"id": "khac-phuc", "title": "Vấn đề đã khắc phục", "unit": "vấn đề"},
                {"id": "pakn-cu", "title": "PAKN kỳ trước", "unit": "PAKN", "kind": "opening"},
                {"id": "pakn", "title": "PAKN tiếp nhận", "unit": "PAKN"},
                {"id": "pakn-xong", "title": "PAKN đã xử lý", "unit": "PAKN"},
                {"id": "pakn-dang", "title": "PAKN đang xử lý", "unit": "PAKN", "kind": "stock"},
                {"id": "bien-che", "title": "Biên chế", "unit": "người", "kind": "stock"},
                {"id": "co-mat", "title": "Có mặt", "unit": "người", "kind": "stock"},
                {
                    "id": "von",
                    "title": "Vốn",
                    "unit": "triệu đồng",
                    "kind": "stock",
                    "fractional": True,
                },
                {
                    "id": "chi",
                    "title": "Đã chi",
                    "unit": "triệu đồng",
                    "kind": "stock",
                    "fractional": True,
                },
            ],
        }
    ],
    "sums": [
        {"id": "van-ban", "title": "Văn bản", "unit": "văn bản", "of": ["ke-hoach", "cong-van"]}
    ],
    "rates": [
        {"id": "ty-le", "title": "Tỷ lệ khắc phục", "part": "khac-phuc", "whole": "phat-hien"}
    ],
    "limits": [
        {"rule": "R14", "parts": ["khac-phuc"], "wholes": ["phat-hien"]},
        {
            "rule": "R15",
            "parts": ["pakn-xong", "pakn-dang"],
            "wholes": ["pakn-cu", "pakn"],
            "exact": True,
        },
        {"rule": "R18", "parts": ["co-mat"], "wholes": ["bien-che"]},
        {"rule": "R19", "parts": ["chi"], "wholes": ["von"], "level": "warning"},
    ],
    "compared": ["van-ban", "ty-le"],
    "sections": [
        {
            "id": "muc",
            "title": "Mục",
            "headings": [
                {
                    "id": "khoan",
                    "title": "Khoản",
                    "sentences": [
                        "{body} ban hành {van-ban} văn bản ({parts:van-ban}), {change:van-ban}.",
                        {"text": "Đạt {khac-phuc/phat-hien}, {ty-le}.", "when": "phat-hien"},
                        "(Chi tiết tại {annex:dossiers}).",
                    ],
                }
            ],
        }
    ],
}


def form(**fields: Any) -> ReportForm:
    """Return the form with some of its fields replaced."""
    return ReportForm.model_validate(FORM | fields)


def plan(tasks: int = 2, targets: list[dict[str, Any]] = []) -> Plan:  # noqa: B006 never changed
    """Return a plan of 2024 with tasks `n0`, `n1`, … and targets `c0`, `c1`, …."""
    rows = [{"id": f"n{number}", "text": "Việc", "deadline": "Cả năm"} for number in range(tasks)]
    bounds = [{"id": f"c{number}", "text": "Chỉ tiêu"} | row for number, row in enumerate(targets)]
    annexes: dict[str, Any] = {"tasks": {"title": "T", "groups": [{"tasks": rows}]}}
    if bounds:
        annexes["targets"] = {"title": "C", "rows": bounds}
    return Plan.model_validate(
        {
            "agency": {
                "unit": {"level": "xã", "name": "Bình An"},
                "signatories": [{"id": "chu-tich", "post": "Chủ tịch"}],
            },
            "year": 2024,
            "subject": "Kế hoạch",
            "sections": [{"title": "Mục", "content": ["Câu."]}],
            "annexes": annexes,
        }
    )


def records(**fields: Any) -> Records:
    """Return a log of the plan."""
    return Records.model_validate({"unit": "xã Bình An", "year": 2024} | fields)


def dossiers(since: str, until: str, **columns: Any) -> dict[str, Any]:
    """Return a row of one field of work."""
    return {"field": "Hộ tịch", "since": since, "until": until} | columns
