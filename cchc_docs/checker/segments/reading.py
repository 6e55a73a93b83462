"""Parts a file into its texts: main texts, texts issued with a decision, annexes, copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.segments import annexes, spelling
from cchc_docs.checker.segments.body import BodyReader, body_lines
from cchc_docs.checker.segments.collecting import Collector, Part
from cchc_docs.checker.segments.ending import find_ending, find_start, is_ruled, read_ending
from cchc_docs.checker.segments.header import find_header, is_anchor, is_number, read_header
from cchc_docs.checker.segments.lines import Chunk, Line, pieces
from cchc_docs.checker.segments.marks import copy_form_at, find_copy, find_marks
from cchc_docs.checker.segments.opening import OpeningReader, find_opening
from cchc_docs.checker.segments.outside import LEGISLATION, Outside, outside
from cchc_docs.layout.picture import Table

_AHEAD: Final = 14  # lines that tell what begins
_TITLE_LINES: Final = 5
_LONGEST: Final = 140  # letters of a line with quốc hiệu and issuer side by side
_HEADER_ROWS: Final = 12  # no header sets as many
_GIVEN_NUMBER: Final = re.compile(r"so\s*:?\s*\d+\s*/")
_GIVEN_DATE: Final = re.compile(r"ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}")

SEVERAL: Final = "Tệp có nhiều văn bản; mỗi văn bản được xét riêng."
NO_HEADER: Final = "Không thấy phần đầu văn bản (Quốc hiệu, tên cơ quan, số, ngày)."


class FileReader:
    """Reads the blocks of a file from its first to its last, text by text."""

    def __init__(self, chunks: Sequence[Chunk], into: Collector) -> None:
        self._chunks = chunks
        self._into = into
        self.parts: list[Part] = []
        self.remarks: list[str] = []
        self.has_copy = False
        self._layout: set[Table] = set()

    def read(self) -> None:
        """Read everything; afterwards `parts` holds the texts in their order."""
        at, end = self._first(0), len(self._chunks)
        if at < end and self._is_annex_alone(at):
            main = Group("main", "văn bản", 0)
            at = self._attachments(self._annex(at, main), main)
        while at < end:
            kind = outside(self._ahead(at))
            at = self._foreign(at, kind) if kind else self._main(at)
        self._take_tables()
        self._take_annexes()
        if sum(part.group.kind == "main" for part in self.parts) > 1:
            self.remarks.insert(0, SEVERAL)

    def _first(self, at: int) -> int:
        while at < len(self._chunks) and not (self._chunks[at].has_text or self._chunks[at].boxes):
            at += 1
        return at

    def _ahead(self, at: int) -> list[Line]:
        """Return the next lines that show letters, those in the halves of a header too."""
        found: list[Line] = []
        for chunk in self._chunks[at : at + 3 * _AHEAD]:
            for lines in (*chunk.boxes, chunk.lines):
                for line in lines:
                    found += [one for one in pieces(line) if one.text]
            if len(found) >= _AHEAD:
                break
        return found[:_AHEAD]

    def _is_annex_alone(self, at: int) -> bool:
        for line in self._ahead(at):
            if spelling.NATIONAL.search(line.bare) or is_number(line):
                return False
            if annexes.is_label(line):
                return True
            if spelling.type_of(line.bare) or len(line.text) > _LONGEST:
                return False
        return False

    def _foreign(self, at: int, kind: Outside) -> int:
        number = sum(part.group.kind == "foreign" for part in self.parts) + 1
        group = Group("foreign", kind.name, number)
        end = at + 1
        if kind is LEGISLATION:  # it sets a quốc hiệu of its own
            while end < len(self._chunks) and not self._has_national(end - 1):
                end += 1
        while end < len(self._chunks) and not self._has_national(end):
            end += 1
        self.parts.append(Part(group, group, list(self._chunks[at:end])))
        if kind.remark not in self.remarks:
            self.remarks.append(kind.remark)
        return end

    def _has_national(self, at: int) -> bool:
        """Tell whether a block sets a quốc hiệu."""
        chunk = self._chunks[at]
        if chunk.table is not None and len(chunk.table.rows) > _HEADER_ROWS:
            return False
        return any(
            len(line.text) <= _LONGEST and spelling.NATIONAL.search(line.bare) and not line.quoted
            for lines in (*chunk.boxes, chunk.lines[:40])
            for line in lines
        )

    def _main(self, at: int) -> int:
        number = sum(part.group.kind == "main" for part in self.parts) + 1
        name = "văn bản" if number == 1 else f"văn bản thứ {number}"
        group = Group("main", name, number)
        end = self._text(Part(group, group), at)
        return self._attachments(end, group)

    def _text(self, part: Part, at: int) -> int:
        """Read header, opening, text and ending of a document; return where it ends."""
        header = read_header(self._chunks, at)
        part.told = find_header(header, part.group, self._into)
        if part.group.kind == "main" and not part.told["header"] and NO_HEADER not in self.remarks:
            self.remarks.append(NO_HEADER)
        begin = max(header.end, at)
        letter = part.told["about"]
        opening = OpeningReader(self._chunks, begin, is_letter=letter).read()
        part.told["type"] = find_opening(opening, part.group, self._into)
        limit = self._limit(opening.end)
        start = find_start(self._chunks[:limit], opening.end)
        end = limit if start is None else start
        part.text = self._chunks[opening.end : end]
        self._lay_out(self._chunks[at : opening.end])
        BodyReader(part.group, self._into, is_running=True).read(body_lines(part.text))
        if start is not None:
            ending = read_ending(self._chunks[:limit], start)
            find_ending(ending, part.group, self._into)
            self._lay_out(self._chunks[start : ending.end])
            end = ending.end
        part.chunks = list(self._chunks[at:end])
        find_marks(part.chunks, part.group, self._into)
        self.parts.append(part)
        return max(end, at + 1)

    def _limit(self, at: int) -> int:
        """Return the block before which a text must have ended."""
        for place in range(at, len(self._chunks)):
            if annexes.label_of(self._chunks[place]) or (place > at and self._has_national(place)):
                return place
        return len(self._chunks)

    def _lay_out(self, chunks: Sequence[Chunk]) -> None:
        self._layout.update(chunk.table for chunk in chunks if chunk.table is not None)

    def _attachments(self, at: int, main: Group) -> int:
        """Read what follows a document; return where the next document begins."""
        while at < len(self._chunks):
            if not self._chunks[at].has_text:
                at += 1
                continue
            what = self._what_begins(at)
            if what == "main":
                return at
            if what == "annex":
                at = self._annex(at, main)
            elif what == "issued":
                at = self._issued(at, main)
            elif copy_form_at(self._chunks[at]) and not self.has_copy:
                self.has_copy = find_copy(self._chunks[at : at + 12], main, self._into)
                at = self._after_copy(at + 1)
            else:
                at += 1
        return at

    def _after_copy(self, at: int) -> int:
        while at < len(self._chunks) and not annexes.label_of(self._chunks[at]):
            at += 1
        return at

    def _what_begins(self, at: int) -> str | None:
        """Tell what the next block opens: an annex, an issued text, a document; None: nothing."""
        chunk = self._chunks[at]
        if annexes.label_of(chunk):
            return "annex"
        ahead = self._ahead(at)
        attached = next(
            (n for n, one in enumerate(ahead) if spelling.ATTACHED.match(one.bare)), None
        )
        kind = next((n for n, one in enumerate(ahead) if spelling.type_of(one.bare)), None)
        issued = kind is not None and attached is not None and kind < attached
        if self._has_national(at):
            label = next((n for n, one in enumerate(ahead) if annexes.is_label(one)), None)
            if label is not None and (kind is None or label < kind):
                return "annex"
            # A document has a number or a day of its own, were they left blank.
            numbered = any(is_number(one) or spelling.DATE.match(one.bare) for one in ahead)
            return "issued" if issued or not numbered else "main"
        if chunk.table is not None:
            return None
        if kind == 0 and issued:
            return "issued"
        title = ahead[: attached or 0]
        is_title = attached is not None and len(title) <= _TITLE_LINES
        return "annex" if is_title and all(one.is_centered for one in title) else None

    def _issued(self, at: int, main: Group) -> int:
        number = sum(part.group.kind == "issued" for part in self.parts) + 1
        ahead = self._ahead(at)
        kind = next((one for one in ahead if spelling.type_of(one.bare)), None)
        told = spelling.type_of(kind.bare) if kind else None
        name = f"{told[0]} kèm theo" if told else "văn bản kèm theo"
        return self._text(Part(Group("issued", name, number), main), at)

    def _annex(self, at: int, main: Group) -> int:
        """Read one annex up to the next, or to the next document."""
        number = sum(part.group.kind == "annex" for part in self.parts) + 1
        label = next((one for one in self._ahead(at) if annexes.is_label(one)), None)
        part = Part(annexes.group_of(number, label), main)
        part.told["number"] = annexes.annex_number(label) if label else None
        begun = annexes.label_of(self._chunks[at]) is not None or label is None
        end, form = at + 1, None
        while end < len(self._chunks):
            chunk = self._chunks[end]
            if annexes.label_of(chunk):
                if begun:
                    break
                begun = True
            elif begun and self._has_national(end):
                what = self._what_begins(end)
                if what == "annex" or (what == "main" and self._is_full_header(end)):
                    break
                form = form if form is not None else end - at
            elif begun and label is None and self._what_begins(end) == "annex":
                break
            end += 1
        part.chunks = list(self._chunks[at:end])
        for line in body_lines(part.chunks):
            line.within = ("phu_luc",)
        find_marks(part.chunks, part.group, self._into)
        text = annexes.read_head(part, self._into)
        part.text = part.chunks[text:form]
        BodyReader(part.group, self._into, is_running=False).read(body_lines(part.text))
        self.parts.append(part)
        return end

    def _is_full_header(self, at: int) -> bool:
        """Tell whether a header names a number and a day: forms in annexes leave them open."""
        ahead = [one for one in self._ahead(at) if is_anchor(one)]
        numbered = any(is_number(one) and _GIVEN_NUMBER.match(one.bare) for one in ahead)
        return numbered and any(_GIVEN_DATE.search(one.bare) for one in ahead)

    def _take_tables(self) -> None:
        for part in self.parts:
            if part.group.kind == "foreign":
                continue
            for chunk in part.chunks:
                table = chunk.table
                if table is None or table in self._layout or not chunk.lines:
                    continue
                is_data = len(table.rows) > 1 and is_ruled(table) and max(
                    len(row.cells) for row in table.rows
                ) > 1  # fmt: skip
                if is_data:
                    self._into.add("table", part.group, chunk.lines, marks=False, table=table)
                    self._into.data_tables.add(table)
                for line in chunk.lines:
                    line.within = (*line.within, "table")

    def _take_annexes(self) -> None:
        found = [part for part in self.parts if part.group.kind == "annex"]
        for part in found:
            mains = [one for one in self.parts if one.main is part.main and one is not part]
            text = "\n".join(
                line.text
                for one in mains
                if one.group.kind != "annex"
                for chunk in one.chunks
                for line in chunk.lines
            ).lower()
            several = sum(one.main is part.main for one in found) > 1
            annexes.add_annex(
                part,
                self._into,
                main_text=text,
                own_section=self._own_section(part),
                several=several,
            )

    def _own_section(self, part: Part) -> bool:
        """Tell whether nothing stands before an annex in its section."""
        first = next(chunk for chunk in part.chunks if chunk.has_text)
        for chunk in self._chunks:
            if chunk.section is first.section and chunk.has_text:
                return chunk is first
        return False
