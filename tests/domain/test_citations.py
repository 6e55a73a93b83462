"""Citations in running text: where each stands, what it says, and that it can be printed again."""

import datetime as dt
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.domain.citations import (
    Citation,
    CitationSpan,
    find_citations,
    parse_citation,
    short_form,
)
from cchc_docs.model.base import ValueProblem

DATA = Path(__file__).parent.parent / "data" / "vien-dan"
LINES = [
    pytest.param(line, id=f"{file.stem}-{number}")
    for file in sorted(DATA.glob("*.txt"))
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    if not line.startswith("#")
]


def marked(text: str) -> str:
    """Return the text with ⟦ and ⟧ around every citation found in it."""
    marks = []
    for span in find_citations(text):
        marks += [(span.start, 1, -span.end, "⟦"), (span.end, 0, -span.start, "⟧")]
    pieces, end = [], 0
    for place, _, _, mark in sorted(marks):
        pieces += [text[end:place], mark]
        end = place
    return "".join(pieces) + text[end:]


def only(text: str) -> CitationSpan:
    (span,) = find_citations(text)
    return span


@pytest.mark.parametrize("line", LINES)
def test_each_is_found_from_its_kind_to_the_end_of_its_subject(line):
    assert marked(re.sub("[⟦⟧]", "", line)) == line


@pytest.mark.parametrize("line", LINES)
def test_spans_overlap_only_inside_another(line):
    text = re.sub("[⟦⟧]", "", line)
    spans = find_citations(text)
    ends = [0]
    for place, span in enumerate(spans):
        if span.inside is None:
            assert span.start >= ends[-1]
            ends.append(span.end)
        else:
            assert span.inside < place
            outer = spans[span.inside]
            assert outer.start < span.start < span.end <= outer.end
        if span.citation.symbol and not span.slips:
            assert span.citation.symbol in text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch của UBND phường",
        "Quyết định ban hành Kế hoạch của UBND phường",
        "Kế hoạch CCHC năm 2024 của UBND phường",
        "Kế hoạch của UBND phường về tuyên truyền cải cách hành chính năm 2025",
        "Quyết định của Chủ tịch UBND xã phê duyệt danh sách",
        "Kế hoạch của UBND về cải cách hành chính",
        "Báo cáo của Sở Nội vụ về kết quả cải cách hành chính quý I",
        "Kế hoạch này; Quyết định này có hiệu lực từ ngày 01/01/2025",
        "theo văn bản hướng dẫn của các Bộ, ngành, Trung ương",
        "theo các văn bản hướng dẫn của Bộ Nội vụ về chế độ báo cáo",
        "theo quy định của Chính phủ về chế độ báo cáo",
        "sự hướng dẫn của Phòng Nội vụ về chuyên môn",
        "thi hành pháp luật; kỷ luật lao động; pháp luật về đất đai",
        "kế hoạch 2024, quyết định 15 việc, công văn đến số 25",
        "Chỉ số 10/KH; hồ sơ số 12/2024; ngày 30/4/2025",
        "Luật sư, Ngày Pháp luật Việt Nam năm 2024, Luật này năm 2024",
        "kết quả thực hiện Nghị quyết trước ngày 15/12/2024",
        "Đề án vị trí việc làm; Quy chế làm việc; Đề án 06",
        "Quyết định của Thủ tướng Chính phủ quy định tại khoản 1",
        "[[Kế hoạch số 5/KH-UBND của tỉnh?]] {annex:Kế hoạch số 5/KH-UBND}",
        "",
    ],
)
def test_what_cites_nothing(text):
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        (
            "Kế hoạch số 196/KH-UBND ngày 28/12/2023 của UBND thị xã A về cải cách hành chính",
            Citation(
                "Kế hoạch",
                "196/KH-UBND",
                dt.date(2023, 12, 28),
                "UBND thị xã A",
                "về cải cách hành chính",
            ),
        ),
        (
            "Chương trình hành động của Tỉnh ủy về “Cải cách hành chính”",
            Citation(
                "Chương trình hành động", issuer="Tỉnh ủy", subject="về “Cải cách hành chính”"
            ),
        ),
        (
            "Kế hoạch của UBND thị xã về cải cách hành chính",
            Citation("Kế hoạch", issuer="UBND thị xã", subject="về cải cách hành chính"),
        ),
        (
            "nghị định 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính phủ",
            Citation(
                "nghị định",
                "45/2020/NĐ-CP",
                dt.date(2020, 4, 8),
                "Chính phủ",
                numbered=False,
                long_date=True,
            ),
        ),
        (
            "Luật Viên chức năm 2010 (sửa đổi, bổ sung năm 2019)",
            Citation("Luật", name="Viên chức", year=2010, amended="(sửa đổi, bổ sung năm 2019)"),
        ),
        (
            "Nghị định số 1/2020/NĐ-CP (đã được sửa đổi, bổ sung tại Nghị định số 2/2021/NĐ-CP)",
            Citation(
                "Nghị định",
                "1/2020/NĐ-CP",
                amended="(đã được sửa đổi, bổ sung tại",
                amendments=(Citation("Nghị định", "2/2021/NĐ-CP"),),
            ),
        ),
        (
            "tiêu chuẩn TCVN ISO 9001:2015",
            Citation("tiêu chuẩn", "TCVN ISO 9001:2015", numbered=False),
        ),
    ],
)
def test_is_read_and_printed_again(text, citation):
    assert parse_citation(text) == citation
    assert str(citation) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Nghị định  số: 30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP"),
        ("Nghị định số 1/2020/NĐ-CP, ngày 5/03/2020", "Nghị định số 1/2020/NĐ-CP ngày 05/3/2020"),
        ("Chỉ thị số 35-CT/TW ngày 30-5-2019", "Chỉ thị số 35-CT/TW ngày 30/5/2019"),
        (
            "Nghị quyết số 76/NQ-CP của Chính phủ ngày 15/7/2021",
            "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
        ),
        (
            "Quyết định của UBND tỉnh số 291/QĐ-UBND ngày 31/01/2023",
            "Quyết định số 291/QĐ-UBND ngày 31/01/2023 của UBND tỉnh",
        ),
        ("Luật Đất đai 2024", "Luật Đất đai năm 2024"),
        (
            "Quyết định số 1987/QĐ-TTg (ngày 30/11/2009) của Thủ tướng Chính phủ",
            "Quyết định số 1987/QĐ-TTg ngày 30/11/2009 của Thủ tướng Chính phủ",
        ),
        ("Kế hoạch số 5/KH-UBND ngày 01/02/2024.", "Kế hoạch số 5/KH-UBND ngày 01/02/2024"),
    ],
)
def test_is_printed_in_one_order_with_one_rule_for_zeros(typed, printed):
    assert str(parse_citation(typed)) == printed


