"""The rules figures of a report must keep (R0-R22), each with its permanent id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cchc_docs.findings import Finding, Level, Path


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, the identity, how serious a breach is, how to mend it.

    `source` is the paper the identity follows; ``số học`` where it is plain arithmetic.
    """

    id: str
    title: str
    identity: str
    level: Level
    fix: str
    source: str = "số học"

    def broken(self, what: str, level: Level | None = None) -> Miscount:
        """Return a breach of the rule; `level` None takes the usual one."""
        return Miscount(self, what, level or self.level)


@dataclass(frozen=True, slots=True)
class Miscount:
    """A breach of a rule: both sides and the gap between them, in Vietnamese."""

    rule: Rule
    what: str
    level: Level

    def at(self, path: Path, where: str = "") -> Finding:
        """Return the finding at a place of the data; `where` names it before the sentence."""
        what = f"{where}: {self.what}" if where else self.what[:1].upper() + self.what[1:]
        return Finding(self.rule.id, self.level, f"{what}.", self.rule.fix, path)


_FORM_06: Final = "biểu số 06/VPCP/KSTT (Thông tư số 01/2020/TT-VPCP)"
_CLOSING: Final = "Nghị định số 09/2019/NĐ-CP, Điều 12"
_CHECK: Final = "Đối chiếu với sổ gốc, sửa số ghi sai"

