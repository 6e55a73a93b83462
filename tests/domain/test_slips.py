"""Slips of the pen: what is found, what is repaired, and above all what is left alone."""

import time
import unicodedata

import pytest

from cchc_docs.decree.office_names import FIELDS, LAWS, NAMES
from cchc_docs.decree.office_phrases import PHRASES
from cchc_docs.decree.office_words import KNOWN, LOOK_ALIKES, WORDS
from cchc_docs.domain.slips import Slip, final_marks, find_slips
from cchc_docs.vietnamese.syllables import is_syllable
from cchc_docs.vietnamese.text import nfc

TONES = "\u0300\u0301\u0303\u0309\u0323"


def slips(text: str) -> list[tuple[str, str, str | None]]:
    """Return rule, wrong and right of each slip; each stands where it says and is explained."""
    found = find_slips(text)
    for one in found:
        assert text[one.start : one.end] == one.wrong
        assert one.what
        assert one.why
    return [(one.rule, one.wrong, one.right) for one in found]


def repaired(text: str) -> str:
    for one in reversed(find_slips(text)):
        assert one.right is not None
        text = text[: one.start] + one.right + text[one.end :]
    return text


class TestMisspeltPhrases:
    @pytest.mark.parametrize(
        ("wrong", "right"),
        [
            ("Phân đấu tỷ lệ hồ sơ đạt trên 90%", "Phấn đấu tỷ lệ hồ sơ đạt trên 90%"),
            ("để đồng đảo người dân biết", "để đông đảo người dân biết"),
            ("quản lý hiệu quả Công thông tin điện tử", "quản lý hiệu quả Cổng thông tin điện tử"),
            ("xử lý vi phạm hành chinh", "xử lý vi phạm hành chính"),
            ("tăng cường kỷ luât, kỷ cương", "tăng cường kỷ luật, kỷ cương"),
            ("TỔ CHƯC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"),
            ("Mặt trân Tổ quốc Việt Nam", "Mặt trận Tổ quốc Việt Nam"),
            ("Thũ tướng Chính phủ", "Thủ tướng Chính phủ"),
            ("cơ chế môt cửa, một cửa liên thong", "cơ chế một cửa, một cửa liên thông"),
            ("theo Cổng Dịch vu công quốc gia", "theo Cổng Dịch vụ công quốc gia"),
            ("Triễn khai nhiệm vụ", "Triển khai nhiệm vụ"),
        ],
    )
    def test_the_one_reading_is_put_in_its_place(self, wrong: str, right: str):
        assert repaired(wrong) == right

    @pytest.mark.parametrize("phrase", PHRASES[::3])
    def test_a_lost_mark_in_a_long_phrase_is_found(self, phrase: str):
        """Take the tone off one syllable after the other: every damage is seen."""
        words = phrase.split()
        for place, word in enumerate(words):
            bare = nfc(
                "".join(one for one in unicodedata.normalize("NFD", word) if one not in TONES)
            )
            if bare == word:
                continue
            damaged = " ".join([*words[:place], bare, *words[place + 1 :]])
            if damaged not in PHRASES:
                assert find_slips(f"về {damaged}."), damaged

    @pytest.mark.parametrize(
        "text",
        [
            # words that meet by chance
            "quy định tại hình thức hiện hành",
            "bắt đầu từ ngày 01 tháng 01",
            "tiếp theo đối với báo cáo năm",
            "các chứng cứ thể hiện việc sử dụng",
            "mất đoàn kết nội bộ",
            "Phòng Giám định kỹ thuật",
            "có trách nhiệm ký văn bản",
            "sự nghiệp công Bộ Nội vụ quản lý",
            "các khoản chi phí khác",
            "người chưa thành niên",
            "chuyển đổi số phường năm 2025",
            # right words with the letters of others
            "đồng bộ, thống nhất",
            "công bộ, công chức",
            "phân công, phân bổ",
            "chỉ tiêu và chi tiêu nội bộ",
            "truyền thống và truyền thông",
            "Đảng bộ thị xã",
            "tự kiểm tra; từ kiểm tra, giám sát",
            "Thứ trưởng Bộ Nội vụ; Thủ trưởng đơn vị",
            # names
            "ông Nguyễn Văn Hòa, bà Phạm Thị Thanh Trà",
            "xã hội Hòa Phú",
            # marks between the words
            "tổ, chức; tô, chức",
            # both placings of the tone
            "Uỷ ban nhân dân, Ủy ban nhân dân, văn hoá, văn hóa",
            "hằng năm, hàng năm, kỹ năng, tỉ lệ, tỷ lệ",
        ],
    )
    def test_an_innocent_look_alike_is_left_alone(self, text: str):
        assert slips(text) == []


