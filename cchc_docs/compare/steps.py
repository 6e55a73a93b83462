"""Both documents as one list of steps: kept, deleted and inserted units in the order they stand in.

Word and LibreOffice remove a paragraph by joining it to the next one. Before a table and at the
end of a cell or document there is no next one. Measured with LibreOffice 7.4: a blank paragraph
stays there. So a run of paragraphs has to end with one that both documents have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc_docs.compare.alignment import align
from cchc_docs.compare.units import Unit
from cchc_docs.ooxml.revisions import Change


class Step(NamedTuple):
    """One unit on its way from the old document (None: inserted) to the new one (None: deleted)."""

    old: Unit | None
    new: Unit | None

    @property
    def change(self) -> Change | None:
        """What became of the unit as a whole; None if both documents have it."""
        if self.old is None:
            return Change.INSERTED
        return Change.DELETED if self.new is None else None

    @property
    def is_paragraph(self) -> bool:
        """Whether the unit is a paragraph."""
        return any(unit.is_paragraph for unit in self if unit is not None)

    @property
    def is_blank(self) -> bool:
        """Whether both documents have this paragraph, and there is nothing in it."""
        return self.is_paragraph and all(unit is not None and not unit.text for unit in self)


def steps(old: Sequence[Unit], new: Sequence[Unit]) -> list[Step]:
    """Return the steps for rows, which can be removed anywhere."""
    result: list[Step] = []
    i = j = 0
    for at_old, at_new in (*align(old, new), (len(old), len(new))):
        result += (Step(unit, None) for unit in old[i:at_old])
        result += (Step(None, unit) for unit in new[j:at_new])
        if at_old < len(old):
            result.append(Step(old[at_old], new[at_new]))
        i, j = at_old + 1, at_new + 1
    return result


def block_steps(old: Sequence[Unit], new: Sequence[Unit]) -> list[Step]:
    """Return the steps for the paragraphs and tables of a body or a cell.

    Where paragraphs were exchanged before a table or the end, the last two are taken for one; so
    are the very last ones if else the end would be new.
    """
    runs = [_ended(_parted(run)) for run in paragraph_runs(steps(old, new))]
    if runs and loose_end(runs[-1]) == len(runs[-1]) and old and new:
        inner = paragraph_runs([*steps(old[:-1], new[:-1]), Step(old[-1], new[-1])])
        runs = [_ended(_parted(run)) for run in inner]
    return [step for run in runs for step in run]


def paragraph_runs(all_steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Yield the steps cut after each table: paragraphs, then at most one table."""
    run: list[Step] = []
    for step in all_steps:
        run.append(step)
        if not step.is_paragraph:
            yield run
            run = []
    if run:
        yield run


def loose_end(run: Sequence[Step]) -> int:
    """Return how many paragraphs at the end of a run only one of the documents has."""
    count = 0
    for step in reversed(run):
        if step.is_paragraph and step.change is None:
            break
        count += step.is_paragraph
    return count


def _parted(run: list[Step]) -> list[Step]:
    """Exchange a blank paragraph between two insertions or deletions for another blank one.

    Measured with LibreOffice 7.4: else it takes both for one change, and the blank one with them.
    """
    kept = [place for place, step in enumerate(run) if step.is_paragraph and not step.change]
    result: list[Step] = []
    for place, step in enumerate(run):
        if not (step.is_blank and 0 < place < kept[-1]):
            result.append(step)
        elif run[place - 1].change is run[place + 1].change is Change.INSERTED:
            result += (Step(step.old, None), Step(None, step.new))
        elif run[place - 1].change is run[place + 1].change is Change.DELETED:
            result += (Step(None, step.new), Step(step.old, None))
        else:
            result.append(step)
    return result


def _ended(run: list[Step]) -> list[Step]:
    paragraphs = [step for step in run if step.is_paragraph]
    first = len(paragraphs) - loose_end(run)
    deleted = [step for step in paragraphs[first:] if step.new is None]
    inserted = [step for step in paragraphs[first:] if step.old is None]
    if not deleted or not inserted:
        return run
    last = Step(deleted[-1].old, inserted[-1].new)
    rest = run[len(paragraphs) :]
    if rest and rest[0].change and not all(unit and unit.text for unit in last):
        # Measured with LibreOffice 7.4: a blank paragraph, filled before a new table, is lost.
        return run
    return [*paragraphs[:first], *deleted[:-1], *inserted[:-1], last, *rest]
