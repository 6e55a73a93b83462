"""Bodies that issue papers: the fields in the names of ministries, departments and divisions.

Sources: Nghị quyết 08/2021/QH15 and 176/2025/QH15 (ministries before and after 01/3/2025),
NĐ 24/2014, 107/2020 and 150/2025/NĐ-CP (departments of a province, divisions below it).
"""

from __future__ import annotations

from typing import Final

FIELDS: Final = (
    "Công an",
    "Công Thương",
    "Dân tộc",
    "Dân tộc và Tôn giáo",
    "Dân tộc - Tôn giáo",
    "Du lịch",
    "Giao thông vận tải",
    "Giáo dục và Đào tạo",
    "Kế hoạch và Đầu tư",
    "Khoa học và Công nghệ",
    "Kinh tế",
    "Kinh tế và Hạ tầng",
    "Kinh tế, Hạ tầng và Đô thị",
    "Kinh tế - Hạ tầng",
    "Lao động - Thương binh và Xã hội",
    "Lao động, Thương binh và Xã hội",
    "Ngoại giao",
    "Ngoại vụ",
    "Nội vụ",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Quản lý đô thị",
    "Quốc phòng",
    "Quy hoạch - Kiến trúc",
    "Tài chính",
    "Tài chính - Kế hoạch",
    "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông",
    "Thương mại",
    "Tư pháp",
    "Văn hóa và Thông tin",
    "Văn hóa - Thông tin",
    "Văn hóa - Xã hội",
    "Văn hóa và Thể thao",
    "Văn hóa, Thể thao và Du lịch",
    "Xây dựng",
    "Y tế",
)
"""Fields of work after `Bộ`, `Sở`, `Phòng`."""

NATIONAL: Final = (
    "Ủy ban Thường vụ Quốc hội",
    "Văn phòng Quốc hội",
    "Quốc hội",
    "Chủ tịch nước",
    "Phó Thủ tướng Chính phủ",
    "Thủ tướng Chính phủ",
    "Thủ tướng",
    "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
    "Văn phòng Chính phủ",
    "Tổng Thanh tra Chính phủ",
    "Thanh tra Chính phủ",
    "Ban Cơ yếu Chính phủ",
    "Chính phủ",
    "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "Tòa án nhân dân tối cao",
    "Viện kiểm sát nhân dân tối cao",
    "Tổng Kiểm toán nhà nước",
    "Kiểm toán nhà nước",
    "Thống đốc Ngân hàng Nhà nước Việt Nam",
    "Ngân hàng Nhà nước Việt Nam",
    "Ngân hàng Nhà nước",
    "Bảo hiểm xã hội Việt Nam",
    "Kho bạc Nhà nước",
    "Ủy ban Dân tộc",
    "Ban Chỉ đạo cải cách hành chính của Chính phủ",
    "Ban Chỉ đạo Cải cách hành chính của Chính phủ",
    "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
)
"""Bodies of the State that stand alone; a longer name comes before one it begins with."""

PARTY: Final = (
    "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
    "Ban Chấp hành Trung ương Đảng",
    "Ban Chấp hành Trung ương",
    "Bộ Chính trị",
    "Ban Bí thư Trung ương Đảng",
    "Ban Bí thư",
    "Ban Tổ chức Trung ương",
    "Ban Tuyên giáo Trung ương",
    "Ban Tuyên giáo và Dân vận Trung ương",
    "Ban Dân vận Trung ương",
    "Ban Nội chính Trung ương",
    "Ủy ban Kiểm tra Trung ương",
    "Văn phòng Trung ương Đảng",
    "Trung ương Đảng",
    "Trung ương",
)
"""Central bodies of the Party."""

PEOPLES: Final = ("Ủy ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND")
"""Bodies of the State in a province, district or commune."""

COMMITTEES: Final = (
    *("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Đảng ủy", "Đảng bộ"),
    *("Tỉnh uỷ", "Thành uỷ", "Huyện uỷ", "Thị uỷ", "Quận uỷ", "Đảng uỷ"),
)
"""Committees of the Party in a province, district or commune."""

CLAUSE_BODIES: Final = (
    *PEOPLES,
    *COMMITTEES,
    *("Chủ tịch UBND", "Chủ tịch Ủy ban nhân dân", "Ban Thường vụ", "Ban Chỉ đạo", "Thường trực"),
    *("Văn phòng", "Sở", "Phòng", "Bộ", "Chính phủ", "Thủ tướng Chính phủ", "phường", "xã"),
)
"""Who does something in the main clause that follows a citation."""
