"""A yearly plan: what it says, in the order it is printed."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from cchc_docs.decree.document_types import PLAN, DocumentType
from cchc_docs.model.annexes import Annexes
from cchc_docs.model.document import LAST_YEAR, Document


class Plan(Document):
    """The yearly plan of administrative reform (kế hoạch CCHC) of a ward."""

    TYPE: ClassVar[DocumentType] = PLAN

    year: int = Field(ge=2000, le=LAST_YEAR, title="Năm kế hoạch")
    annexes: Annexes = Field(Annexes(), title="Phụ lục")
