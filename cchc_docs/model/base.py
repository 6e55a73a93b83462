"""What all values of the model have in common: frozen, closed, NFC text, parsed wordings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cchc_docs.vietnamese.text import nfc, unprintable

OPEN_QUESTION = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
"""An open question inside a text: ``[[what has to be found out]]``."""

REFERENCE = re.compile(r"\{(annex|office):([^{}]*)\}")
"""A computed name inside a text: ``{annex:targets}``, ``{office:van-phong-thong-ke}``.

An office may be called by id, name or alias.
"""


FIRST_YEAR: Final = 1900
"""No paper of an office that is still cited is older; smaller figures are slips."""


class ValueProblem(ValueError):
    """A wording that cannot be understood: what is wrong and how to fix it, in Vietnamese."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


class Model(BaseModel):
    """Base of the model: values never change after loading, unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, data: Any) -> Any:
        """A field written without a value (`closing:`) is as good as not written.

        An unknown name stays, to be reported: `{result: 92,4%}` is for YAML two fields.
        """
        if isinstance(data, dict) and None in data.values():
            known = cls.model_fields
            return {
                name: value
                for name, value in data.items()
                if value is not None or name not in known
            }
        return data


def problem(what: str, fix: str) -> PydanticCustomError:
    """Return the error pydantic collects, carrying both sentences to the loader."""
    return PydanticCustomError("problem", "{what}", {"what": what, "fix": fix})


def as_typed(value: object) -> str:
    """Return a refused value as an officer typed it: ``3,5``; a year takes no dot."""
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


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


def _slug_or_question(text: str) -> str:
    return _printable(text) if is_open(text) else _slug(text)


SlugOrQuestion = Annotated[
    str, AfterValidator(_slug_or_question), WithJsonSchema({"type": ["string", "integer"]})
]
"""An identifier, or an open question while it is not known."""


def as_list(value: object) -> object:
    """Take a single text as a list of one."""
    return [value] if isinstance(value, str) else value


TextList = Annotated[
    tuple[Text, ...],
    BeforeValidator(as_list, json_schema_input_type=Text | tuple[Text, ...]),
]
"""Texts; a single one may be written without a list."""

T = TypeVar("T")


def worded(parse: Callable[[str], T], *examples: str) -> tuple[Any, ...]:
    """Return the annotations of a field written as people write it and kept as a parsed value.

    `parse` turns the wording into the value and raises :class:`ValueProblem`; ``str(value)``
    gives the wording back. `examples` go into the JSON Schema.
    """

    def read(value: object) -> object:
        if isinstance(value, int | Decimal | dt.date):
            value = str(value)
        if not isinstance(value, str):
            return value
        try:
            return parse(_printable(value))
        except ValueProblem as error:
            raise problem(error.what, error.fix) from error

    schema = {"type": ["string", "number"], "examples": list(examples)}
    return BeforeValidator(read), PlainSerializer(str), WithJsonSchema(schema)


def find_questions(text: str) -> Iterator[re.Match[str]]:
    """Yield the open questions of a text, in time proportional to its length.

    Behind the last ``]]`` no question ends: each ``[[`` there would be read to the end in vain.
    """
    return OPEN_QUESTION.finditer(text, 0, text.rfind("]]") + 2)


def capitals(text: str) -> str:
    """Return `text` in capitals; open questions and references stay as they are typed."""
    kept = [one.span() for one in (*find_questions(text), *REFERENCE.finditer(text))]
    pieces, position = [], 0
    for start, end in sorted(kept):
        if start >= position:  # else a reference inside a question
            pieces += [text[position:start].upper(), text[start:end]]
            position = end
    return "".join(pieces) + text[position:].upper()


def is_open(text: str) -> bool:
    """Tell whether the whole text is one open question."""
    return OPEN_QUESTION.fullmatch(text.strip()) is not None
