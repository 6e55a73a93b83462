"""`cchc` as a process of its own, and what it leaves behind."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., subprocess.CompletedProcess[str]]


def surroundings(**changes: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "CCHC_SOFFICE": "/nonexistent"} | changes


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "cchc_docs", *map(str, arguments)]


def files_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []
