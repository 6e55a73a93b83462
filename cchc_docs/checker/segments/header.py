"""The header of a document: quốc hiệu, issuer, number, place and date (boxes 1 to 4 and 5b)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.measures.sample import UNKNOWN
from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.collecting import Collector
from cchc_docs.checker.segments.drawn import drawn_lines, line_below
from cchc_docs.checker.segments.issuer import split_issuer
from cchc_docs.checker.segments.lines import Chunk, Line, pieces
from cchc_docs.checker.segments.marks import is_mark
from cchc_docs.checker.segments.sides import halves, side_of_box

_LONGEST: Final = 30  # blocks
_LONGEST_NAME: Final = 6  # blocks above the first fixed line
_LONG_LINE: Final = 110  # letters; no line of a header is longer
_RIGHT_HALF: Final = re.compile(
    rf"{spelling.NATIONAL.pattern}|{spelling.MOTTO.pattern}|{spelling.DATE.pattern}"
)


@dataclass(slots=True, eq=False)
class Header:
    """The lines of a header by the half of the page they stand in, and where it ends."""

    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    plain: list[Line] = field(default_factory=list)
    end: int = 0

    @property
    def flows(self) -> tuple[list[Line], list[Line], list[Line]]:
        """Its lines by place: left, right, neither."""
        return self.left, self.right, self.plain

    @property
    def lines(self) -> list[Line]:
        """All its lines, those of the left half first."""
        return [*self.left, *self.right, *self.plain]


def is_anchor(line: Line) -> bool:
    """Tell whether a line is one of the fixed lines of a header."""
    length = len(line.text)
    return length <= _LONG_LINE and bool(
        (length < 60 and spelling.NATIONAL.search(line.bare))
        or (length < 50 and spelling.MOTTO.search(line.bare))
        or is_number(line)
        or spelling.DATE.match(line.bare)
    )


def is_number(line: Line) -> bool:
    """Tell whether a line sets the number; information on a digital signature begins alike."""
    return bool(spelling.NUMBER.match(line.bare)) and ";" not in line.text


def read_header(chunks: Sequence[Chunk], start: int) -> Header:
    """Return the header that begins at a block, an empty one where there is none."""
    end = start
    waiting = 0
    subject: Line | None = None
    shown: list[tuple[Chunk, list[Line]]] = []
    for place in range(start, min(len(chunks), start + _LONGEST)):
        chunk = chunks[place]
        lines = _shown(chunk)
        texts = [line for line in lines if line.text]
        shown.append((chunk, lines))
        if any(is_anchor(line) for line in texts):
            end = place + 1
        elif end > start and texts and _goes_on_about(texts[0], subject):
            subject = texts[0]
            end = place + 1
        elif texts and not _may_stand_in_header(chunk, texts, begun=end > start):
            break
        elif texts and end == start:
            waiting += 1
            if waiting > _LONGEST_NAME:
                break
    header = Header(end=end)
    for _, lines in shown[: end - start]:
        for line in lines:
            _half(header, line).append(line)
    return header


def _goes_on_about(line: Line, subject: Line | None) -> bool:
    """Tell whether a line below the number opens the subject of a letter, or goes on with it."""
    if line.table is not None or spelling.ADDRESSED.match(line.bare):
        return False
    if subject is None:
        return bool(spelling.ABOUT.match(line.bare))
    return line.paragraph.setting == subject.paragraph.setting


def _shown(chunk: Chunk) -> list[Line]:
    """Return the lines of a block and its boxes, parted by breaks, tabs and blanks."""
    found: list[Line] = []
    for box in chunk.boxes:
        side = side_of_box(box)
        for line in box:
            for piece in pieces(line):
                piece.side = side
                found.append(piece)
    return [*found, *halves(chunk.lines, _RIGHT_HALF)]


def _may_stand_in_header(chunk: Chunk, texts: Sequence[Line], *, begun: bool) -> bool:
    """Tell whether a block without an anchor may stand above or between those with one."""
    if any(len(line.text) > _LONG_LINE for line in texts):
        return False
    if begun:
        return all(
            line.is_rule or spelling.ABOUT.match(line.bare) or is_mark(line.bare) for line in texts
        )
    first = texts[0]
    if chunk.table is None and (spelling.type_of(first.bare) or spelling.ANNEX.match(first.bare)):
        return False
    return not spelling.BASIS.match(first.bare) and not spelling.ADDRESSED.match(first.bare)


def _half(header: Header, line: Line) -> list[Line]:
    if line.side == "left":
        return header.left
    return header.right if line.side == "right" else header.plain


def find_header(header: Header, group: Group, into: Collector) -> dict[str, Any]:
    """Take the lines of a header for what they are; return what they say of the document."""
    found: dict[str, Line] = {}
    for element, test in (
        ("quoc_hieu", lambda line: len(line.text) < 60 and spelling.NATIONAL.search(line.bare)),
        ("tieu_ngu", lambda line: len(line.text) < 50 and spelling.MOTTO.search(line.bare)),
        ("dia_danh_ngay", lambda line: spelling.DATE.match(line.bare)),
        ("so_ky_hieu", is_number),
    ):
        for flow in header.flows:
            line = next((one for one in flow if one.text and not one.chain and test(one)), None)
            if line:
                found[element] = line
                break
    number = found.get("so_ky_hieu") or _number_without_word(header.left)
    if number:
        found["so_ky_hieu"] = number
    taken = set(found.values())
    flow = _flow_of_names(header, found)
    end = flow.index(number) if number in flow else _subject_at(flow)
    names = [
        one
        for one in flow[:end]
        if one.text and one not in taken and not one.is_rule and not is_mark(one.bare)
        and not is_anchor(one) and ";" not in one.text
        and (flow is not header.plain or one.is_upper)
    ]  # fmt: skip
    superior, issuer = split_issuer(names)
    _add_names(header, flow, superior, issuer, group, into)
    for element in ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_ngay"):
        if element in found:
            into.add(element, group, [found[element]], _facts(element, found, header))
    about = _about(flow[end:])
    if about:
        into.add("trich_yeu_cv", group, about, _place(about[0]))
    return {
        "header": bool(found),
        "number": found["so_ky_hieu"].text if "so_ky_hieu" in found else None,
        "date": found["dia_danh_ngay"].text if "dia_danh_ngay" in found else None,
        "superior": "\n".join(line.text for line in superior),
        "issuer": "\n".join(line.text for line in issuer),
        "about": bool(about),
    }


def _flow_of_names(header: Header, found: dict[str, Line]) -> list[Line]:
    """Return the lines the issuer stands in: those with the number, not those with quốc hiệu."""
    if number := found.get("so_ky_hieu"):
        return next(flow for flow in header.flows if number in flow)
    free = [flow for flow in header.flows if found.get("quoc_hieu") not in flow]
    return next((flow for flow in free if any(line.text for line in flow)), header.plain)


def _number_without_word(flow: Sequence[Line]) -> Line | None:
    """Return the line that shows a symbol alone, the word "Số" being lost."""
    for line in flow:
        if line.text and not line.chain and spelling.SYMBOL_ALONE.match(line.bare):
            return line
    return None


def _add_names(
    header: Header,
    flow: Sequence[Line],
    superior: Sequence[Line],
    issuer: Sequence[Line],
    group: Group,
    into: Collector,
) -> None:
    if superior:
        into.add("chu_quan", group, superior, _place(superior[0]))
    if issuer:
        facts = _place(issuer[0])
        facts |= _line(header, flow, issuer)
        into.add("co_quan", group, issuer, facts)


def _subject_at(flow: Sequence[Line]) -> int:
    """Return where the subject of a letter begins, the length of the flow without one."""
    return next((at for at, one in enumerate(flow) if spelling.ABOUT.match(one.bare)), len(flow))


def _about(below: Sequence[Line]) -> list[Line]:
    """Return the lines of the subject of a letter, from the number on."""
    lines = below[_subject_at(below) :]
    return [one for one in lines if one.text and not one.is_rule and not is_mark(one.bare)]


def _facts(element: str, found: dict[str, Line], header: Header) -> dict[str, Any]:
    line = found[element]
    facts = _place(line)
    if element == "tieu_ngu":
        facts |= _line(header, _half(header, line), [line])
    if element == "dia_danh_ngay" and "so_ky_hieu" in found:
        level = _on_one_level(found["so_ky_hieu"], line, header)
        if level is not None:
            facts["same_row_as_so_ky_hieu"] = level
    return facts


def _place(line: Line) -> dict[str, Any]:
    """Return where a line stands, and that blanks or tabs leave its alignment untold."""
    facts: dict[str, Any] = {"column": line.side} if line.side and not line.box else {}
    if line.loose:
        facts["align"] = UNKNOWN
    return facts


def _line(header: Header, flow: Sequence[Line], own: Sequence[Line]) -> dict[str, Any]:
    """Tell whether a line stands below; unsaid where one is drawn that belongs to no half."""
    last = flow.index(own[-1])
    first = flow.index(own[0])
    if line_below(own, flow[last + 1 :]) or drawn_lines(flow[:first]):
        return {"line_below": True}
    elsewhere = [line for line in header.lines if line not in flow]
    if drawn_lines(elsewhere) > 1 or drawn_lines(header.plain) or any(one.loose for one in own):
        return {}
    return {"line_below": False}


def _on_one_level(number: Line, date: Line, header: Header) -> bool | None:
    """Tell whether number and date stand in one row; None where only the page tells."""
    if number.whole is date.whole:
        return True
    if number.box or date.box or number.table is not date.table:
        return None
    if number.table is None:
        return False
    if number.row != date.row:
        return False
    both = [
        sum(bool(one.text) for one in flow[: flow.index(line)] if one.row == line.row)
        for flow, line in ((_half(header, number), number), (_half(header, date), date))
    ]
    return True if both[0] == both[1] else None
