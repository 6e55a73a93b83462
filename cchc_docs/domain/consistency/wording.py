"""Slips of the pen in the texts of a plan: spelling, doubled words, capitals, marks, lost words."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_docs.domain.citations import find_citations
from cchc_docs.domain.citing import head_end
from cchc_docs.domain.consistency.passages import Places, passages
from cchc_docs.domain.final_marks import final_mark_slips
from cchc_docs.domain.slip import Slip
from cchc_docs.domain.slips import find_slips
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.plan import Plan


def check_wording(plan: Plan) -> Iterator[Finding]:
    """Point out every slip; one that comes again is one finding with its places.

    The subjects of cited papers are exempt: their words are those of another office.
    """
    found: dict[tuple[str, str], list[tuple[Path, Slip]]] = {}
    for path, slip in _slips(plan):
        found.setdefault((slip.rule, slip.wrong), []).append((path, slip))
    places = Places(plan)
    for same in found.values():
        path, slip = same[0]
        where = (
            f" {len(same)} chỗ: {places.told([one for one, _ in same])}." if len(same) > 1 else ""
        )
        fix = f'Viết "{slip.right}".' if slip.right is not None else "Đọc lại và sửa câu này."
        yield Finding(
            slip.rule, _LEVELS.get(slip.rule, Level.WARNING), slip.what + where, fix, path
        )


_LEVELS = {"capital-mid-sentence": Level.NOTE, "loose-hyphen": Level.NOTE}


def _slips(plan: Plan) -> Iterator[tuple[Path, Slip]]:
    for passage in passages(plan):
        cited = find_citations(passage.typed)
        exempt = [(head_end(passage.typed, one), one.end) for one in cited]
        exempt += [(slip.start, slip.end) for one in cited for slip in one.slips]  # told of already
        for slip in find_slips(passage.typed, exempt):
            yield passage.path, slip
    yield from final_mark_slips(plan).items()
