"""The level of a legal finding follows what the register is sure of; guesses are questions."""

from pathlib import Path
from typing import Any

import pytest

from cchc_docs import load_plan
from cchc_docs.api import cited_papers, register_of, validate
from cchc_docs.domain.consistency.law import find_legal_doubts
from cchc_docs.domain.legal_status import Registry
from cchc_docs.domain.registers import lay_together
from cchc_docs.findings import Finding, Level
from cchc_docs.model.register import Register
from cchc_docs.storage.register import national_register
from tests.domain.consistency.plans import plan
from tests.domain.consistency.registers import (
    doubts,
    event,
    followed,
    paper,
    register,
    rules,
)

TESTS = Path(__file__).parents[2]
NEW = paper("9/2022/NĐ-CP", "2022-12-01", seen_in_force=[{"day": "2023-12-01"}])
OLD = "Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ"


def ended(sure: str = "confirmed", link: str = "confirmed", **more: Any) -> Register:
    """Return a register in which decree 1 ended on 01/12/2023 and decree 9 took its place."""
    end = event("replaced", "2023-12-01", "9/2022/NĐ-CP", sure)
    row = paper("1/2010/NĐ-CP", "2010-01-05", end, **followed("9/2022/NĐ-CP", "2023-12-01", link))
    return register(documents=[row | more, NEW])


def standing(known: Register, text: str = OLD, **fields: Any) -> list[Finding]:
    document = plan(f"Thực hiện {text}.", **fields)
    found = find_legal_doubts(document, Registry(known))
    return [one for one in found if one.rule in ("citation-repealed", "citation-doubtful")]


class TestRepealed:
    def test_a_confirmed_repeal_is_an_error_with_the_successor_named(self):
        (one,) = standing(ended(), issue_date="15/12/2023")
        assert (one.rule, one.level) == ("citation-repealed", Level.ERROR)
        assert "Nghị định số 1/2010/NĐ-CP" in one.what
        assert "9/2022/NĐ-CP" in one.what
        assert one.fix == "Thay bằng Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ."

    @pytest.mark.parametrize("sure", ["memory", "unverified"])
    def test_any_other_is_a_question_with_the_proposal_in_brackets(self, sure: str):
        (one,) = standing(ended(sure), issue_date="15/12/2023")
        assert (one.rule, one.level) == ("citation-doubtful", Level.WARNING)
        assert "có thể hết hiệu lực, cần kiểm tra" in one.what
        assert "[[Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ]]" in one.fix
        assert one.fix.startswith("Cần kiểm tra")

    def test_a_certain_end_may_have_an_uncertain_successor(self):
        (one,) = standing(ended(link="memory"), issue_date="15/12/2023")
        assert one.level is Level.ERROR
        assert one.fix.startswith("Cần kiểm tra; đề xuất [[")

    def test_without_a_successor_nothing_is_proposed(self):
        known = register(
            documents=[paper("1/2010/NĐ-CP", "2010-01-05", event("repealed", "2023-12-01"))]
        )
        (one,) = standing(known, issue_date="15/12/2023")
        assert one.level is Level.ERROR
        assert "[[" not in one.fix
        assert "nếu" not in one.fix  # the end is certain

    def test_an_undated_end_is_no_law(self):
        end = {"type": "repealed", "confidence": "confirmed"}
        known = register(documents=[paper("1/2010/NĐ-CP", "2010-01-05", end)])
        assert [one.level for one in standing(known, issue_date="15/12/2023")] == [Level.WARNING]

    @pytest.mark.parametrize(
        ("date", "over"),
        [
            ("30/11/2023", False),
            ("01/12/2023", True),  # the first day out of force
            ("02/12/2023", True),
            ("11/2023", False),
            ("12/2023", True),  # the last day a month may mean
            ("2023", True),
            (None, True),  # taken to be issued by the end of the year before
        ],
    )
    def test_the_day_decides(self, date: str | None, over: bool):
        levels = [one.level for one in standing(ended(), issue_date=date)]
        assert (Level.ERROR in levels) is over

    def test_however_often_it_is_cited_it_is_one_finding(self):
        document = plan(
            *(f"Việc {number} theo {OLD}." for number in range(3)), issue_date="15/12/2023"
        )
        (one,) = doubts("citation-repealed", document, ended())
        assert "3 lần" in one.what
        for letter in "abc":
            assert f"điểm {letter}" in one.what

    def test_a_title_of_another_paper_keeps_its_words(self):
        text = (
            "Quyết định số 7/QĐ-UBND ngày 05/6/2023 của UBND tỉnh A về việc triển khai Nghị định "
            "số 1/2010/NĐ-CP."
        )
        assert standing(ended(), text, issue_date="15/12/2023") == []

    @pytest.mark.parametrize("words", ["thay thế", "thay thế cho", "bãi bỏ"])
    def test_who_says_what_replaced_it_does_not_rest_on_it(self, words: str):
        assert standing(ended(), f"quy định mới {words} {OLD}", issue_date="15/12/2023") == []

    def test_papers_of_others_with_the_same_symbol_are_not_meant(self):
        end = event("repealed", "2023-06-01")
        ours = {"kind": "Kế hoạch", "issuer": "UBND phường A"}
        known = register(documents=[paper("15/KH-UBND", "2023-01-10", end, **ours)])
        date = {"issue_date": "15/12/2023"}
        cited = "Kế hoạch số 15/KH-UBND ngày {} của UBND {} về việc thử"
        assert standing(known, cited.format("10/01/2023", "phường A"), **date)
        assert not standing(known, cited.format("10/01/2023", "phường B"), **date)
        assert not standing(known, cited.format("11/01/2023", "phường A"), **date)

    def test_a_ward_cannot_silence_a_national_fact(self):
        row = {"id": "1/2010/NĐ-CP", "note": "Phường vẫn dùng."}
        row |= {"seen_in_force": [{"day": "2023-12-14"}], **followed("7", "2023-12-01")}
        row |= {"advice": [{"first_year": 2024, "action": "keep"}]}
        national = ended()
        head = national.documents[0].model_dump(exclude={"events", "seen_in_force", "successors"})
        both = lay_together(national, register(documents=[head | row]))
        (one,) = standing(both, issue_date="15/12/2023")
        assert (one.level, one.fix.startswith("Thay bằng Nghị định số 9")) == (Level.ERROR, True)


