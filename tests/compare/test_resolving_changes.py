"""LibreOffice, asked to accept all changes, gives the new text, and to reject all, the old one."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cchc_docs import render_bytes
from cchc_docs.compare.document import compare_documents
from cchc_docs.model.annexes import Target, TargetGroup
from cchc_docs.model.document import Block
from cchc_docs.model.plan import Plan
from tests.compare.resolving import Reading, Resolved, reading, resolve
from tests.compare.small import SECTION, cell, document, p, row, table
from tests.pages import EXAMPLE, STARTER, VARIANTS, with_annexes

MERGE_START, MERGED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'


@dataclass(frozen=True)
class Pair:
    old: bytes
    new: bytes


def both_ways(name: str, one: bytes, other: bytes) -> dict[str, Pair]:
    return {f"{name}, gone": Pair(one, other), f"{name}, come": Pair(other, one)}


def unlinked(plan: Plan) -> Plan:
    """The plan without links between the lines of its annexes and its text."""

    def line(values: dict) -> dict:
        inner = {
            key: tuple(line(one) for one in values[key])
            for key in ("rows", "groups", "tasks", "targets", "parts")
            if values.get(key)
        }
        return {key: value for key, value in values.items() if key != "point"} | inner

    dumped = plan.annexes.model_dump()
    annexes = {name: line(annex) for name, annex in dumped.items() if annex}
    return plan.model_copy(update={"annexes": type(plan.annexes).model_validate(annexes)})


FREE = unlinked(EXAMPLE)


def tasks(*kept: slice) -> bytes:
    """The plan with these tasks of each group; a group without tasks is left out."""
    annex = FREE.annexes.tasks
    pairs = zip(annex.groups, [*kept, *[slice(None)] * len(annex.groups)], strict=False)
    groups = [g.model_copy(update={"tasks": g.tasks[part]}) for g, part in pairs]
    left = tuple(group for group in groups if group.tasks)
    return render_bytes(with_annexes(FREE, tasks=annex.model_copy(update={"groups": left})))


def targets(*rows: Target | TargetGroup) -> bytes:
    annex = FREE.annexes.targets.model_copy(update={"rows": rows})
    return render_bytes(with_annexes(FREE, targets=annex))


def thinned(blocks: tuple[Block, ...], depth: int = 0) -> tuple[Block, ...]:
    """The text without every third of its points: the letters of the others close up."""
    return tuple(
        block.model_copy(update={"content": thinned(block.content, depth + 1)})
        for place, block in enumerate(blocks)
        if depth < 2 or place % 3 != 1
    )


WHOLE = render_bytes(FREE)
ROWS = FREE.annexes.targets.rows
FIRST, *OTHERS = ROWS[0].targets
UNSHARED = OTHERS[0].model_copy(update={"shares": (), "threshold": "1", "executors": ("mot-cua",)})

PLANS = {
    **both_ways("first task", WHOLE, tasks(slice(1, None))),
    **both_ways("tasks", WHOLE, tasks(slice(None, -1), slice(1, None, 2), slice(2, 3))),
    **both_ways("group of tasks", WHOLE, tasks(slice(None), slice(0))),
    **both_ways(
        "first of merged rows",
        WHOLE,
        targets(ROWS[0].model_copy(update={"targets": (UNSHARED, *OTHERS[1:])}), *ROWS[1:]),
    ),
    **both_ways(
        "inner merged row",
        WHOLE,
        targets(ROWS[0].model_copy(update={"targets": (FIRST, *OTHERS[1:])}), *ROWS[1:]),
    ),
    **both_ways(
        "points",
        WHOLE,
        render_bytes(FREE.model_copy(update={"sections": thinned(FREE.sections)})),
    ),
    **both_ways(
        "section",
        WHOLE,
        render_bytes(
            FREE.model_copy(update={"sections": (*FREE.sections[:3], *FREE.sections[4:])})
        ),
    ),
    **both_ways("annex of targets", WHOLE, render_bytes(VARIANTS["only-tasks"])),
    **both_ways("annex of tasks", WHOLE, render_bytes(VARIANTS["only-targets"])),
    # All annexes come: LibreOffice, rejecting, leaves a blank paragraph of each.
    "both annexes, gone": Pair(WHOLE, render_bytes(VARIANTS["no-annexes"])),
    "legal bases": Pair(WHOLE, render_bytes(VARIANTS["legal-bases"])),
    "letterhead of annexes": Pair(WHOLE, render_bytes(VARIANTS["annex-letterhead"])),
    **both_ways("another ward's plan", WHOLE, render_bytes(STARTER)),
}

T = table(("a", "b"), ("c", "d"))
T2 = table(("x y", "z"), ("u", "v w"))

TRAPS = {
    **both_ways("paragraph", document(p("a"), p("b c d"), p("e")), document(p("a"), p("e"))),
    **both_ways("first paragraph", document(p("b c d"), p("e")), document(p("e"))),
    **both_ways("last paragraph", document(p("e"), p("b c d")), document(p("e"))),
    **both_ways("blank paragraph", document(p("e"), p(), p("f")), document(p("e"), p("f"))),
    **both_ways(
        "paragraph before a table",
        document(p("e"), p("b c"), T, p("f")),
        document(p("e"), T, p("f")),
    ),
    **both_ways(
        "only paragraph before a table", document(p("b c"), T, p("f")), document(T, p("f"))
    ),
    **both_ways("table", document(p("e"), T, p("f")), document(p("e"), p("f"))),
    **both_ways(
        "table between paragraphs",
        document(p("e"), p("b"), T, p("c"), p("f")),
        document(p("e"), p("f")),
    ),
    **both_ways(
        "table and all before it",
        document(p("e"), T, p("b"), p("c"), T2, p("f")),
        document(p("e"), T, p("f")),
    ),
    "one table for another": Pair(document(p("e"), T, p("f")), document(p("e"), T2, p("f"))),
    "other columns": Pair(
        document(p("e"), T, p("f")), document(p("e"), table(("a", "b", "c"), columns=3), p("f"))
    ),
    **both_ways(
        "row",
        document(p("e"), table(("a", "b"), ("", "d e"), ("f", "g")), p("f")),
        document(p("e"), table(("a", "b"), ("f", "g")), p("f")),
    ),
    **both_ways(
        "row that spans the table",
        document(table(("a", "b"), row(cell(p("c"), properties=WIDE)), ("f", "g")), p("f")),
        document(table(("a", "b"), ("f", "g")), p("f")),
    ),
    **both_ways(
        "last paragraph of a cell",
        document(table(row(cell(p("a"), p("b c"), p("d")), "x")), p("f")),
        document(table(row(cell(p("a")), "x")), p("f")),
    ),
    "words in merged cells": Pair(
        document(
            table(
                row(cell(p("a b"), properties=MERGE_START), "c d e"),
                row(cell(p(), properties=MERGED), "f g h"),
            ),
            p("f"),
        ),
        document(table(row("a", "c d e"), row("b", "f g h")), p("f")),
    ),
    **both_ways(
        "section break",
        document(p("a"), T, p("", SECTION), p("b"), p("c"), T2, p("d"), p("e")),
        document(p("a"), T, p("d"), p("e")),
    ),
    "changes at the end and at the next start": Pair(
        document(p("a b c"), p("d e f"), p("g h i")),
        document(p("a b c z"), p("y d e f x"), p("w g h i")),
    ),
    "losses at the end and at the next start": Pair(
        document(p("a b c z"), p("y d e f x"), p("w g h i")),
        document(p("a b c"), p("d e f"), p("g h i")),
    ),
    **both_ways(
        "longer, and another paragraph",
        document(p("a b c z"), p("x y"), p("g h i")),
        document(p("a b c"), p("g h i")),
    ),
    **both_ways(
        "paragraphs around a blank one",
        document(p("a b"), p("x y"), p(), p("u v"), p("d e f")),
        document(p("a b"), p(), p("d e f")),
    ),
    "blank one between changes": Pair(
        document(p("a b c"), p("x y"), p(), p("d e f")),
        document(p("a b"), p(), p("z d e f")),
    ),
    "blanks, breaks, tabs": Pair(
        document(p("a\tb  c\nd\u00a0e"), p(" f ")), document(p("a\tb c\nd e\ng"), p("f\t"))
    ),
    "all in capitals": Pair(document(p("kế hoạch & <b>")), document(p("KẾ HOẠCH & <b>"))),
}

PAIRS = PLANS | TRAPS


@pytest.fixture(scope="module")
def resolved() -> dict[str, Resolved]:
    compared = {
        name: compare_documents(pair.old, pair.new, author="Người soạn")
        for name, pair in PAIRS.items()
    }
    return resolve(compared)


@pytest.mark.parametrize("name", PAIRS)
def test_accepted_it_is_the_new_one(name: str, resolved: dict[str, Resolved]) -> None:
    assert resolved[name].accepted == reading(PAIRS[name].new)


@pytest.mark.parametrize("name", PAIRS)
def test_rejected_it_is_the_old_one(name: str, resolved: dict[str, Resolved]) -> None:
    assert resolved[name].rejected == reading(PAIRS[name].old)


WORDS = st.lists(st.sampled_from("abcdeg"), min_size=2, max_size=6).map(" ".join)
BLANK_AFTER = st.sampled_from([[], [], [""]])
TEXTS = st.lists(st.tuples(WORDS, BLANK_AFTER), min_size=1, max_size=4).map(
    lambda pairs: [text for words, blank in pairs for text in (words, *blank)]
)
TABLES = st.lists(st.one_of(WORDS, st.just("")), min_size=1, max_size=5).map(
    lambda texts: [[[["row"], [text]] for text in texts]]
)
BODIES = st.one_of(
    TEXTS, st.tuples(TEXTS, TABLES, TEXTS).map(lambda parts: [*parts[0], *parts[1], *parts[2]])
)


def written(body: Reading) -> bytes:
    """The document that is read so."""
    return document(
        *(
            p(block)
            if isinstance(block, str)
            else table(*([words for (words,) in cells] for cells in block))
            for block in body
        )
    )


@settings(
    max_examples=3,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],  # to shrink would start LibreOffice a hundred times
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(st.tuples(BODIES, BODIES), min_size=20, max_size=20))
def test_whatever_changed(pairs: list[tuple[Reading, Reading]]) -> None:
    """Many pairs of documents at once: most of the time goes into starting LibreOffice."""
    compared = {
        str(place): compare_documents(written(old), written(new), author="Người soạn")
        for place, (old, new) in enumerate(pairs)
    }
    results = zip(pairs, resolve(compared).values(), strict=True)
    wrong = [(pair, got) for pair, got in results if (got.rejected, got.accepted) != pair]
    assert wrong == []
