"""One name for each office; no work for offices of another level."""

import pytest

from tests.domain.consistency.plans import found, plan

RENAMED, LEVEL, WORD = "office-renamed", "other-level", "level-word"


class TestOfficeNames:
    @pytest.mark.parametrize(
        "written",
        [
            *("Văn phòng – TK", "Văn phòng -TK", "Văn phòng – thống kê"),
            *("Văn phòng - Thống kê", "Văn phòng- Thống kê", "bộ phận tư pháp"),
        ],
    )
    def test_another_name_or_spelling(self, written: str):
        (one,) = found(RENAMED, plan(f"Giao {written} theo dõi.", f"Báo cáo qua {written}."))
        assert f'"{written}"' in one.what
        assert "2 lần" in one.what

    @pytest.mark.parametrize(
        "text",
        [
            *("Giao Văn phòng – Thống kê theo dõi", "Bộ phận Văn phòng – Thống kê tham mưu"),
            *(
                "Giao {office:vp} theo dõi",
                "Bộ phận {office:Văn phòng – TK}",
                "[[Văn phòng – TK?]]",
            ),
            *("công tác tư pháp, hộ tịch", "ngành Tư pháp – hộ tịch", "GIAO VĂN PHÒNG – THỐNG KÊ"),
            *("Sở Tư pháp – Hộ Tịch", "Giao Văn phòng – TK Đảng ủy", "Văn phòng Chính phủ"),
        ],
    )
    def test_the_name_itself_and_names_of_others(self, text: str):
        assert found(RENAMED, plan(text)) == []

    def test_words_of_the_field_are_no_names(self):
        offices = [{"id": "vh", "name": "Văn hóa – Xã hội"}]
        texts = [
            "phát triển văn hóa - xã hội",
            "Ban Văn hóa - Xã hội HĐND phường",
            "lĩnh vực văn hoá",
        ]
        assert found(RENAMED, plan(*texts, offices=offices)) == []

    def test_titles_of_papers_are_left_alone(self):
        text = (
            "Quyết định số 5/QĐ-UBND ngày 02/01/2023 của UBND phường về việc kiện toàn "
            "Bộ phận Tư pháp"
        )
        assert found(RENAMED, plan(text)) == []

    def test_collective_and_outside_names_have_many_spellings(self):
        offices = [{"id": "n", "name": "Các ngành", "aliases": ["Các ban"], "kind": "collective"}]
        assert found(RENAMED, plan("Giao Các ban thực hiện", offices=offices)) == []


class TestOtherLevels:
    @pytest.mark.parametrize(
        "text",
        [
            "Giao Phòng Nội vụ theo dõi việc thực hiện.",
            "Yêu cầu UBND các xã, phường triển khai.",
            "UBND cấp xã có trách nhiệm báo cáo.",
            "Văn phòng HĐND và UBND thị xã chủ trì, phối hợp.",
            "Phòng Tài chính - Kế hoạch: bố trí kinh phí.",
            "Các phòng, ban chuyên môn thuộc UBND thị xã căn cứ Kế hoạch này xây dựng kế hoạch.",
        ],
    )
    def test_are_given_work(self, text: str):
        (one,) = found(LEVEL, plan(text))
        assert "không thuộc phường" in one.what

    @pytest.mark.parametrize(
        "text",
        [
            *("Nhiệm vụ được UBND thị xã giao.", "Báo cáo UBND thị xã qua Phòng Nội vụ."),
            *("Gửi Phòng Kinh tế thị xã trước ngày 20/11.", "Phối hợp với Phòng Nội vụ tổ chức."),
            *(
                "Theo hướng dẫn của Phòng Nội vụ: báo cáo hằng quý.",
                "Đề nghị Phòng Nội vụ hướng dẫn.",
            ),
            *("Tham gia tập huấn do Phòng Nội vụ tổ chức.", "Bố trí phòng họp, phòng kinh tế số."),
            "Nghị định số 33/2023/NĐ-CP ngày 10/6/2023 của Chính phủ quy định về cán bộ cấp xã",
            *("Trách nhiệm của UBND cấp xã.", "Chỉ số của UBND các xã, phường được công bố."),
        ],
    )
    def test_are_cited_asked_and_reported_to(self, text: str):
        assert found(LEVEL, plan(text)) == []

    def test_in_a_column_though_the_profile_calls_it_an_office(self):
        offices = [{"id": "vp", "name": "Văn phòng HĐND và UBND"}]
        (one,) = found(LEVEL, plan("{annex:tasks}", offices=offices, tasks=[{}]))
        assert one.path == ("annexes", "tasks", "groups", 0, "tasks", 0, "lead", 0)

    def test_since_july_2025_a_commune_has_such_offices(self):
        """Luật 72/2025/QH15, NĐ 150/2025/NĐ-CP: no districts, Phòng in communes."""
        texts = ["Giao Văn phòng HĐND và UBND chủ trì.", "Giao Phòng Kinh tế theo dõi."]
        assert found(LEVEL, plan(*texts, year=2025, issue_date="12/2024"))
        assert found(LEVEL, plan(*texts, year=2025, issue_date="18/7/2025")) == []
        assert found(LEVEL, plan(*texts, year=2026)) == []
        assert found(LEVEL, plan("Giao UBND các xã, phường triển khai.", year=2026))

    def test_the_plan_of_a_district_may_order_its_own(self):
        assert found(LEVEL, plan("Giao Phòng Nội vụ theo dõi.", level="huyện")) == []


class TestLevelWords:
    @pytest.mark.parametrize(
        ("level", "text"),
        [
            ("phường", "Đối với cán bộ xã đạt chuẩn"),
            ("phường", "tiêu chuẩn công chức xã"),
            ("phường", "trên địa bàn xã."),
            ("xã", "UBND phường chỉ đạo"),
            ("xã", "Trang thông tin điện tử của phường"),
            ("đặc khu", "cán bộ phường"),
        ],
    )
    def test_of_another_level(self, level: str, text: str):
        (one,) = found(WORD, plan(text, level=level))
        assert f"Kế hoạch của {level}" in one.what

    @pytest.mark.parametrize(
        "text",
        [
            *("cán bộ, công chức cấp xã", "cán bộ, công chức xã, phường, thị trấn"),
            *(
                "người hoạt động không chuyên trách xã, phường",
                "UBND thị xã",
                "địa bàn phường",
            ),
            *("UBND xã Hoài Sơn", "công chức xã hội", "phát triển xã hội", "UBND xã/phường"),
            *(
                "UBND phường, UBND thị xã",
                "Đảng ủy phường",
                "các xã, phường",
                "cán bộ xã và phường",
            ),
            "Nghị định số 112/2011/NĐ-CP ngày 05/12/2011 của Chính phủ về công chức xã, phường",
            "Quyết định số 4/QĐ-BNV ngày 16/01/2004 của Bộ Nội vụ về tiêu chuẩn công chức xã",
        ],
    )
    def test_in_general_in_lists_in_titles_and_of_others(self, text: str):
        assert found(WORD, plan(text)) == []

    def test_all_places_are_one_finding(self):
        (one,) = found(WORD, plan("cán bộ xã", "công chức xã"))
        assert '"cán bộ xã", "công chức xã"' in one.what
