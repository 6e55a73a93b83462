"""A small plan and a small log, so that a test can count everything by hand."""

from __future__ import annotations

from typing import Any

from cchc_docs.model.plan import Plan
from cchc_docs.model.records import Records
from cchc_docs.storage.report_form import default_form

FORM = default_form()

TASKS = [
    ("som", "Trước ngày 10/01/2024"),
    ("thang-ba", "Tháng 3/2024"),
    ("quy-hai", "Quý II/2024"),
    ("ca-nam", "Cả năm"),
    ("thuong-xuyen", "Thường xuyên"),
]


def plan(**changes: Any) -> Plan:
    return Plan.model_validate(
        {
            "agency": {
                "unit": {"name": "Bình Minh"},
                "superiors": ["UBND tỉnh Bình An"],
                "offices": [{"id": "van-phong", "name": "Văn phòng"}],
                "reports": {"due": {"Q1": "20/3"}},
            },
            "year": 2024,
            "subject": "Cải cách hành chính phường Bình Minh năm 2024",
            "sections": [{"title": "NHIỆM VỤ", "content": ["Làm."]}],
            "annexes": {
                "targets": {
                    "title": "CHỈ TIÊU",
                    "rows": [
                        {
                            "id": "truc-tuyen",
                            "text": "Tỷ lệ hồ sơ trực tuyến",
                            "threshold": "Trên 90%",
                            "measured_by": "ty-le-truc-tuyen",
                        },
                        {"id": "hai-long", "text": "Mức độ hài lòng", "threshold": "90%"},
                        {
                            "id": "sang-kien",
                            "text": "Sáng kiến",
                            "threshold": "Ít nhất 01 sáng kiến",
                        },
                    ],
                },
                "tasks": {
                    "title": "NHIỆM VỤ",
                    "groups": [
                        {
                            "title": "CHỈ ĐẠO",
                            "tasks": [
                                {
                                    "id": name,
                                    "text": f"Việc {name}.",
                                    "lead": "van-phong",
                                    "deadline": due,
                                }
                                for name, due in TASKS
                            ],
                        }
                    ],
                },
            },
        }
        | changes
    )


def dossiers(since: str, until: str, *counts: int, field: str = "Hộ tịch") -> dict[str, Any]:
    """Return a row of the log; counts in the order of form 06 without its totals."""
    names = (
        "online", "counter", "carried_in", "early", "on_time", "late",
        "pending_in_time", "pending_late",
    )  # fmt: skip
    return {"field": field, "since": since, "until": until, **dict(zip(names, counts, strict=True))}


QUARTERS = [
    dossiers("15/12/2023", "14/3/2024", 60, 40, 5, 80, 15, 2, 7, 1),
    dossiers("15/3/2024", "14/6/2024", 80, 20, 8, 90, 10, 0, 8, 0),
    dossiers("15/6/2024", "14/9/2024", 95, 5, 8, 100, 4, 0, 4, 0),
    dossiers("15/9/2024", "14/12/2024", 100, 0, 4, 100, 0, 1, 3, 0),
]


def records(**fields: Any) -> Records:
    return Records.model_validate(
        {"unit": "phường Bình Minh", "year": 2024, "dossiers": QUARTERS} | fields
    )
