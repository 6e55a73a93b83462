"""The end of a document: signature block and recipients (boxes 7, 9b and 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.measures.sample import UNKNOWN
from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.collecting import Collector
from cchc_docs.checker.segments.lines import Chunk, Line, columns, pieces
from cchc_docs.checker.segments.sides import halves
from cchc_docs.checker.segments.signers import Signer, is_name, read_signer
from cchc_docs.layout.picture import Table

_RIGHT_HALF: Final = re.compile(rf"{spelling.POWER.pattern}|{spelling.POST.pattern}")
_DRAFTER: Final = re.compile(r"[A-Za-zĐđ]{1,6}\.?\s?\(?\d{1,4}\)?\.?\Z")
_SHORT: Final = 130  # letters of a line in the block
_LONGEST_LABEL: Final = 60  # with the first body behind it
_LONG: Final = 160  # letters only running text has
_AHEAD: Final = 25  # blocks


@dataclass(slots=True, eq=False)
class Ending:
    """An ending: the block behind it, the recipients, and the lines signers stand in, by column."""

    end: int
    recipients: list[Line] = field(default_factory=list)
    signing: list[list[Line]] = field(default_factory=list)


def find_start(chunks: Sequence[Chunk], start: int) -> int | None:
    """Return the block an ending begins with, None where the text has none."""
    for at in range(start, len(chunks)):
        chunk = chunks[at]
        if chunk.table is not None:
            if _is_signature_table(chunk):
                return at
            continue
        for line in chunk.lines:
            if line.text and not line.quoted and _opens_ending(line, chunks, at):
                return at
    return None


def _opens_ending(line: Line, chunks: Sequence[Chunk], at: int) -> bool:
    if len(line.text) > _SHORT:
        return False
    halves = columns(line, _RIGHT_HALF)
    if spelling.RECIPIENTS.match(halves[0].bare):
        return len(halves[0].text) <= _LONGEST_LABEL or "\n" in line.raw.strip()
    last = halves[-1]
    if _is_power(last):
        return True
    stands_out = last.is_upper and (last.is_bold or last.is_centered or last.loose)
    return bool(
        stands_out
        and spelling.POST.match(last.bare)
        and not last.text.endswith(":")
        and _nothing_but_names_follows(chunks, at + 1)
    )


def _is_power(line: Line) -> bool:
    letters = line.text.partition(" ")[2] or line.text
    return bool(spelling.POWER.match(line.bare)) and letters[:1].isupper() and len(line.text) <= 90


def _nothing_but_names_follows(chunks: Sequence[Chunk], start: int) -> bool:
    """Tell whether no running text follows before the end or an annex."""
    for chunk in chunks[start : start + _AHEAD]:
        first = chunk.first
        if first is None:
            continue
        if spelling.ANNEX.match(first.bare) or chunk.table is not None:
            return True
        if spelling.BASIS.match(first.bare) or len(first.text) > _LONG:
            return False
    return True


def _is_signature_table(chunk: Chunk) -> bool:
    """Tell whether a table sets recipients and signers side by side."""
    table = chunk.table
    if table is None or len(table.rows) > 12:
        return False
    texts = [piece for line in chunk.lines if line.text for piece in pieces(line) if piece.text]
    if any(
        spelling.RECIPIENTS.match(one.bare) and len(one.text) <= _LONGEST_LABEL for one in texts
    ):
        return True
    if is_ruled(table):
        return False
    return any(
        (_is_power(one) and one.is_upper) or (one.is_upper and spelling.POST.match(one.bare))
        for one in texts
    )


def is_ruled(table: Table) -> bool:
    """Tell whether most cells of a table have a border: a table to read, not to lay out."""
    cells = [cell for row in table.rows for cell in row.cells]
    return bool(cells) and 2 * sum(bool(cell.borders) for cell in cells) > len(cells)


def read_ending(chunks: Sequence[Chunk], start: int) -> Ending:
    """Return the ending that begins at a block, parted into recipients and signers."""
    ending = Ending(start + 1)
    flows: dict[Any, list[Line]] = {}
    order: list[Line] = []
    for at in range(start, min(len(chunks), start + 60)):
        chunk = chunks[at]
        if at > start and _is_beyond(chunk, ending, order):
            break
        for line in halves(chunk.lines, _RIGHT_HALF):
            flows.setdefault(_flow_key(chunk, line), []).append(line)
            order.append(line)
        if chunk.has_text:
            ending.end = at + 1
    for key, lines in flows.items():
        rest = (
            _take_recipients(lines, ending)
            if key in ("left", "page") or _has_label(lines)
            else lines
        )
        if any(one.text for one in rest):
            ending.signing.append(rest)
    return ending


def _flow_key(chunk: Chunk, line: Line) -> Any:
    """Return what parts the flows: the column of a table, the half of the page."""
    if chunk.table is not None and line.cell is not None:
        return id(chunk.table), line.cell.column
    if line.text.startswith(("-", "–", "+")) or spelling.RECIPIENTS.match(line.bare):
        return "left"
    if line.loose:
        return "page" if line.side == "right" else "left"
    return "page" if line.side in ("right", "center") or line.is_centered else "left"


def _is_beyond(chunk: Chunk, ending: Ending, order: Sequence[Line]) -> bool:
    """Tell whether a block stands behind the ending."""
    first = chunk.first
    if first is None:
        return False
    if chunk.table is not None:
        return not _is_signature_table(chunk)
    if len(first.text) > _LONG or spelling.ANNEX.match(first.bare):
        return True
    if spelling.NATIONAL.search(first.bare) and len(first.text) < 140:
        return True
    if spelling.type_of(first.bare) or spelling.ATTACHED.match(first.bare):
        return True
    return chunk.section is not order[0].section and any(one.text for one in order)


def _has_label(lines: Sequence[Line]) -> bool:
    return any(spelling.RECIPIENTS.match(one.bare) for one in lines)


def _take_recipients(lines: Sequence[Line], ending: Ending) -> list[Line]:
    """Move the label and the list below it into the recipients; return the other lines."""
    label = next((at for at, one in enumerate(lines) if spelling.RECIPIENTS.match(one.bare)), None)
    if label is None:
        return list(lines)
    end = label + 1
    filed = False
    for at in range(label + 1, len(lines)):
        text = lines[at].text
        if not text:
            continue
        dashed = text.startswith(("-", "–", "+", "•", "*"))
        if filed and not _DRAFTER.match(text) and not dashed:
            break
        if _is_power(lines[at]) or (lines[at].is_upper and spelling.POST.match(lines[at].bare)):
            break
        filed = filed or bool(spelling.FILED.match(lines[at].bare))
        end = at + 1
    ending.recipients = [one for one in lines[label:end] if one.text]
    return [*lines[:label], *lines[end:]]


def find_ending(ending: Ending, group: Group, into: Collector) -> None:
    """Take the lines of an ending for what they are."""
    signers = [one for one in map(read_signer, ending.signing) if one]
    _add_name_below(signers, ending)
    _add_recipients(ending.recipients, signers, group, into)
    for signer in signers:
        _add_signer(signer, group, into)


def _add_name_below(signers: Sequence[Signer], ending: Ending) -> None:
    """Give a name that stands below the table of the block to the signer who has none."""
    nameless = [one for one in signers if all(element != "ho_ten" for element, _ in one.parts)]
    taken = {line for one in signers for line in one.lines}
    names = [
        line for flow in ending.signing for line in flow if line not in taken and is_name(line)
    ]
    if len(nameless) == 1 and names:
        nameless[0].parts.append(("ho_ten", names[:1]))


def _add_recipients(
    lines: Sequence[Line], signers: Sequence[Signer], group: Group, into: Collector
) -> None:
    if not lines:
        return
    facts: dict[str, Any] = {}
    level = _on_one_level(lines[0], signers)
    if level is not None:
        facts["same_row_as_quyen_han"] = level
    into.add("noi_nhan_label", group, lines[:1], facts)
    rest = list(lines[1:])
    filed = [one for one in rest if spelling.FILED.match(one.bare)]
    if filed:
        behind = rest[rest.index(filed[-1]) + 1 :]
        for line in behind:
            if _DRAFTER.match(line.text):
                into.add("drafter_code", group, [line])
    listed = [one for one in rest if not one.chain]
    for line in listed:
        into.add("noi_nhan_list", group, [line])
        if filed and line is filed[-1]:
            into.add("luu_line", group, [line], {"is_last_line": line is listed[-1]})


def _on_one_level(label: Line, signers: Sequence[Signer]) -> bool | None:
    """Tell whether the label stands level with the first line of the signers."""
    answers = []
    for signer in signers:
        first = signer.lines[0]
        if first.whole is label.whole:
            return True
        if first.box or label.box:
            return None
        if first.table is None or label.table is None or first.table is not label.table:
            answers.append(
                first.table is None and label.table is None and first.place is label.place
            )
            if not answers[-1]:
                return False
            answers[-1] = False
        else:
            answers.append(first.row == label.row and _opens_cell(first) and _opens_cell(label))
    return any(answers) if answers else None


def _opens_cell(line: Line) -> bool:
    above = line.place[: line.at]
    return all(isinstance(one, Line) and (not one.text or one.row != line.row) for one in above)


def _add_signer(signer: Signer, group: Group, into: Collector) -> None:
    for number, (element, lines) in enumerate(signer.parts):
        facts: dict[str, Any] = {}
        if lines[0].loose:
            facts["align"] = UNKNOWN
        if element == "quyen_han" and lines[0].side and not lines[0].box:
            facts["column"] = lines[0].side
        shared = element == "chuc_vu" and any(lines == other for _, other in signer.parts[:number])
        into.add(element, group, lines, facts, marks=not shared)
    for element, line, image in signer.images:
        into.add(
            element, group, [line], {"image_format": image.format, "image": image}, marks=False
        )
