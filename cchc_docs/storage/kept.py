"""The figures of final reports, a JSON file beside each."""

from __future__ import annotations

import pathlib

from pydantic import ValidationError

from cchc_docs.model.kept import KeptFigures
from cchc_docs.storage.files import read_bytes


def kept_json(kept: KeptFigures) -> bytes:
    """Return the file of a report's figures."""
    return (kept.model_dump_json(indent=2) + "\n").encode()


def read_kept(path: pathlib.Path) -> KeptFigures | None:
    """Return the figures in a file; None where it is something else.

    Raises:
        FileAccessError: the file cannot be read.
    """
    try:
        return KeptFigures.model_validate_json(read_bytes(path))
    except ValidationError:
        return None
