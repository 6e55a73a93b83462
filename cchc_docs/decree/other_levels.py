"""Offices and addressees of other levels of government that stray into the plan of a commune.

Sources: Nghị định 37/2014/NĐ-CP and 108/2020/NĐ-CP (specialised offices of districts, abolished
with the districts); Luật Tổ chức chính quyền địa phương 72/2025/QH15 and Nghị định 150/2025/NĐ-CP
(from 01/7/2025 communes have a Văn phòng HĐND và UBND and Phòng of their own).
"""

from __future__ import annotations

import datetime as dt
from typing import Final

COMMUNE_LEVELS: Final = ("xã", "phường", "thị trấn", "đặc khu")
"""Levels of units that have no units below them."""

DISTRICTS_ABOLISHED: Final = dt.date(2025, 7, 1)
"""From this day the names of `DISTRICT_OFFICES` may be those of a commune's own offices."""

COMMUNES_AS_ADDRESSEES: Final = (
    "UBND các xã, phường",
    "UBND các phường, xã",
    "UBND các xã",
    "UBND các phường",
    "UBND cấp xã",
    "UBND xã, phường",
    "Ủy ban nhân dân các xã, phường",
    "Ủy ban nhân dân các phường, xã",
    "Ủy ban nhân dân các xã",
    "Ủy ban nhân dân các phường",
    "Ủy ban nhân dân cấp xã",
    "Ủy ban nhân dân xã, phường",
)

DISTRICT_OFFICES: Final = (
    "Văn phòng HĐND và UBND",
    "Văn phòng HĐND & UBND",
    "Văn phòng HĐND-UBND",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "các phòng, ban chuyên môn thuộc",
    "các phòng chuyên môn thuộc",
    "các phòng, ban, ngành thuộc",
    "Phòng Nội vụ",
    "Phòng Tư pháp",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Tài nguyên và Môi trường",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Văn hóa và Thông tin",
    "Phòng Văn hóa - Thông tin",
    "Phòng Giáo dục và Đào tạo",
    "Phòng Y tế",
    "Phòng Kinh tế",
    "Phòng Kinh tế và Hạ tầng",
    "Phòng Quản lý đô thị",
    "Phòng Nông nghiệp và Phát triển nông thôn",
    "Phòng Dân tộc",
    "Thanh tra huyện",
    "Thanh tra thị xã",
)
