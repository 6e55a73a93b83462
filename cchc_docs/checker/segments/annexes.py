"""Annexes: label, title, the line "(Kèm theo …)", and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.body import is_contents
from cchc_docs.checker.segments.collecting import Collector, Part
from cchc_docs.checker.segments.drawn import line_below
from cchc_docs.checker.segments.lines import Chunk, Line, pieces

_HEAD: Final = 12  # lines from the first of an annex to the last of its head
_LONGEST_TITLE: Final = 300
_STRUCTURE: Final = re.compile(r"(?:[ivx]+|\d+|[a-d])\s*[.)/]\s|dieu \d")
_UNIT: Final = re.compile(r"\(?(?:don vi|dvt)\b")
_MENTION: Final = re.compile(r"phụ lục\b(?P<behind>[^.;\n]{0,60})")
_ALL_BEFORE: Final = ("các ", "những ")
_ALL_BEHIND: Final = re.compile(r".{0,20}?(?:\bđến|-)\s")


def is_label(line: Line) -> bool:
    """Tell whether a line is the label of an annex, set apart from the text."""
    if line.table is not None or line.quoted or not line.text or len(line.text) > 220:
        return False
    found = spelling.ANNEX.match(line.bare)
    if found is None or is_contents(line):
        return False
    if found["tail"].strip(" .:-") and not (line.is_bold or line.is_centered):
        return False
    return (
        line.is_centered
        or line.is_upper
        or line.is_bold
        or line.side == "right"
        or (line.paragraph.setting.align.value == "right")
    )


def label_of(chunk: Chunk) -> Line | None:
    """Return the label a block begins with, None for other blocks."""
    first = chunk.first
    if first is None or chunk.table is not None or first.text[0] not in "Pp":
        return None
    start = pieces(first)[0]
    return start if is_label(start) else None


def read_head(part: Part, into: Collector) -> int:
    """Take label, title and Kèm theo of an annex; return the block its text begins with.

    A header of its own above the label is passed over.
    """
    label: Line | None = None
    title: list[Line] = []
    attached: list[Line] = []
    flow: list[Line] = []
    end = 0
    has_label = any(label_of(chunk) for chunk in part.chunks[:_HEAD])
    for at, line in _head_lines(part.chunks):
        flow.append(line)
        if line.is_blank or line.is_rule or line.chain:
            continue
        if label is None and has_label:
            label = line if is_label(line) else None
        elif (attached and _is_open(attached)) or (
            not attached and spelling.ATTACHED.match(line.bare)
        ):
            attached.append(line)
        elif not (attached and title) and _is_title(line, title, attached):
            title.append(line)
        else:
            break
        end = at + 1
    for element, lines in (("phu_luc_label", [label] if label else []), ("phu_luc_title", title)):
        if lines:
            into.add(element, part.group, lines)
    if attached:
        after = flow[flow.index(attached[-1]) + 1 :]
        into.add("kem_theo", part.group, attached, {"line_below": line_below(attached, after)})
    part.told["order"] = [one.element for one in flow if one.element]
    return end


def _head_lines(chunks: Sequence[Chunk]) -> Iterator[tuple[int, Line]]:
    """Yield the lines of the head, up to the first data table or a few lines past it."""
    shown = 0
    labelled = False
    for at, chunk in enumerate(chunks):
        if chunk.table is not None:
            if labelled and chunk.has_text:
                return
            continue
        for line in chunk.lines:
            for piece in pieces(line):
                labelled = labelled or bool(piece.text)
                yield at, piece
                shown += bool(piece.text)
        if shown > _HEAD:
            return


def _is_open(attached: Sequence[Line]) -> bool:
    return (
        "(" in attached[0].text
        and not any(")" in one.text for one in attached)
        and len(attached) < 5
    )


def _is_title(line: Line, title: Sequence[Line], attached: Sequence[Line]) -> bool:
    if len(line.text) > _LONGEST_TITLE or _UNIT.match(line.bare):
        return False
    if spelling.HEADING.match(line.bare) and not title:
        return False
    if _STRUCTURE.match(line.bare) and not line.is_centered:
        return False
    if attached and not (line.is_centered and line.is_upper):
        return False
    return line.is_centered or (line.is_bold and (line.is_upper or not title)) or line.is_upper


def add_annex(
    part: Part, into: Collector, *, main_text: str, own_section: bool, several: bool
) -> None:
    """Take an annex as a whole; `main_text`, in small letters, is where it must be named."""
    lines = [line for chunk in part.chunks for line in chunk.lines]
    shown = [line for line in lines if line.text and not line.is_rule]
    if not shown:
        return
    facts: dict[str, Any] = {
        "own_section": own_section,
        "block_order": tuple(dict.fromkeys(part.told["order"])),
        "last_block": "table" if shown[-1].table is not None else "paragraph",
        "last_text": next(
            (one.text for one in reversed(shown) if one.table is None), shown[-1].text
        ),
    }
    if main_text:
        number = part.told.get("number")
        facts["mentioned_in_main_text"] = _is_mentioned(main_text, number if several else None)
    for line in lines:
        line.within = tuple(one for one in line.within if one != "phu_luc")
    into.add("phu_luc", part.group, lines, facts, marks=False)
    for line in lines:
        line.within = ("phu_luc", *line.within)


def annex_number(line: Line) -> str | None:
    """Return the number in a label as typed, None without one."""
    found = spelling.ANNEX.match(line.bare)
    if found is None or found["number"] is None:
        return None
    # Bare letters may be fewer than typed ones, so the number is looked up in the typed text.
    typed = re.search(rf"\b{re.escape(found['number'])}\b", line.text, re.I)
    return typed[0] if typed else found["number"]


def _is_mentioned(text: str, number: str | None) -> bool:
    """Tell whether a text in small letters names an annex; one of several by its number."""
    if number is None:
        return "phụ lục" in text or "kèm theo" in text
    wanted = re.compile(rf"\b{re.escape(number.lower())}\b")
    return any(
        wanted.search(found["behind"])
        or text.endswith(_ALL_BEFORE, 0, found.start())
        or _ALL_BEHIND.match(found["behind"])
        for found in _MENTION.finditer(text)
    )


def group_of(number: int, label: Line | None) -> Group:
    """Return the group of an annex, named by its label."""
    typed = annex_number(label) if label else None
    return Group("annex", f"Phụ lục {typed}" if typed else "Phụ lục", number)
