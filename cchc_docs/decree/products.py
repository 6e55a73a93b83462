"""Words that name a product: kinds of papers, events and things that can be shown.

Kinds of papers: Nghị định 30/2020/NĐ-CP, Điều 7. Events and things: the columns "sản phẩm" of
plans of ministries, provinces and communes on administrative reform.
"""

from __future__ import annotations

from typing import Final

PAPERS: Final = (
    *("nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "quy ước", "thông cáo"),
    *("thông báo", "hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án", "dự án"),
    *("báo cáo", "biên bản", "tờ trình", "hợp đồng", "công văn", "công điện", "bản ghi nhớ"),
    *("bản thỏa thuận", "giấy", "phiếu", "thư", "văn bản", "tài liệu", "hồ sơ", "danh mục"),
    *("danh sách", "bảng", "biểu", "sổ", "quy trình", "nội quy", "đề cương", "dự thảo", "bài"),
    *("tin", "chuyên mục", "chuyên trang", "chuyên đề", "tờ rơi", "tờ gấp", "sổ tay", "kết luận"),
    *("cam kết", "bản tin", "bản đăng ký", "dự toán", "quyết toán", "kết quả", "số liệu", "ý kiến"),
    *("lịch", "đơn", "chứng chỉ", "chứng thư", "chữ ký số", "mã", "QR", "câu hỏi", "đề tài"),
)

EVENTS: Final = (
    *("hội nghị", "hội thảo", "hội thi", "cuộc thi", "cuộc họp", "họp", "buổi", "đợt", "lớp"),
    *("tập huấn", "tọa đàm", "đối thoại", "diễn đàn", "đoàn", "cuộc kiểm tra", "khảo sát"),
    *("sinh hoạt", "lễ", "ngày hội", "chiến dịch", "phong trào", "tiếp công dân"),
)

THINGS: Final = (
    *("phần mềm", "hệ thống", "cơ sở dữ liệu", "CSDL", "dữ liệu", "trang", "cổng", "ứng dụng"),
    *("tài khoản", "máy", "thiết bị", "trụ sở", "phòng", "công trình", "mô hình", "sáng kiến"),
    *("giải pháp", "sản phẩm", "dịch vụ", "pa nô", "panô", "áp phích", "băng rôn", "khẩu hiệu"),
    *("video", "clip", "phóng sự", "loa", "bộ phận", "tổ", "ban", "nhóm", "kênh", "hộp thư"),
    *("đường dây nóng", "fanpage", "zalo", "facebook", "kinh phí", "chỉ số", "điểm", "kho"),
    *("TTHC", "thủ tục", "vị trí", "người", "cán bộ", "công chức", "lượt", "hạ tầng"),
)

ACHIEVEMENTS: Final = (
    *("đạt", "hoàn thành", "thực hiện", "triển khai", "đảm bảo", "bảo đảm", "nâng cao"),
    *("tăng cường", "đẩy mạnh", "duy trì", "cải thiện", "phấn đấu", "có hiệu quả", "hiệu quả"),
    *("theo quy định", "theo kế hoạch", "thường xuyên", "kịp thời", "đúng quy định"),
)
"""Beginnings of words that tell how well something goes, not what there is to show."""
