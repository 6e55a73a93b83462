"""From the type name to the first line of the text (boxes 5a, 9a and the legal bases)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.body import is_contents
from cchc_docs.checker.segments.collecting import Collector
from cchc_docs.checker.segments.drawn import line_below
from cchc_docs.checker.segments.lines import Chunk, Line, pieces
from cchc_docs.checker.segments.marks import is_mark
from cchc_docs.checker.segments.spelling import bare
from cchc_docs.layout.looks import Align

_LONGEST_KIND: Final = 60  # letters
_LONGEST_UNKNOWN: Final = 40
_LONGEST_SUBJECT: Final = 8  # lines
_LONGEST_SUBJECT_LINE: Final = 1500  # letters; one beyond the 500 of Phụ lục VI is to be told of
_SHORT: Final = 150  # letters; an addressee is not longer
_CLAUSE: Final = re.compile(
    r", (?:thuc hien |de |nham )?(?:uy ban|ubnd|hoi dong|hdnd|phong|van phong|chu tich|trung tam"
    r"|ban|so|thuong truc|bo|cong an|truong|don vi)\b.*\b(?:de nghi|bao cao|ban hanh|thong bao"
    r"|yeu cau|xay dung|trien khai|kinh|trinh|moi|to chuc|huong dan|giao|phan cong|chi dao"
    r"|quyet dinh|co y kien|tra loi|phuc dap)\b"
)
_ABOUT: Final = re.compile(r"(?:ve|v/v)\b")
_TOLD: Final = re.compile(r"\A\s*\w+\s+\w+[\s:.]*")
"""The words "Kính gửi:", before the addressee."""
_STRUCTURE: Final = re.compile(r"(?:[ivx]+|\d+|[a-d])\s*[.)/]\s|dieu \d|phan \w|chuong \w")


@dataclass(slots=True, eq=False)
class Opening:
    """The lines of an opening, and the block the text begins with."""

    kind: list[Line] = field(default_factory=list)
    subject: list[Line] = field(default_factory=list)
    attached: list[Line] = field(default_factory=list)
    addressed: list[Line] = field(default_factory=list)
    bases: list[Line] = field(default_factory=list)
    authority: list[Line] = field(default_factory=list)
    flow: list[Line] = field(default_factory=list)
    end: int = 0


class OpeningReader:
    """Reads an opening block by block; each step says whether the block still belongs to it."""

    def __init__(self, chunks: Sequence[Chunk], start: int, *, is_letter: bool) -> None:
        self._chunks = chunks
        self._start = start
        self._is_letter = is_letter
        self._first_basis = start  # the block it stands in
        self._misplaced = 0  # lines over the type name that belong below it
        self.found = Opening(end=start)

    def read(self) -> Opening:
        """Return the opening; its end is its start where there is none."""
        for place in range(self._start, len(self._chunks)):
            chunk = self._chunks[place]
            if not self.found.bases:
                self._first_basis = place
            if not self._takes(chunk):
                break
            if chunk.has_text:
                self.found.end = place + 1
        self._drop_mistaken_bases()
        return self.found

    def _takes(self, chunk: Chunk) -> bool:
        if chunk.table is not None:
            return self._takes_table(chunk)
        lines = [piece for line in chunk.lines for piece in pieces(line)]
        taken = True
        for line in lines:
            taken = taken and (line.is_blank or line.is_rule or self._takes_line(line))
            self.found.flow.append(line)
        return taken

    def _takes_table(self, chunk: Chunk) -> bool:
        """A table is part of the opening where it sets the addressees, or the type and subject."""
        first = chunk.first
        if first is None:
            return True
        if not (spelling.ADDRESSED.match(first.bare) or spelling.type_of(first.bare)):
            return False
        is_addressed = bool(spelling.ADDRESSED.match(first.bare))
        for line in chunk.lines:
            self.found.flow.append(line)
            if is_addressed and line.text:
                self.found.addressed.append(line)
            elif line.text and not line.is_rule:
                self._takes_line(line)
        return True

    def _takes_line(self, line: Line) -> bool:
        found = self.found
        if (is_mark(line.bare) and not found.kind) or is_contents(line) or line.bare == "muc luc":
            return True
        for step in (self._attached, self._addressed, self._basis, self._kind, self._subject):
            if step(line):
                return True
        if self._is_authority(line):
            found.authority.append(line)
            return True
        return False

    def _kind(self, line: Line) -> bool:
        """Take the type name: a known one, or capitals that stand where one is printed."""
        found = self.found
        if found.kind or line.text.endswith(":"):
            return False
        if line.paragraph.setting.align is Align.BOTH:
            return False
        stands_out = line.is_centered or line.is_upper or line.is_bold
        if spelling.type_of(line.bare):
            takes = stands_out
        elif not line.is_upper or not line.is_centered or found.addressed or found.bases:
            takes = False
        elif spelling.opens_with_type(line.bare):
            takes = len(line.text) <= _LONGEST_KIND
        else:
            takes = self._may_be_unknown_kind(line)
        if takes:
            found.kind.append(line)
            self._misplaced = len(found.addressed) + len(found.bases)
        return takes

    def _may_be_unknown_kind(self, line: Line) -> bool:
        return (
            self._start > 0
            and not self._is_letter
            and len(line.text) <= _LONGEST_UNKNOWN
            and not spelling.AUTHORITY.match(line.bare)
            and not _STRUCTURE.match(line.bare)
            and not spelling.ANNEX.match(line.bare)
        )

    def _subject(self, line: Line) -> bool:
        found = self.found
        begun = len(found.addressed) + len(found.bases) > self._misplaced
        late = found.attached or begun or found.authority
        if late or len(found.subject) >= _LONGEST_SUBJECT or line.text.endswith(":"):
            return False
        if _STRUCTURE.match(line.bare) or spelling.ANNEX.match(line.bare):
            return False
        if self._is_authority(line) or (self._closed_by_rule() and found.subject):
            return False
        if len(line.text) > _LONGEST_SUBJECT_LINE:
            return False
        if not found.kind:
            takes = self._start > 0 and not self._is_letter and line.is_centered and line.is_bold
        else:
            opens = not found.subject and bool(_ABOUT.match(line.bare))
            takes = line.is_centered or line.is_bold or opens
        if takes:
            found.subject.append(line)
        return takes

    def _closed_by_rule(self) -> bool:
        """Whether a line of underscores stands between the subject so far and this one."""
        return bool(self.found.flow) and self.found.flow[-1].is_rule

    def _is_authority(self, line: Line) -> bool:
        """Tell whether a line names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN …" (Mẫu 1.1, 1.2)."""
        found = self.found
        begun = bool(found.authority or spelling.AUTHORITY.match(line.bare))
        return begun and line.is_upper and not found.bases and len(line.text) <= _SHORT

    def _attached(self, line: Line) -> bool:
        attached = self.found.attached
        if (
            attached
            and "(" in attached[0].text
            and ")" not in attached[-1].text
            and len(attached) < 5
        ):
            attached.append(line)
            return True
        if attached or not self.found.kind or not spelling.ATTACHED.match(line.bare):
            return False
        if line.text.startswith(("(", "[")) or line.is_centered:
            attached.append(line)
            return True
        return False

    def _addressed(self, line: Line) -> bool:
        found = self.found
        if not found.addressed:
            if spelling.ADDRESSED.match(line.bare):
                found.addressed.append(line)
                return True
            return False
        is_text = spelling.BASIS.match(line.bare) or spelling.CARRIED_OUT.match(line.bare)
        if found.bases or is_text or len(line.text) > _SHORT:
            return False
        first, last = found.addressed[0], found.addressed[-1]
        told = _TOLD.sub("", first.text)
        is_list = not told or told.startswith(("-", "–", "+")) or told.endswith(";")
        dashed = line.text.startswith(("-", "–", "+", "•"))
        listed = last.text.endswith(";") or last is first
        undashed = line.text.endswith(";") or (listed and not line.text.endswith(":"))
        goes_on = is_list and (dashed or undashed)
        if goes_on:
            found.addressed.append(line)
        return goes_on

    def _basis(self, line: Line) -> bool:
        found = self.found
        opens = spelling.BASIS.match(line.bare) or (
            found.bases and spelling.PROPOSED.match(line.bare)
        )
        led = line.text.endswith(";") and (
            spelling.CARRIED_OUT.match(line.bare) or spelling.PROPOSED.match(line.bare)
        )
        if not (opens or led) or line.text.endswith(":") or _CLAUSE.search(bare(line.text)):
            return False
        found.bases.append(line)
        return True

    def _drop_mistaken_bases(self) -> None:
        """Give a lone sentence that opens with "Thực hiện …;" back to the text."""
        bases = self.found.bases
        if bases and not any(spelling.BASIS.match(one.bare) for one in bases):
            self.found.end = self._first_basis
            bases.clear()


def find_opening(found: Opening, group: Group, into: Collector) -> str | None:
    """Take the lines of an opening for what they are; return the printed type in bare letters."""
    issued = {"issued": group.kind == "issued"}
    if found.kind:
        into.add("ten_loai", group, found.kind, issued)
    if found.subject:
        facts = {"line_below": line_below(found.subject, _after(found, found.subject[-1]))}
        into.add("trich_yeu", group, found.subject, facts | issued)
    if found.attached:
        facts = {"line_below": line_below(found.attached, _after(found, found.attached[-1]))}
        into.add("kem_theo", group, found.attached, facts)
    for line in found.addressed:
        into.add("kinh_gui", group, [line])
    for line in found.bases:
        into.add("can_cu", group, [line])
    return found.kind[0].bare if found.kind else None


def _after(found: Opening, line: Line) -> list[Line]:
    at = found.flow.index(line) + 1
    after = found.flow[at:]
    last = found.flow[-1]
    step = 1
    while len(after) < 4 and isinstance(after_last := last.neighbour(step), Line):
        after.append(after_last)
        step += 1
    return after
