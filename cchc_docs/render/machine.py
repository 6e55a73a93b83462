"""What a machine has of what a full run needs: versions, LibreOffice, a usable font."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cchc_docs.decree.layout import FONT
from cchc_docs.render.pdf import find_libreoffice

_LIBRARIES = ("cchc_docs", "docxtpl", "python-docx", "pydantic", "lxml", "PyYAML")


@dataclass(frozen=True, slots=True)
class MachineCheck:
    """One line of the report: what was looked at, what was found, what to do if it is not fine."""

    what: str
    found: str
    fine: bool = True
    fix: str = ""


def examine_machine() -> Iterator[MachineCheck]:
    """Yield what was found; nothing is changed, nothing raised."""
    yield MachineCheck("Python", platform.python_version())
    for library in _LIBRARIES:
        yield _library(library)
    yield _libreoffice()
    yield _font()


def _library(name: str) -> MachineCheck:
    try:
        return MachineCheck(name, version(name))
    except PackageNotFoundError:
        return MachineCheck(name, "chưa cài", False, f"pip install {name}")


def _libreoffice() -> MachineCheck:
    program = find_libreoffice()
    if program is None:
        fix = "Chỉ cần cho PDF; Debian, Ubuntu: sudo apt install libreoffice-writer-nogui"
        return MachineCheck("LibreOffice", "chưa cài", False, fix)
    return MachineCheck("LibreOffice", f"{_said(program, '--version') or '?'} ({program})")


def _font() -> MachineCheck:
    """Liberation Serif 1.07 lacks Ơ, Ư and the tone-marked letters; 2.x has them."""
    fontconfig = shutil.which("fc-match")
    if fontconfig is None:
        return MachineCheck(FONT, "không kiểm tra được (máy không có fc-match)")
    found = _said(Path(fontconfig), FONT, "-f", "%{family} %{fontversion}")
    family, _, number = found.rpartition(" ")
    modern = number.isdigit() and int(number) >= 2 * 65536
    if FONT in family or ("Liberation Serif" in family and modern):
        return MachineCheck(FONT, family)
    fix = f"Cài phông {FONT}; Debian, Ubuntu: sudo apt install fonts-liberation2"
    return MachineCheck(FONT, f"thay bằng {family or 'phông khác'}", False, fix)


def _said(program: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            [program, *arguments], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip().split("\n")[0]
