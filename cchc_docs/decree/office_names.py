"""Names of bodies, systems and laws with the capitals they take (NĐ 30/2020, Phụ lục II, IV, V.6).

The capitals of each name are those of the act that founded the body or of the law's own title.
"""

from __future__ import annotations

from typing import Final

from cchc_docs.decree.office_words import phrases

NAMES: Final = phrases(
    """
    Ủy ban nhân dân, Hội đồng nhân dân, Chủ tịch Ủy ban nhân dân, Phó Chủ tịch Ủy ban nhân dân,
    Thường trực Hội đồng nhân dân, Mặt trận Tổ quốc, Mặt trận Tổ quốc Việt Nam,
    Ủy ban Mặt trận Tổ quốc, Ủy ban Mặt trận Tổ quốc Việt Nam, Ủy ban Thường vụ Quốc hội,
    Thủ tướng Chính phủ, Văn phòng Chính phủ, Văn phòng Quốc hội, Văn phòng Chủ tịch nước,
    Thanh tra Chính phủ, Cộng hòa xã hội chủ nghĩa Việt Nam, Đảng Cộng sản Việt Nam,
    Ban Chấp hành Trung ương, Ban Chấp hành Trung ương Đảng, Văn phòng Trung ương Đảng,
    Ban Chấp hành Đảng bộ, Ban Thường vụ Tỉnh ủy, Ban Thường vụ Thành ủy, Ban Thường vụ Đảng ủy,
    Ủy ban Kiểm tra, Tòa án nhân dân,
    Bộ Nội vụ, Bộ Tư pháp, Bộ Tài chính, Bộ Công an, Bộ Quốc phòng, Bộ Ngoại giao, Bộ Xây dựng,
    Bộ Công Thương, Bộ Khoa học và Công nghệ, Bộ Giáo dục và Đào tạo,
    Bộ Thông tin và Truyền thông, Bộ Kế hoạch và Đầu tư, Bộ Tài nguyên và Môi trường,
    Bộ Nông nghiệp và Môi trường, Bộ Nông nghiệp và Phát triển nông thôn,
    Bộ Giao thông vận tải, Bộ Dân tộc và Tôn giáo,
    Sở Nội vụ, Sở Tư pháp, Sở Tài chính, Sở Công Thương, Sở Khoa học và Công nghệ,
    Sở Giáo dục và Đào tạo, Sở Thông tin và Truyền thông, Sở Kế hoạch và Đầu tư,
    Sở Tài nguyên và Môi trường, Sở Nông nghiệp và Môi trường, Phòng Nội vụ, Phòng Tư pháp,
    Phòng Kinh tế và Hạ tầng, Phòng Văn hóa và Thông tin,
    Ngân hàng Nhà nước, Ngân hàng Nhà nước Việt Nam, Kho bạc Nhà nước, Bảo hiểm xã hội Việt Nam,
    Hội Liên hiệp Phụ nữ, Hội Liên hiệp Phụ nữ Việt Nam, Hội Nông dân Việt Nam,
    Hội Cựu chiến binh, Hội Cựu chiến binh Việt Nam, Hội Chữ thập đỏ,
    Tổng Liên đoàn Lao động Việt Nam, Quân đội nhân dân Việt Nam,
    Bộ phận Tiếp nhận và Trả kết quả, Bộ phận Một cửa, Trung tâm Phục vụ hành chính công,
    Cổng Dịch vụ công quốc gia, Cục Kiểm soát thủ tục hành chính
    """
)
"""Names of bodies and systems."""

LAWS: Final = phrases(
    """
    Luật Ban hành văn bản quy phạm pháp luật, Luật Tổ chức chính quyền địa phương,
    Luật Tổ chức Chính phủ, Luật Cán bộ, Luật Viên chức, Luật Giao dịch điện tử,
    Luật Công nghệ thông tin, Luật An toàn thông tin mạng, Luật An ninh mạng,
    Luật Tiếp cận thông tin, Luật Ngân sách nhà nước, Luật Đầu tư công, Luật Kế toán,
    Luật Đất đai, Luật Hộ tịch, Luật Cư trú, Luật Căn cước, Luật Lưu trữ, Luật Khiếu nại,
    Luật Tố cáo, Luật Tiếp công dân, Luật Thanh tra, Luật Hòa giải ở cơ sở, Luật Thi đua,
    Luật Xử lý vi phạm hành chính, Luật Thực hiện dân chủ ở cơ sở, Luật Bình đẳng giới,
    Luật Thực hành tiết kiệm, Luật Trợ giúp pháp lý, Luật Nghĩa vụ quân sự, Luật Trẻ em,
    Luật Bảo vệ môi trường, Luật Bảo hiểm xã hội, Luật Bảo hiểm y tế, Luật Doanh nghiệp,
    Luật Quy hoạch đô thị, Luật Xây dựng, Luật Nhà ở, Luật Giáo dục, Luật Dữ liệu,
    Luật Mặt trận Tổ quốc Việt Nam, Bộ luật Dân sự, Bộ luật Hình sự, Bộ luật Lao động
    """
)
"""Names of laws up to their first comma: kind of paper and title begin with a capital."""

FIELDS: Final = phrases(
    """
    thể thao, thông tin, truyền thông, văn hóa, du lịch, gia đình, tài chính, kế toán, kế hoạch,
    thống kê, tư pháp, hộ tịch, nội vụ, y tế, giáo dục, đào tạo, kinh tế, xã hội, hạ tầng, đô thị,
    địa chính, xây dựng, môi trường, tài nguyên, nông nghiệp, khoa học, công nghệ, lao động,
    thương binh, dân tộc, tôn giáo, giao thông, vận tải
    """
)
"""Fields in the names of offices: of each the first letter is capital and no other."""

COMMON_NOUNS: Final = phrases(
    """
    chính quyền số, chính quyền điện tử, chuyển đổi số, dịch vụ công trực tuyến, cải cách hành
    chính, cải cách thể chế, thủ tục hành chính, tài chính công, chế độ công vụ, văn bản quy phạm
    pháp luật, công nghệ thông tin, đề án vị trí việc làm
    """
)
"""Terms that are no names: a capital only at the start, or behind a word with one of its own."""
