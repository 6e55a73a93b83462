"""On which day citations are judged, which paper is meant, how it is cited, for which year."""

import datetime as dt
from typing import Any

import pytest

from cchc_docs.domain.citations import find_citations, parse_citation
from cchc_docs.domain.citing import (
    cited,
    document_of,
    head_end,
    is_standard,
    last_day_of_issue,
    legal_day,
    yearly,
)
from cchc_docs.domain.legal_status import Registry
from cchc_docs.model.issue import parse_issue_date
from cchc_docs.model.register import LegalDocument
from tests.domain.consistency.plans import plan
from tests.domain.consistency.registers import event, paper, register


def document(**fields: Any) -> LegalDocument:
    return LegalDocument.model_validate(paper("9/2022/NĐ-CP", "2022-12-01") | fields)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("29/12/2023", dt.date(2023, 12, 29)),
        ("12/2023", dt.date(2023, 12, 31)),
        ("02/2024", dt.date(2024, 2, 29)),
        ("2023", dt.date(2023, 12, 31)),
        (None, dt.date(2023, 12, 31)),  # by the end of the year before
    ],
)
def test_the_last_day_a_date_of_issue_may_mean(written: str | None, day: dt.date):
    assert last_day_of_issue(parse_issue_date(written) if written else None, 2024) == day
    assert legal_day(plan(issue_date=written)) == day


@pytest.mark.parametrize(
    ("fields", "short", "long"),
    [
        (
            {},
            "Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ",
            "Nghị định số 9/2022/NĐ-CP ngày 01/12/2022 của Chính phủ về việc thử",
        ),
        (
            {"kind": "Luật", "symbol": "10/2022/QH15", "subject": "Luật Thực hiện dân chủ"},
            *("Luật Thực hiện dân chủ số 10/2022/QH15 ngày 01/12/2022",) * 2,
        ),
        (
            {"kind": "Nghị quyết", "symbol": None, "issued": None, "issuer": None},
            "Nghị quyết",
            "Nghị quyết về việc thử",
        ),
    ],
)
def test_how_a_paper_is_cited(fields: dict[str, Any], short: str, long: str):
    assert cited(document(**fields)) == short
    assert cited(document(**fields), with_subject=True) == long


def test_which_paper_is_meant():
    names = {"kind": "Luật", "names": ["Luật Thử"], "issuer": "Quốc hội"}
    registry = Registry(
        register(
            documents=[
                paper("1/2010/QH12", "2010-01-05", **names),
                paper("2/2020/QH14", "2020-01-05", **names),
                paper("5/NQ-CP", "2021-01-05", kind="Nghị quyết", id="a"),
                paper("5/NQ-CP", "2022-01-05", kind="Nghị quyết", id="b"),
            ]
        )
    )

    def meant(text: str, day: dt.date) -> str | None:
        found = document_of(parse_citation(text), registry, day)
        return found.id if found else None

    day = dt.date(2024, 1, 1)
    assert meant("Nghị quyết số 5/NQ-CP ngày 05/01/2022 của Chính phủ", day) == "b"
    assert meant("Nghị quyết số 5/NQ-CP của Chính phủ", day) is None  # two of them
    assert meant("Luật Thử năm 2020", day) is None  # the register knows no such name
    assert meant("Nghị quyết số 6/NQ-CP", day) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh về tuyên truyền năm 2023", 2023),
        ("Công văn số 5/UBND-NC ngày 01/02/2023 của UBND tỉnh về nhiệm vụ Năm 2023", 2023),
        ("Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh về tuyên truyền", None),
        ("Báo cáo số 5/BC-UBND ngày 01/02/2023 của UBND tỉnh về công tác năm 2022", None),
        ("Quyết định số 5/QĐ-UBND ngày 01/02/2023 của UBND tỉnh công bố chỉ số năm 2022", None),
        ("Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh giai đoạn 2021-2025", None),
        ("Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh về chuyển đổi số từ năm 2023", None),
        ("Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh về việc năm 2023, năm 2024", None),
        (
            "Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh triển khai Luật Căn cước năm 2023",
            None,
        ),
    ],
)
def test_the_one_year_a_paper_was_made_for(text: str, year: int | None):
    (outer, *_) = find_citations(text)
    assert yearly(outer.citation, None) == year


@pytest.mark.parametrize(
    ("last", "year"), [("2023-12-31", 2023), ("2024-01-31", 2024), ("2030-12-31", None)]
)
def test_else_the_register_knows_the_year(last: str, year: int | None):
    row = document(issued="2023-01-05", events=[event("period_end", last)])
    assert yearly(parse_citation("Nghị định số 9/2022/NĐ-CP"), row) == year
    titled = document(subject="Kế hoạch năm 2022")
    assert yearly(parse_citation("Nghị định số 9/2022/NĐ-CP"), titled) == 2022


def test_the_words_of_a_paper_s_own_end_before_its_title():
    text = "Theo Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh về việc thử; Luật Lưu trữ."
    plan_, law = find_citations(text)
    assert text[plan_.start : head_end(text, plan_)].endswith("của UBND tỉnh ")
    assert text[: head_end(text, law)].endswith("Luật Lưu trữ")


@pytest.mark.parametrize(
    ("text", "standard"),
    [("tiêu chuẩn TCVN ISO 9001:2015", True), ("Nghị định số 9/2022/NĐ-CP", False)],
)
def test_standards(text: str, standard: bool):
    assert is_standard(find_citations(text)[0].citation) is standard