class TestRegionalWords:
    @pytest.mark.parametrize(
        ("wrong", "right"),
        [
            ("giảm thủ tục hành chánh", "giảm thủ tục hành chính"),
            ("Tài chánh - Kế toán; CHÁNH QUYỀN", "Tài chính - Kế toán; CHÍNH QUYỀN"),
            ("theo chánh sách của Nhà nước", "theo chính sách của Nhà nước"),
        ],
    )
    def test_official_papers_write_the_other_form(self, wrong: str, right: str):
        assert repaired(wrong) == right

    @pytest.mark.parametrize(
        "text",
        ["Chánh Văn phòng, Chánh án, Chánh Thanh tra", "ông Nguyễn Chánh Tín", "xã Nhơn Hòa"],
    )
    def test_titles_and_names_are_right(self, text: str):
        assert slips(text) == []


class TestMisspeltSyllables:
    @pytest.mark.parametrize("word", ["quyêt", "nguời", "hoăc", "trưòng", "đuợc", "nướ"])
    def test_an_impossible_syllable_is_asked_about(self, word: str):
        assert slips(f"mọi {word} này") == [("misspelt-syllable", word, None)]

    @pytest.mark.parametrize(
        ("word", "right"), [("củacác", "của các"), ("bổsung", "bổ sung"), ("tạikhoản", "tại khoản")]
    )
    def test_two_run_together_are_parted(self, word: str, right: str):
        assert slips(f"phần {word} này") == [("misspelt-syllable", word, right)]

    @pytest.mark.parametrize(
        "text",
        [
            "gửi qua email, website, fax, internet",
            "2,5 kilôgam, ôtô, đôla, axít, café",
            "xã Đắk Rông, huyện Krông Pắc, dân tộc Xơ Đăng",
            "CCHC, TTHC, UBND, QĐ-UBND, số 05/QĐ-TTg, HĐND-VP",
            "điểm đ khoản 1, mục ă",
            "vnđ/m2, https://dichvucông.vn/abc, a@tỉnhx.vn",
        ],
    )
    def test_foreign_words_names_and_symbols_are_none(self, text: str):
        assert slips(text) == []


class TestDoubledWords:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Kế hoạch kiểm tra kiểm tra, xử lý", "Kế hoạch kiểm tra, xử lý"),
            ("kết quả của của phường", "kết quả của phường"),
            ("Các các bộ phận", "Các bộ phận"),
            ("rà soát thủ tục hành chính thủ tục hành chính", "rà soát thủ tục hành chính"),
        ],
    )
    def test_one_of_the_two_goes(self, text: str, right: str):
        assert repaired(text) == right

    @pytest.mark.parametrize(
        "text",
        [
            "từ từ, dần dần, luôn luôn, thường thường, ngày ngày, người người, nhà nhà",
            "song song với, ba ba, xanh xanh",
            "từ năm năm trước",
            "kiểm tra, kiểm tra",
            "giải quyết vấn đề đề ra; nhà đầu tư đầu tư; đoàn kiểm tra kiểm tra việc",
            "chân phải hoặc tay phải hoặc tay trái",
        ],
    )
    def test_reduplication_and_meeting_words_are_none(self, text: str):
        assert slips(text) == []


