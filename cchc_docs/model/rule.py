"""The rules of the layout as data: what each looks at, what it allows, what it rests on.

Names of elements, properties and conditions are those of the data (`cchc_docs/decree/quy-tac`);
words for officers stand beside them there.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from cchc_docs.findings import Level
from cchc_docs.model.allowed import Allowed, Equals, Range, Regex, of_its_kind
from cchc_docs.model.base import Model, Slug, Text, as_list
from cchc_docs.model.register import Confidence


class Needs(StrEnum):
    """What a rule can be decided from."""

    DOCX = "docx"  # the file alone
    PDF = "pdf"  # the printed page, or a PDF itself
    USER = "user"  # it may need a fact no file holds

    @property
    def label(self) -> str:
        """What is needed, as an officer reads it."""
        return {
            "docx": "tệp Word",
            "pdf": "trang in (PDF)",
            "user": "tệp Word và điều người dùng cho biết",
        }[self.value]


class Basis(StrEnum):
    """Why a rule exists; only `DECREE` rules can be errors and cannot be switched off."""

    DECREE = "decree"
    SAMPLE = "sample"
    PRACTICE = "practice"
    HOUSE = "house"

    @property
    def label(self) -> str:
        """What the rule rests on, as an officer reads it."""
        return {
            "decree": "chữ của Nghị định, luật",
            "sample": "theo mẫu trình bày",
            "practice": "thông lệ",
            "house": "lựa chọn của công cụ",
        }[self.value]


def _equal_or_range(value: Any) -> Any:
    return value if isinstance(value, dict) else {"equals": value}


Names = Annotated[tuple[str, ...], BeforeValidator(as_list)]


class Scope(Model):
    """Which instances of the element a rule judges: those for which every key holds.

    `in_element`, `not_element`: what the instance is or lies in. `prev_element`,
    `not_next_element`: what stands right before and after. `of_type`, `not_type`: printed types of
    the document. `where`: other properties of the
    instance. `setting`: facts of the ward. `position`, `count`: among the instances of the group
    that the other keys leave.
    """

    text_regex: Regex | None = None
    not_text_regex: Regex | None = None
    prev_text_regex: Regex | None = None
    in_element: Names | None = None
    not_element: Names | None = None
    prev_element: Names | None = None
    not_next_element: Names | None = None
    of_type: Names | None = None
    not_type: Names | None = None
    where: dict[
        str,
        Annotated[Range | Equals, BeforeValidator(of_its_kind), BeforeValidator(_equal_or_range)],
    ] = Field(default_factory=dict)
    setting: dict[str, Names] = Field(default_factory=dict)
    value: Equals | None = None
    not_value: Equals | None = None
    position: Literal["first", "last", "not_first", "not_last", "only"] | None = None
    count: Literal["one", "many"] | None = None


class Condition(NamedTuple):
    """A condition of the whole document, and whether it must hold or must not."""

    name: str
    holds: bool


def _conditions(value: Any) -> Any:
    """Read ``named+not_upward``."""
    if not isinstance(value, str):
        return value
    return tuple(
        Condition(one.removeprefix("not_"), not one.startswith("not_")) for one in value.split("+")
    )


def _as_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Rule(Model):
    """One rule.

    `title` says what it wants, `wanted` the same for the end of "yêu cầu: …" (None: said by the
    figures of `allowed`), `fix` how to mend it in Word. `when`: all of these conditions of the
    document. `source`: the clause, or in words what it rests on. `ok` and `bad` are texts that
    pass and fail, `skip` facts outside `scope`. `right` and `wrong` are examples for people where
    `ok`, `bad` and `allowed` give none.
    """

    id: Slug
    element: str
    title: Text
    property: str
    allowed: Allowed
    level: Level
    source: Text
    fix: Text
    wanted: Text | None = None
    note: Text | None = None
    when: Annotated[tuple[Condition, ...], BeforeValidator(_conditions)] = ()
    scope: Scope = Scope()
    needs: Needs = Needs.DOCX
    confidence: Confidence = Confidence.CONFIRMED
    basis: Basis = Basis.DECREE
    ok: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    skip: tuple[Annotated[dict[str, Any], BeforeValidator(_as_text)], ...] = ()
    right: Text | None = None
    wrong: Text | None = None

    @cached_property
    def is_decree(self) -> bool:
        """Whether it is the decree's own word, which nobody can switch off."""
        return self.basis is Basis.DECREE


class ConditionWords(Model):
    """A condition in words: ``văn bản là công văn``, and the opposite where a rule wants it."""

    title: Text
    negated: Text | None = None


class PropertyWords(Model):
    """A property in words; `unit` is that of its figures (``pt``), `words` name its values."""

    title: Text
    unit: Literal["pt", "mm", "lines", "chars", "ratio", "dpi"] | None = None
    words: dict[str, Text] = Field(default_factory=dict)


class RuleBook(Model):
    """All rules, with the words for what they speak of; rules stand in the order of `elements`."""

    conditions: dict[str, ConditionWords]
    elements: dict[str, Text]
    properties: dict[str, PropertyWords]
    rules: tuple[Rule, ...]

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """Every rule by its id."""
        return {one.id: one for one in self.rules}
