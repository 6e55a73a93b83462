"""Two plans rolled over, judged by ground truths that were written without the program."""

import re
from functools import cache
from pathlib import Path

import pytest

from cchc_docs import api
from cchc_docs.domain.rollover import Rollover
from cchc_docs.domain.walking import task_rows
from cchc_docs.model.plan import Plan
from tests.domain.rollover_truth import YEAR, Entry, Outcome, locate, printed, read_truth

DATA = Path(__file__).parent.parent / "data"
PLANS = {
    "hoai-hao": (api.example_plan(), DATA / "su-that-2025-hoai-hao.yaml"),
    "phuong-7": (DATA / "phuong-7" / "2024" / "ke-hoach.yaml", DATA / "phuong-7/su-that-2025.yaml"),
}


@cache
def rolled(name: str) -> tuple[Plan, Rollover]:
    file = api.read_plan(PLANS[name][0])
    return file.plan, api.roll_over_file(file, file.plan.year + 1)


ENTRIES = [(name, entry) for name, (_, file) in PLANS.items() for entry in read_truth(file)[0]]


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[f"{n}-{e.id}" for n, e in ENTRIES])
def test_each_year_citation_term_and_slip_is_treated_as_it_means(name: str, entry: Entry):
    plan, result = rolled(name)
    outcome = Outcome(entry, plan, result)
    happened = outcome.actions(entry)
    assert happened & set(entry.actions), (entry.actions, entry.new, outcome.now(), outcome.rows)


@pytest.mark.parametrize("name", PLANS)
def test_tasks_stay_or_go_as_they_should(name: str):
    plan, result = rolled(name)
    truth = read_truth(PLANS[name][1])[1]
    before, after = ({task.id for _, task in task_rows(one)} for one in (plan, result.plan))
    assert set(truth["giu"]) <= after
    assert before - after >= set(truth.get("bo", ()))
    assert after <= before


@pytest.mark.parametrize("name", PLANS)
def test_the_truth_speaks_of_every_year_of_the_plan(name: str):
    plan, _ = rolled(name)
    covered = {}
    for _, entry in [one for one in ENTRIES if one[0] == name]:
        path, (start, end) = locate(entry, plan)
        for year in YEAR.finditer(printed(plan)[path], start, end):
            covered[path, year.start()] = entry
    for path, text in printed(plan).items():
        for year in YEAR.finditer(text) if path[0] != "year" else ():
            assert (path, year.start()) in covered, (path, text[year.start() - 20 :])


@pytest.mark.parametrize("name", PLANS)
def test_every_year_of_the_new_plan_has_its_row(name: str):
    _, result = rolled(name)
    spans = {}
    for row in result.rows:
        if row.new_path and row.new_span:
            spans.setdefault(row.new_path, []).append(row.new_span)
    for path, text in printed(result.plan).items():
        for year in YEAR.finditer(text) if path[0] != "year" and path[-1] != "id" else ():
            if re.search(r"\d\.$", text[: year.start()]):
                continue  # a telephone number: 0257.2024.118
            around = spans.get(path, [])
            assert any(a <= year.start() and year.end() <= b for a, b in around), (path, text)
