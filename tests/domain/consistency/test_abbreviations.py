"""Abbreviations are explained at their first use, and used from there on."""

import pytest

from tests.domain.consistency.plans import found, plan

UNEXPLAINED, LATE, AGAIN = (
    f"abbreviation-{name}" for name in ("unexplained", "late", "long-again")
)


class TestUnexplained:
    @pytest.mark.parametrize(
        ("text", "short"),
        [
            ("Đẩy mạnh công tác CCHC.", "CCHC"),
            ("Ứng dụng CNTT, phát triển KT-XH.", "KT-XH"),
            ("Cải thiện Chỉ số PAPI.", "PAPI"),
            ("Rà soát văn bản QPPL của HĐND.", "QPPL"),
            ("Công tác CCHC theo Kế hoạch số 12/KH-UBND.", "CCHC"),
        ],
    )
    def test_is_told_once_for_each(self, text: str, short: str):
        (one,) = (one for one in found(UNEXPLAINED, plan(text)) if f'"{short}"' in one.what)
        assert f"({short})" in one.fix

    def test_all_its_uses_are_counted_and_the_first_ones_named(self):
        (one,) = found(UNEXPLAINED, plan(*["Việc CCHC."] * 7, closing="Hết CCHC"))
        assert "8 lần" in one.what
        assert "điểm a" in one.what
        assert "3 chỗ khác" in one.what
        assert one.path == ("sections", 0, "content", 0, "content", 0, "text")

    @pytest.mark.parametrize(
        "text",
        [
            *("cải cách hành chính (CCHC); việc CCHC", "CCHC (cải cách hành chính)"),
            *("Chỉ số hài lòng của người dân (SIPAS)", "SIPAS (Chỉ số hài lòng)"),
            *("Cải cách hành chính (sau đây gọi tắt là CCHC)", "cải cách hành chính (gọi là) "),
            "thủ tục hành chính (viết tắt là TTHC)",
            "Ủy ban nhân dân phường, sau đây viết tắt là UBND phường",
            *("theo tiêu chuẩn TCVN ISO 9001:2015", "quét mã QR", "Công ty TNHH Một thành viên"),
            *("Thông tư số 13/2019/TT- BNV", "Kế hoạch số 22-KH/TU", "Pháp lệnh 34/PL-UBTVQH11"),
            *("Đại hội lần thứ XX, khóa XIII", "quý III và quý IV", "phòng, chống COVID-19"),
            *("Chỉ số PAR INDEX", "THỰC HIỆN NHIỆM VỤ TRONG NĂM", "UBND phường, HĐND phường"),
            *("[[hỏi VPUB]]", "mức độ A và B", "Zalo, VNeID", "Điều 5 Luật số 80/2015/QH13"),
        ],
    )
    def test_what_needs_no_explanation(self, text: str):
        assert found(UNEXPLAINED, plan(text)) == []

    def test_an_explanation_does_not_count_for_another(self):
        (one,) = found(UNEXPLAINED, plan("cải cách hành chính (CCHC)", "giải quyết TTHC, CCHC"))
        assert '"TTHC"' in one.what

    def test_a_remark_in_brackets_is_no_explanation(self):
        assert found(UNEXPLAINED, plan("Hạ tầng CNTT (bao gồm cả an ninh mạng)."))

    def test_recipients_are_not_prose(self):
        recipients = {"informed": ["CT, các PCT UBND phường", "Các CB, CC phường"]}
        assert found(UNEXPLAINED, plan(recipients=recipients)) == []


class TestLate:
    def test_explained_after_its_first_use(self):
        document = plan("UBND phường", "Chủ tịch UBND", "Ủy ban nhân dân (UBND) tỉnh", "UBND xã")
        (one,) = found(LATE, document)
        assert "2 lần trước" in one.what
        assert "điểm c" in one.what

    def test_symbols_of_papers_are_no_uses(self):
        assert found(LATE, plan("Kế hoạch số 1/KH-UBND", "Ủy ban nhân dân (UBND) tỉnh")) == []

    def test_an_annex_comes_after_the_body(self):
        tasks = [{"text": "Rà soát thủ tục hành chính (TTHC)"}]
        assert found(LATE, plan("Niêm yết TTHC {annex:tasks}", tasks=tasks))
        assert found(LATE, plan("Thủ tục hành chính (TTHC)", tasks=[{"text": "TTHC"}])) == []


class TestLongFormAgain:
    def test_is_counted_once_for_all(self):
        texts = ["thủ tục hành chính (TTHC)", "Thủ tục hành chính và thủ tục hành chính"]
        (one,) = found(AGAIN, plan(*texts))
        assert '"TTHC"' in one.what
        assert "2 lần" in one.what

    @pytest.mark.parametrize(
        "later",
        [
            *("TTHC", "thủ tục khác", "quản lý hành chính", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH"),
            "Nghị định số 63/2010/NĐ-CP của Chính phủ về kiểm soát thủ tục hành chính",
            "Trung tâm Thủ tục hành chính tỉnh",
        ],
    )
    def test_other_words_names_and_titles_of_papers(self, later: str):
        assert found(AGAIN, plan("thủ tục hành chính (TTHC)", later)) == []

    def test_headings_are_written_in_full(self):
        item = {"kind": "item", "title": "Cải cách thủ tục hành chính", "content": ["Việc."]}
        assert found(AGAIN, plan("thủ tục hành chính (TTHC)", item)) == []

    def test_words_with_a_dash_or_another_tone_place(self):
        assert found(AGAIN, plan("kinh tế - xã hội (KT-XH)", "phát triển kinh tế – xã hội"))
        assert found(AGAIN, plan("văn hóa xã (VHX)", "phát triển văn hoá xã"))