class TestWrongCapitals:
    @pytest.mark.parametrize(
        ("wrong", "right"),
        [
            ("vai trò của Mặt trận tổ quốc", "vai trò của Mặt trận Tổ quốc"),
            ("Ủy ban thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội"),
            ("Ủy Ban Nhân Dân phường", "Ủy ban nhân dân phường"),
            ("giao ủy ban nhân dân xã", "giao Ủy ban nhân dân xã"),
            ("Thủ tướng chính phủ", "Thủ tướng Chính phủ"),
            ("Cổng dịch vụ công Quốc gia", "Cổng Dịch vụ công quốc gia"),
            ("Bộ phận tiếp nhận và Trả kết quả", "Bộ phận Tiếp nhận và Trả kết quả"),
            (
                "của Luật ban hành văn bản quy phạm pháp luật",
                "của Luật Ban hành văn bản quy phạm pháp luật",
            ),
            ("Luật tổ chức Chính phủ", "Luật Tổ chức Chính phủ"),
            ("Văn hóa-Thông tin-thể Thao", "Văn hóa-Thông tin-Thể thao"),
            ("Văn hóa - Thể Thao", "Văn hóa - Thể thao"),
            ("Uỷ ban Nhân dân", "Uỷ ban nhân dân"),
        ],
    )
    def test_a_name_gets_its_own(self, wrong: str, right: str):
        assert repaired(wrong) == right

    @pytest.mark.parametrize(
        "text",
        [
            *NAMES,
            *LAWS,
            "ỦY BAN NHÂN DÂN",
            "LUẬT BAN HÀNH VĂN BẢN QUY PHẠM PHÁP LUẬT",
            "cán bộ công an phường",
            "cơ sở giáo dục và đào tạo; tiến bộ khoa học và công nghệ",
            "pháp luật đất đai, pháp luật ngân sách nhà nước",
            "dự án luật ban hành văn bản quy phạm pháp luật",
            "tổ quốc ta; nhân dân và nhà nước",
            "thể thao, thông tin; Thể thao; THỂ THAO",
        ],
    )
    def test_right_ones_are_left_alone(self, text: str):
        assert slips(text) == []


class TestCapitalsInMidSentence:
    @pytest.mark.parametrize(
        ("text", "wrong", "right"),
        [
            ("của pháp luật; Thực hiện có hiệu quả", "Thực hiện", "thực hiện"),
            ("có thẩm quyền; Xây dựng và báo cáo", "Xây dựng", "xây dựng"),
            ("của Chính phủ Quy định cơ chế tự chủ", "Quy định", "quy định"),
            ("UBND tỉnh về Ban hành Quy định", "Ban hành", "ban hành"),
            ("của phường; - Đề xuất việc", "- Đề xuất", None),
        ],
    )
    def test_a_plain_verb(self, text: str, wrong: str, right: str | None):
        assert slips(text) == [("capital-mid-sentence", wrong, right)]

    @pytest.mark.parametrize(
        "text",
        [
            "thị xã; UBND phường",
            "tổ dân phố; Thông tư số 13/2019/TT-BNV",
            "thực hiện hiệu quả; Kế hoạch tự kiểm tra",
            "đơn vị; Tổ chức Y tế Thế giới",
            "Phó Cục trưởng; Tham mưu trưởng",
            "Kế hoạch Triển khai công tác",
            "Quyết định về việc ban hành Quy định",
        ],
    )
    def test_names_and_kinds_of_papers_are_fine(self, text: str):
        assert slips(text) == []


