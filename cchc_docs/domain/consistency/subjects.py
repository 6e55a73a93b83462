"""The subject of a cited paper goes on in lower case: "của Chính phủ quy định …"."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_docs.domain.citations import find_citations
from cchc_docs.domain.citing import head_end
from cchc_docs.domain.consistency.passages import passages
from cchc_docs.domain.slips import find_slips
from cchc_docs.findings import Finding, Level
from cchc_docs.model.plan import Plan

_BEFORE_SUBJECT = ("", "về", "về việc")


def check_subject_capitals(plan: Plan) -> Iterator[Finding]:
    """Yield subjects that open with a capital; the rest of a subject is another office's wording.

    Source: NĐ 30/2020/NĐ-CP, Phụ lục II, Mục I.
    """
    for passage in passages(plan):
        text = passage.typed
        subjects = [head_end(text, one) for one in find_citations(text)]
        for slip in find_slips(text) if subjects else ():
            opens = any(text[at : slip.start].strip() in _BEFORE_SUBJECT for at in subjects)
            if slip.rule == "capital-mid-sentence" and opens and passage.cites(slip.start):
                yield Finding(
                    "capital-mid-sentence",
                    Level.NOTE,
                    f"{slip.what} Trích yếu đi liền sau tên cơ quan ban hành.",
                    f'Viết "{slip.right}".',
                    passage.path,
                )
