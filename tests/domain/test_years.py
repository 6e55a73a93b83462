"""Years and dates in prose: every class with wordings of offices, and what is no year at all."""

import itertools

import pytest

from cchc_docs.domain.years import YearUse, find_years

PLAN_YEAR = 2024

CASES = {
    YearUse.PLAN: [
        "nhiệm vụ CCHC [năm 2024] của UBND phường",
        "Cải cách hành chính phường Tân Lập [năm 2024]",
        "NHIỆM VỤ TRỌNG TÂM [NĂM 2024]",
        "Triển khai trong [năm 2024] và những năm tiếp theo",
        "Kế hoạch CCHC [2024] của phường",
        "các chỉ tiêu [năm kế hoạch 2024]",
    ],
    YearUse.COMPARISON: [
        "cải thiện hơn so với kết quả đánh giá [năm 2023]",
        "Chỉ số xếp hạng cao hơn [năm 2023]",
        "Tổ chức tổng kết công tác cải cách hành chính [năm 2023] và triển khai nhiệm vụ",
        "tăng 5% so với cùng kỳ [năm 2023]",
        "tăng so với [quý I năm 2023]",
    ],
    YearUse.NEXT: [
        "Xây dựng Kế hoạch cải cách hành chính [năm 2025]",
        "Lập dự toán kinh phí [năm 2025]",
    ],
    YearUse.DEADLINE: [
        "hoàn thành trước [ngày 15/12/2024]",
        "Ban hành kế hoạch trước [ngày 15/12/2024]",
        "chậm nhất [ngày 30 tháng 6 năm 2024]",
        "Báo cáo trong [tháng 3/2024]",
        "hoàn thành trong [quý II/2024]",
        "[quý I và quý II/2024]",
        "sơ kết [6 tháng đầu năm 2024]",
        "[từ tháng 3 đến tháng 9 năm 2024]",
        "số liệu [từ ngày 15/12/2023 đến ngày 14/12/2024]",
    ],
    YearUse.MILESTONE: [
        "đến [ngày 31/12/2024], 100% công chức có trình độ đại học",
        "Phấn đấu [đến hết năm 2024] đạt 90%",
        "đến hết [tháng 6/2024] hoàn thành số hóa",
    ],
    YearUse.PERIOD: [
        "chuyển đổi số [giai đoạn 2023-2025]",
        "hệ thống hóa văn bản [kỳ 2019 - 2023]",
        "[nhiệm kỳ 2020–2025]",
        "[năm học 2023-2024]",
        "[từ năm 2021 đến năm 2025]",
        "chương trình [2021-2030]",
    ],
    YearUse.HORIZON: [
        "giai đoạn ngắn, [tầm nhìn đến năm 2030]",
        "[đến năm 2030] hoàn thành",
        "[tầm nhìn 2045]",
    ],
    YearUse.EDITION: ["theo tiêu chuẩn [TCVN ISO 9001:2015]", "[ISO/IEC 27001:2022]"],
    YearUse.YEARLY: ["trước [ngày 20/11 hàng năm]", "[10/10 hằng năm]"],
    YearUse.PAST: [
        "thực hiện từ [năm 2021] đến nay",
        "Cách mạng tháng Tám [năm 1945]",
        "thành lập [ngày 02/9/1945]",
    ],
    YearUse.QUANTITY: ["tiếp nhận [2024] hồ sơ", "cấp [2000] tài khoản", "nhà số [2025] đường"],
    YearUse.UNKNOWN: [
        "[Năm 2023], phường đã giải quyết đúng hạn",
        "[Năm 2024] là năm thứ tư thực hiện Chương trình",
        "Áp dụng từ [năm 2024]",
        "cuộc thi “Sáng kiến cải cách hành chính [năm 2024]”",
        "có hiệu lực từ [ngày 01/7/2024]",
        "trước [ngày 31/9/2024]",
        "văn bản do UBND huyện ban hành trước [ngày 01/7/2024]",
        "hồ sơ đã nộp trước [01/3/2024]",
        "số liệu [năm 2022]",
        "theo văn bản số [15/2024/QĐ-XYZ]",
        "hết hạn [đến năm 2020]",
        "báo cáo [T3/2024]",
        "thời gian [I/2024]",
        "kế hoạch năm [2024/2025]",
        "ban hành số [12/2024]",
        "dịp Tết Giáp Thìn [2024]",
    ],
}


@pytest.mark.parametrize(
    ("use", "marked"), [(use, text) for use, texts in CASES.items() for text in texts]
)
def test_a_token_means(use: YearUse, marked: str):
    before, token, _ = marked.replace("]", "[").split("[")
    found = find_years(marked.replace("[", "").replace("]", ""), PLAN_YEAR)
    here = [one for one in found if one.start <= len(before) < one.end]
    assert [(one.text.strip(), one.use) for one in here] == [(token, use)]


@pytest.mark.parametrize(
    "text",
    [
        "điện thoại 0257.2024.118",
        "2.024 hồ sơ",
        "mã số 120245",
        "kinh phí 12.024.000 đồng",
        "đạt 20,24%",
        "[[năm 2024 giao bao nhiêu?]]",
        "theo {annex:tasks}",
    ],
)
def test_what_is_no_year_is_passed_over(text: str):
    assert find_years(text, PLAN_YEAR) == []


def test_a_citation_is_passed_over():
    text = "Quyết định số 5/QĐ-UBND ngày 01/02/2024 về nhiệm vụ năm 2024; nhiệm vụ năm 2024"
    end = text.index(";")
    assert [one.start for one in find_years(text, PLAN_YEAR, [(0, end)])] == [text.rindex("năm")]


def test_tokens_come_in_the_order_of_the_text_and_never_overlap():
    text = " ".join(
        text.replace("[", "").replace("]", "") for texts in CASES.values() for text in texts
    )
    found = find_years(text, PLAN_YEAR)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)


def test_the_classes_move_with_the_plan_year():
    (token,) = find_years("nhiệm vụ năm 2030", 2030)
    assert token.use is YearUse.PLAN
    (token,) = find_years("nhiệm vụ năm 2030", 2031)
    assert token.use is YearUse.UNKNOWN
