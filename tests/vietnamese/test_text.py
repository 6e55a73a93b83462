import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_docs.vietnamese.text import (
    capitalised,
    fold,
    nearest,
    nfc,
    one_of,
    slug,
    unprintable,
)

# Spellings of one office in the ward's plan of 2024 (seed-findings.md §8).
ONE_NAME = [
    ("Văn phòng – Thống kê", "Văn phòng- Thống kê"),
    ("Văn phòng – Thống kê", "Văn phòng - Thống kê"),
    ("Văn phòng – TK", "Văn phòng -TK"),
    ("Văn phòng – TK", "Văn phòng - Tk"),
    ("Tư pháp – Hộ tịch", "Tư pháp- Hộ tịch"),
    ("Bộ phận Văn hoá – Thông tin", "Bộ phận Văn hóa- Thông tin"),
    ("Bộ phận Văn hóa-Thông tin-thể Thao", "Bộ phận Văn hóa- Thông tin-Thể Thao"),
    ("Tài chính – Kế toán", "Tài chính-Kế toán"),
    ("Bộ phận tiếp nhận và trả kết quả phường", "Bộ phận Tiếp nhận và Trả kết quả phường"),
]
TWO_NAMES = [
    ("ma", "má"),
    ("ma", "mã"),
    ("má", "mà"),
    ("mạ", "mả"),
    ("a", "ă"),
    ("a", "â"),
    ("o", "ơ"),
    ("u", "ư"),
    ("d", "đ"),
    ("tư pháp", "tu phap"),
    ("Tài chính - Kế hoạch", "Tài chính - Kế toán"),
]
# Old and new places of the tone mark, which people mix.
TONE_PLACES = [("hoá", "hóa"), ("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuý", "thúy"), ("HOÀ", "HÒA")]


class TestNfc:
    @pytest.mark.parametrize("text", ["Tiếng Việt", "ỦY BAN NHÂN DÂN", "đường", "ắ ằ ẳ ẵ ặ"])
    def test_joins_letters_and_marks(self, text):
        assert nfc(unicodedata.normalize("NFD", text)) == text

    @pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
    def test_knows_one_kind_of_line_end(self, line_end):
        assert nfc(f"một{line_end}hai") == "một\nhai"

    @settings(deadline=None)
    @given(st.text())
    @example("\r\n\r")
    def test_twice_is_once(self, text):
        assert nfc(nfc(text)) == nfc(text)
        assert unicodedata.is_normalized("NFC", nfc(text))


class TestUnprintable:
    # XML 1.0 §2.2: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
    @pytest.mark.parametrize(
        "code", [0x0, 0x1, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF]
    )
    def test_finds_what_no_xml_can_hold(self, code):
        assert unprintable(f"chữ{chr(code)}và") == chr(code)

    @pytest.mark.parametrize("code", [0x9, 0xA, 0xD, 0x20, 0x7F, 0xD7FF, 0xE000, 0xFFFD, 0x10FFFF])
    def test_lets_the_rest_pass(self, code):
        assert unprintable(f"chữ{chr(code)}và") is None

    def test_tells_the_first(self):
        assert unprintable("a\x02\x01") == "\x02"


class TestFold:
    @pytest.mark.parametrize(("one", "other"), ONE_NAME + TONE_PLACES)
    def test_spellings_of_one_name_are_equal(self, one, other):
        assert fold(one) == fold(other)

    @pytest.mark.parametrize(("one", "other"), TWO_NAMES)
    def test_letters_and_tones_count(self, one, other):
        assert fold(one) != fold(other)

    @settings(deadline=None)
    @given(st.text())
    @example("na\u0303\u0323")
    @example("na\u0323\u0303")
    def test_twice_is_once(self, text):
        assert fold(fold(text)) == fold(text)

    @settings(deadline=None)
    @given(st.text(alphabet="abcđêơư áàảãạ ắếộ–-"))
    def test_does_not_see_case_form_or_blanks(self, text):
        key = fold(text)
        assert fold(text.upper()) == key
        assert fold(unicodedata.normalize("NFD", text)) == key
        assert fold(f"  {text}\t\n") == key
        assert fold(text.replace(" ", "\u00a0")) == key


class TestCapitalised:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [("phường", "Phường"), ("đặc khu", "Đặc khu"), ("xã", "Xã"), ("ĐVHC", "ĐVHC"), ("", "")],
    )
    def test_first_letter_only(self, text, expected):
        assert capitalised(text) == expected


class TestSlug:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Phường Điện Biên Phủ", "phuong-dien-bien-phu"),
            ("phường Hoài Hảo", "phuong-hoai-hao"),
            ("Phường 1", "phuong-1"),
            ("đặc khu Cô Tô", "dac-khu-co-to"),
            ("../../etc/passwd", "etc-passwd"),
            ("  --  ", ""),
        ],
    )
    def test_is_a_file_name_without_marks(self, text, expected):
        assert slug(text) == expected

    @settings(deadline=None)
    @given(st.text())
    def test_holds_nothing_a_file_system_minds(self, text):
        assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


class TestNearest:
    def test_best_first_and_with_the_spelling_of_the_candidate(self):
        names = ["Tư pháp – Hộ tịch", "Tài chính – Kế toán", "Văn phòng – Thống kê"]
        assert nearest("Văn phòng thống kê", names)[0] == "Văn phòng – Thống kê"
        assert nearest("tài chính kế hoạch", names)[0] == "Tài chính – Kế toán"

    @pytest.mark.parametrize("typed", ["subject", "Subject", "SUBJECT"])
    def test_the_same_word_comes_before_a_longer_one(self, typed):
        assert nearest(typed, ["subject_line", "subject"])[0] == "subject"

    def test_nothing_is_near_to_something_else(self):
        assert nearest("zzzzz", ["subject", "year"]) == []

    @settings(deadline=None)
    @given(st.text(), st.lists(st.text(), max_size=6))
    def test_only_candidates_and_not_too_many(self, word, candidates):
        found = nearest(word, candidates, limit=2)
        assert len(found) <= 2
        assert set(found) <= set(candidates)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a"], '"a"'),
        (["a", "b"], '"a" hoặc "b"'),
        (["a", "b", "c"], '"a", "b" hoặc "c"'),
        ([], ""),
    ],
)
def test_one_of(names, expected):
    assert one_of(names) == expected
