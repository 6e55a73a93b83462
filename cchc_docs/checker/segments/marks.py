"""Marks on a document: urgency, circulation, draft; forms of copies; signing information."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.collecting import Collector
from cchc_docs.checker.segments.lines import Chunk, Line
from cchc_docs.layout.looks import Align, mm

_URGENCY: Final = re.compile(r"(?:hoa toc|thuong khan|khan)(?: cap| hen gio)?\W*\Z")
_CIRCULATION: Final = re.compile(
    r"(?:xem xong tra(?: lai)?|luu hanh noi bo|tai lieu thu hoi|khong pho bien)\W*\Z"
)
_SECRECY: Final = re.compile(r"(?:tuyet mat|toi mat|mat)\W*\Z")
_COPY: Final = re.compile(r"(?:sao y|sao luc|trich sao)(?: ban chinh)?\W*\Z")
_COPY_NUMBER: Final = re.compile(r"so\s*:?.{0,12}/\s*(?:sy|sl|trs|sao|trich)")
_FOUR_SIDES: Final = frozenset({"top", "bottom", "left", "right"})
_TOP: Final = 14  # lines at the top of a document where marks stand


def is_mark(text: str) -> bool:
    """Tell whether a line in bare letters is a mark, no part of a component."""
    return bool(
        spelling.DRAFT.match(text)
        or _URGENCY.match(text)
        or _CIRCULATION.match(text)
        or _SECRECY.match(text)
    )


def find_marks(chunks: Sequence[Chunk], group: Group, into: Collector) -> None:
    """Take the marks and the signing information at the top of a group."""
    for line in _top(chunks):
        if line.chain or len(line.text) > 90:
            continue
        if _URGENCY.match(line.bare) and (line.is_upper or line.box or line.is_bold):
            into.add("urgency_mark", group, [line], _boxed(line))
        elif _CIRCULATION.match(line.bare) and (line.is_upper or line.box or line.is_bold):
            into.add("circulation_mark", group, [line], _boxed(line))
        elif spelling.SIGNED_AT.match(line.bare):
            right = line.paragraph.setting.align is Align.RIGHT or line.side == "right"
            place = "top_right_first_page" if right else "top_first_page"
            facts = {} if line.box else {"location": place}
            into.add("esign_info", group, [line], facts)


def _top(chunks: Sequence[Chunk]) -> Iterator[Line]:
    """Yield the lines where marks stand; those in boxes are not counted."""
    seen = 0
    for chunk in chunks[: 2 * _TOP]:
        for box in chunk.boxes:
            yield from (line for line in box if line.text)
        for line in chunk.lines:
            if line.text:
                yield line
                seen += 1
            if seen >= _TOP:
                return


def _boxed(line: Line) -> dict[str, Any]:
    """Return the box around a mark: its size in mm, and whether one line makes it."""
    if line.box:
        return {
            "box_size": (round(mm(line.box.width), 1), round(mm(line.box.height), 1)),
            "single_border_box": line.box.bordered and line.box.style in (None, "single"),
        }
    framed = bool(line.cell and line.cell.borders >= _FOUR_SIDES)
    return {"single_border_box": framed or line.paragraph.setting.boxed}


def copy_form_at(chunk: Chunk) -> Line | None:
    """Return the line that names the form of a copy, None where a block has none."""
    for line in chunk.lines:
        if line.text and len(line.text) < 40 and line.is_upper and _COPY.match(line.bare):
            return line
    return None


def find_copy(chunks: Sequence[Chunk], group: Group, into: Collector) -> bool:
    """Take the form of a copy and its number; return whether there is one."""
    for at, chunk in enumerate(chunks):
        form = copy_form_at(chunk)
        if form is None:
            continue
        into.add("copy_form", group, [form])
        for near in chunks[max(at - 4, 0) : at + 8]:
            for line in near.lines:
                if line.text and not line.chain and _COPY_NUMBER.match(line.bare):
                    into.add("so_ky_hieu", group, [line])
        return True
    return False
