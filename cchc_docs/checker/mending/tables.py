"""The heads of tables: printed again on each page, bold and in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cchc_docs.checker.measures.tables import head, head_words
from cchc_docs.checker.mending.letters import letters
from cchc_docs.checker.mending.repairs import Bench, Change, Edit, Repair
from cchc_docs.checker.mending.setters import set_align, set_bold, set_repeats
from cchc_docs.checker.outcomes import State
from cchc_docs.checker.places import place_text, quoted
from cchc_docs.layout.looks import Align
from cchc_docs.layout.picture import Cell, Paragraph, Row, Table, paragraphs

_NO_HEAD: Final = (
    "không chắc dòng đầu của bảng là dòng tiêu đề (nhiều ô ngắn, dưới là các dòng số liệu)"
)
_LONGEST: Final = 120  # letters of a cell of a head
_NOT_REPEATED: Final = "dòng tiêu đề: không lặp lại"
_REPEATED: Final = "lặp lại ở đầu mỗi trang"


def plan_heads(bench: Bench) -> Iterator[Repair]:
    """Make the head of a table bold and centred, where it is clearly one."""
    for outcome in bench.failing("header_bold_center"):
        for instance, hits in bench.by_instance(outcome):
            table = instance.table
            if table is None or not _is_head(table):
                bench.refuse(outcome.rule, _NO_HEAD)
                continue
            edits: list[Edit] = []
            for paragraph in head_words(table):
                runs = [(paragraph, run) for run in paragraph.shown_runs if not run.face.bold]
                edits += letters(bench, runs, set_bold, True)
                if paragraph.setting.align is not Align.CENTER:
                    edits += bench.put(paragraph.element, set_align, "center")
            yield from bench.repair(outcome, hits, edits, True)


def plan_repeats(bench: Bench) -> Iterator[Repair]:
    """Let Word repeat the head of a table: nobody sees it where the table ends on its page."""
    outcome = bench.outcome("header_row_repeats")
    if outcome is None or outcome.waived or outcome.state is State.PASSED:
        return
    rule = outcome.rule
    hits = {hit.instance for hit in outcome.hits}
    for instance in bench.judged(rule.element):
        table = instance.table
        if table is None:
            continue
        if instance in hits and not _is_head(table):
            bench.refuse(rule, _NO_HEAD)
        elif instance in hits or (not hits and _is_plain_head(table)):
            edits = tuple(
                edit for row in head(table) for edit in bench.put(row.element, set_repeats, True)
            )
            if edits and not table.rows[0].repeats:
                place = place_text(instance, bench.book)
                quote = quoted(" ".join(one.text for one in head_words(table)))
                change = Change(rule, place, quote, _NOT_REPEATED, _REPEATED)
                yield Repair({}, edits, (change,))


def _is_plain_head(table: Table) -> bool:
    """Tell whether the first rows look like a head, and all their letters stand out."""
    bold = all(run.face.bold for one in head_words(table) for run in one.shown_runs)
    return bold and _looks_like_head(table)


def _is_head(table: Table) -> bool:
    """Tell whether the first rows are a head: Word repeats them, or some of each cell stands out.

    Bold labels in the first column only are those of a form.
    """
    if not _looks_like_head(table):
        return False
    cells = _cells_with_words(table.rows[0])
    stands_out = any(map(_is_bold, cells)) and all(
        _is_bold(one) or _is_centred(one) for one in cells
    )
    return table.rows[0].repeats or stands_out


def _looks_like_head(table: Table) -> bool:
    """Tell whether the first rows are several short cells, with rows of as many under them."""
    rows = head(table)
    if not rows or any(_is_long(cell) for row in rows for cell in row.cells):
        return False
    columns = len(_cells_with_words(rows[0]))
    under = [row for row in table.rows if row not in rows]
    return columns > 1 and any(len(row.cells) >= columns for row in under)


def _is_long(cell: Cell) -> bool:
    """Tell whether a cell holds more than the name of a column."""
    is_nested = any(isinstance(block, Table) for block in cell.blocks)
    return is_nested or sum(len(one.text) for one in paragraphs(cell.blocks)) > _LONGEST


def _cells_with_words(row: Row) -> list[Cell]:
    return [one for one in row.cells if _words(one)]


def _words(cell: Cell) -> list[Paragraph]:
    return [one for one in paragraphs(cell.blocks) if one.shown_runs]


def _is_bold(cell: Cell) -> bool:
    return any(run.face.bold for one in _words(cell) for run in one.shown_runs)


def _is_centred(cell: Cell) -> bool:
    return any(one.setting.align is Align.CENTER for one in _words(cell))
