"""Papers that do not follow Nghị định số 30/2020/NĐ-CP: told, never judged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.lines import Line

_TITLE_LINES: Final = 8
_LONGEST: Final = 100  # letters of a heading


@dataclass(frozen=True, slots=True)
class Outside:
    """A kind of such papers: what it is called, and why it is not judged."""

    name: str
    remark: str


PARTY: Final = Outside(
    "văn bản của Đảng",
    "Văn bản của Đảng (có tiêu đề “Đảng Cộng sản Việt Nam”) không theo Nghị định số 30/2020/NĐ-CP: "
    "không xét.",
)
LEGISLATION: Final = Outside(
    "văn bản quy phạm pháp luật",
    "Văn bản quy phạm pháp luật (luật, nghị định, thông tư) trình bày theo quy định riêng, không "
    "theo Nghị định số 30/2020/NĐ-CP: không xét.",
)

# Nghị định, thông tư, luật; quyết định and nghị quyết with a year may be slips of other papers.
_SYMBOL: Final = re.compile(
    r"(?:so\s*:?|luat so\s*:?)\s*\d+\s*/\s*\d{4}\s*/\s*(?:nd|tt|ttlt|qh|ubtvqh)\b"
)


def outside(lines: Sequence[Line]) -> Outside | None:
    """Return what kind of paper begins with these lines; None for one that is judged."""
    if any(_SYMBOL.match(line.bare) for line in lines if len(line.text) <= _LONGEST):
        return LEGISLATION
    for line in lines[:_TITLE_LINES]:
        if spelling.NATIONAL.search(line.bare):
            return None
        if spelling.PARTY.search(line.bare) and len(line.text) < _LONGEST and (
            line.table is not None or line.is_bold or line.is_upper or "\t" in line.raw
        ):  # fmt: skip
            return PARTY
    return None
