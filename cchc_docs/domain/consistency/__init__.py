"""What a careful colleague would point out in a plan that can be printed: findings, not errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cchc_docs.domain.consistency import (
    abbreviations,
    assignments,
    deadlines,
    links,
    names,
    offices,
    portals,
    set_phrases,
    structure,
    subjects,
    target_scope,
    targets,
    tasks,
    wording,
)
from cchc_docs.findings import Finding
from cchc_docs.model.plan import Plan

_RULES: Final[tuple[Callable[[Plan], Iterator[Finding]], ...]] = (
    structure.check_questions,
    structure.check_issue_year,
    deadlines.check_issue_day,
    structure.check_half_numbered,
    structure.check_own_deputies,
    structure.check_typed_labels,
    structure.check_annexes_mentioned,
    structure.check_bases,
    structure.check_colons,
    abbreviations.check_abbreviations,
    names.check_office_names,
    names.check_other_levels,
    names.check_level_words,
    portals.check_portal_names,
    targets.check_thresholds,
    targets.check_points,
    target_scope.check_target_scope,
    links.check_targets_linked,
    links.check_tasks_linked,
    links.check_points_linked,
    targets.check_bounds_have_targets,
    links.check_task_groups,
    deadlines.check_deadlines,
    deadlines.check_rest_days,
    deadlines.check_time_to_act,
    deadlines.check_late_plans,
    offices.check_leads,
    offices.check_outside_offices,
    tasks.check_products,
    tasks.check_repeated_tasks,
    assignments.check_offices_have_items,
    assignments.check_items_have_work,
    assignments.check_item_names,
    assignments.check_item_shapes,
    wording.check_wording,
    subjects.check_subject_capitals,
    set_phrases.check_set_phrases,
)


def find_inconsistencies(plan: Plan) -> list[Finding]:
    """Return every finding of a plan, in the order of the rules."""
    return [finding for rule in _RULES for finding in rule(plan)]