def test_whoever_asks_for_one_citation_gets_the_whole_subject():
    text = "Kế hoạch số 5/KH-UBND của UBND tỉnh về rà soát, bảo đảm chất lượng thủ tục"
    assert parse_citation(text).subject == "về rà soát, bảo đảm chất lượng thủ tục"
    assert only(text).citation.subject == "về rà soát"


@pytest.mark.parametrize(
    "text",
    [
        *("", "Kế hoạch của UBND phường", "theo Nghị định số 1/2020/NĐ-CP", "[[hỏi?]]"),
        *("Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2020/NĐ-CP", "Luật số 5"),
    ],
)
def test_any_other_text_is_no_citation(text):
    with pytest.raises(ValueProblem) as problem:
        parse_citation(text)
    assert "không phải một viện dẫn" in problem.value.what
    assert problem.value.fix


class TestSlips:
    @pytest.mark.parametrize(
        ("text", "wrong", "right"),
        [
            ("Pháp lệnh số 34/2007/PLUBTVQH11", "PLUBTVQH11", "PL-UBTVQH11"),
            ("Thông tư số 13/2019/TT- BNV", "TT- BNV", "TT-BNV"),
            ("Kế hoạch số 12/KHUBND", "KHUBND", "KH-UBND"),
            ("Kế hoạch số 1364/KH – UBND", "KH – UBND", "KH-UBND"),
            ("Nghị định số 30/2020/ND-CP", "ND-CP", "NĐ-CP"),
            ("Nghị định số 14/2022/NĐ/CP", "NĐ/CP", "NĐ-CP"),
            ("Quyết định số 101/QĐ-TTG", "QĐ-TTG", "QĐ-TTg"),
            ("Quyết định số 1848 /QĐ-TTg", "1848 /QĐ-TTg", "1848/QĐ-TTg"),
        ],
    )
    def test_a_symbol_with_one_reading(self, text, wrong, right):
        span = only(text)
        (slip,) = span.slips
        assert (slip.rule, slip.wrong, slip.right) == ("citation-symbol", wrong, right)
        assert text[slip.start : slip.end] == wrong
        assert span.citation.symbol in text.replace(wrong, right)

    @pytest.mark.parametrize(
        ("text", "rule", "wrong"),
        [
            ("Kế hoạch số 10803/UBND-KH", "citation-kind", "10803/UBND-KH"),
            ("Công văn số 12/KH-UBND", "citation-kind", "12/KH-UBND"),
            ("Nghị định số 12/QĐ-TTg", "citation-kind", "12/QĐ-TTg"),
            ("Quyết định số 12/QĐ-UBND ngày 31/02/2024", "citation-date", "31/02/2024"),
            ("Nghị định số 1/2020/NĐ-CP ngày 05/3/2021", "citation-year", "05/3/2021"),
            ("Kế hoạch số    /KH-UBND", "citation-blank", "   /KH-UBND"),
            ("Kế hoạch số …/KH-UBND", "citation-blank", "…/KH-UBND"),
        ],
    )
    def test_what_has_to_be_asked(self, text, rule, wrong):
        (slip,) = only(text).slips
        assert (slip.rule, slip.wrong, slip.right) == (rule, wrong.strip(), None)
        assert slip.what
        assert slip.why

    @pytest.mark.parametrize(
        "text",
        [
            *("Kế hoạch số 196/KH-UBND", "Công văn số 3102/UBND-KSTT", "Nghị định 26/CP"),
            *(
                "Quy định số 03-QĐi/TU",
                "Chương trình hành động số 10-CTr/TU",
                "Luật số 80/2015/QH13",
            ),
            *("Nghị quyết số 1664/NQ-UBTVQH15", "Nghị quyết số 653/2019/UBTVQH14"),
            *("Quyết định số 1233/QĐ-BGD&ĐT", "Thông tư liên tịch số 05/2021/TTLT-BNV-BTC"),
            *("Quyết định số 2024/QĐ-UBND", "Kế hoạch số 54a/KH-UBND", "Công văn 348/CT-CS"),
            *("Pháp lệnh số 34/2007/PL-UBTVQH11", "Nghị quyết số 22/2019/NQ-HĐND"),
        ],
    )
    def test_none_in_a_symbol_as_it_should_be(self, text):
        span = only(text)
        assert span.slips == ()
        assert text.endswith(str(span.citation.symbol))

    def test_an_impossible_day_stays_in_the_span(self):
        text = "Quyết định số 12/QĐ-UBND ngày 31/02/2024 của UBND tỉnh"
        span = only(text)
        assert span.end == len(text)
        assert span.citation.issued is None


