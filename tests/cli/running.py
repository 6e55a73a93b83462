"""`cchc` as a process of its own, and what it leaves behind."""

import os
import stat
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


SMALL_PDF = "%PDF-1.7\\n1 0 obj <</Type /Page>> endobj\\n%%EOF\\n"
WRITES_PDF = f"""\
import sys
from pathlib import Path
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir(exist_ok=True)
for name in sys.argv:
    if name.endswith(".docx"):
        (out / Path(name).name).with_suffix(".pdf").write_text("{SMALL_PDF}")
"""


def fake_soffice(folder: Path, body: str) -> str:
    """A program in the place of LibreOffice; `body` is what it does, in Python."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\n{body}", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)
