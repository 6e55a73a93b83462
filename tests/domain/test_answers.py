"""An answer counts where its question is still asked and where it is one; the rest is told."""

import unicodedata

import pytest

from cchc_docs.domain.answers import (
    CellAnswer,
    answer_value,
    check_answers,
    decisions,
    how_to_answer,
)
from cchc_docs.domain.review import AnswerKind, Done, Question, ReviewRow
from cchc_docs.errors import Place

CELL = Place("ra-soat.xlsx", field="trang Rà soát, ô K2")


def question(kind: AnswerKind = AnswerKind.TEXT, kept: str | None = None, drop: bool = False):
    return Question("ghi gì?", kind, kept, drop)


def row(asked: Question | None, answer: str | None = None) -> ReviewRow:
    done = Done.ASKED if asked else Done.KEPT
    return ReviewRow("k1", "x", ("subject",), "cũ", "mới", done, "r", "vì", "", asked, answer)


def check(text: str, asked: Question | None, *, given: str | None = None, words: str = "ghi gì?"):
    return check_answers([row(asked, given)], [CellAnswer("k1", words, text, CELL)])


def accepted(text: str, asked: Question) -> str:
    good, problems = check(text, asked)
    assert not problems, problems
    return good["k1"]


def refused(text: str, asked: Question | None, **given: str) -> str:
    good, (problem,) = check(text, asked, **given)
    assert good == {}
    assert problem.place == CELL
    assert problem.what
    assert problem.fix
    assert unicodedata.is_normalized("NFC", str(problem))
    return str(problem)


class TestDecisions:
    ASKED = question(AnswerKind.CHOICE, "Tổng kết", drop=True)

    @pytest.mark.parametrize("text", ["GIỮ", "giữ", "Gĩư", "giu", "GIU", " giữ. ", '"Giữ"'])
    def test_keep(self, text):
        assert accepted(text, self.ASKED) == "GIỮ"
        assert answer_value(self.ASKED, "GIỮ") == "Tổng kết"

    @pytest.mark.parametrize("text", ["BỎ", "bỏ", "Bỏ", "bo", "BO", "bỏ!"])
    def test_drop(self, text):
        assert accepted(text, self.ASKED) == "BỎ"
        assert answer_value(self.ASKED, "BỎ") is None

    def test_decomposed_letters_are_the_same_word(self):
        assert accepted(unicodedata.normalize("NFD", "Giữ"), self.ASKED) == "GIỮ"

    @pytest.mark.parametrize("kind", list(AnswerKind))
    def test_are_answers_to_every_kind_of_question_that_allows_them(self, kind):
        assert accepted("giữ", question(kind, kept="x")) == "GIỮ"
        assert accepted("bỏ", question(kind, drop=True)) == "BỎ"

    @pytest.mark.parametrize("text", ["GIỮ", "giu", "BỎ", "bo"])
    def test_are_none_where_the_question_does_not_allow_them(self, text):
        assert "không trả lời bằng" in refused(text, question())

    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            *(("Giứ", "GIỮ"), ("giữ nguyên", "GIỮ"), ("Giữ lại", "GIỮ")),
            *(("Bộ", "BỎ"), ("bỏ đi", "BỎ"), ("Xóa", "BỎ"), ("xoá bỏ", "BỎ")),
        ],
    )
    @pytest.mark.parametrize("kind", list(AnswerKind))
    def test_near_misses_are_asked_again_and_never_printed(self, text, meant, kind):
        assert meant in refused(text, question(kind, "x", drop=True))

    @pytest.mark.parametrize("text", ["Giữ vững thứ hạng", "Bỏ phiếu kín", "Bộ Nội vụ"])
    def test_longer_words_are_words(self, text):
        assert accepted(text, question(kept="x", drop=True)) == text

    @pytest.mark.parametrize("text", ["có", "Tiếp tục thực hiện", "31/12/2025", "[[?]]"])
    def test_a_choice_takes_no_other_words(self, text):
        assert "GIỮ" in refused(text, self.ASKED)


class TestWords:
    @pytest.mark.parametrize("kind", [AnswerKind.TEXT, AnswerKind.CITATION, AnswerKind.THRESHOLD])
    @pytest.mark.parametrize("text", ["[[chưa rõ]]", "theo [[số?]]", "[[", "?", "…", "-"])
    def test_a_question_is_no_answer(self, kind, text):
        assert "chưa phải là câu trả lời" in refused(text, question(kind))

    def test_come_composed_without_blanks_at_the_ends(self):
        decomposed = unicodedata.normalize("NFD", " Kế hoạch số 05/KH-UBND\r\n")
        assert accepted(decomposed, question(AnswerKind.CITATION)) == "Kế hoạch số 05/KH-UBND"

    def test_are_the_value(self):
        assert answer_value(question(), "Sở Nội vụ") == "Sở Nội vụ"

    def test_with_a_control_character_are_refused(self):
        assert "U+0007" in refused("a\x07b", question())


