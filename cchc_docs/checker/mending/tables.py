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
from cchc_docs.layout.picture import Table

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
        if instance in hits or (not hits and _is_plain_head(table)):
            edits = tuple(
                edit for row in head(table) for edit in bench.put(row.element, set_repeats, True)
            )
            if edits and not table.rows[0].repeats:
                place = place_text(instance, bench.book)
                quote = quoted(" ".join(one.text for one in head_words(table)))
                change = Change(rule, place, quote, _NOT_REPEATED, _REPEATED)
                yield Repair({}, edits, (change,))


def _is_plain_head(table: Table) -> bool:
    """Tell whether the first row is a head and something follows it."""
    words = list(head_words(table))
    bold = all(run.face.bold for one in words for run in one.shown_runs)
    return bool(words) and bold and len(head(table)) < len(table.rows)


def _is_head(table: Table) -> bool:
    """Tell whether the first rows are a head: Word repeats them, or some of it stands out."""
    if table.rows and table.rows[0].repeats:
        return True
    return any(run.face.bold for one in head_words(table) for run in one.shown_runs)
