"""Where templates and examples lie: in the wheel under `data`, in the repository at its root."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_SHIPPED: Final = _PACKAGE / "data"
_ROOT: Final = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

PLAN_TEMPLATE: Final = _ROOT / "templates" / "kehoach" / "ke-hoach.docx"
REPORT_TEMPLATE: Final = _ROOT / "templates" / "baocao" / "bao-cao.docx"
EXAMPLE_PLAN: Final = _ROOT / "examples" / "hoai-hao" / "2024" / "ke-hoach.yaml"
EXAMPLE_FIGURES: Final = EXAMPLE_PLAN.with_name("so-lieu.yaml")
STARTER: Final = _ROOT / "examples" / "khoi-dau"
