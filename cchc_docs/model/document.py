"""What all documents of an office have: head, body, ending, annexes (NĐ 30/2020, Điều 8)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cchc_docs.decree.document_types import DocumentType
from cchc_docs.model.agency import Agency, Recipients
from cchc_docs.model.base import Model, Slug, SlugOrQuestion, Text, TextList
from cchc_docs.model.issue import DocumentNumberField, IssueDateField

LAST_YEAR: Final = 2100
"""No document is of a later year; larger figures are slips."""


class BlockKind(StrEnum):
    """A level of the body: I. → 1. → a) → - → plain paragraphs and remarks."""

    SECTION = "section"
    ITEM = "item"
    POINT = "point"
    DASH = "dash"
    PARAGRAPH = "paragraph"
    NOTE = "note"


class Block(Model):
    """One part of the body: a heading (`title`) over its content, or a paragraph (`text`).

    `kind` None means the usual level under the parent (section → item → point → dash). In YAML a
    bare string is a plain paragraph. Number and letter are computed.
    """

    id: Slug | None = Field(None, title="Mã đoạn", description="Chỉ cần khi có liên kết đến đoạn")
    kind: BlockKind | None = Field(
        None,
        title="Loại đoạn",
        description="section (I.), item (1.), point (a)), dash (-), paragraph, note (in nghiêng); "
        "để trống thì theo cấp",
    )
    title: Text | None = Field(None, title="Tiêu đề", description="Dòng riêng, in đậm")
    text: Text | None = Field(None, title="Nội dung đoạn")
    office: Text | None = Field(
        None, title="Bộ phận được giao", description="Mã bộ phận mà khoản này giao việc"
    )
    content: tuple[BlockField, ...] = Field((), title="Nội dung bên dưới")

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(core_schema)]}


def _from_text(value: Any) -> Any:
    return {"kind": BlockKind.PARAGRAPH, "text": value} if isinstance(value, str) else value


BlockField = Annotated[Block, BeforeValidator(_from_text)]
Block.model_rebuild()


class AnyAnnexes(Model):
    """The annexes of one kind of document: a field each, None where the document has none."""


class Document(Model):
    """The parts of a document in the order they are printed; each kind adds its own."""

    TYPE: ClassVar[DocumentType]

    agency: Agency = Field(title="Hồ sơ đơn vị", description="Đường dẫn đến tệp don-vi.yaml")
    year: int = Field(ge=2000, le=LAST_YEAR, title="Năm")
    number: DocumentNumberField | None = Field(
        None, title="Số văn bản", description="Để trống khi chưa cấp số; văn thư ghi sau khi ký"
    )
    issue_date: IssueDateField | None = Field(
        None,
        title="Ngày ban hành",
        description='"12/2023" khi chưa có ngày, "29/12/2023" khi đã có',
    )
    subject: Text = Field(title="Trích yếu")
    legal_bases: TextList = Field(
        (), title="Căn cứ ban hành", description="Mỗi căn cứ một dòng, không ghi dấu cuối dòng"
    )
    opening: TextList = Field((), title="Đoạn mở đầu")
    sections: tuple[BlockField, ...] = Field(title="Các mục")
    closing: TextList = Field(
        (), title="Đoạn kết", description="Dấu ./. cuối văn bản được in tự động"
    )
    annexes: AnyAnnexes = Field(title="Phụ lục")
    recipients: Recipients | None = Field(
        None, title="Nơi nhận", description="Để trống thì lấy nơi nhận thường dùng của đơn vị"
    )
    signatory: SlugOrQuestion | None = Field(
        None, title="Người ký", description="Mã người ký trong hồ sơ đơn vị"
    )

    @property
    def goes_up(self) -> bool:
        """Whether it is addressed to a body above, so that "Như trên" leads its recipients."""
        return False
