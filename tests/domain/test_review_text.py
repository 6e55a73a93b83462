"""The review as a page: every row under its heading, every text as it is."""

import json
import re

import pytest

from cchc_docs.domain.review import AnswerKind, Done, Question, ReviewRow
from cchc_docs.domain.review_text import review_json, review_markdown, review_sections
from cchc_docs.errors import Place

ASKED = Question("số, ngày?", AnswerKind.CITATION, "Kế hoạch số 1", may_drop=True)


def row(key: str, done: Done, **fields: object) -> ReviewRow:
    values = {"subject": "năm", "path": ("sections", 0, "text"), "old": "2024", "new": "2025"}
    values |= {"rule": "plan-year", "why": "năm của kế hoạch"}
    return ReviewRow(key=key, done=done, **(values | fields))  # type: ignore[arg-type]


ROWS = [
    row("1", Done.KEPT),
    row("2", Done.CHANGED),
    row("3", Done.ASKED, question=ASKED, place=Place("ke-hoach.yaml", 7, "Mục I, khoản 2")),
    row("4", Done.ASKED, question=ASKED, answer="GIỮ"),
    row("5", Done.DROPPED, new=""),
    row("6", Done.REPAIRED),
]


def tables(text: str) -> list[list[list[str]]]:
    """Read the tables back: cells are parted by pipes without a backslash."""
    found: list[list[list[str]]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            found[-1].append([cell.strip() for cell in cells])
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


def plain(cell: str) -> str:
    """What a viewer shows: CommonMark §2.4, a backslash before a mark of ASCII is not printed."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell.replace("<br>", "\n"))


def test_questions_come_first_then_what_was_done():
    headings = re.findall(r"^## (.+)$", review_markdown(ROWS, "T", []), re.MULTILINE)
    assert headings == [
        *("Câu hỏi chưa trả lời", "Câu hỏi đã trả lời", "Đã đổi", "Đã sửa lỗi", "Đã bỏ"),
        "Giữ nguyên",
    ]


def test_every_row_is_counted_and_stands_once():
    summary, *rest = tables(review_markdown(ROWS, "T", ["Nguồn: a"]))
    assert [int(cells[1]) for cells in summary[2:]] == [1, 1, 1, 1, 1, 1, 6]
    assert sum(len(table) - 2 for table in rest) == len(ROWS)
    assert sum(map(len, review_sections(ROWS).values())) == len(ROWS)


def test_a_question_tells_place_old_words_and_how_to_answer():
    head, _, cells = tables(review_markdown(ROWS[2:3], "T", []))[1]
    asked = dict(zip(head, map(plain, cells), strict=True))
    assert asked["Nơi trong văn bản"] == "Mục I, khoản 2"
    assert asked["Cũ"] == "2024"
    assert asked["Câu hỏi"] == "số, ngày?"
    assert "GIỮ" in asked["Cách trả lời"]
    assert "Trả lời" not in asked, "nothing is answered yet"


def test_columns_that_are_empty_are_left_out():
    head = tables(review_markdown([row("5", Done.DROPPED, new="")], "T", []))[1][0]
    assert head == ["Nội dung", "Cũ", "Vì sao"]


@pytest.mark.parametrize(
    "text",
    [
        "a|b",
        "a\\|b",
        "\\",
        "|",
        "một\nhai",
        "*đậm* _nghiêng_ `mã` ~~gạch~~ [[hỏi]] [x](y) <b> <!-- --> & &amp; # $x$",
    ],
)
def test_a_text_is_shown_as_it_is(text):
    content = review_markdown([row("1", Done.CHANGED, old=text, new="x")], text, [text])
    head, _, cells = tables(content)[1]
    assert plain(cells[head.index("Cũ")]) == text
    assert len(cells) == len(head)
    assert plain(content.split("\n")[0]) == f"# {text}"
    assert plain(content.split("\n")[2]) == f"- {text}"


@pytest.mark.parametrize("line", ["- a", "+ a", "1. a", "2025) a", "# a", "> a"])
def test_a_line_under_the_title_opens_no_other_block(line):
    shown = review_markdown([], "T", [line]).split("\n")[2]
    assert re.match(r"- (\d*\\|\\)", shown)
    assert plain(shown) == f"- {line}"


def test_nothing_to_review():
    assert tables(review_markdown([], "T", []))[0][-1] == ["Cộng", "0"]


def test_as_data_it_has_lasting_names():
    first = json.loads(json.dumps(review_json(ROWS)))[0]
    assert first == {
        "key": "3",
        "subject": "năm",
        "path": ["sections", 0, "text"],
        "old": "2024",
        "new": "2025",
        "done": "asked",
        "rule": "plan-year",
        "why": "năm của kế hoạch",
        "todo": "",
        "question": {
            "text": "số, ngày?",
            "answer": "citation",
            "kept": "Kế hoạch số 1",
            "may_drop": True,
        },
        "answer": None,
        "span": [0, 0],
        "new_path": None,
        "new_span": None,
        "place": {"file": "ke-hoach.yaml", "line": 7, "field": "Mục I, khoản 2"},
    }
