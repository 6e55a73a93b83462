"""The starting folder of a new ward, made from the commented example `examples/khoi-dau`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from cchc_docs.storage.resources import STARTER
from cchc_docs.storage.schema import file_schema

_YEAR: Final = 2026  # of the example; the year before it stands there too
_YEARS: Final = re.compile(rf"{_YEAR - 1}|{_YEAR}")


def starter_files(folder: Path, year: int) -> dict[Path, bytes]:
    """Return the files of the folder with their content, the example's years moved to `year`."""
    profile = (STARTER / "don-vi.yaml").read_text("utf-8")
    plan = (STARTER / str(_YEAR) / "ke-hoach.yaml").read_text("utf-8")
    plan = _YEARS.sub(lambda found: str(int(found.group()) + year - _YEAR), plan)
    return {
        folder / "don-vi.yaml": profile.encode(),
        folder / str(year) / "ke-hoach.yaml": plan.encode(),
        folder / "schema" / "don-vi.schema.json": _json(file_schema("don-vi")),
        folder / "schema" / "ke-hoach.schema.json": _json(file_schema("ke-hoach")),
    }


def _json(schema: object) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