class TestDates:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("31/12/2025", "31/12/2025"),
            ("1/2/2025", "01/02/2025"),
            ("05/03/2025", "05/3/2025"),  # NĐ 30/2020, PL I, II.4.b: a 0 before months 1 and 2
            ("ngày 05/3/2025.", "05/3/2025"),
            ("29/02/2028", "29/02/2028"),
        ],
    )
    def test_are_written_as_the_decree_wants(self, text, day):
        assert accepted(text, question(AnswerKind.DATE)) == day

    @pytest.mark.parametrize(
        "text",
        [
            *("29/02/2025", "31/11/2025", "0/1/2025", "1/13/2025", "31/12/25", "12/2025"),
            *("2025-12-31", "tháng 12", "1/1/1025", "trước 31/12/2025", "45992"),
        ],
    )
    def test_that_are_none(self, text):
        assert "31/12/2025" in refused(text, question(AnswerKind.DATE))


class TestThresholds:
    @pytest.mark.parametrize(
        "text",
        [
            *("trên 90%", "90%", "92,4%", "100 %", "Ít nhất 02 sáng kiến", "Không quá 1.250 hồ sơ"),
            *("Xếp hạng cao hơn năm 2024", "Nhóm khá trở lên", "3/5 tiêu chí"),
            "Tăng từ 90,5% lên 92%",
        ],
    )
    def test_bounds_and_words(self, text):
        assert accepted(text, question(AnswerKind.THRESHOLD)) == text

    @pytest.mark.parametrize("text", ["90.5%", "trên 92.4%", "1.25 hồ sơ", "90,5,5%", "12.50.1%"])
    def test_a_figure_the_project_cannot_read(self, text):
        assert "Không đọc được con số" in refused(text, question(AnswerKind.THRESHOLD))

    @pytest.mark.parametrize("text", ["90", "92,4", "trên 90", "Đạt 100"])
    def test_a_figure_without_its_unit(self, text):
        assert f"{text}%" in refused(text, question(AnswerKind.THRESHOLD))


class TestRows:
    def test_a_question_that_is_gone_is_quoted(self):
        answer = CellAnswer("k9", "năm nào?", "2025", CELL)
        good, (problem,) = check_answers([row(question())], [answer])
        assert good == {}
        assert '"năm nào?"' in problem.what
        assert "k9" in problem.what

    def test_a_question_that_is_now_another_one_quotes_both(self):
        said = refused("x", question(), words="ghi ai?")
        assert '"ghi ai?"' in said
        assert '"ghi gì?"' in said

    def test_blanks_and_the_form_of_letters_make_no_other_question(self):
        words = unicodedata.normalize("NFD", " ghi\r\ngì? ")
        assert check("x", question(), words=words) == ({"k1": "x"}, [])

    def test_a_row_that_asks_nothing(self):
        assert "không hỏi gì" in refused("x", None, words="")

    def test_an_answer_given_before_changes_nothing(self):
        assert check("x", None, given="x", words="") == ({}, [])
        assert check("x", question(), given="x") == ({"k1": "x"}, [])
        assert refused("y", None, given="x", words="")

    def test_the_result_is_accepted_again_and_stays(self):
        for kind, text in [(AnswerKind.DATE, "1/3/2025"), (AnswerKind.CHOICE, "giu")]:
            once = accepted(text, question(kind, kept="x"))
            assert accepted(once, question(kind, kept="x")) == once

    def test_all_problems_come_at_once_beside_the_good_answers(self):
        rows = [row(question())]
        answers = [CellAnswer(key, "ghi gì?", "x", CELL) for key in ("k1", "k2", "k3")]
        good, problems = check_answers(rows, answers)
        assert good == {"k1": "x"}
        assert len(problems) == 2


class TestWays:
    def test_all_that_are_open(self):
        asked = question(AnswerKind.THRESHOLD, "Trên 90%", drop=True)
        said = how_to_answer(asked)
        assert AnswerKind.THRESHOLD.label in said
        assert 'GIỮ (vẫn ghi "Trên 90%")' in said
        assert "BỎ" in said
        assert decisions(asked) == ("GIỮ", "BỎ")

    def test_a_choice_offers_only_what_is_allowed(self):
        asked = question(AnswerKind.CHOICE, drop=True)
        assert "GIỮ" not in how_to_answer(asked)
        assert decisions(asked) == ("BỎ",)

    def test_a_long_wording_is_shortened(self):
        assert len(how_to_answer(question(kept="chữ " * 500))) < 300
