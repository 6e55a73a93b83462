"""The result is a valid Word file that shows each change by itself and is the same every time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cchc_docs import render_bytes
from cchc_docs.compare.document import compare_documents
from cchc_docs.errors import DataError
from cchc_docs.ooxml.package import read_package
from cchc_docs.ooxml.revisions import word
from tests.compare.resolving import body, reading
from tests.compare.small import cell, document, p, row, table
from tests.ooxml import validate
from tests.pages import EXAMPLE, QUESTIONS, STARTER, VARIANTS

AUTHOR = "Nguyễn Văn A & cộng sự"
PLANS = {
    "plan": render_bytes(EXAMPLE),
    "starter": render_bytes(STARTER),
    "questions": render_bytes(QUESTIONS),
    "no annexes": render_bytes(VARIANTS["no-annexes"]),
    "one annex": render_bytes(VARIANTS["only-targets"]),
}
COMPARISONS = [
    ("plan", "starter"),
    ("starter", "plan"),
    ("plan", "questions"),
    ("questions", "plan"),
    ("plan", "no annexes"),
    ("no annexes", "plan"),
    ("one annex", "plan"),
]


def compared(old: bytes, new: bytes) -> bytes:
    return compare_documents(old, new, author=AUTHOR)


def changes(content: bytes) -> list[tuple[str, str]]:
    """The inserted and deleted words in the order they stand in."""
    return [
        (change.tag.rpartition("}")[2], "".join(change.itertext()))
        for change in body(content).iter(word("ins"), word("del"))
        if len(change)
    ]


def marks(content: bytes) -> list[str]:
    """What became of each paragraph: ins, del or nothing."""
    return [
        "".join(mark.tag.rpartition("}")[2] for mark in paragraph.findall(f"{PROPERTIES}/*"))
        for paragraph in body(content).iter(word("p"))
    ]


PROPERTIES = f"{word('pPr')}/{word('rPr')}"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    folder = tmp_path_factory.mktemp("word")
    for old, new in COMPARISONS:
        (folder / f"{old} {new}.docx").write_bytes(compared(PLANS[old], PLANS[new]))
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(validate, (folder / f"{old} {new}.docx" for old, new in COMPARISONS)))


def test_word_finds_nothing_to_repair(reports: list[list[str]]) -> None:
    assert reports == [[]] * len(COMPARISONS)


@pytest.mark.parametrize("name", PLANS)
def test_nothing_changed(name: str) -> None:
    result = compared(PLANS[name], PLANS[name])

    assert not list(body(result).iter(word("ins"), word("del")))
    assert reading(result) == reading(PLANS[name])


@pytest.mark.parametrize(("old", "new"), COMPARISONS)
def test_every_change_has_the_author_its_own_number_and_no_date(old: str, new: str) -> None:
    result = body(compared(PLANS[old], PLANS[new]))
    found = list(result.iter(word("ins"), word("del")))
    numbers = [one.get(word("id")) for one in found]

    assert len(found) > 20
    assert len(set(numbers)) == len(numbers)
    assert {one.get(word("author")) for one in found} == {AUTHOR}
    assert not [one for one in found if one.get(word("date"))]


def test_the_same_documents_give_the_same_bytes() -> None:
    assert compared(PLANS["plan"], PLANS["starter"]) == compared(PLANS["plan"], PLANS["starter"])


@pytest.mark.parametrize(("old", "new", "which"), [(b"x", None, "cũ"), (None, b"", "mới")])
def test_what_is_no_word_file_is_named(old: bytes | None, new: bytes | None, which: str) -> None:
    good = document(p("a"))
    with pytest.raises(DataError, match=f"Văn bản {which} không phải tệp Word") as raised:
        compared(good if old is None else old, good if new is None else new)
    assert raised.value.problems[0].fix


class TestWords:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("năm 2024.", "năm 2025.", [("del", "2024"), ("ins", "2025")]),
            ("d) Ba", "đ) Ba", [("del", "d"), ("ins", "đ")]),
            ("III. NHIỆM VỤ", "IV. NHIỆM VỤ", [("del", "III"), ("ins", "IV")]),
            ("hai ba bốn", "hai bốn", [("del", "ba ")]),
            ("ngày 05/01/2024", "ngày 05/02/2024", [("del", "01"), ("ins", "02")]),
            ("một\u00a0hai", "một hai", [("del", "\u00a0"), ("ins", " ")]),
        ],
    )
    def test_only_the_changed_one_is_marked(
        self, old: str, new: str, expected: list[tuple[str, str]]
    ) -> None:
        result = compared(document(p(old)), document(p(new)))

        assert changes(result) == expected
        assert marks(result) == [""]

    def test_each_keeps_the_formatting_of_its_own_side(self) -> None:
        old, new = document(p("a b", run="<w:b/>")), document(p("a c", run="<w:i/>"))
        looks = [
            ("".join(run.itertext()), run.find(word("rPr"))[0].tag.rpartition("}")[2])
            for run in body(compared(old, new)).iter(word("r"))
        ]
        assert looks == [("a ", "i"), ("b", "b"), ("c", "i")]

    def test_one_that_is_cut_into_runs_is_one_word(self) -> None:
        cut = document(p("năm 20").replace("</w:p>", "") + p("24 x").replace("<w:p>", ""))
        assert changes(compared(cut, document(p("năm 2024 y")))) == [("del", "x"), ("ins", "y")]


class TestParagraphs:
    def test_one_with_a_few_other_words_is_no_other(self) -> None:
        old = document(*map(p, ["một hai ba bốn", "năm sáu bảy tám", "chín mười"]))
        new = document(*map(p, ["một hai ba sáu", "chín mười"]))
        result = compared(old, new)

        assert changes(result) == [
            ("del", "bốn"),
            ("ins", "sáu"),
            ("del", "năm sáu bảy tám"),
        ]
        assert marks(result) == ["", "del", ""]

    def test_a_removed_row_leaves_those_below_alone_but_for_their_number(self) -> None:
        rows = [("1", "họp tổng kết"), ("2", "kiểm tra hồ sơ"), ("3", "báo cáo năm")]
        old = document(table(*rows), p())
        new = document(table(rows[0], ("2", "báo cáo năm")), p())
        result = compared(old, new)

        assert changes(result) == [
            ("del", "2"),
            ("del", "kiểm tra hồ sơ"),
            ("del", "3"),
            ("ins", "2"),
        ]
        tracked = [row.findall(f"{word('trPr')}/*") for row in body(result).iter(word("tr"))]
        assert [len(one) for one in tracked] == [0, 1, 0]

    def test_the_last_one_of_a_cell_keeps_its_mark(self) -> None:
        old = document(table(row(cell(p("a"), p("b")), "x")), p())
        new = document(table(row(cell(p("a")), "x")), p())

        assert marks(compared(old, new)) == ["del", "", "", ""]


class TestComments:
    def test_those_of_the_new_document_stay(self) -> None:
        result = compared(PLANS["plan"], PLANS["questions"])
        references = list(body(result).iter(word("commentReference")))

        asked = list(body(PLANS["questions"]).iter(word("commentReference")))
        assert len(references) == len(asked) > 0
        part = "word/comments.xml"
        assert read_package(result)[part] == read_package(PLANS["questions"])[part]

    def test_those_of_the_old_one_go(self) -> None:
        result = compared(PLANS["questions"], PLANS["plan"])

        signs = (word("commentReference"), word("commentRangeStart"), word("commentRangeEnd"))
        assert not list(body(result).iter(*signs))
