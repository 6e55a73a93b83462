"""Citations as Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b wants them written."""

import pytest

from cchc_docs.findings import Finding, Level
from cchc_docs.model.register import Register
from tests.domain.consistency.plans import plan
from tests.domain.consistency.registers import doubts, paper, register

KNOWN = register(
    documents=[
        paper("1/2010/NĐ-CP", "2010-01-05"),
        paper("5/2025/NĐ-CP", "2025-03-01"),
        paper("8/CTr-TU", "2021-05-14", kind="Chương trình", names=["Chương trình của Tỉnh ủy"]),
    ]
)
FULL = "Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ về việc thử"


def found(
    rule: str, *texts: str, date: str | None = "15/12/2023", known: Register = KNOWN
) -> list[Finding]:
    return doubts(rule, plan(*texts, issue_date=date), known)


class TestDates:
    def test_the_first_mention_has_one(self):
        (one,) = found("citation-undated", "Theo Nghị định số 1/2010/NĐ-CP của Chính phủ.")
        assert one.level is Level.WARNING
        assert "05/01/2010" in one.fix  # known to the register

    @pytest.mark.parametrize(
        "texts",
        [
            (f"Theo {FULL}.", "Theo Nghị định số 1/2010/NĐ-CP."),
            ("Theo Luật Lưu trữ số 33/2024/QH15.",),  # "chỉ ghi tên loại và tên của Luật"
            ("Theo Luật Lưu trữ.",),
            ("Theo tiêu chuẩn TCVN ISO 9001:2015.",),
            # the title of a paper is that of another office
            (
                "Quyết định số 7/QĐ-UBND ngày 05/6/2023 của UBND tỉnh về việc triển khai Nghị định "
                "số 1/2010/NĐ-CP.",
            ),
        ],
    )
    def test_others_need_none(self, texts: tuple[str, ...]):
        assert found("citation-undated", *texts) == []

    def test_it_counts_from_the_first_mention(self):
        texts = ("Theo Nghị định số 1/2010/NĐ-CP.", f"Theo {FULL}.")
        assert len(found("citation-undated", *texts)) == 1

    def test_what_amends_a_paper_needs_one(self):
        text = f"Theo {FULL} (được sửa đổi, bổ sung tại Nghị định số 6/2012/NĐ-CP)."
        (one,) = found("citation-undated", text)
        assert "6/2012/NĐ-CP" in one.what

    @pytest.mark.parametrize(
        ("date", "count"),
        [("04/01/2010", 1), ("05/01/2010", 0), ("06/01/2010", 0), ("01/2010", 0), ("12/2009", 1)],
    )
    def test_none_is_later_than_the_plan(self, date: str, count: int):
        late = found("citation-later", f"Theo {FULL}.", date=date)
        assert [one.level for one in late] == [Level.ERROR] * count

    def test_one_the_register_knows_to_be_later_is_told_without_its_date(self):
        (one,) = found("citation-later", "Theo Nghị định số 5/2025/NĐ-CP của Chính phủ.")
        assert (one.level, "01/3/2025" in one.what) == (Level.ERROR, True)

    def test_without_a_date_of_issue_nothing_is_later(self):
        text = "Theo Kế hoạch số 9/KH-UBND ngày 10/01/2024 của UBND tỉnh về năm 2024."
        assert found("citation-later", text, date=None) == []
        (one,) = found("issue-not-before", text, date=None)
        assert (one.level, "10/01/2024" in one.what) == (Level.WARNING, True)
        assert found("issue-not-before", f"Theo {FULL}.", date=None) == []


