"""How the points of one item end: the one that closes otherwise than its neighbours."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from cchc_docs.domain.outline import outline
from cchc_docs.domain.slip import Slip
from cchc_docs.domain.slips import final_marks
from cchc_docs.findings import Path
from cchc_docs.model.document import BlockKind
from cchc_docs.model.plan import Plan


def final_mark_slips(plan: Plan) -> dict[Path, Slip]:
    """Return the slip at the end of each point that closes otherwise than its neighbours."""
    siblings: dict[Path, list[tuple[Path, str]]] = {}
    for entry in outline(plan):
        if entry.kind is BlockKind.POINT and entry.block.text and not entry.block.content:
            here = (*entry.path, "text")
            siblings.setdefault(entry.path[:-1], []).append((here, entry.block.text))
    return {
        points[position][0]: slip
        for points in siblings.values()
        for position, slip in final_marks([text for _, text in points])
    }


def only_mark(slip: Slip) -> Slip:
    """Return the slip without the word before the mark, which may be a year of its own."""
    right = slip.right or ""
    pairs = zip(slip.wrong, right, strict=False)
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return replace(slip, start=slip.start + same, wrong=slip.wrong[same:], right=right[same:])
