"""Tasks: each has something to show for it, and none stands in the plan twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from cchc_docs.decree.products import ACHIEVEMENTS, EVENTS, PAPERS, THINGS
from cchc_docs.domain.consistency.passages import Places, beginning, shortened, told
from cchc_docs.domain.phrases import Phrases, keys
from cchc_docs.domain.walking import task_rows
from cchc_docs.findings import Finding, Level
from cchc_docs.model.annexes import Task
from cchc_docs.model.base import find_questions, is_open
from cchc_docs.model.plan import Plan
from cchc_docs.vietnamese.text import fold

_PRODUCTS: Final = Phrases((name, name) for name in (*PAPERS, *EVENTS, *THINGS))
_ACHIEVEMENTS: Final = tuple(map(fold, ACHIEVEMENTS))
_REACHED: Final = f"{fold('đạt')} "
_SHARE: Final = re.compile(r"\d+(?:[.,]\d+)?\s*%")
_AS_REQUIRED: Final = re.compile(
    r"\b(?:theo|đúng) (?:quy định|kế hoạch|chương trình|quy trình)\b", re.IGNORECASE
)
_RUN: Final = 4  # words in a row that make two tasks of one product and one point look alike
_FIGURE: Final = re.compile(r"\d+|i{1,3}|iv")
_MOST: Final = 3  # tasks that share such words; more share a common phrase, not their work
_ALIKE: Final = 0.75  # share of words by which two tasks of different points are the same


def check_products(plan: Plan) -> Iterator[Finding]:
    """Yield products that name nothing one could show, and tasks without a product in one."""
    missing = [path for path, task in task_rows(plan) if not task.product]
    if missing:
        yield Finding(
            "product-missing",
            Level.NOTE,
            f"{len(missing)} nhiệm vụ chưa ghi hoạt động/sản phẩm: {told(plan, missing)}.",
            "Ghi văn bản, hội nghị hoặc kết quả cụ thể của nhiệm vụ.",
            missing[0],
        )
    for path, task in task_rows(plan):
        if task.product and not any(find_questions(task.product)) and _shows_nothing(task):
            yield Finding(
                "product-no-product",
                Level.WARNING,
                f'"{task.product}" không phải là sản phẩm cụ thể.',
                "Ghi văn bản, hội nghị hoặc kết quả có thể kiểm tra được, ví dụ "
                f'"Báo cáo của UBND {plan.agency.unit.level}".',
                (*path, "product"),
            )


def _shows_nothing(task: Task) -> bool:
    written = task.product or ""
    product = fold(written)
    if product.startswith(_REACHED):  # "Đạt 100% kế hoạch": what is reached is shown by no paper
        return True
    if next(_PRODUCTS.find(_AS_REQUIRED.sub("", written)), None):
        return False
    achieved = product.startswith(_ACHIEVEMENTS) or _SHARE.match(product)
    return bool(achieved) or set(keys(written)) <= set(keys(task.text))


def check_repeated_tasks(plan: Plan) -> Iterator[Finding]:
    """Yield pairs of tasks that are led by one office, give one product and speak of one thing."""
    tasks = [(path, task) for path, task in task_rows(plan) if not is_open(task.text)]
    places = Places(plan)
    for one, other in sorted(_pairs_alike([task for _, task in tasks], plan.year)):
        (first, task), (second, _) = tasks[one], tasks[other]
        yield Finding(
            "same-work-twice",
            Level.NOTE,
            f'Có thể trùng với "{beginning(task.text)}" ({places.told([first])}): '
            "cùng chủ trì, cùng sản phẩm.",
            "Gộp hai nhiệm vụ, hoặc ghi rõ chỗ khác nhau.",
            second,
        )


def _pairs_alike(tasks: list[Task], year: int) -> set[tuple[int, int]]:
    """Return positions of tasks that share a run of words which hardly any other task has."""
    texts = [_telling_words(task.text, year) for task in tasks]
    sharing: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        for run in {tuple(text[at : at + _RUN]) for at in range(len(text) - _RUN + 1)}:
            sharing[run].append(position)
    return {
        (one, other)
        for positions in sharing.values()
        if 1 < len(positions) <= _MOST
        for one, other in combinations(positions, 2)
        if _one_kind(tasks[one], tasks[other]) and _one_thing(tasks, texts, one, other)
    }


def _telling_words(text: str, year: int) -> list[str]:
    return [one for one in shortened(text) if one not in ("năm", str(year))]


def _one_kind(one: Task, other: Task) -> bool:
    same_product = fold(one.product or "") == fold(other.product or "")
    return same_product and set(one.lead) == set(other.lead)


def _one_thing(tasks: list[Task], texts: list[list[str]], one: int, other: int) -> bool:
    words, others = set(texts[one]), set(texts[other])
    if any(_FIGURE.fullmatch(word) for word in words ^ others):  # reports of two quarters
        return False
    one_point = tasks[one].point is not None and tasks[one].point == tasks[other].point
    return one_point or len(words & others) / len(words | others) >= _ALIKE
