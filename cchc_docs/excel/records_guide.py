"""How to fill the workbook of figures, in the words of its sheet `Hướng dẫn`."""

from __future__ import annotations

from typing import Final

from cchc_docs.excel.records_sheets import (
    DOSSIERS,
    FIGURES,
    GAP,
    GENERAL,
    LAST_YEAR,
    TARGETS,
    TASKS,
    TEXTS,
)

GUIDE: Final = (
    "Ghi vào ô nền vàng, ngay khi có việc. Mỗi dòng có ngày của nó; báo cáo quý I, 6 tháng, "
    "quý III, 9 tháng, năm tự lấy các dòng thuộc kỳ, không phải ghi lại cho từng báo cáo.",
    "Số liệu của năm tính từ ngày 15/12 năm trước đến hết ngày 14/12; kỳ chốt vào các ngày 14/3, "
    "14/6, 14/9, 14/12. Từ ngày và Đến ngày đều được tính.",
    f'Trang "{GENERAL.sheet}": ghi số, ký hiệu và ngày ban hành kế hoạch; hồ sơ đang giải quyết '
    "hết ngày 14/12 năm trước. Số liệu ghi thử thì chọn có ở dòng Số liệu giả định.",
    f'Trang "{TASKS.sheet}": mỗi nhiệm vụ một dòng. Chọn tình trạng thì ghi cả ngày bắt đầu, hoàn '
    "thành hoặc thôi thực hiện.",
    f'Trang "{TARGETS.sheet}": ghi kết quả cả đơn vị, ví dụ 92,4% hoặc 03 sáng kiến. Chỉ tiêu có '
    "chữ Tự tính lấy kết quả từ số liệu, không phải ghi. Chỉ ghi cột Đạt khi kết quả không so sánh "
    "được bằng số.",
    f'Trang "{DOSSIERS.sheet}": mỗi lĩnh vực, mỗi tháng (từ ngày 15 đến ngày 14) một dòng, theo '
    "các cột của Biểu số 06. Các cột tổng số tự tính. Số ở cột "
    f"{GAP.title} là số hồ sơ chưa khớp: nhận giải quyết trừ đã giải quyết, đang giải quyết, rút, "
    "trả lại, dừng xử lý. Không có hồ sơ thì ghi 0.",
    f'Trang "{FIGURES.sheet}": mỗi số liệu, mỗi quý một dòng, có thể chia nhỏ theo ngày. Số liệu '
    "tại một thời điểm (biên chế, số khu phố, …) chỉ có Đến ngày. Không phát sinh thì ghi 0; để "
    "trống là chưa có số liệu.",
    f'Trang "{TEXTS.sheet}": viết thêm những điều số liệu không nói được, theo từng mục, từng kỳ.',
    f'Trang "{LAST_YEAR.sheet}": ghi số liệu cùng kỳ để báo cáo so sánh; tỷ lệ chỉ ghi số, '
    "ví dụ 96,15.",
    "Ngày ghi dạng 05/3/2024. Số ghi dạng 1260 hoặc 1.260; dấu phẩy trước phần thập phân: 12,5.",
    "Ô nền cam là chỗ cần xem lại: số âm, số lẻ, số ghi bằng chữ, ngày ngoài năm báo cáo, có tình "
    "trạng mà thiếu ngày.",
    "Có thể thêm dòng, ẩn dòng, lọc, thêm cột riêng, dán bảng từ tệp khác. Không xóa trang, "
    "không sửa các cột mã và tên cột. Trang được khóa không có mật khẩu; muốn bỏ khóa thì vào "
    "Review › Unprotect Sheet.",
    "Lưu tệp dạng .xlsx.",
)
