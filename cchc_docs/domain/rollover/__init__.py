"""Next year's plan from this year's, with a review of everything that was changed, kept or asked.

Nothing is replaced blindly: every year, date, period, citation, stale term and slip is understood
first; what cannot be understood becomes an open question. Pure: no clock, no files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_docs.domain.citing import last_day_of_issue
from cchc_docs.domain.edits import Edit, Remove, apply_edits
from cchc_docs.domain.legal_status import Registry
from cchc_docs.domain.review import ReviewRow
from cchc_docs.domain.rollover.annexes import roll_targets, roll_tasks
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.head import next_issue, roll_head
from cchc_docs.domain.rollover.texts import TextReader
from cchc_docs.domain.walking import texts
from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.findings import Path
from cchc_docs.model.document import LAST_YEAR
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Progress
from cchc_docs.model.register import Register


@dataclass(frozen=True, slots=True)
class Rollover:
    """The new plan, the review (in the order of the plan), and the edits that lead to it.

    The edits are those of the old plan's data: `storage.editing` makes them in its file.
    """

    plan: Plan
    rows: tuple[ReviewRow, ...]
    edits: tuple[Edit, ...]


def roll_over(
    plan: Plan,
    year: int,
    register: Register | None = None,
    *,
    progress: Progress | None = None,
    answers: Mapping[str, str] | None = None,
) -> Rollover:
    """Return the plan of the year after `plan`, and the review.

    `register` None knows no paper: every citation is asked about. `progress` holds the results
    of the old plan. `answers` are the officer's words by the key of their review row; those of
    unknown keys are not looked at (`domain.answers` reports them).

    Raises:
        DataError: `year` is not the year after that of the plan, or `progress` is of another plan.
    """
    _check_year(plan, year)
    issue = next_issue(plan)
    drafting = Drafting(
        plan,
        year,
        last_day_of_issue(issue, year),
        Registry(register or Register()),
        progress,
        answers or {},
    )
    roll_head(drafting, issue)
    reader = TextReader(drafting)
    for path, text in _body_texts(plan):
        drafting.lay(path, text, reader.pieces_at(path, text))
    roll_targets(drafting, reader)
    roll_tasks(drafting, reader)
    removed = [edit.path for edit in drafting.edits if isinstance(edit, Remove)]
    rows = tuple(replace(row, new_path=_moved(row.new_path, removed)) for row in drafting.rows)
    return Rollover(apply_edits(plan, drafting.edits), rows, tuple(drafting.edits))


def _check_year(plan: Plan, year: int) -> None:
    if year == plan.year + 1 and year <= LAST_YEAR:
        return
    fix = f"Năm kế hoạch không quá {LAST_YEAR}; kiểm tra lại năm."
    if plan.year < LAST_YEAR:
        fix = f"Từ kế hoạch năm {plan.year} chỉ lập được kế hoạch năm {plan.year + 1}."
    if year > plan.year + 1:
        fix += " Muốn đi xa hơn thì lập lần lượt từng năm, mỗi năm rà soát một lần."
    what = f"Không lập được kế hoạch năm {year} từ kế hoạch năm {plan.year}."
    raise DataError(Problem(Place(field="Năm kế hoạch"), what, fix))


def _body_texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Yield every text but those of the rows of the annexes, which have rules of their own."""
    for path, text in texts(plan):
        if path[0] != "annexes" or path[-1] == "title":
            yield path, text


def _moved(path: Path | None, removed: Sequence[Path]) -> Path | None:
    """Return a path of the old plan as one of the new plan, where entries before it are gone."""
    if path is None or not removed:
        return path
    steps = list(path)
    for gone in removed:
        above, position = gone[:-1], gone[-1]
        here = path[len(above)] if len(path) > len(above) and path[: len(above)] == above else None
        if isinstance(here, int) and isinstance(position, int) and position < here:
            step = steps[len(above)]
            assert isinstance(step, int)
            steps[len(above)] = step - 1
    return tuple(steps)
