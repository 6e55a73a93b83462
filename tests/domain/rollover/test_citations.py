"""A citation is kept, completed, replaced, dropped or asked about, and always as a whole."""

from typing import Any

import pytest

from cchc_docs.domain.review import Done
from cchc_docs.model.register import Register
from tests.domain.rollover.plans import paragraph, plan, rolled, rows


def decree(symbol: str, issued: str, **more: Any) -> dict[str, Any]:
    return {
        "id": symbol,
        "kind": "Nghị định",
        "symbol": symbol,
        "issued": issued,
        "issuer": "Chính phủ",
        "subject": "Về việc thử",
        "confidence": "confirmed",
        "events": [
            {"type": "issued", "date": issued, "confidence": "confirmed"},
            *more.pop("events", ()),
        ],
    } | more


def ended(date: str, by: str, confidence: str = "confirmed") -> dict[str, Any]:
    return {"type": "replaced", "date": date, "by": by, "confidence": confidence}


def followed(by: str, since: str, confidence: str = "confirmed") -> dict[str, Any]:
    return {"id": by, "since": since, "confidence": confidence}


IN_FORCE = [{"day": "2024-12-01"}]
REGISTER = Register.model_validate(
    {
        "documents": [
            decree("1/2010/NĐ-CP", "2010-01-05", seen_in_force=IN_FORCE),
            decree(
                "2/2011/NĐ-CP",
                "2011-01-05",
                events=[ended("2023-01-01", "9/2022/NĐ-CP")],
                successors=[followed("9/2022/NĐ-CP", "2023-01-01")],
            ),
            decree(
                "3/2012/NĐ-CP",
                "2012-01-05",
                events=[ended("2023-01-01", "9/2022/NĐ-CP", "memory")],
                successors=[followed("9/2022/NĐ-CP", "2023-01-01", "memory")],
            ),
            decree(
                "4/2013/NĐ-CP",
                "2013-01-05",
                events=[ended("2023-01-01", "9/2022/NĐ-CP", "memory")],
                successors=[followed("9/2022/NĐ-CP", "2023-01-01", "memory")],
            ),
            decree(
                "5/2014/NĐ-CP",
                "2014-01-05",
                seen_in_force=IN_FORCE,
                events=[
                    {
                        "type": "amended",
                        "date": "2020-01-01",
                        "by": "6/2019/NĐ-CP",
                        "confidence": "confirmed",
                    }
                ],
            ),
            decree("6/2019/NĐ-CP", "2019-12-01", seen_in_force=IN_FORCE),
            decree(
                "7/2015/NĐ-CP",
                "2015-01-05",
                events=[{"type": "repealed", "date": "2025-04-01", "confidence": "confirmed"}],
            ),
            decree("8/2016/NĐ-CP", "2016-01-05"),  # nothing shows that it still stands
            decree("9/2022/NĐ-CP", "2022-12-01", seen_in_force=IN_FORCE),
            decree(
                "10/2017/NĐ-CP",
                "2017-01-05",
                seen_in_force=IN_FORCE,
                advice=[{"first_year": 2025, "action": "drop"}],
            ),
        ]
    }
)


def new_text(text: str) -> str:
    return paragraph(text, REGISTER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # in force: kept as it is
        ("theo Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ.",) * 2,
        # ended, confirmed: replaced as a whole
        (
            "theo Nghị định số 2/2011/NĐ-CP ngày 05/01/2011 của Chính phủ.",
            "theo Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ.",
        ),
        # ended by memory: a question with the proposal
        (
            "theo Nghị định số 3/2012/NĐ-CP ngày 05/01/2012 của Chính phủ.",
            "theo [[cần kiểm tra: Nghị định số 3/2012/NĐ-CP ngày 05/01/2012 của Chính phủ; đề xuất "
            "thay bằng Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ]].",
        ),
        # what amends it is added
        (
            "theo Nghị định số 5/2014/NĐ-CP ngày 05/01/2014 của Chính phủ.",
            "theo Nghị định số 5/2014/NĐ-CP ngày 05/01/2014 của Chính phủ (được sửa đổi, bổ sung "
            "tại Nghị định số 6/2019/NĐ-CP ngày 01/12/2019 của Chính phủ).",
        ),
        # … but not where the amendment is cited already
        (
            "theo Nghị định số 5/2014/NĐ-CP ngày 05/01/2014 của Chính phủ và Nghị định số "
            "6/2019/NĐ-CP ngày 01/12/2019 của Chính phủ.",
        )
        * 2,
        # no date: added from the register
        (
            "theo Nghị định số 1/2010/NĐ-CP của Chính phủ.",
            "theo Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ.",
        ),
        # a stray blank in the symbol: mended
        (
            "theo Nghị định số 1/2010/NĐ- CP ngày 05/01/2010 của Chính phủ.",
            "theo Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ.",
        ),
        # advised to drop: the joiner goes with it
        (
            "theo Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ và Nghị định số "
            "10/2017/NĐ-CP ngày 05/01/2017 của Chính phủ.",
            "theo Nghị định số 1/2010/NĐ-CP ngày 05/01/2010 của Chính phủ.",
        ),
        # unknown: asked about
        (
            "theo Nghị định số 77/2018/NĐ-CP ngày 05/01/2018 của Chính phủ.",
            "theo [[cần kiểm tra hiệu lực: Nghị định số 77/2018/NĐ-CP ngày 05/01/2018 của Chính "
            "phủ]].",
        ),
        # a paper of one year: asked about, the year in its title is not touched
        (
            "theo Kế hoạch số 15/KH-UBND ngày 10/01/2024 của UBND tỉnh về tuyên truyền năm 2024.",
            "theo [[cần bổ sung: văn bản của năm 2025 thay cho Kế hoạch số 15/KH-UBND ngày "
            "10/01/2024 của UBND tỉnh về tuyên truyền năm 2024]].",
        ),
    ],
)
def test_a_citation_becomes(old: str, new: str):
    assert new_text(old) == new


