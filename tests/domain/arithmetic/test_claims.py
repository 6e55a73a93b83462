"""Percentages in free text are checked where they are unmistakable, and only there."""

from time import process_time

import pytest

from cchc_docs.domain.arithmetic.claims import false_claims


def rules(text: str) -> list[str]:
    return [one.rule.id for one in false_claims(text)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Đã giải quyết 1.250/1.300 hồ sơ, đạt 96,51%.", "R9"),
        ("Giải quyết 2.602/2.760 hồ sơ (đạt tỷ lệ 96,2%)", "R9"),
        ("tỷ lệ đúng hạn đạt 96,5% (1.250/1.300 hồ sơ)", "R9"),
        ("99/382 = 25,8%", "R9"),
        ("Hoàn thành 12/21 nhiệm vụ, đạt 58%; còn lại đang làm.", "R9"),
        ("Khắc phục 3/5 vấn đề đạt 65%", "R9"),
        ("Giải ngân 12,5/25 triệu đồng, đạt 51%", "R9"),
        ("Đạt 95%\n(120/130 hồ sơ)", "R9"),
        ("652/653 = 100%", "R11"),
        ("904.225/904.298 hồ sơ, đạt 100%", "R11"),
        ("Xử lý 0/0 phản ánh, đạt 100%", "R12"),
        ("Đúng hạn 395 hồ sơ (98,75%), quá hạn 5 hồ sơ (1,52%).", "R10"),
        ("Có 395 hồ sơ trước và đúng hạn (98,75%); 5 hồ sơ trễ hạn (0,25%)", "R10"),
        ("Trước hạn 60 hồ sơ (60%), đúng hạn 30 hồ sơ (20%), quá hạn 10 hồ sơ (10%)", "R10"),
    ],
)
def test_false_ones(text: str, rule: str):
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Đã giải quyết 1.250/1.300 hồ sơ, đạt 96,15%.",
        "653/653 = 100%; 99/382 = 25,9%.",
        "Đạt 96,2% (1.250/1.300 hồ sơ), tăng 5% (120/114 hồ sơ).",
        "Đúng hạn 395 hồ sơ (98,75%), quá hạn 5 hồ sơ (1,25%).",
        "Trước hạn 60 hồ sơ (60%), đúng hạn 30 hồ sơ (30%), quá hạn 10 hồ sơ (10%)",
    ],
)
def test_true_ones(text: str):
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # days, months, years
        *("Đến ngày 15/12/2024 đạt 95%.", "Tính đến 15/12, đạt 95%.", "Tháng 02/2024 đạt 95%"),
        *("Quý II/2024 đạt 95%", "Trong 9/2024 đạt 95%", "Hết 30/6 đạt 45%", "Đạt 45% (30/6)"),
        *("Từ 15/12/2023 - 14/3/2024 đạt 95%", "Phục vụ 24/7, đạt 100%", "Đường 3/2 đạt 100%"),
        # papers
        *("Theo Báo cáo số 31/BC-UBND đạt 95%", "Nghị định 61/2018/NĐ-CP, đạt 95%"),
        *("Quyết định số 766/QĐ-TTg (95%)", "Kế hoạch 15-KH/TU đạt 10%"),
        # shares of something else, changes, bounds
        *("3/5 thôn đạt 80% hộ gia đình văn hóa", "Có 12/15 mô hình, đạt 120% kế hoạch."),
        *("Rà soát 5/6 văn bản, tăng 20%.", "Xong 5/6 việc, còn lại đạt 20%."),
        *("Xong 5/6 việc, đạt trên 80%.", "Đạt trên 80% (5/6 việc).", "Tăng 20% (6/5 việc)."),
        "Xong 12/21 nhiệm vụ và giải ngân đạt 60%.",
        "Đúng hạn 38 hồ sơ (95%); đang giải quyết, quá hạn 2 hồ sơ (10%).",
        "Trước hạn 100 hồ sơ, đúng hạn 38 hồ sơ (27%), quá hạn 2 hồ sơ (1,4%).",
        "Nhận 100 hồ sơ (80%), đúng hạn 78 hồ sơ (98%), quá hạn 2 hồ sơ (2%).",
        # two readings
        *("1.26/1.3 triệu đồng, đạt 96%", "1,260/1,300 hồ sơ, đạt 95%", "5/6 việc, đạt 83.3%"),
        *("", "Không phát sinh.", "[[cần số liệu]] 5/6"),
    ],
)
def test_what_may_be_something_else(text: str):
    assert rules(text) == []


def test_long_texts_take_linear_time():
    def seconds(times: int) -> float:
        begun = process_time()
        list(
            false_claims(
                "Đã xong 1.250/1.300 hồ sơ phường khóm ấp thôn bản, rồi 5/6 việc, " * times
            )
        )
        return process_time() - begun

    seconds(10)
    assert seconds(2_000) < 10 * min(seconds(500) for _ in range(3))
