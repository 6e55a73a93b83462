"""Citations of a plan looked up in a register: the paper meant, and whether it is rested on."""

import datetime as dt

import pytest

from cchc_docs.domain.legal_status import Registry
from cchc_docs.domain.references import Reference, citing_texts, mentions, references
from cchc_docs.domain.standing import Standing
from cchc_docs.model.register import Register
from cchc_docs.storage.register import national_register
from tests.domain.consistency.plans import plan
from tests.domain.consistency.registers import event, followed, paper, register

END = event("replaced", "2023-12-01", "9/2022/NĐ-CP")
OLD = paper("1/2010/NĐ-CP", "2010-01-05", END, **followed("9/2022/NĐ-CP", "2023-12-01"))
NEW = paper("9/2022/NĐ-CP", "2022-12-01", seen_in_force=[{"day": "2023-12-01"}])
KNOWN = register(documents=[OLD, NEW])


def cited(*texts: str, known: Register = KNOWN, date: str | None = "15/12/2023") -> list[Reference]:
    document = plan(*texts, issue_date=date)
    return references(document, Registry(known), citing_texts(document))


class TestLookedUp:
    def test_with_its_standing_and_what_to_cite_instead(self):
        (one,) = cited("Theo Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ.")
        assert one.text == "Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ"
        assert one.day == dt.date(2023, 12, 15)
        assert one.document
        assert one.status
        assert one.status.standing is Standing.ENDED
        assert one.standing == "hết hiệu lực"
        assert one.sure
        assert one.advice == "Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ"

    @pytest.mark.parametrize(("end", "link"), [("memory", "confirmed"), ("confirmed", "memory")])
    def test_the_advice_is_as_sure_as_the_end_and_the_successor(self, end: str, link: str):
        row = OLD | {"events": [*OLD["events"][:-1], END | {"confidence": end}]}
        row |= followed("9/2022/NĐ-CP", "2023-12-01", link)
        (one,) = cited("Theo Nghị định số 1/2010/NĐ-CP.", known=register(documents=[row, NEW]))
        assert not one.sure
        assert one.advice.startswith("[[")

    def test_what_the_register_does_not_hold(self):
        (one,) = cited("Theo Nghị định số 7/2011/NĐ-CP.")
        assert (one.document, one.status, one.instead, one.advice) == (None, None, None, "")
        assert one.standing == "không có trong danh mục, cần kiểm tra"
        assert one.name == "Nghị định số 7/2011/NĐ-CP"

    @pytest.mark.parametrize(
        ("text", "symbol"),
        [
            ("Theo nghị định số 01/2010/NĐ-CP.", "1/2010/NĐ-CP"),
            ("Theo Nghị định số 1/2010/NĐ- CP ngày 05/01/2010.", "1/2010/NĐ-CP"),
            ("Theo Nghị định số 1/2010/NĐ-CP ngày 06/01/2010.", None),
            ("Theo Quyết định số 1/2010/NĐ-CP.", None),
        ],
    )
    def test_by_kind_symbol_and_day(self, text: str, symbol: str | None):
        (one,) = cited(text)
        assert (one.document.symbol if one.document else None) == symbol

    def test_a_law_by_its_name_is_the_one_of_the_day(self):
        """Luật Lưu trữ 2011 until 30/6/2025, that of 2024 from 01/7/2025."""
        for date, symbol in (("12/2024", "01/2011/QH13"), ("12/2025", "33/2024/QH15")):
            (one,) = cited("Theo Luật Lưu trữ.", known=national_register(), date=date)
            assert one.document
            assert one.document.symbol == symbol
            assert one.name == "“Luật Lưu trữ”"

    def test_standards_are_no_papers(self):
        assert cited("Theo tiêu chuẩn TCVN ISO 9001:2015.") == []


class TestOwn:
    @pytest.mark.parametrize(
        ("text", "own"),
        [
            ("Theo Nghị định số 1/2010/NĐ-CP.", [True]),
            ("Nghị định số 9/2022/NĐ-CP thay thế Nghị định số 1/2010/NĐ-CP.", [True, False]),
            ("Luật mới bãi bỏ các Nghị định số 1/2010/NĐ-CP.", [False]),
            (
                "Quyết định số 7/QĐ-UBND ngày 05/6/2023 của UBND tỉnh về việc triển khai Nghị định "
                "số 1/2010/NĐ-CP.",
                [True, False],
            ),
            (
                "Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ (được sửa đổi, bổ sung "
                "tại Nghị định số 9/2022/NĐ-CP ngày 01/12/2022).",
                [True, True],
            ),
            ("Tiêu chuẩn TCVN ISO 9001:2015 theo Nghị định số 1/2010/NĐ-CP.", [True]),
        ],
    )
    def test_what_the_plan_rests_on(self, text: str, own: list[bool]):
        assert [one.own for one in cited(text)] == own


class TestMentions:
    def together(self, *texts: str) -> list[int]:
        return [len(same) for same in mentions(cited(*texts))]

    def test_of_one_paper_stand_together(self):
        full = "Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh A về việc thử."
        assert self.together(full, "Kế hoạch số 05/KH-UBND của UBND tỉnh.", full) == [3]

    @pytest.mark.parametrize(
        "other",
        [
            "Kế hoạch số 5/KH-UBND ngày 01/02/2022 của UBND tỉnh A.",
            "Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND phường B.",
            "Quyết định số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh A.",
            "Kế hoạch số 6/KH-UBND ngày 01/02/2023 của UBND tỉnh A.",
        ],
    )
    def test_of_others_do_not(self, other: str):
        full = "Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh A."
        assert self.together(full, other, full) == [2, 1]

    def test_a_day_given_later_tells_papers_apart(self):
        short, text = "Kế hoạch số 5/KH-UBND.", "Kế hoạch số 5/KH-UBND ngày 01/02/{} của UBND tỉnh."
        assert self.together(short, text.format(2022), text.format(2023)) == [2, 1]

    def test_without_number_the_words_count(self):
        text = "Nghị quyết Đại hội đại biểu Đảng bộ thị xã lần thứ XX."
        assert self.together(text, text, text.replace("XX", "XIX")) == [2, 1]


def test_words_that_are_not_the_plan_s():
    text = "Theo Luật Lưu trữ và [[hỏi gì?]], [[chưa"
    one = next(x for x in citing_texts(plan(text)) if x.text == text)
    assert [text[start:end] for start, end in one.exempt] == ["Luật Lưu trữ", "[[hỏi gì?]]"]
