"""The documents in folders: those that can be checked, and those of other formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cchc_docs.storage.files import HIDDEN

_WORD: Final = ".docx"
_OTHERS: Final = (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".pdf", ".rtf", ".wps")
"""What else an officer keeps documents in."""


@dataclass(frozen=True, slots=True)
class FoundDocuments:
    """The files to check, and by folder those that look like documents but are no .docx."""

    files: list[Path]
    passed_over: dict[Path, list[Path]]


def find_documents(paths: Iterable[Path]) -> FoundDocuments:
    """Return files as they are given, and of folders the .docx in them, at any depth.

    Passed over are files of other formats of documents, but a PDF beside its own .docx. What
    programs hide is left out.
    """
    files: list[Path] = []
    passed_over: dict[Path, list[Path]] = {}
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(
            one for one in path.rglob("*") if not one.name.startswith(HIDDEN) and not one.is_dir()
        )
        found = [one for one in inside if one.suffix.lower() == _WORD]
        printed = {one.with_suffix(".pdf") for one in found}
        files += found
        others = [one for one in inside if one.suffix.lower() in _OTHERS and one not in printed]
        if others:
            passed_over[path] = others
    return FoundDocuments(list(dict.fromkeys(files)), passed_over)
