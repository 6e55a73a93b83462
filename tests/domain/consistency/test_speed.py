"""All findings of a long plan take time in proportion to its length."""

from time import process_time

from cchc_docs.domain.consistency import find_inconsistencies
from cchc_docs.model.plan import Plan
from tests.domain.consistency.plans import plan


def long_plan(size: int) -> Plan:
    tasks = [
        {"text": f"Rà soát TTHC lĩnh vực {number}, mục {number % 7}", "product": None, "point": "p"}
        for number in range(size)
    ]
    blocks = [f"Giao Văn phòng – TK việc {number}, đạt 90% TTHC." for number in range(size)]
    return plan({"id": "p", "text": "Rà soát."}, *blocks, tasks=tasks)


def seconds(document: Plan) -> float:
    begun = process_time()
    find_inconsistencies(document)
    return process_time() - begun


def test_four_times_the_plan_takes_about_four_times_as_long():
    short, long = long_plan(250), long_plan(1_000)
    seconds(short)
    assert seconds(long) < 10 * min(seconds(short) for _ in range(3))