class TestFirstDay:
    @pytest.mark.parametrize(
        ("cited", "days"),
        [
            ("28/12/2023", "28, 29."),  # 30 and 31/12/2023 are Saturday and Sunday
            ("26/12/2023", "26, 27, 28, 29."),
            ("29/12/2023", "29."),
            ("30/12/2023", "Chọn tháng sau."),
        ],
    )
    def test_the_days_that_are_left(self, cited: str, days: str):
        text = f"Theo Kế hoạch số 9/KH-UBND ngày {cited} của UBND tỉnh và {FULL}."
        (one,) = found("issue-not-before", text, date="12/2023")
        assert one.fix.endswith(days)
        assert one.path == ("issue_date",)

    @pytest.mark.parametrize(
        ("cited", "date"),
        [("28/12/2023", "29/12/2023"), ("28/11/2023", "12/2023"), ("28/12/2023", "2023")],
    )
    def test_nothing_to_say(self, cited: str, date: str):
        text = f"Theo Kế hoạch số 9/KH-UBND ngày {cited} của UBND tỉnh."
        assert found("issue-not-before", text, date=date) == []


class TestAgain:
    def test_a_second_full_citation_is_a_note(self):
        (one,) = found("citation-full-again", f"Theo {FULL}.", f"Và {FULL}.", f"Cả {FULL}.")
        assert one.level is Level.NOTE
        assert "điểm b" in one.what
        assert "điểm c" in one.what
        assert "điểm a" not in one.what

    @pytest.mark.parametrize(
        "texts",
        [
            (f"Theo {FULL}.", "Theo Nghị định số 1/2010/NĐ-CP."),
            (
                "Theo Kế hoạch số 15/KH-UBND ngày 10/01/2023 của UBND tỉnh A về việc thử.",
                "Theo Kế hoạch số 15/KH-UBND ngày 10/01/2023 của UBND phường B về việc thử.",
            ),
            (
                "Theo Kế hoạch số 15/KH-UBND ngày 10/01/2023 của UBND tỉnh A về việc thử.",
                "Theo Kế hoạch số 15/KH-UBND ngày 10/01/2022 của UBND tỉnh A về việc thử.",
            ),
        ],
    )
    def test_short_ones_and_other_papers_are_fine(self, texts: tuple[str, ...]):
        assert found("citation-full-again", *texts) == []


class TestSymbols:
    @pytest.mark.parametrize(
        ("typed", "right"),
        [
            ("Thông tư số 13/2019/TT- BNV ngày 06/11/2019", "13/2019/TT-BNV"),
            ("Nghị định số 42/2022/NĐCP ngày 24/6/2022", "42/2022/NĐ-CP"),
        ],
    )
    def test_a_slip_with_one_reading_is_an_error(self, typed: str, right: str):
        (one,) = found("citation-malformed", f"Theo {typed}.", f"Theo {typed}.")
        assert (one.level, one.fix) == (Level.ERROR, f'Viết "{right}".')
        assert "2 lần" in one.what

    def test_the_symbol_of_another_kind_is_asked_about(self):
        text = "Theo Kế hoạch số 10803/UBND-KH ngày 15 tháng 6 năm 2023 của UBND tỉnh."
        assert [one.level for one in found("citation-malformed", text)] == [Level.WARNING]

    @pytest.mark.parametrize(
        "cited",
        [
            *("Công văn số 1120/UBND-NC ngày 05/4/2023", "Chỉ thị số 23/CT-TTg ngày 02/9/2021"),
            *("Luật số 80/2015/QH13 ngày 22/6/2015", "Kế hoạch số 22-KH/TU ngày 30/6/2021"),
            "Quyết định số 04/2004/QĐ-BNV ngày 16/01/2004",
        ],
    )
    def test_right_ones_are_not_remarked_on(self, cited: str):
        assert found("citation-malformed", f"Theo {cited}.") == []


class TestUnnumbered:
    def test_once_for_all_mentions(self):
        text = "Theo Nghị quyết Đại hội đại biểu Đảng bộ thị xã lần thứ XX."
        (one,) = found("citation-unnumbered", text, text)
        assert (one.level, "2 lần" in one.what) == (Level.WARNING, True)

    @pytest.mark.parametrize(
        "text",
        [
            "Theo Luật Cán bộ, công chức và Bộ luật Lao động.",
            "Theo Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn.",
            "Theo Hiến pháp, theo hướng dẫn của cấp trên, theo kế hoạch.",
        ],
    )
    def test_laws_go_by_their_name(self, text: str):
        assert found("citation-unnumbered", text) == []