class TestWordsLost:
    @pytest.mark.parametrize(
        ("text", "wrong"),
        [
            ("Kế hoạch tự kiểm tra CCHC theo; chú trọng", "theo"),
            ("theo quy định của.", "của"),
            ("phối hợp với các bộ phận và", "và"),
            ("(kết quả của) phường", "của"),
            (
                "kết nối với hệ thống quản lý văn bản với một cửa điện tử",
                "kết nối với hệ thống quản lý văn bản với",
            ),
        ],
    )
    def test_the_officer_is_asked(self, text: str, wrong: str):
        assert slips(text) == [("words-lost", wrong, None)]

    @pytest.mark.parametrize(
        "text",
        [
            "(Nội dung tại Phụ lục 2 kèm theo)",
            "giai đoạn tiếp theo; ban hành kèm theo.",
            "phối hợp với:",
            "kết nối với các hệ thống đối với hồ sơ mới",
            "kết nối với Cổng Dịch vụ công quốc gia, đồng bộ với hệ thống",
            "kết nối với dữ liệu dân cư phù hợp với quy định",
            "phối hợp với Sở Nội vụ gắn với nhiệm vụ",
            "so với năm trước, cùng với các ngành",
            "tại số … của ... và …",
            "sức của; góp công, góp của.",
            "nước sở tại; bên tuân theo; đang tồn tại.",
            "có chữ ký và (hoặc) con dấu",
            "chưa hoàn chỉnh; hoặc",
            "theo {office:tu-phap}; và [[ai?]].",
        ],
    )
    def test_what_has_its_words_is_left_alone(self, text: str):
        assert slips(text) == []


class TestJointsWithoutWords:
    @pytest.mark.parametrize(
        "text",
        [
            *("phối hợp với và theo dõi", "đối với hoặc thay cho", "Đối với và theo dõi"),
            *("ý kiến của và các tổ chức", "ban hành bởi và công bố"),
        ],
    )
    def test_a_preposition_before_a_conjunction_has_lost_its_words(self, text: str):
        ((rule, wrong, right),) = slips(text)
        assert (rule, right) == ("words-lost", None)
        assert wrong.split()[1] in ("và", "hoặc")

    @pytest.mark.parametrize(
        "text",
        [
            *("khắc phục các tồn tại và hạn chế", "hiện tại và tương lai", "Tồn tại và giải pháp"),
            *("góp công, góp của và góp sức", "phối hợp với các ngành và đoàn thể"),
            *("trước đây, thực tại và lâu dài", "tiền của và công sức"),
        ],
    )
    def test_words_that_end_like_one_are_whole(self, text: str):
        assert slips(text) == []


class TestCommonNouns:
    @pytest.mark.parametrize(
        ("wrong", "right"),
        [
            ("tiếp tục phát triển Chính quyền số", "tiếp tục phát triển chính quyền số"),
            ("Phát triển đồng bộ Chính quyền số", "Phát triển đồng bộ chính quyền số"),
            ("chính quyền điện tử, Chính quyền số", "chính quyền điện tử, chính quyền số"),
            ("kết quả rà soát Thủ tục hành chính", "kết quả rà soát thủ tục hành chính"),
        ],
    )
    def test_a_term_is_no_name(self, wrong: str, right: str):
        assert [one[0] for one in slips(wrong)] == ["capital-mid-sentence"]
        assert repaired(wrong) == right

    @pytest.mark.parametrize(
        "text",
        [
            *("Chính quyền số là mục tiêu", "Cải cách hành chính. Chuyển đổi số"),
            *("Ban Chỉ đạo Chuyển đổi số tỉnh", "theo Đề án Chuyển đổi số", "CHÍNH QUYỀN SỐ"),
            *("Ngày Chuyển đổi số quốc gia", "của Trung tâm Công nghệ thông tin"),
            *("chuyên mục “Cải cách hành chính”", "chuyên mục Cải cách hành chính"),
            *("Luật Công nghệ thông tin", "gồm: Cải cách thể chế", "phát triển chính quyền số"),
        ],
    )
    def test_in_names_and_at_a_beginning_it_has_a_capital(self, text: str):
        assert slips(text) == []