def test_one_kind_for_several_numbers():
    text = "các Nghị định số 1/2020/NĐ-CP, 2/2021/NĐ-CP ngày 03/4/2021 và số 3/2022/NĐ-CP"
    assert [str(span.citation) for span in find_citations(text)] == [
        "Nghị định số 1/2020/NĐ-CP",
        "Nghị định số 2/2021/NĐ-CP ngày 03/4/2021",
        "Nghị định số 3/2022/NĐ-CP",
    ]


def test_amendments_go_with_the_paper_they_amend():
    text = (
        "Nghị định số 1/2020/NĐ-CP quy định chi tiết Luật Viên chức, được sửa đổi, bổ sung bởi "
        "Nghị định số 2/2021/NĐ-CP và Nghị định số 3/2022/NĐ-CP; Luật Lưu trữ"
    )
    spans = find_citations(text)
    assert [one.inside for one in spans] == [None, 0, 0, 0, None]
    amended = spans[0].citation
    assert [one.symbol for one in amended.amendments] == ["2/2021/NĐ-CP", "3/2022/NĐ-CP"]
    assert str(amended) == text[: spans[0].end]
    assert str(spans[1].citation) == text[spans[1].start : spans[1].end] == "Luật Viên chức"


@pytest.mark.parametrize(
    ("subject", "quoted"),
    [("về “Cải cách hành chính”", True), ("về việc ban hành “Quy chế” mới", False), (None, False)],
)
def test_quoted(subject, quoted):
    assert Citation("Kế hoạch", "5/KH-UBND", subject=subject).quoted is quoted


