"""Numbers and letters of the body: I. → 1. → a) → - , computed from the order of the blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_docs.findings import Path
from cchc_docs.model.document import Block, BlockKind, Document
from cchc_docs.vietnamese.numerals import point_letter, roman

_UNDER = {
    None: BlockKind.SECTION,
    BlockKind.SECTION: BlockKind.ITEM,
    BlockKind.ITEM: BlockKind.POINT,
    BlockKind.POINT: BlockKind.DASH,
}


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A block with its level, its label (``III.``, ``2.``, ``đ)``, ``-`` or empty) and its path."""

    block: Block
    kind: BlockKind
    label: str
    path: Path


def outline(document: Document) -> Iterator[OutlineEntry]:
    """Yield every block of the body in printed order."""
    return _walk(document.sections, None, ("sections",))


def _walk(
    blocks: tuple[Block, ...], parent: BlockKind | None, path: Path
) -> Iterator[OutlineEntry]:
    counts: Counter[BlockKind] = Counter()
    for position, block in enumerate(blocks):
        kind = block.kind or _UNDER.get(parent, BlockKind.PARAGRAPH)
        counts[kind] += 1
        here = (*path, position)
        yield OutlineEntry(block, kind, _label(kind, counts[kind]), here)
        yield from _walk(block.content, kind, (*here, "content"))


def _label(kind: BlockKind, count: int) -> str:
    match kind:
        case BlockKind.SECTION:
            return f"{roman(count)}."
        case BlockKind.ITEM:
            return f"{count}."
        case BlockKind.POINT:
            return f"{point_letter(count)})"
        case BlockKind.DASH:
            return "-"
        case _:
            return ""