class TestInForce:
    def test_what_certainly_stands_is_not_remarked_on(self):
        known = register(documents=[NEW])
        text = "Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ"
        assert rules(known, f"Thực hiện {text}.") == []

    def test_what_may_stand_is_a_note(self):
        known = register(documents=[paper("9/2022/NĐ-CP", "2022-12-01", confidence="memory")])
        (one,) = standing(known, "Nghị định số 9/2022/NĐ-CP ngày 01/12/2022", issue_date="12/2023")
        assert (one.rule, one.level) == ("citation-doubtful", Level.NOTE)
        assert "cần kiểm tra" in one.what

    def test_unknown_papers_are_one_note(self):
        text = "Công văn số {}/UBND-NC ngày 05/4/2023 của UBND tỉnh"
        document = plan(*(text.format(number) for number in (11, 12, 12)), issue_date="12/2023")
        (one,) = doubts("citation-unknown", document, register())
        assert one.level is Level.NOTE
        assert "11/UBND-NC" in one.what
        assert one.what.count("12/UBND-NC") == 1


class TestOtherYears:
    def found(self, *texts: str, known: Register | None = None, **fields: Any) -> list[Finding]:
        document = plan(*texts, **({"issue_date": "15/12/2023"} | fields))
        return doubts("citation-other-year", document, known or register())

    @pytest.mark.parametrize(
        "cited",
        [
            "Kế hoạch số 54/KH-UBND ngày 16/01/2023 của UBND Phường 7 về tuyên truyền năm 2023",
            "Quyết định số 115/QĐ-UBND ngày 30/01/2023 của Chủ tịch UBND tỉnh ban hành Kế hoạch rà "
            "soát, đánh giá thủ tục hành chính năm 2023",
            "Kế hoạch số 9/KH-UBND ngày 16/01/2022 của UBND tỉnh về cải cách hành chính năm 2022",
            "Kế hoạch số 9/KH-UBND ngày 16/11/2023 của UBND tỉnh về cải cách hành chính năm 2025",
        ],
    )
    def test_a_plan_of_another_year_is_pointed_out(self, cited: str):
        (one,) = self.found(f"Thực hiện {cited}.")
        assert one.level is Level.WARNING
        assert "2024" in one.what

    @pytest.mark.parametrize(
        "cited",
        [
            "Kế hoạch số 54/KH-UBND ngày 16/12/2023 của UBND tỉnh về tuyên truyền năm 2024",
            # they look back
            "Thông báo số 41/TB-UBND ngày 06/11/2023 của UBND tỉnh về kết quả kiểm tra năm 2023",
            "Báo cáo số 41/BC-UBND ngày 06/11/2023 của UBND tỉnh về công tác năm 2023",
            "Quyết định số 41/QĐ-UBND ngày 06/11/2023 của UBND tỉnh công bố kết quả Chỉ số cải "
            "cách hành chính năm 2022",
            # for several years
            "Kế hoạch số 17/KH-UBND ngày 20/02/2021 của UBND tỉnh về chuyển đổi số, giai đoạn "
            "2021 - 2025",
            "Kế hoạch số 17/KH-UBND ngày 20/02/2023 của UBND tỉnh về chuyển đổi số đến năm 2025",
            "Kế hoạch số 17/KH-UBND ngày 20/02/2023 của UBND tỉnh về tự kiểm tra năm 2023, năm "
            "2024",
            # the year of a law
            "Kế hoạch số 99/KH-UBND ngày 01/12/2023 của UBND tỉnh triển khai thi hành Luật Căn "
            "cước năm 2023",
        ],
    )
    def test_others_are_not(self, cited: str):
        assert self.found(f"Thực hiện {cited}.") == []

    def test_by_the_end_of_its_period_in_the_register(self):
        end = event("period_end", "2023-12-31")
        known = register(documents=[paper("3/QĐ-TTg", "2023-01-05", end, kind="Quyết định")])
        text = "Quyết định số 3/QĐ-TTg ngày 05/01/2023 của Chính phủ"
        assert [one.rule for one in self.found(text, known=known)]
        assert not self.found(text, known=known, year=2023, issue_date="02/2023")

    def test_twice_is_one_finding(self):
        cited = "Kế hoạch số 54/KH-UBND ngày 16/01/2023 của UBND tỉnh về tuyên truyền năm 2023"
        (one,) = self.found(f"Theo {cited}.", f"Thực hiện {cited}.")
        assert "2 lần" in one.what