def test_the_short_form_is_kind_and_symbol():
    """NĐ 30/2020, Phụ lục I, Phần I, II.6.b; a law goes by its name."""
    decree = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"
    assert short_form(parse_citation(decree)) == "Nghị định số 30/2020/NĐ-CP"
    law = "Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024"
    assert short_form(parse_citation(law)) == "Luật Lưu trữ số 33/2024/QH15"


WORDS = (
    "cải cách hành chính",
    "công tác văn thư",
    "chuyển đổi số trên địa bàn",
    "cán bộ, công chức",
)
SUBJECTS = st.builds(
    "{} {}".format,
    st.sampled_from(("về", "về việc", "ban hành", "quy định", "phê duyệt", "V/v")),
    st.sampled_from((*WORDS, *(f"{one} năm 2024" for one in WORDS), "“Phát triển, đổi mới”")),
)
ISSUERS = st.sampled_from(
    (
        *("Chính phủ", "Thủ tướng Chính phủ", "Bộ trưởng Bộ Nội vụ", "UBND thành phố Bà Rịa"),
        *("Ban Thường vụ Tỉnh ủy", "Ủy ban nhân dân (UBND) tỉnh", "HĐND Quận 3", "Sở Tài chính"),
    )
)
KINDS = st.sampled_from(
    (
        *(("Quyết định", "QĐ-UBND"), ("Kế hoạch", "KH-UBND"), ("Công văn", "UBND-NC")),
        *(("Nghị quyết", "NQ-HĐND"), ("Chỉ thị", "CT-TTg")),
    )
)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    kind, code = draw(KINDS)
    issued = draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31)))
    return Citation(
        kind,
        f"{draw(st.integers(1, 99999))}/{code}",
        issued,
        draw(st.none() | ISSUERS),
        draw(st.none() | SUBJECTS),
        numbered=draw(st.booleans()),
        long_date=issued is not None and draw(st.booleans()),
    )


AMENDED = st.sampled_from(("(đã được sửa đổi, bổ sung tại", ", được sửa đổi, bổ sung bởi"))


@given(citations(), AMENDED, st.lists(citations(), max_size=3))
def test_what_is_printed_is_read_as_the_same(citation, words, amendments):
    if amendments:
        citation = Citation(
            **{name: getattr(citation, name) for name in citation.__slots__}
            | {"amended": words, "amendments": tuple(amendments)}
        )
    text = str(citation)
    assert parse_citation(text) == citation
    (span, *others) = find_citations(f"Thực hiện {text}; và {{annex:tasks}} [[{text}]]")
    assert (span.start, span.citation) == (len("Thực hiện "), citation)
    assert [one.inside for one in others] == [0] * len(amendments)


@given(st.text(st.sampled_from('Nghị định số1/20-ĐCP “”"()[[]]{};,.\xa0\n của về KH'), max_size=80))
def test_any_text_is_read(text):
    for span in find_citations(text):
        assert 0 <= span.start < span.end <= len(text)


NEAR_MISSES = (
    "Quyết định số ",
    "kế hoạch của UBND ",
    "Luật Aa bb cc ",
    "[[ Nghị định số ",
    "Kế hoạch số 1/KH-UBND về “",
    "Kế hoạch số 1/KH-UBND về (a ",
    "Quyết định số 1/QĐ-UBND về ",
    "Nghị định số 1/2020/NĐ-CP, UBND b c d e f g h i ",
    "Nghị định số 1/2020/NĐ-CP ngày" + 40 * " ",
)


@pytest.mark.parametrize("piece", NEAR_MISSES)
def test_near_misses_take_time_by_their_number(piece):
    def seconds(letters: int) -> float:
        text = piece * (letters // len(piece))
        start = time.perf_counter()
        find_citations(text)
        return time.perf_counter() - start

    seconds(1000)
    few = min(seconds(5_000) for _ in range(3))
    assert min(seconds(40_000) for _ in range(2)) < 8 * few * 3 + 0.02


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số {}",
        "Nghị định số 1/2020/NĐ-CP ngày {}",
        "Nghị định số 1/2020/NĐ-CP {}x",
        "Luật Đất đai (sửa đổi{}",
    ],
)
@pytest.mark.parametrize("filler", [" ", "1", ".", "(", "\xa0"])
def test_long_fillers_do_not_blow_up(text, filler):
    start = time.perf_counter()
    find_citations(text.format(filler * 50_000))
    assert time.perf_counter() - start < 1
