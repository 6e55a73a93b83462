"""What all values of the model have in common: frozen, closed, NFC text, parsed wordings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    InstanceOf,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from cchc_docs.vietnamese.text import nfc, unprintable

OPEN_QUESTION = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
"""An open question inside a text: ``[[what has to be found out]]``."""

REFERENCE = re.compile(r"\{(annex|office):([^{}\s]*)\}")
"""A computed name inside a text: ``{annex:targets}``, ``{office:van-phong-thong-ke}``."""


class ValueProblem(ValueError):
    """A wording that cannot be understood: what is wrong and how to fix it, in Vietnamese."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


class Model(BaseModel):
    """Base of the model: values never change after loading, unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def problem(what: str, fix: str) -> PydanticCustomError:
    """Return the error pydantic collects, carrying both sentences to the loader."""
    return PydanticCustomError("problem", "{what}", {"what": what, "fix": fix})


def _printable(text: str) -> str:
    text = nfc(text)
    if bad := unprintable(text):
        raise problem(
            f"Có ký tự điều khiển U+{ord(bad):04X}, văn bản Word không chứa được.",
            "Xóa ký tự này; nếu chép từ tệp khác, hãy gõ lại đoạn chữ đó.",
        )
    if not text.strip():
        raise problem("Để trống.", "Ghi nội dung, hoặc bỏ cả dòng này nếu không dùng.")
    return text


Text = Annotated[str, AfterValidator(_printable), WithJsonSchema({"type": ["string", "number"]})]
"""Text that is not blank, in NFC, without control characters; may hold `[[…]]` and `{…:…}`."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise problem(
            f'Mã "{text}" không đúng dạng.',
            'Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ "van-phong-thong-ke".',
        )
    return text


Slug = Annotated[
    str,
    AfterValidator(_slug),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_SLUG.pattern}$"}),
]
"""An identifier inside the data: lower-case letters without marks, digits, hyphens."""

T = TypeVar("T")


def worded(parse: Callable[[str], T], *examples: str) -> tuple[Any, ...]:
    """Return the annotations of a field written as people write it and kept as a parsed value.

    `parse` turns the wording into the value and raises :class:`ValueProblem`; ``str(value)``
    gives the wording back. `examples` go into the JSON Schema.
    """

    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return parse(_printable(value))
        except ValueProblem as error:
            raise problem(error.what, error.fix) from error

    schema = {"type": ["string", "number"], "examples": list(examples)}
    return BeforeValidator(read), PlainSerializer(str), WithJsonSchema(schema)


def is_open(text: str) -> bool:
    """Tell whether the whole text is one open question."""
    return OPEN_QUESTION.fullmatch(text.strip()) is not None


__all__ = [
    "OPEN_QUESTION",
    "REFERENCE",
    "InstanceOf",
    "Model",
    "Slug",
    "Text",
    "ValueProblem",
    "is_open",
    "problem",
    "worded",
]
