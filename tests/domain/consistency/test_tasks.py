"""Products that show something; tasks that stand in the plan once."""

from typing import Any

import pytest

from tests.domain.consistency.plans import found, plan

NOTHING, MISSING, TWICE = "product-no-product", "product-missing", "same-work-twice"


class TestProducts:
    @pytest.mark.parametrize(
        "product",
        [
            *("Đạt chỉ tiêu đề ra", "Hoàn thành 100%", "Đạt 100% kế hoạch", "100%", "100% đạt"),
            *(
                "Theo quy định",
                "Theo kế hoạch",
                "Thường xuyên",
                "Đảm bảo đúng tiến độ",
                "Nâng cao hiệu quả",
            ),
        ],
    )
    def test_that_show_nothing(self, product: str):
        (one,) = found(NOTHING, plan(tasks=[{"product": product}]))
        assert product in one.what

    def test_the_words_of_the_task_again(self):
        task = {"text": "Tuyên truyền cải cách hành chính", "product": "Tuyên truyền"}
        assert found(NOTHING, plan(tasks=[task]))
        task = {"text": "Ban hành Kế hoạch tuyên truyền", "product": "Kế hoạch tuyên truyền"}
        assert found(NOTHING, plan(tasks=[task])) == []

    @pytest.mark.parametrize(
        "product",
        [
            *("Kế hoạch của UBND phường", "Báo cáo", "Quyết định ban hành Kế hoạch", "Công văn"),
            *(
                "Hội nghị do Lãnh đạo UBND phường chủ trì",
                "Văn bản đăng ký",
                "Tin, bài",
            ),
            *("Báo cáo Tài chính- kế toán", "Lớp tập huấn", "Thực hiện 02 cuộc kiểm tra"),
            *("Phần mềm được đưa vào sử dụng", "Các pa nô, băng rôn", "Hoàn thành Đề án", "Mã QR"),
            *("100% TTHC được công khai", "Bảng niêm yết", "Phương án rút ngắn", "Ki-ốt tra cứu"),
            *("[[sản phẩm?]]", "Duy trì Đường dây nóng", "Camera giám sát", "Quyết định công nhận"),
        ],
    )
    def test_papers_events_and_things(self, product: str):
        assert found(NOTHING, plan(tasks=[{"product": product}])) == []

    def test_missing_ones_are_counted(self):
        (one,) = found(MISSING, plan(tasks=[{"product": None}, {}, {"product": None}]))
        assert "2 nhiệm vụ" in one.what
        assert "nhiệm vụ 1; " in one.what
        assert found(MISSING, plan(tasks=[{}])) == []


class TestSameWork:
    SURVEY: tuple[dict[str, Any], ...] = (
        {"text": "Kế hoạch đo lường sự hài lòng của người dân, tổ chức năm 2024", "point": "p"},
        {"text": "Đánh giá mức độ hài lòng của người dân tại Bộ phận Một cửa", "point": "p"},
    )

    def pairs(self, *tasks: dict[str, Any]) -> list[Any]:
        return found(TWICE, plan({"id": "p", "text": "Khảo sát."}, tasks=[*tasks]))

    def test_one_point_one_product_one_lead_one_thing(self):
        (one,) = self.pairs(*self.SURVEY)
        assert "đo lường" in one.what
        assert "nhiệm vụ 1" in one.what
        assert one.path[-1] == 1

    def test_the_same_words_in_two_groups(self):
        text = "Rà soát, đơn giản hóa quy trình giải quyết hồ sơ"
        assert self.pairs({"text": text}, {"text": text})

    @pytest.mark.parametrize(
        "other",
        [
            {"product": "Báo cáo"},
            {"lead": "tp"},
            {"point": None},
            {"text": "Kế hoạch tuyên truyền pháp luật"},
        ],
    )
    def test_another_product_lead_point_or_thing(self, other: dict[str, Any]):
        assert self.pairs(self.SURVEY[0], self.SURVEY[1] | other) == []

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (
                "Báo cáo kết quả công tác nội vụ quý I",
                "Báo cáo kết quả công tác nội vụ quý II",
            ),
            (
                "Báo cáo công tác nội vụ 6 tháng",
                "Báo cáo công tác nội vụ 9 tháng",
            ),
            ("Kế hoạch kiểm tra cải cách hành chính", "Kế hoạch tuyên truyền cải cách hành chính"),
            (
                "Kế hoạch kiểm tra, rà soát văn bản quy phạm pháp luật năm 2024",
                "Kế hoạch phổ biến, giáo dục pháp luật, hòa giải ở cơ sở năm 2024",
            ),
        ],
    )
    def test_tasks_that_only_look_alike(self, one: str, other: str):
        assert self.pairs({"text": one, "point": "p"}, {"text": other, "point": "p"}) == []
