"""A plan as its template prints it: every string ready, every number and name in its place."""

from __future__ import annotations

from cchc_docs.model.plan import Plan
from cchc_docs.render.annex_view import targets_view, tasks_view
from cchc_docs.render.document_view import Prepared, document_view, page_of, prepared
from cchc_docs.render.view import PlanView
from cchc_docs.render.writer import Writer


def prepare_plan(plan: Plan, *, draft: bool) -> Prepared:
    """Return the plan ready for its template; `draft` prints the mark DỰ THẢO."""
    page, writer = page_of(plan), Writer(plan)
    common = document_view(plan, page, writer, draft=draft)
    targets = targets_view(plan, page, writer)
    tasks = tasks_view(plan, page, writer)
    view = PlanView(**vars(common), year=str(plan.year), targets=targets, tasks=tasks)
    return prepared(plan, view, page, writer)
