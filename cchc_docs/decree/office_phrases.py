"""Phrases of three to eight syllables that plans and reports of administrative reform use.

The terms of the programme of administrative reform (Nghị quyết 76/NQ-CP), of the one-stop shop
(Nghị định 61/2018, 107/2021, 118/2025/NĐ-CP), of electronic procedures (42/2022/NĐ-CP) and of
plans and reports of People's Committees; their spelling and their look-alikes were checked in
nineteen million words of laws, decrees and official guidance.
"""

from __future__ import annotations

from typing import Final

from cchc_docs.decree.office_words import phrases

PHRASES: Final = phrases(
    """
    thủ tục hành chính, cải cách hành chính, cải cách thể chế, cải cách tài chính công, cải cách
    chế độ công vụ, cải cách tổ chức bộ máy, tổ chức bộ máy hành chính, bộ máy hành chính nhà
    nước, hành chính nhà nước, quản lý nhà nước, cơ quan nhà nước, cơ quan hành chính, chính quyền
    điện tử, chính quyền số, chính phủ điện tử, kinh tế số, xã hội số, công dân số, chính quyền
    địa phương, chính quyền đô thị, chính quyền cơ sở, văn bản quy phạm pháp luật, quy phạm pháp
    luật, văn bản hành chính, văn bản hướng dẫn, văn bản chỉ đạo, văn bản điện tử, hệ thống hóa
    văn bản, rà soát văn bản, theo dõi thi hành pháp luật, thi hành pháp luật, phổ biến giáo dục
    pháp luật, giáo dục pháp luật, tiếp cận pháp luật, chuẩn tiếp cận pháp luật, trợ giúp pháp lý,
    hòa giải ở cơ sở, giá trị pháp lý, căn cứ pháp lý, vi phạm pháp luật, vi phạm hành chính, xử
    lý vi phạm, xử phạt vi phạm hành chính, dịch vụ công, dịch vụ công trực tuyến, dịch vụ bưu
    chính công ích, bưu chính công ích, thanh toán trực tuyến, hồ sơ trực tuyến, nộp hồ sơ trực
    tuyến, thông tin điện tử, trang thông tin điện tử, cổng thông tin điện tử, ứng dụng công nghệ
    thông tin, công nghệ thông tin, an toàn thông tin, an ninh mạng, môi trường mạng, môi trường
    điện tử, chuyển đổi số, hạ tầng số, nền tảng số, dữ liệu số, dữ liệu mở, dữ liệu dùng chung,
    cơ sở dữ liệu, cơ sở dữ liệu quốc gia, chia sẻ dữ liệu, kết nối dữ liệu, số hóa hồ sơ, chữ ký
    số, chứng thư số, chứng thực điện tử, chứng thực bản sao, định danh điện tử, xác thực điện tử,
    định danh và xác thực điện tử, tài khoản định danh, hệ thống thông tin, một cửa điện tử, cơ
    chế một cửa, một cửa liên thông, tiếp nhận và trả kết quả, tiếp nhận hồ sơ, giải quyết hồ sơ,
    hồ sơ công việc, hồ sơ điện tử, lưu trữ điện tử, quản lý văn bản, quản lý văn bản và điều
    hành, trí tuệ nhân tạo, tổ công nghệ số cộng đồng, công nghệ số, kỹ năng số, hội nghị truyền
    hình, truyền hình trực tuyến, hệ thống quản lý chất lượng, quản lý chất lượng, khung kiến
    trúc, môi trường làm việc điện tử, họp trực tuyến, phần mềm quản lý, trục liên thông, tổ chức
    chính trị, đoàn thể chính trị, chính trị xã hội, cựu chiến binh, hội nông dân, đoàn thanh
    niên, liên đoàn lao động, công an nhân dân, quân đội nhân dân, viện kiểm sát nhân dân, thanh
    tra nhân dân, ban chỉ đạo, ban chấp hành, ban thường vụ, tổ dân phố, khu dân cư, cấp có thẩm
    quyền, cơ quan có thẩm quyền, cơ quan chuyên môn, đơn vị sự nghiệp, đơn vị sự nghiệp công lập,
    sự nghiệp công lập, dịch vụ sự nghiệp công, tổ chức hành chính, đơn vị hành chính, địa giới
    hành chính, sắp xếp đơn vị hành chính, người đứng đầu, thủ trưởng cơ quan, thủ trưởng đơn vị,
    người lao động, người hoạt động không chuyên trách, hoạt động không chuyên trách, không chuyên
    trách, đội ngũ cán bộ, vị trí việc làm, vị trí công tác, đề án vị trí việc làm, chuyển đổi vị
    trí công tác, tinh giản biên chế, cơ cấu ngạch công chức, tiêu chuẩn chức danh, chức danh nghề
    nghiệp, đạo đức công vụ, thực thi công vụ, kỷ cương hành chính, kỷ luật hành chính, văn hóa
    công sở, quy tắc ứng xử, quy chế làm việc, quy chế phối hợp, chế độ báo cáo, báo cáo định kỳ,
    báo cáo thống kê, báo cáo kết quả, thông tin báo cáo, tổng hợp báo cáo, chương trình công tác,
    kế hoạch công tác, đào tạo bồi dưỡng, nâng cao chất lượng, nâng cao hiệu quả, nâng cao trách
    nhiệm, nâng cao năng lực, tăng cường kiểm tra, tăng cường công tác, đẩy mạnh cải cách, đẩy
    mạnh tuyên truyền, thông tin tuyên truyền, công tác tuyên truyền, phương tiện thông tin đại
    chúng, thông tin đại chúng, tổ chức thực hiện, triển khai thực hiện, kết quả thực hiện, tình
    hình thực hiện, hoàn thành nhiệm vụ, chức năng nhiệm vụ, nhiệm vụ trọng tâm, nhiệm vụ được
    giao, trách nhiệm giải trình, phản ánh kiến nghị, tiếp công dân, giải quyết khiếu nại, phòng
    chống tham nhũng, thực hành tiết kiệm, chống lãng phí, thực hành tiết kiệm chống lãng phí,
    khen thưởng kịp thời, thi đua khen thưởng, điển hình tiên tiến, phong trào thi đua, mức độ hài
    lòng, sự hài lòng của người dân, chỉ số hài lòng, chỉ số cải cách hành chính, đo lường sự hài
    lòng, điều tra xã hội học, lấy ý kiến, tổ chức lấy ý kiến, khảo sát ý kiến, ngân sách nhà
    nước, ngân sách địa phương, dự toán ngân sách, phân bổ ngân sách, quyết toán ngân sách, quản
    lý tài chính, tài chính công, tài sản công, mua sắm tài sản công, đầu tư công, giải ngân vốn
    đầu tư, vốn đầu tư công, cơ chế tự chủ, tự chủ tài chính, quyền tự chủ, chịu trách nhiệm, quy
    chế chi tiêu nội bộ, chi tiêu nội bộ, kinh phí quản lý hành chính, nguồn kinh phí, kinh phí
    thực hiện, nguồn ngân sách, kế hoạch đầu tư công, xã hội hóa, chi thường xuyên, phí và lệ phí,
    nghĩa vụ tài chính, phát triển kinh tế, tăng trưởng kinh tế, kinh tế thị trường, cơ cấu kinh
    tế, môi trường đầu tư, môi trường kinh doanh, năng lực cạnh tranh, cộng đồng doanh nghiệp, hỗ
    trợ doanh nghiệp, hộ kinh doanh, đăng ký kinh doanh, an sinh xã hội, an toàn xã hội, trật tự
    an toàn xã hội, quốc phòng an ninh, bảo hiểm xã hội, bảo hiểm y tế, bảo trợ xã hội, trợ giúp
    xã hội, giảm nghèo bền vững, xây dựng nông thôn mới, nông thôn mới, nông thôn mới nâng cao, đô
    thị văn minh, gia đình văn hóa, đời sống văn hóa, người có công, người cao tuổi, người khuyết
    tật, bảo vệ môi trường, biến đổi khí hậu, phòng cháy chữa cháy, quy hoạch đô thị, trật tự xây
    dựng, giải phóng mặt bằng, tái định cư, quyền sử dụng đất, giấy chứng nhận quyền sử dụng đất,
    đăng ký khai sinh, đăng ký kết hôn, đăng ký hộ tịch, căn cước công dân, nghĩa vụ quân sự, dân
    quân tự vệ, quốc phòng toàn dân, khối đại đoàn kết, đại đoàn kết toàn dân, dân chủ ở cơ sở,
    quy chế dân chủ, giám sát và phản biện xã hội, phản biện xã hội, trên địa bàn, theo quy định
    của pháp luật, theo đúng quy định, theo quy định hiện hành, tạo điều kiện thuận lợi, tạo thuận
    lợi, điều kiện thuận lợi, rút ngắn thời gian, cắt giảm thủ tục, đơn giản hóa thủ tục hành
    chính, đơn giản hóa, kiểm soát thủ tục hành chính, công bố thủ tục hành chính, bảo đảm công
    khai, đúng tiến độ, đúng thời hạn, tháo gỡ khó khăn, gây phiền hà, nguyên nhân chủ quan,
    nguyên nhân khách quan, giải pháp khắc phục, phương hướng nhiệm vụ, nhiệm vụ giải pháp, giai
    đoạn tiếp theo, tầm nhìn đến năm, phân cấp quản lý, đẩy mạnh phân cấp, kiểm tra công vụ, đánh
    giá xếp loại, xếp loại chất lượng, tổ chức quán triệt, nghiêm túc thực hiện, thực hiện nghiêm
    túc, thực hiện nghiêm, chủ động phối hợp, phối hợp chặt chẽ, tổ chức hội nghị, hội nghị tổng
    kết, hội nghị sơ kết, tổng kết đánh giá, trân trọng báo cáo, nghiên cứu khoa học, đổi mới sáng
    tạo, khoa học công nghệ, nguồn nhân lực, phát triển nguồn nhân lực, chất lượng phục vụ, chất
    lượng dịch vụ, cung ứng dịch vụ, cung cấp thông tin, cung cấp dịch vụ công, khai thác sử dụng,
    cơ sở vật chất, trang thiết bị, phương tiện làm việc, trụ sở làm việc, thời gian giải quyết,
    thời hạn giải quyết, kết quả giải quyết, quy trình nội bộ, quy trình giải quyết, thành phần hồ
    sơ, người có thẩm quyền, thẩm quyền giải quyết, thuộc thẩm quyền, phạm vi quản lý, chức năng
    quản lý, lĩnh vực quản lý, quyền và nghĩa vụ, lợi ích hợp pháp, nhu cầu của người dân
    """
)
