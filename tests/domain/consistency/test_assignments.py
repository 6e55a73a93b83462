"""The body gives work to the offices that the annexes name, and only to them."""

from typing import Any

import pytest

from tests.domain.consistency.plans import found, plan

WITHOUT, IDLE, OTHER = "office-without-item", "item-without-work", "item-other-name"
SHAPE = "item-shape"


def item(office: str, title: str = "Giao {office:vp}:") -> dict[str, Any]:
    return {"kind": "item", "title": title, "office": office, "content": ["Việc."]}


class TestOfficesWithoutItem:
    def test_are_listed_once(self):
        tasks = [{"lead": "tp"}, {"lead": "tp"}, {"lead": "vp"}]
        (one,) = found(WITHOUT, plan(item("vp"), tasks=tasks))
        assert '"Tư pháp – Hộ tịch"' in one.what
        assert "Văn phòng" not in one.what

    def test_monitors_and_executors_count(self):
        assert found(WITHOUT, plan(item("vp"), targets=[{"monitor": "tp"}]))
        assert found(WITHOUT, plan(item("vp"), targets=[{"executors": "tp"}]))

    @pytest.mark.parametrize("lead", ["nganh", "so", "[[ai?]]"])
    def test_many_and_others_offices_need_none(self, lead: str):
        assert found(WITHOUT, plan(item("vp"), tasks=[{"lead": lead}])) == []

    def test_an_item_may_name_two(self):
        both = item("vp", "Giao {office:vp}, Bộ phận Tư pháp:")
        assert found(WITHOUT, plan(both, tasks=[{"lead": "tp"}])) == []

    def test_a_plan_without_such_items_is_not_judged(self):
        assert found(WITHOUT, plan("Giao Văn phòng.", tasks=[{"lead": "tp"}])) == []


class TestItemsWithoutWork:
    def test_no_row_names_the_office(self):
        (one,) = found(IDLE, plan(item("tp", "{office:tp}"), tasks=[{"lead": "vp"}]))
        assert '"Tư pháp – Hộ tịch"' in one.what

    @pytest.mark.parametrize("name", ["tp", "Bộ phận Tư pháp"])
    @pytest.mark.parametrize("field", ["lead", "partners"])
    def test_a_row_names_it(self, field: str, name: str):
        assert found(IDLE, plan(item("tp"), tasks=[{field: name}])) == []

    def test_many_offices_and_plans_without_annexes(self):
        assert found(IDLE, plan(item("nganh"), tasks=[{}])) == []
        assert found(IDLE, plan(item("tp"))) == []


class TestNamesOfItems:
    def test_another_office_in_the_heading(self):
        (one,) = found(OTHER, plan(item("tp", "Bộ phận Tài chính - Kế hoạch")))
        assert "Tư pháp – Hộ tịch" in one.what
        assert "Tài chính - Kế hoạch" in one.what

    @pytest.mark.parametrize(
        "title", ["Giao {office:tp} thực hiện:", "Bộ phận Tư pháp", "Bộ phận tư pháp - hộ tịch"]
    )
    def test_its_name_or_another_name_of_it(self, title: str):
        assert found(OTHER, plan(item("tp", title))) == []


class TestShapesOfItems:
    @staticmethod
    def listed(title: str, *work: Any) -> dict[str, Any]:
        return item("vp", title) | {"content": list(work)}

    def test_a_colon_here_and_none_there(self):
        one, other = self.listed("{office:vp}:", "A.", "B."), self.listed("{office:vp}", "A.", "B.")
        (finding,) = found(SHAPE, plan(one, other))
        assert "dấu hai chấm" in finding.what
        assert "2 khoản" in finding.what
        assert "bên dưới" not in finding.what

    def test_letters_here_and_dashes_there(self):
        letters = self.listed("{office:vp}:", {"text": "A."}, {"text": "B."})
        dashes = self.listed("{office:vp}:", *({"kind": "dash", "text": x} for x in "AB"))
        (finding,) = found(SHAPE, plan(letters, dashes))
        assert "nơi chữ cái, nơi gạch đầu dòng" in finding.what
        assert "hai chấm" not in finding.what

    def test_alike_single_and_in_running_text(self):
        alike = self.listed("{office:vp}:", "A.", "B.")
        single = self.listed("{office:tp}", "A.")
        running = {"kind": "item", "office": "tp", "text": "{office:tp}: việc."}
        assert found(SHAPE, plan(alike, alike, single, running)) == []
