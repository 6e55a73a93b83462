"""Plans of other places in their own wording: a commune of the two-level government, a small xã."""

from cchc_docs.domain.consistency import find_inconsistencies
from cchc_docs.model.plan import Plan

OFFICES = [
    {"id": "vp", "name": "Văn phòng HĐND và UBND", "aliases": ["Văn phòng"]},
    {"id": "vhxh", "name": "Phòng Văn hóa - Xã hội"},
    {"id": "kt", "name": "Phòng Kinh tế"},
    {"id": "tt", "name": "Trung tâm Phục vụ hành chính công", "aliases": ["Trung tâm PVHCC"]},
]

POINTS = [
    "Ban hành văn bản chỉ đạo cải cách hành chính (CCHC) của Ủy ban nhân dân (UBND) xã kịp thời; "
    "100% nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao được hoàn thành đúng hạn.",
    "Nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI), Chỉ số hài lòng (SIPAS).",
    "Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành "
    "chính theo cơ chế một cửa, một cửa liên thông; công khai đầy đủ thủ tục hành chính (TTHC).",
    "Tối thiểu 80% hồ sơ TTHC được nộp trực tuyến, 100% hồ sơ được số hóa.",
    "Bố trí cán bộ, công chức xã đúng vị trí việc làm; đánh giá công chức cấp xã hằng năm.",
    "Phát triển văn hóa - xã hội, kinh tế số; xây dựng xã hội học tập trên địa bàn xã.",
    "Phối hợp với Sở Nội vụ, UBND các xã, phường lân cận trong giải quyết hồ sơ liên thông.",
    "Áp dụng TCVN ISO 9001:2015; tra cứu bằng mã QR; cài đặt VNeID cho người dân.",
]

ITEMS = [
    ("vp", "Tham mưu, theo dõi, đôn đốc; báo cáo UBND xã, Sở Nội vụ định kỳ hằng quý."),
    ("vhxh", "Tuyên truyền CCHC trên Trang thông tin điện tử của xã."),
    ("kt", "Bố trí kinh phí thực hiện theo quy định."),
    ("tt", "Tiếp nhận, trả kết quả TTHC; đo lường sự hài lòng của người dân."),
]

TASKS = [
    ("Ban hành Kế hoạch CCHC năm 2026", "Kế hoạch", "vp", "15/01/2026"),
    ("Báo cáo CCHC quý I", "Báo cáo", "vp", "Trước ngày 11/3/2026"),
    ("Báo cáo CCHC quý III", "Báo cáo", "vp", "Trước ngày 11/9/2026"),
    ("Tuyên truyền CCHC", "Tin, bài, pa nô", "vhxh", "Thường xuyên"),
    ("Rà soát, đơn giản hóa TTHC nội bộ", "Quyết định của Chủ tịch UBND xã", "tt", "Quý II/2026"),
    ("Bố trí kinh phí CCHC", "Dự toán được giao", "kt", "Quý IV/2026"),
    ("Xây dựng Kế hoạch CCHC năm 2027", "Kế hoạch", "vp", "Tháng 12/2026"),
]

TARGETS = [
    ("Tỷ lệ hồ sơ TTHC nộp trực tuyến", "Tối thiểu 80%"),
    ("Hồ sơ được số hóa", "100%"),
]


def commune() -> Plan:
    def row(position: int, text: str, product: str, lead: str, deadline: str) -> dict[str, str]:
        common = {"id": f"n{position}", "text": text, "product": product, "lead": lead}
        return common | {"deadline": deadline}

    items = [
        {"title": f"{{office:{office}}}", "office": office, "content": [text]}
        for office, text in ITEMS
    ]
    points = [{"text": text} for text in POINTS]
    points[3]["id"] = "ho-so"
    rows = [
        {"id": f"c{position}", "text": text, "threshold": threshold, "point": "ho-so"}
        | {"monitor": "vp", "executors": "tt"}
        for position, (text, threshold) in enumerate(TARGETS)
    ]
    tasks = [row(position, *task) for position, task in enumerate(TASKS)]
    return Plan.model_validate(
        {
            "agency": {"unit": {"name": "B", "level": "xã"}, "offices": OFFICES},
            "year": 2026,
            "issue_date": "24/12/2025",
            "subject": "Cải cách hành chính năm 2026",
            "sections": [
                {"title": "NHIỆM VỤ", "content": [{"title": "Nhiệm vụ chung", "content": points}]},
                {"title": "TỔ CHỨC THỰC HIỆN", "content": items},
            ],
            "closing": "Chi tiết tại {annex:targets}, {annex:tasks}",
            "annexes": {
                "targets": {"title": "CHỈ TIÊU", "rows": rows},
                "tasks": {"title": "NHIỆM VỤ", "groups": [{"tasks": tasks}]},
            },
        }
    )


def test_a_well_made_plan_has_nothing_but_unlinked_points():
    rules = [one.rule for one in find_inconsistencies(commune())]
    assert rules == ["point-unlinked"]
