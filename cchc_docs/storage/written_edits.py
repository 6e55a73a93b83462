"""Edits of a plan as edits of its YAML file: which values, entries, fields of the file change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_docs.domain.edits import Edit, SetValue
from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.findings import Path
from cchc_docs.storage.yaml_spans import ALIAS, SpanTree


@dataclass(frozen=True, slots=True)
class WrittenEdits:
    """What changes in the data of one file, by paths of the file.

    `texts` are new values, of fields that are written and of those to be added; None means an
    empty value. `removed` has, for the path of a mapping or a list, its fields or entries that go.
    No path lies inside another or inside what goes.
    """

    texts: dict[Path, str | None]
    removed: dict[Path, set[str | int]]

    @classmethod
    def of(cls, edits: Sequence[Edit], data: Any, tree: SpanTree) -> WrittenEdits:
        """Find what edits of a plan change in its file.

        Where a changed or removed text is used again by a reference `*`, the reference becomes the
        old text.

        Raises:
            DataError: a path leads to nothing that is written, or to what a reference shares.
        """
        texts: dict[Path, str | None] = {}
        gone: set[Path] = set()
        for edit in edits:
            path = _path_in_file(edit, data, tree)
            if isinstance(edit, SetValue):
                texts[path] = edit.text
            else:
                gone.add(path)
        covering = gone | texts.keys()
        for path in covering:
            if _is_inside(path, covering):
                texts.pop(path, None)
                gone.discard(path)
        for path in gone:
            texts.pop(path, None)
        texts |= _written_out(texts.keys(), gone, data, tree)
        removed: dict[Path, set[str | int]] = defaultdict(set)
        for path in gone & tree.spans.keys():
            removed[path[:-1]].add(path[-1])
        return cls(texts, dict(removed))

    def apply(self, data: Any) -> None:
        """Make the edits in the data of the file."""
        for path, text in self.texts.items():
            _value(data, path[:-1])[path[-1]] = text
        # All holders first: taking entries away moves those after them.
        for holder, steps in [(_value(data, path), steps) for path, steps in self.removed.items()]:
            if isinstance(holder, list):
                holder[:] = [item for number, item in enumerate(holder) if number not in steps]
            for step in steps if isinstance(holder, dict) else ():
                del holder[step]


def refusal(tree: SpanTree, path: Path, what: str, fix: str) -> DataError:
    """Return the error for an edit that cannot be made, at the line nearest to it."""
    written = next((part for part in _prefixes(path) if part in tree.lines), ())
    return DataError(Problem(Place(tree.file, tree.lines.get(written, 1)), what, fix))


def _path_in_file(edit: Edit, data: Any, tree: SpanTree) -> Path:
    """Return where the value of a path of the plan is written, or would be added."""
    path, value = edit.path, data
    for position, step in enumerate(path):
        rest = path[position:]
        if tree.spans[path[:position]].style == ALIAS and isinstance(value, dict | list):
            raise _shared(tree, path[:position])
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step in range(len(value)):
            value = value[int(step)]
        elif isinstance(value, dict) and len(rest) == 1:
            return path
        elif not isinstance(value, dict | list) and rest in _single(edit):
            return path[:position]
        else:
            raise refusal(tree, path, _NOT_WRITTEN, _WRITE_IT)
    return path


def _single(edit: Edit) -> tuple[Path, ...]:
    """Return what a text without field or dash can stand for: a list of one, a paragraph."""
    return ((0,), ("text",)) if isinstance(edit, SetValue) else ((0,),)


_NOT_WRITTEN = "Không sửa tự động được: tệp không ghi chỗ này thành một trường riêng."
_WRITE_IT = "Ghi chỗ này ra thành trường riêng (tên: nội dung), rồi chạy lại."


def _shared(tree: SpanTree, path: Path) -> DataError:
    what = (
        "Không sửa riêng được đoạn này: nó dùng chung nội dung với chỗ khác qua tham chiếu (& *)."
    )
    return refusal(tree, path, what, "Chép nội dung vào thay cho tham chiếu *, rồi chạy lại.")


def _written_out(
    changed: Collection[Path], gone: set[Path], data: Any, tree: SpanTree
) -> dict[Path, str | None]:
    """Return the old texts of anchors that change, at the references which do not."""
    edited = gone.union(changed)
    holders = {part for path in edited for part in _prefixes(path[:-1])}
    texts: dict[Path, str | None] = {}
    for anchored, uses in tree.uses.items():
        touched = _is_inside(anchored, edited) or anchored in edited
        left = [use for use in uses if use not in edited and not _is_inside(use, edited)]
        if not left or not (touched or anchored in holders):
            continue
        value = _value(data, anchored)
        if isinstance(value, dict | list):
            raise _shared(tree, anchored)
        texts |= dict.fromkeys(left, value)
    return texts


def _is_inside(path: Path, others: Container[Path]) -> bool:
    return any(part in others for part in _prefixes(path[:-1]))


def _prefixes(path: Path) -> Iterator[Path]:
    """Yield the path and what it lies in, from the inside out, without the document itself."""
    return (path[:length] for length in range(len(path), 0, -1))


def _value(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