class TestMarks:
    @pytest.mark.parametrize(
        ("wrong", "right"),
        [
            ("Văn hóa- Thông tin", "Văn hóa - Thông tin"),
            ("Văn phòng -TK", "Văn phòng - TK"),
            ("số 13/2019/TT- BNV ngày", "số 13/2019/TT-BNV ngày"),
        ],
    )
    def test_a_dash_has_blanks_on_both_sides_or_none(self, wrong: str, right: str):
        assert repaired(wrong) == right

    @pytest.mark.parametrize(
        "text", ["Kinh tế - xã hội", "QĐ-UBND", "2021 -2025, 2021- 2025", "- Lưu: VT", "a- một"]
    )
    def test_other_dashes_are_left_alone(self, text: str):
        assert slips(text) == []

    @pytest.mark.parametrize(("text", "mark"), [("(TTHC", "("), ("TTHC)", ")"), ("“Một cửa", "“")])
    def test_a_mark_without_its_partner(self, text: str, mark: str):
        assert slips(f"về {text} và việc khác") == [("unclosed", mark, None)]

    @pytest.mark.parametrize(
        "text",
        ["(a) và “b (c)”", "a) một; b) hai", "điểm a), điểm đ)", "[[hỏi (gì?]]", "1) x; 2) y"],
    )
    def test_pairs_and_labels(self, text: str):
        assert slips(text) == []


class TestWhatIsNeverLookedAt:
    def test_questions_references_and_exempt_spans(self):
        text = "Phân đấu [[Phân đấu ai?]] {office:Phân đấu} Phân đấu"
        assert [one.start for one in find_slips(text)] == [0, text.rindex("Phân")]
        assert [one.start for one in find_slips(text, [(0, 8)])] == [text.rindex("Phân")]

    def test_a_slip_never_reaches_into_them(self):
        assert find_slips("Văn [[x]]hóa- Thông tin", [(0, 4)]) == []
        assert find_slips("kiểm tra {annex:tasks} kiểm tra") == []


class TestFinalMarks:
    def test_the_one_without_the_stop_of_the_others(self):
        found = final_marks(["Một.", "Hai;", "Ba", "Bốn.", "Năm.", "Sáu (TTHC)", "Bảy."])
        assert [(position, one.wrong, one.right) for position, one in found] == [
            (1, "Hai;", "Hai."),
            (2, "Ba", "Ba."),
            (5, "TTHC)", "TTHC)."),
        ]
        assert {one.rule for _, one in found} == {"final-mark"}

    @pytest.mark.parametrize(
        "texts",
        [
            [],
            ["Một", "Hai."],
            ["Một;", "Hai;", "Ba."],
            ["Một;", "Hai;", "Ba.", "Bốn."],
            ["Một.", "Hai.", "Gồm các việc sau:", "Bốn [[gì?]]", "Năm./.", "Sáu…", ""],
        ],
    )
    def test_where_it_is_not_the_custom_nothing_is_said(self, texts: list[str]):
        assert final_marks(texts) == []


class TestTheLexicon:
    def test_every_syllable_of_it_can_be(self):
        phrases = (*WORDS, *KNOWN, *LOOK_ALIKES, *PHRASES, *NAMES, *LAWS, *FIELDS)
        assert not [one for one in phrases if not all(map(is_syllable, one.split()))]

    @pytest.mark.parametrize("phrase", [*WORDS, *PHRASES])
    def test_nothing_in_it_is_a_slip(self, phrase: str):
        assert find_slips(phrase) == []


@pytest.mark.parametrize("piece", ["kiểm tra, ", "a", "(", "[[", "với ", "Văn- ", "{office:"])
def test_time_grows_with_the_text_only(piece: str):
    find_slips("")
    started = time.perf_counter()
    find_slips(piece * (100_000 // len(piece)))
    assert time.perf_counter() - started < 3


def test_a_slip_is_a_value():
    first, second = find_slips("Phân đấu"), find_slips("Phân đấu")
    assert first == second
    assert isinstance(first[0], Slip)