_ALL: Final = (
    Rule(
        "R0",
        "Số đếm là số nguyên, không âm",
        "số đếm = 0, 1, 2, …",
        Level.ERROR,
        "Ghi số nguyên từ 0 trở lên.",
    ),
    Rule(
        "R1",
        "Hồ sơ nhận giải quyết bằng tổng các nguồn",
        "(3) = (4) + (5) + (6)",
        Level.ERROR,
        f"{_CHECK} trong các cột trực tuyến, trực tiếp, từ kỳ trước hoặc tổng số.",
        _FORM_06,
    ),
    Rule(
        "R2",
        "Hồ sơ đã giải quyết bằng tổng trước hạn, đúng hạn, quá hạn",
        "(7) = (8) + (9) + (10)",
        Level.ERROR,
        f"{_CHECK}; hồ sơ trả lại, rút không tính vào hồ sơ đã giải quyết.",
        _FORM_06,
    ),
    Rule(
        "R3",
        "Hồ sơ đang giải quyết bằng tổng trong hạn, quá hạn",
        "(11) = (12) + (13)",
        Level.ERROR,
        f"{_CHECK} trong các cột đang giải quyết.",
        _FORM_06,
    ),
    Rule(
        "R4",
        "Hồ sơ nhận bằng hồ sơ đã giải quyết cộng hồ sơ đang giải quyết",
        "(3) = (7) + (11), cộng hồ sơ rút, trả lại, dừng xử lý nếu theo dõi riêng",
        Level.ERROR,
        f"{_CHECK}; mỗi hồ sơ chỉ tính vào một cột.",
        _FORM_06,
    ),
    Rule(
        "R5",
        "Hồ sơ từ kỳ trước bằng hồ sơ đang giải quyết cuối kỳ trước",
        "(6) của kỳ này = (11) của kỳ trước",
        Level.ERROR,
        "Lấy số đang giải quyết của kỳ trước làm số chuyển qua, hoặc sửa lại kỳ trước.",
        _CLOSING,
    ),
    Rule(
        "R6",
        "Số phát sinh cộng dồn qua các kỳ, số dư thì không",
        "6 tháng = quý I + quý II; 9 tháng = 6 tháng + quý III; năm = bốn quý",
        Level.ERROR,
        "Cộng lại số phát sinh của các kỳ; số đang giải quyết lấy ở kỳ cuối, không cộng.",
        _CLOSING,
    ),
    Rule(
        "R7",
        "Dòng tổng cộng bằng tổng các dòng",
        "mỗi cột: tổng cộng = tổng các lĩnh vực, đơn vị",
        Level.ERROR,
        "Cộng lại từng cột; xem có dòng nào bị thiếu hoặc tính hai lần.",
        _FORM_06,
    ),
    Rule(
        "R8",
        "Số lũy kế không giảm trong năm",
        "lũy kế kỳ này ≥ lũy kế kỳ trước",
        Level.ERROR,
        "Đối chiếu với báo cáo kỳ trước; nếu kỳ trước ghi sai thì đính chính.",
    ),
    Rule(
        "R9",
        "Tỷ lệ đúng với tử số, mẫu số đã nêu",
        "tỷ lệ in ra = tử số : mẫu số × 100, làm tròn",
        Level.ERROR,
        "Tính lại tỷ lệ, hoặc nêu đúng tử số và mẫu số đã dùng.",
    ),
    Rule(
        "R10",
        "Các tỷ lệ của một tổng thể cộng lại bằng 100%",
        "tổng các tỷ lệ = 100%, sai số do làm tròn",
        Level.WARNING,
        "Tính lại từng tỷ lệ trên cùng một mẫu số.",
    ),
    Rule(
        "R11",
        "Chỉ ghi 100% khi đủ cả, 0% khi không có",
        "100% khi tử số = mẫu số; 0% khi tử số = 0",
        Level.ERROR,
        "Ghi thêm chữ số thập phân, ví dụ 99,99%, thay vì làm tròn.",
    ),
    Rule(
        "R12",
        "Không tính tỷ lệ trên mẫu số 0",
        "mẫu số > 0",
        Level.ERROR,
        'Bỏ tỷ lệ, ghi "không phát sinh".',
    ),
    Rule(
        "R13",
        "Mỗi nhiệm vụ của kế hoạch được tính một lần",
        "đã xong + đang làm + chưa làm + không làm nữa = tổng số nhiệm vụ",
        Level.ERROR,
        "Đối chiếu với phụ lục nhiệm vụ của kế hoạch.",
    ),
    Rule(
        "R14",
        "Phần đã xử lý, rà soát, khắc phục không vượt quá số phải làm",
        "đã khắc phục ≤ phát hiện; đã xử lý ≤ trái pháp luật ≤ đã kiểm tra",
        Level.ERROR,
        f"{_CHECK} ở một trong hai số.",
    ),
    Rule(
        "R15",
        "Phản ánh, kiến nghị: nhận bằng đã xử lý cộng đang xử lý",
        "tiếp nhận + kỳ trước = đã xử lý + đang xử lý; đã công khai ≤ đã xử lý",
        Level.ERROR,
        f"{_CHECK} về phản ánh, kiến nghị.",
    ),
    Rule(
        "R16",
        "Khảo sát: phát ra ≥ thu về ≥ hợp lệ = tổng các mức",
        "phát ra ≥ thu về ≥ hợp lệ; tổng các mức hài lòng = hợp lệ",
        Level.ERROR,
        "Đếm lại phiếu theo từng loại.",
    ),
    Rule(
        "R17",
        'Các số "trong đó" cộng lại bằng tổng',
        "tổng theo loại = tổng số",
        Level.ERROR,
        "Sửa tổng hoặc các số thành phần; để trống tổng thì công cụ tự cộng.",
    ),
    Rule(
        "R18",
        "Nhân sự: có mặt ≤ được giao; đạt chuẩn, được bồi dưỡng ≤ có mặt",
        "có mặt ≤ biên chế; đạt chuẩn ≤ có mặt; tổng các mức xếp loại = số được xếp loại",
        Level.ERROR,
        f"{_CHECK} về nhân sự.",
    ),
    Rule(
        "R19",
        "Tiền đã chi, giải ngân không vượt kế hoạch, cùng đơn vị tính",
        "đã giải ngân ≤ kế hoạch",
        Level.WARNING,
        "Đối chiếu số liệu kế toán và đơn vị tính; nếu đúng, nêu lý do vượt trong báo cáo.",
    ),
    Rule(
        "R20",
        "So với cùng kỳ: hiệu số, tỷ lệ thay đổi, điểm phần trăm",
        "thay đổi = kỳ này − kỳ trước; % = thay đổi : kỳ trước; tỷ lệ: điểm phần trăm",
        Level.ERROR,
        'Tính lại mức thay đổi; hiệu của hai tỷ lệ ghi bằng "điểm phần trăm".',
    ),
    Rule(
        "R21",
        "Số nhắc lại bằng số đã nêu",
        "số ở phần đánh giá = số ở phần kết quả = số ở phụ lục",
        Level.ERROR,
        "Ghi một số ở mọi nơi nhắc đến.",
    ),
    Rule(
        "R22",
        "Đánh giá chỉ tiêu đúng với mức phấn đấu",
        '"trên 90%" là lớn hơn; "90%", "đạt 90%" là từ 90% trở lên',
        Level.ERROR,
        "Sửa kết quả hoặc đánh giá; để trống đánh giá thì công cụ tự so sánh.",
    ),
)

RULES: Final[dict[str, Rule]] = {rule.id: rule for rule in _ALL}
"""Every rule by its id, in their order."""
