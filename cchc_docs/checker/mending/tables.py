"""The heads of tables: printed again on each page, bold and in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cchc_docs.checker.measures.faces import COLUMN_NUMBER
from cchc_docs.checker.mending.letters import letters, repair_of
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Repair
from cchc_docs.checker.mending.setters import set_align, set_bold, set_repeats
from cchc_docs.checker.outcomes import State
from cchc_docs.checker.places import place_text, quoted
from cchc_docs.layout.looks import Align
from cchc_docs.layout.picture import Cell, Paragraph, Row, Table, paragraphs

_NO_HEAD: Final = "không chắc dòng đầu của bảng là dòng tiêu đề"
_NOT_REPEATED: Final = "dòng tiêu đề: không lặp lại"
_REPEATED: Final = "lặp lại ở đầu mỗi trang"


def plan_heads(bench: Bench) -> Iterator[Repair]:
    """Make the head of a table bold and centred, where it is clearly one."""
    for outcome in bench.failing("header_bold_center"):
        for instance, hits in bench.broken(outcome):
            table = instance.table
            if table is None or not _is_head(table):
                bench.refuse(outcome.rule, _NO_HEAD)
                continue
            edits: list[Edit] = []
            for paragraph in _words(_head(table)):
                runs = [(paragraph, run) for run in paragraph.shown_runs if not run.face.bold]
                edits += letters(bench, runs, set_bold, True)
                if paragraph.setting.align is not Align.CENTER:
                    edits += bench.put(paragraph.element, set_align, "center")
            yield from repair_of(bench, outcome, hits, edits, True)


def plan_repeats(bench: Bench) -> Iterator[Repair]:
    """Let Word repeat the head of a table: nobody sees it where the table ends on its page."""
    rule = next((r for r in bench.book.rules if r.property == "header_row_repeats"), None)
    if rule is None:
        return
    outcome = next((one for one in bench.result.outcomes if one.rule is rule), None)
    if outcome is None or outcome.waived or outcome.state is State.PASSED:
        return
    hits = [hit.paragraph for hit in outcome.hits]
    for instance in bench.components.of(rule.element):
        table = instance.table
        if table is None or instance.group.kind == "foreign":
            continue
        is_hit = any(one in hits for one in instance.paragraphs)
        if is_hit or (not hits and _is_plain_head(table)):
            edits = tuple(
                edit for row in _head(table) for edit in bench.put(row.element, set_repeats, True)
            )
            if edits and not table.rows[0].repeats:
                place = place_text(instance, bench.book)
                quote = quoted(" ".join(one.text for one in _words(_head(table))))
                change = Change(rule, place, quote, _NOT_REPEATED, _REPEATED)
                yield Repair({}, edits, (change,))


def _is_plain_head(table: Table) -> bool:
    """Tell whether the first row is a head and something follows it."""
    words = list(_words(_head(table)))
    bold = all(run.face.bold for one in words for run in one.shown_runs)
    return bool(words) and bold and len(_head(table)) < len(table.rows)


def _is_head(table: Table) -> bool:
    """Tell whether the first rows are a head: Word repeats them, or some of it stands out."""
    if table.rows and table.rows[0].repeats:
        return True
    return any(run.face.bold for one in _words(_head(table)) for run in one.shown_runs)


def _head(table: Table) -> list[Row]:
    """Return the rows Word repeats, else the first one with those its cells reach down to."""
    repeated = [row for row in table.rows if row.repeats]
    if repeated:
        return repeated
    rows = list(table.rows[:1])
    for row in table.rows[1:]:
        if not any(cell.continues for cell in row.cells):
            break
        rows.append(row)
    return rows


def _words(rows: list[Row]) -> Iterator[Paragraph]:
    for row in rows:
        for cell in row.cells:
            yield from _shown(cell)


def _shown(cell: Cell) -> Iterator[Paragraph]:
    if not cell.continues:
        for one in paragraphs(cell.blocks):
            if one.shown_runs and not COLUMN_NUMBER.fullmatch(one.text):
                yield one