class TestAmendments:
    CHANGED = paper(
        "1/2010/NĐ-CP",
        "2010-01-05",
        event("amended", "2023-01-01", "9/2022/NĐ-CP"),
        seen_in_force=[{"day": "2023-12-01"}],
    )

    def found(self, *texts: str, sure: str = "confirmed", date: str = "12/2023") -> list[Finding]:
        row = self.CHANGED | {"events": [*self.CHANGED["events"]]}
        row["events"][-1] = row["events"][-1] | {"confidence": sure}
        known = register(documents=[row, NEW])
        return doubts("citation-amended", plan(*texts, issue_date=date), known)

    def test_one_nobody_mentions_is_pointed_out_once(self):
        (one,) = self.found(f"Theo {OLD}.", "Theo Nghị định số 1/2010/NĐ-CP.")
        assert "Nghị định số 9/2022/NĐ-CP ngày 01/12/2022" in one.fix

    @pytest.mark.parametrize(
        "text",
        [
            f"{OLD} (được sửa đổi, bổ sung tại Nghị định số 9/2022/NĐ-CP ngày 01/12/2022)",
            f"{OLD} (được sửa đổi, bổ sung năm 2022)",
            f"{OLD} và Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ",
        ],
    )
    def test_one_that_is_mentioned_is_not(self, text: str):
        assert self.found(f"Theo {text}.", "Theo Nghị định số 1/2010/NĐ-CP.") == []

    def test_nor_one_from_memory_nor_one_to_come(self):
        assert self.found(f"Theo {OLD}.", sure="memory") == []
        assert self.found(f"Theo {OLD}.", date="31/12/2022") == []


