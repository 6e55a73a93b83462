"""A target covers what its point of the body covers."""

import pytest

from tests.domain.consistency.plans import found, plan

RULE = "target-scope"


def remarks(point: str, *targets: str) -> list[str]:
    rows = [{"text": text, "threshold": "100%", "point": "p"} for text in targets]
    return [one.what for one in found(RULE, plan({"id": "p", "text": point}, targets=rows))]


@pytest.mark.parametrize(
    ("point", "target", "left_out"),
    [
        (
            "100% cán bộ được cấp chữ ký số, hộp thư công vụ và tài khoản dùng chung.",
            "Cán bộ được cấp chữ ký số và tài khoản dùng chung",
            "hộp thư công vụ",
        ),
        (
            "100% hồ sơ được tiếp nhận, giải quyết đúng hạn.",
            "Hồ sơ được giải quyết đúng hạn",
            "tiếp nhận",
        ),
        (
            "100% hồ sơ được tiếp nhận, thẩm tra, giải quyết đúng hạn.",
            "Hồ sơ được giải quyết đúng hạn",
            "tiếp nhận, thẩm tra",
        ),
    ],
)
def test_a_member_of_a_list_is_left_out(point: str, target: str, left_out: str):
    (one,) = remarks(point, target)
    assert f'"{left_out}"' in one
    assert "Mục I, khoản 1, điểm a" in one


@pytest.mark.parametrize(
    ("point", "targets"),
    [
        ("100% hồ sơ được tiếp nhận, giải quyết.", ["Hồ sơ được tiếp nhận, giải quyết"]),
        ("100% hồ sơ được tiếp nhận, giải quyết.", ["Hồ sơ được giải quyết, tiếp nhận"]),
        (
            "Hồ sơ được tiếp nhận, giải quyết đúng hạn.",
            ["Hồ sơ được giải quyết đúng hạn", "Hồ sơ được tiếp nhận ngay"],
        ),
        ("Hồ sơ được nộp. Sau đó, giải quyết đúng hạn.", ["Hồ sơ được giải quyết đúng hạn"]),
        ("100% hồ sơ mới được giải quyết đúng hạn.", ["Hồ sơ được giải quyết đúng hạn"]),
        ("Trên địa bàn, hồ sơ được giải quyết đúng hạn.", ["Tỷ lệ hồ sơ giải quyết đúng hạn"]),
    ],
)
def test_other_words_another_order_and_other_targets_are_fine(point: str, targets: list[str]):
    assert remarks(point, *targets) == []


class TestExceptions:
    @pytest.mark.parametrize("words", ["(trừ hồ sơ mật)", "(không bao gồm văn bản mật)"])
    def test_in_the_body_alone(self, words: str):
        (one,) = remarks(f"100% văn bản được ký số {words}.", "Văn bản được ký số")
        assert "chỉ đoạn đó nêu phần loại trừ" in one

    def test_in_the_annex_alone(self):
        (one,) = remarks("100% văn bản được ký số.", "Văn bản được ký số (trừ văn bản mật)")
        assert "chỉ phụ lục nêu phần loại trừ" in one

    def test_in_both_in_other_words(self):
        assert remarks("Văn bản ký số (không kể văn bản mật).", "Văn bản ký số, trừ mật") == []

    def test_of_one_of_several_targets_is_not_judged(self):
        assert remarks("Hồ sơ số hóa; báo cáo gửi mạng (trừ mật).", "Hồ sơ số hóa", "Báo cáo") == []

    def test_is_not_every_word_with_that_sound(self):
        assert remarks("Phòng trừ sâu bệnh kịp thời.", "Phòng sâu bệnh") == []


class TestSystems:
    def test_of_another_level(self):
        point = "Hồ sơ nộp trên Hệ thống thông tin giải quyết thủ tục của tỉnh đạt 80%."
        (one,) = remarks(point, "Hồ sơ nộp trên Hệ thống thông tin giải quyết thủ tục quốc gia")
        assert '"Hệ thống thông tin giải quyết thủ tục của tỉnh' in one
        assert '"Hệ thống thông tin giải quyết thủ tục quốc gia"' in one

    @pytest.mark.parametrize(
        "target",
        [
            "Báo cáo trên Hệ thống thông tin báo cáo của Chính phủ",
            "Báo cáo trên Hệ thống thông tin báo cáo đúng hạn",
            "Văn bản trên Hệ thống quản lý văn bản",
        ],
    )
    def test_with_of_or_without_shorter_or_quite_another(self, target: str):
        point = "Báo cáo đầy đủ trên Hệ thống thông tin báo cáo Chính phủ, đạt 100%."
        assert remarks(point, target) == []
