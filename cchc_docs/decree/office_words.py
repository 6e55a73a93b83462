"""Words of two syllables in official language, and what only looks like one of them.

Terms of laws, decrees and circulars in the official codification (Bộ pháp điển) and of plans,
reports and guidance of ministries and People's Committees. A word is in `WORDS` where, in nineteen
million words of such text, what has its letters with other marks is nearly always a misspelling.
"""

from __future__ import annotations

from typing import Final


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of `text`, which are parted by commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


WORDS: Final = phrases(
    """
    phấn đấu, đông đảo, thực hiện, triển khai, tổ chức, xây dựng, ban hành, hướng dẫn, kiểm tra,
    giám sát, đánh giá, rà soát, tổng hợp, báo cáo, đề xuất, kiến nghị, phối hợp, chủ trì, tham
    mưu, phụ trách, theo dõi, đôn đốc, nhắc nhở, chấn chỉnh, khắc phục, xử lý, giải quyết, tiếp
    nhận, thẩm định, thẩm tra, thẩm quyền, phê duyệt, chấp thuận, chỉ đạo, quản lý, lãnh đạo, quán
    triệt, tuyên truyền, phổ biến, vận động, khuyến khích, khen thưởng, thi đua, biểu dương, điển
    hình, tiên tiến, sáng kiến, sáng tạo, nâng cao, tăng cường, đẩy mạnh, thúc đẩy, mở rộng, củng
    cố, kiện toàn, sắp xếp, tinh gọn, tinh giản, bố trí, điều chỉnh, bổ sung, sửa đổi, bãi bỏ, hủy
    bỏ, công bố, công khai, minh bạch, kịp thời, đầy đủ, chính xác, thống nhất, hiệu quả, hiệu
    lực, thiết thực, chất lượng, tiến độ, thời gian, kế hoạch, chương trình, đề án, phương án, dự
    án, dự toán, dự thảo, quyết định, nghị quyết, nghị định, công văn, tờ trình, thông báo, kết
    luận, biên bản, quy chế, quy định, quy trình, quy hoạch, hồ sơ, văn bản, giấy tờ, biểu mẫu,
    danh sách, thống kê, soạn thảo, trình bày, ban bố, nhiệm vụ, giải pháp, mục đích, yêu cầu,
    tiêu chí, tiêu chuẩn, kết quả, nội dung, đối tượng, nguyên tắc, trách nhiệm, chức năng, chức
    vụ, bộ máy, biên chế, vị trí, năng lực, chuyên môn, nghiệp vụ, kỹ năng, phẩm chất, đạo đức,
    lối sống, thái độ, phục vụ, tận tụy, gương mẫu, kỷ luật, kỷ cương, công vụ, chấp hành, tuân
    thủ, nghiêm túc, nghiêm minh, quyết liệt, chủ động, tích cực, linh hoạt, thường xuyên, đột
    xuất, trọng điểm, then chốt, lộ trình, giai đoạn, tầm nhìn, định hướng, phương hướng, chiến
    lược, tổng thể, cụ thể, chi tiết, khả thi, phù hợp, bền vững, ổn định, phát triển, hiện đại,
    chuyên nghiệp, liêm chính, kiến tạo, hành động, vững mạnh, hạn chế, tồn tại, khó khăn, vướng
    mắc, bất cập, nguyên nhân, tháo gỡ, phiền hà, nhũng nhiễu, tiêu cực, tham nhũng, lãng phí,
    quan liêu, chậm trễ, đùn đẩy, né tránh, sách nhiễu, vi phạm, sai phạm, khiếu nại, tố cáo, góp
    ý, tiếp thu, giải trình, đối thoại, tiếp xúc, lắng nghe, bức xúc, thuận lợi, thuận tiện, nhanh
    chóng, đơn giản, rút ngắn, cắt giảm, giảm thiểu, tiết kiệm, chi phí, lệ phí, kinh phí, ngân
    sách, tài chính, tài sản, mua sắm, thiết bị, trụ sở, quyết toán, giải ngân, thanh toán, định
    mức, nguồn lực, huy động, thu nhập, phụ cấp, chính sách, ưu đãi, bảo hiểm, an sinh, trợ cấp,
    trợ giúp, hỗ trợ,
    cán bộ, công chức, viên chức, nhân viên, cá nhân, doanh nghiệp, hợp tác, công dân, đoàn thể,
    hội viên, đoàn viên, phụ nữ, nông dân, tôn giáo, dân tộc, trẻ em, học sinh, giáo viên, đảng
    viên, đảng ủy, đại biểu, cử tri, chủ tịch, thường trực, ủy ban, hội đồng, ủy viên, đơn vị, bộ
    phận, văn phòng, thanh tra, kiểm sát, tòa án, quốc phòng, an ninh, trật tự, trung ương, địa
    phương, cấp trên, cấp dưới, trực thuộc, khu phố, thị xã, thị trấn, thành phố, đặc khu, địa
    bàn, khu vực, vùng sâu, biên giới, nông thôn,
    hành chính, cải cách, thủ tục, thể chế, pháp luật, pháp lý, pháp chế, pháp lệnh, pháp điển,
    luật sư, chứng thực, hộ tịch, hộ khẩu, cư trú, thường trú, căn cước, khai sinh, kết hôn, giám
    hộ, quốc tịch, lý lịch, hợp hiến, hợp pháp, trái phép, thi hành, cưỡng chế, xử phạt, hình sự,
    tố tụng, khởi kiện, khởi tố, truy tố, xét xử, bồi thường, giao dịch, hợp đồng, thỏa thuận,
    đăng ký, cấp phép, giấy phép, gia hạn, thu hồi, đất đai, địa chính, giải phóng, mặt bằng, nhà
    ở, công trình, hạ tầng, giao thông, vận tải, cấp nước, thoát nước, chiếu sáng, ô nhiễm, chất
    thải, rác thải, tài nguyên, khoáng sản, khí hậu, bão lụt, cứu nạn, cứu hộ, cháy nổ, chữa cháy,
    lâm nghiệp, nông nghiệp, thủy sản, chăn nuôi, trồng trọt, công nghiệp, thương mại, dịch vụ, du
    lịch, di tích, di sản, nghệ thuật, phát thanh, truyền hình, bưu chính, giáo dục, đào tạo, bồi
    dưỡng, tập huấn, dạy nghề, phổ cập, mầm non, tiểu học, trung học, đại học, công nghệ, nghiên
    cứu, y tế, sức khỏe, khám bệnh, tiêm chủng, dịch bệnh, lao động, việc làm, giảm nghèo, hộ
    nghèo, cận nghèo, khuyết tật, bảo trợ, liệt sĩ, bệnh binh, đền ơn, đáp nghĩa, tử tuất, nghĩa
    trang, nhập ngũ,
    chuyển đổi, trực tuyến, điện tử, thông tin, dữ liệu, phần mềm, hệ thống, nền tảng, chia sẻ,
    tích hợp, liên thông, khai thác, sử dụng, cập nhật, số hóa, trí tuệ, nhân tạo, xác thực, chữ
    ký, mật khẩu, an toàn, bảo mật, vận hành, nâng cấp, bảo trì, máy tính, mạng lưới, truy cập,
    tra cứu, tương tác, tiện ích, thông minh, công cụ, giao diện,
    căn cứ, tiếp tục, tập trung, ưu tiên, chú trọng, điều kiện, đảm bảo, bảo đảm, góp phần, từng
    bước, đặc biệt, chủ yếu, chủ trương, đường lối, ý thức, tinh thần, quyết tâm, nỗ lực, cố gắng,
    đoàn kết, gắn bó, sâu rộng, rộng rãi, sinh hoạt, hội nghị, hội thảo, tọa đàm, cuộc họp, tổng
    kết, khảo sát, lấy phiếu, thăm dò, xếp loại, phân loại, duy trì, hoàn thành, hoàn thiện, tổng
    số, tỷ lệ, tỷ trọng, số liệu, so sánh, tăng trưởng, năng suất, đầu tư, xã hội, kinh tế, chính
    trị, chính quyền, chính phủ, nhà nước, quốc gia, quốc hội, đại hội, nhiệm kỳ, bầu cử, ứng cử,
    niêm yết, đăng tải, chuyên trang, phóng sự, tài liệu, tờ rơi, khẩu hiệu, loa truyền, phân cấp,
    phân quyền, ủy quyền, kiêm nhiệm, chuyên trách, luân chuyển, điều động, tuyển dụng, bổ nhiệm,
    miễn nhiệm, từ chức, kỷ niệm, khuyến nông, xúc tiến, cạnh tranh, thu hút, tiềm năng, thế mạnh,
    lợi thế, nghiêm trọng, khẩn cấp, khẩn trương, dứt điểm, tồn đọng, quá hạn, trước hạn, hẹn trả,
    xin lỗi, biên nhận, phiếu hẹn
    """
)
"""Words whose misspelling has one reading."""

