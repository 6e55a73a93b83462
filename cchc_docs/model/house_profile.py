"""A ward's or a province's own say on the rules: what it grades anew, what it waives, its facts."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from pydantic import Field

from cchc_docs.findings import Level
from cchc_docs.model.agency import Naming
from cchc_docs.model.base import Model, Text
from cchc_docs.model.rule import Rule


class HouseLevel(StrEnum):
    """The level a house gives a rule; `OFF` does not judge it."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def level(self) -> Level | None:
        """The level of findings; None where the rule is off."""
        return None if self is HouseLevel.OFF else Level(self.value)


class RuleChange(Model):
    """A rule that is not the decree's word, graded anew or switched off, with the reason."""

    id: Text = Field(title="Mã quy tắc")
    level: HouseLevel = Field(title="Mức", description="off: không xét; note; warning; error")
    reason: Text = Field(title="Lý do", description="In ra cùng kết quả")


class Waiver(Model):
    """A rule that is judged as ever, while its findings are shown as waived, with the reason."""

    id: Text = Field(title="Mã quy tắc")
    reason: Text = Field(title="Lý do", description="In ra cùng kết quả")


class HouseSettings(Model):
    """Facts of the ward that no file holds; None is not known, its rules are not evaluated."""

    ward_named_after: Naming | None = Field(
        None,
        title="Cách đặt tên phường",
        description="plain: tên thường; number, person, event: đặt theo số, tên người, sự kiện",
    )
    sector_body: bool | None = Field(
        None,
        title="Ngành có quy định riêng về học hàm, học vị",
        description="true: lực lượng vũ trang, giáo dục, y tế, khoa học",
    )


class HouseProfile(Model):
    """The choices of a ward or a province."""

    rules: tuple[RuleChange, ...] = Field(
        (), title="Các quy tắc đổi mức", description="Không gồm chữ của Nghị định"
    )
    waived: tuple[Waiver, ...] = Field(
        (), title="Các quy tắc được miễn", description="Vẫn xét, ghi rõ được miễn"
    )
    settings: HouseSettings = Field(
        HouseSettings(), title="Thông tin của đơn vị", description="Điều tệp Word không nói"
    )

    @cached_property
    def waivers(self) -> dict[str, str]:
        """The reason of each waived rule, by its id."""
        return {one.id: one.reason for one in self.waived}

    @cached_property
    def changes(self) -> dict[str, RuleChange]:
        """Each rule graded anew, by its id."""
        return {one.id: one for one in self.rules}

    def level_of(self, rule: Rule) -> Level | None:
        """Return the level of a rule in this house; None where it is switched off."""
        change = self.changes.get(rule.id)
        return change.level.level if change else rule.level