def test_neighbours_that_give_way_to_one_paper_are_one_question():
    text = (
        "theo Nghị định số 3/2012/NĐ-CP ngày 05/01/2012, Nghị định số 4/2013/NĐ-CP ngày 05/01/2013 "
        "của Chính phủ và quy định khác."
    )
    result = rolled(plan(text), REGISTER)
    citations = [row for row in rows(result) if row.subject == "viện dẫn"]
    assert len(citations) == 2  # a row each
    assert [bool(row.question) for row in citations] == [True, False]
    assert (result.plan.sections[0].content[0].text or "").count("[[") == 1
    kept = rolled(plan(text), REGISTER, answers={citations[0].key: "GIỮ"}).plan
    assert kept.sections[0].content[0].text == text


@pytest.mark.parametrize(
    ("answer", "new"),
    [
        ("GIỮ", "theo Nghị định số 77/2018/NĐ-CP ngày 05/01/2018 của Chính phủ."),
        ("Nghị định số 78/2024/NĐ-CP", "theo Nghị định số 78/2024/NĐ-CP."),
    ],
)
def test_an_answer_takes_the_place_of_the_question(answer: str, new: str):
    old = plan("theo Nghị định số 77/2018/NĐ-CP ngày 05/01/2018 của Chính phủ.")
    (row,) = rows(rolled(old, REGISTER), Done.ASKED)
    result = rolled(old, REGISTER, answers={row.key: answer})
    assert result.plan.sections[0].content[0].text == new
    (again,) = rows(result, Done.ASKED)
    assert again.key == row.key
    assert again.answer == answer


def test_a_known_end_after_the_signing_is_told():
    (row,) = rows(rolled(plan("theo Nghị định số 7/2015/NĐ-CP."), REGISTER))
    assert row.done is not Done.ASKED
    assert "01/4/2025" in row.todo


def test_where_nothing_proves_that_it_stands_the_officer_is_told():
    (row,) = rows(rolled(plan("Nghị định số 8/2016/NĐ-CP ngày 05/01/2016."), REGISTER))
    assert row.done is Done.KEPT
    assert "kiểm tra" in row.todo


def test_the_decision_moves_with_the_day_of_signing():
    text = "theo Nghị định số 7/2015/NĐ-CP ngày 05/01/2015 của Chính phủ."
    before = rolled(plan(text, issue_date="03/2024"), REGISTER).plan.sections[0].content[0].text
    after = rolled(plan(text, issue_date="04/2024"), REGISTER).plan.sections[0].content[0].text
    assert before == text
    assert "[[" in (after or "")


def test_a_plan_cites_the_paper_of_its_own_year():
    """A paper whose period ends before the plan's year is over for the plan, not yet on its day."""
    register = Register.model_validate(
        {
            "documents": [
                {
                    "id": "KH-2024",
                    "kind": "Quyết định",
                    "symbol": "100/QĐ-UBND",
                    "issued": "2023-12-20",
                    "issuer": "UBND tỉnh A",
                    "subject": "Kế hoạch cải cách hành chính tỉnh A năm 2024",
                    "confidence": "confirmed",
                    "events": [
                        {"type": "issued", "date": "2023-12-20", "confidence": "confirmed"},
                        {"type": "period_end", "date": "2024-12-31", "confidence": "confirmed"},
                    ],
                    "successors": [followed("KH-2025", "2025-01-01")],
                },
                {
                    "id": "KH-2025",
                    "kind": "Quyết định",
                    "symbol": "200/QĐ-UBND",
                    "issued": "2024-12-24",
                    "issuer": "UBND tỉnh A",
                    "subject": "Kế hoạch cải cách hành chính tỉnh A năm 2025",
                    "confidence": "confirmed",
                    "events": [{"type": "issued", "date": "2024-12-24", "confidence": "confirmed"}],
                },
            ]
        }
    )
    text = "theo Quyết định số 100/QĐ-UBND ngày 20/12/2023 của UBND tỉnh A."
    assert paragraph(text, register) == (
        "theo Quyết định số 200/QĐ-UBND ngày 24/12/2024 của UBND tỉnh A."
    )