KNOWN: Final = phrases(
    """
    an toàn, ban đầu, bao gồm, biến đổi, biến động, biểu diễn, biểu quyết, biểu thức, biện pháp,
    biệt phái, bán đấu, báo chí, báo hiệu, bình quân, bí mật, bí thư, bản chất, bản lĩnh, bản
    quyền, bản sao, bản thân, bản đồ, bảo hộ, bảo quản, bảo tồn, bảo vệ, bất đồng, bắt đầu, bị
    can, bị cáo, bị mất, bộ phan, cao cấp, chi bộ, chi cục, chi nhánh, chi tiêu, chi trả, chiếm
    đóng, chiến đấu, chuyên môn, chuyên mục, chuyên đề, chuyển giao, chuyển nhượng, chuyển tiếp,
    chuyển động, chuẩn bị, chính thức, chú thích, chấp nhận, chế độ, chỉ huy, chỉ số, chỉ thị, chỉ
    tiêu, chỉ định, chủ nghĩa, chủ quan, chủ đề, chức danh, chức sắc, chức thi, chức trách, chức
    việc, chứng chỉ, chứng cứ, chứng minh, chứng nhận, chứng từ, chữ số, cách thức, cáp quang, cân
    bằng, cân đối, cây xanh, công an, công chúng, công chứng, công lao, công nhận, công đoàn, công
    đoạn, cú pháp, cơ bản, cơ cấu, cơ hội, cơ quan, cơ sở, cải thiện, cấp đổi, cấp ủy, cấu thành,
    cấu trúc, cấu tạo, cố vấn, cổ phần, cộng đồng, cựu chiến, danh mục, di chuyển, diễn biến, diễn
    ra, diễn đàn, diễu hành, dân chủ, dân phòng, dân quân, dân sinh, dân số, dùng chung, dự phòng,
    ghi chú, ghi nhận, gia đình, giá bán, giá thành, giá trị, giám định, giám đốc thẩm, giả định,
    giải thưởng, giảng viên, giấy nhận, hiến pháp, hiệp định, hoàn trả, hoạt động, hài lòng, hàng
    đầu, hành tỉnh, hình thành, hình thức, hòa giải, hóa giải, hưởng lương, hưởng lợi, hải quan,
    hải quân, hải đảo, hệ số, họa sĩ, học tập, học viên, hộ tống, hội chợ, hội thi, hội trường,
    hội tụ, hợp phần, khai tử, khoa học, khoán chi, khách quan, khâu đột, khóa học, khôi phục, khả
    năng, khẳng định, khởi công, khởi nghĩa, khởi động, kiến thiết, kiến thức, kiến trúc, kéo dài,
    kê biên, kế thừa, kế toán, kết cấu, kết hợp, kết nối, kịch bản, kỹ sư, kỹ thuật, liên hợp,
    liên quan, luật pháp, lưu trú, lưu trữ, lạm dụng, lần đầu, lập hiến, lễ hội, lịch sử, lịch
    trình, mô hình, mô tả, môi trường, một số, mục tiêu, nghi thức, nghi định, nghĩa vụ, nguyên
    quán, người dân, người dùng, người dẫn, người đàn, nhiệm sở, nhân công, nhân dân, nhân rộng,
    nhân tố, nhất là, nhất định, nhận dạng, nhận thức, nhận xét, nhận định, nhập cảnh, nhập khẩu,
    nhật bản, nói chung, nội quy, phát sinh, phân biệt, phân bố, phân bổ, phân chia, phân công,
    phân tích, phòng ban, phòng chống, phòng ngừa, phóng viên, phúc thẩm, phương pháp, phương
    thức, phường xã, phạm vi, phản biện, phản công, phản hồi, phản ánh, phản đối, phản ứng, phần
    lớn, phần thưởng, phỏng vấn, phổ thông, phụ lục, phục hồi, quan hệ, quan sát, quan trọng, quan
    tâm, quan điểm, quy mô, quy tập, quy tắc, quy đổi, quyền hạn, quyền lợi, quyền lực, quá trình,
    quân nhu, quân sự, quân y, quản trị, quảng cáo, quần chúng, sau đây, sinh sản, sinh sống, sinh
    viên, sơ cấp, sơ kết, sơ thẩm, sư đoàn, sẵn sàng, số dư, số lương, số lượng, sở hữu, sở
    trường, sở tại, sử gia, tham gia, tham quan, tham số, thanh niên, thay thế, theo đúng, thi
    đấu, thiên nhiên, thiên tai, thiết kế, thu chi, thành công, thành lập, thành niên, thành phần,
    thành tích, thành tựu, thành viên, thích ứng, thông qua, thông số, thông tư, thú y, thương
    binh, thường vụ, thưởng thức, thẳng thắn, thể hiện, thể thao, thể thức, thống trị, thời hạn,
    thời kỳ, thời tiết, thời điểm, thụ hưởng, thủ trưởng, thủy lôi, thủy lợi, thứ trưởng, thức ăn,
    thừa nhận, thực thi, thực vật, tiên phong, tiêu hủy, tiến bộ, tiến hành, tiến sĩ, tiến trình,
    tiếp dân, tiền lương, tiền sử, tiền thưởng, toàn bộ, toàn diện, toàn dân, toàn quốc, trang bị,
    trang phục, trang trại, trong sạch, trung cấp, truyền thông, truyền thống, truyền tải, trình
    độ, trường hợp, trưởng phòng, trưởng thành, trưởng đoàn, trọng tâm, tuyển chọn, tuyệt đối, tài
    khoản, tác phong, tái định, tình tiết, tính chất, tính năng, tư nhân, tư pháp, tư vấn, tương
    đối, tương đồng, tương ứng, tước quyền, tạm thời, tạm trú, tạo điều, tấn công, tất cả, tố
    giác, tối thiểu, tối đa, tổ tiên, tổng thống, tự chủ, tự vệ, tự động, viễn thông, vô tuyến,
    văn bằng, văn hóa, văn học, văn thư, vấn đáp, vấn đề, vận chuyển, vận dụng, vệ sinh, xuất bản,
    xuất cảng, xuất cảnh, xuất hiện, xuất kho, xuất khẩu, xuất nhập, xuất phát, xuất trình, xuất
    xứ, xác nhận, xác định, xã viên, xếp hạng, yếu tố, áp phích, ý kiến, ý nghĩa, điều hành, điều
    tra, đo đạc, đàm phán, đáp ứng, đình chỉ, đóng cửa, đóng dấu, đóng góp, đô thị, đông bắc, đông
    dương, đông nam, đúng hạn, đơn giá, đương nhiên, đương thời, đại chúng, đấu giá, đấu thầu, đầu
    mối, đầu ra, đầu tiên, đầu vào, đặt hàng, đặt tên, đề nghị, đề phòng, địa chỉ, định danh, định
    kỳ, định nghĩa, đối chiếu, đối thủ, đối tác, đối với, đối đầu, đồ dùng, đồ đạc, đồng bào, đồng
    bộ, đồng chí, đồng hành, đồng nghiệp, đồng thuận, đồng thời, đồng ý, đổi mới, động viên, động
    vật, đột phá, ảnh hưởng, ấn định, ứng dụng, ứng phó
    """
)
"""Right words that a neighbour must not be read into, and that have look-alikes of their own."""

LOOK_ALIKES: Final = phrases(
    """
    bản tin, chuyên món, chính phụ, chú trong, chỉnh trị, cái cách, cáp trên, công bộ, cả nhân,
    danh giá, dạy đủ, dải hội, dự liệu, hội dòng, hội thao, hỡi đồng, khu phó, khác phục, nghiêm
    trong, nguyên tác, nha ở, nhà nông, phần quyền, theo đội, thông bảo, trong điểm, trình bay,
    tái sản, tại chính, tại địa, uy quyền, vùng sau, văn phong, đang ký, điện từ, điện tự, đóng
    đảo, đạo tạo, đầu từ, để xuất
    """
)
"""Sequences that are right, or come about where two words meet, with the letters of a word."""

REGIONAL: Final = {
    "hành chánh": "hành chính",
    "tài chánh": "tài chính",
    "chánh quyền": "chính quyền",
    "chánh sách": "chính sách",
    "nhơn dân": "nhân dân",
    "bịnh viện": "bệnh viện",
}
"""Southern forms of words; official papers write the other. Chánh án, Chánh Văn phòng are right."""