class TestTerms:
    def known(self, *changes: dict[str, Any], **more: Any) -> Register:
        term = {"id": "t", "phrases": ["sổ tay"], "changes": changes, "never": ["sổ tay điện tử"]}
        return register(terms=[term | more], documents=[NEW])

    def change(self, since: str = "2023-12-01", **more: Any) -> dict[str, Any]:
        usual = {"standing": "replaced", "now": "sổ số", "confidence": "confirmed"}
        return {"since": since, "by": "9/2022/NĐ-CP"} | usual | more

    def found(self, known: Register, *texts: str, **fields: Any) -> list[Finding]:
        document = plan(*(texts or ("Phát sổ tay.",)), **({"issue_date": "12/2023"} | fields))
        return doubts("stale-term", document, known)

    def test_a_confirmed_change_is_an_error_with_the_new_words(self):
        (one,) = self.found(self.known(self.change()), "Phát sổ tay.", "Đổi Sổ  tay, sổ tay.")
        assert one.level is Level.ERROR
        assert one.fix == "Viết “sổ số”."
        assert "Nghị định số 9/2022/NĐ-CP" in one.what
        assert "3 chỗ" in one.what
        assert "điểm b" in one.what

    @pytest.mark.parametrize("sure", ["memory", "unverified"])
    def test_any_other_is_a_question(self, sure: str):
        (one,) = self.found(self.known(self.change(confidence=sure)))
        assert one.level is Level.WARNING
        assert "có thể đã thay đổi" in one.what
        assert "[[sổ số]]" in one.fix

    @pytest.mark.parametrize(
        ("date", "count"), [("30/11/2023", 0), ("01/12/2023", 1), ("02/12/2023", 1)]
    )
    def test_the_day_decides(self, date: str, count: int):
        assert len(self.found(self.known(self.change()), issue_date=date)) == count

    def test_words_that_are_back_are_fine(self):
        back = self.change("2023-12-10", standing="restored", now=None)
        known = self.known(self.change(standing="suspended", now=None), back)
        assert len(self.found(known, issue_date="05/12/2023")) == 1
        assert self.found(known, issue_date="10/12/2023") == []

    def test_a_new_basis_of_the_new_words_does_not_bring_back_the_old_ones(self):
        same = self.change("2023-12-10", standing="same_words_new_basis")
        (one,) = self.found(self.known(self.change(), same))
        assert one.fix == "Viết “sổ số”."
        assert self.found(self.known(same)) == []

    def test_the_register_may_advise_to_keep_or_to_ask(self):
        def advised(action: str) -> Register:
            return self.known(self.change(), advice=[{"first_year": 2024, "action": action}])

        assert self.found(advised("keep")) == []
        (one,) = self.found(advised("ask"))
        assert (one.level, "[[sổ số]]" in one.fix) == (Level.WARNING, True)

    @pytest.mark.parametrize(
        "text",
        [
            "Phát sổ tay điện tử.",
            "Theo Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh về việc phát sổ tay.",
            "Phát [[cần kiểm tra: sổ tay hay sổ số]].",
            "Viết tay vào sổ.",
        ],
    )
    def test_look_alikes_titles_of_papers_and_questions_are_fine(self, text: str):
        assert self.found(self.known(self.change()), text) == []

    def test_a_ward_hides_no_national_one(self):
        own = {"id": "w", "phrases": ["phát sổ tay"], "never": ["sổ tay."], "changes": []}
        own["changes"] = [self.change("2030-01-01")]
        both = lay_together(self.known(self.change()), register(terms=[own]))
        assert [one.level for one in self.found(both)] == [Level.ERROR]


@pytest.mark.parametrize("issued", ["12/2025", "15/01/2026", "12/2026"])
def test_levels_of_online_services_are_stale_since_2022(issued: str):
    """NĐ 42/2022/NĐ-CP, Điều 11; a later decree on the new words changes nothing."""
    text = "Khai thác dịch vụ công trực tuyến mức độ 3, 4; đo mức độ hài lòng."
    year = 2027 if issued == "12/2026" else 2026
    document = plan(text, year=year, issue_date=issued)
    (one,) = doubts("stale-term", document, national_register())
    assert (one.level, "toàn trình, một phần" in one.fix) == (Level.ERROR, True)


def test_a_ward_adds_a_register_of_its_own(tmp_path: Path):
    own = tmp_path / "van-ban.yaml"
    own.write_text(
        "documents:\n  - {id: kh-5, kind: Kế hoạch, symbol: 5/KH-UBND, issued: 2023-02-01,\n"
        "     issuer: UBND tỉnh A, subject: Thử, confidence: confirmed,\n"
        "     events: [{type: repealed, date: 2023-11-01, confidence: confirmed}]}\n",
        "utf-8",
    )
    text = "Theo Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh A."
    agency = {"unit": {"name": "A"}}
    alone = plan(text, agency=agency)
    with_own = plan(text, agency=agency | {"legal_register": str(own)})
    assert register_of(alone) == national_register()
    ((paper_, place),) = cited_papers(with_own)
    assert (paper_.document and paper_.document.id, paper_.standing) == ("kh-5", "hết hiệu lực")
    assert "Mục I, khoản 1, điểm a" in str(place)
    assert "citation-repealed" in {one.rule for one in validate(with_own)}
    assert "citation-repealed" not in {one.rule for one in validate(alone)}


def test_the_second_example_has_the_findings_of_a_careful_reader():
    plan_file = TESTS / "data/phuong-7/2024/ke-hoach.yaml"
    found = [(one.rule, one.level) for one in validate(load_plan(plan_file))]
    assert found.count(("citation-repealed", Level.ERROR)) == 2  # PL 34/2007, NĐ 29/2013
    assert found.count(("stale-term", Level.ERROR)) == 2
    assert found.count(("citation-other-year", Level.WARNING)) == 2  # not the Thông báo
    assert not [rule for rule, _ in found if rule in ("unit-ended", "citation-later")]
