"""The comparison a rollover writes: LibreOffice gives this year's or last year's draft back."""

from pathlib import Path

import pytest

from cchc_docs import api
from tests.compare.resolving import Resolved, reading, resolve
from tests.ooxml import validate

DATA = Path(__file__).parent.parent / "data"
PLANS = {
    "hoai-hao": api.example_plan(),
    "phuong-7": DATA / "phuong-7" / "2024" / "ke-hoach.yaml",
}


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("drafted")
    for name, plan in PLANS.items():
        api.draft_next_year(plan, 2025, folder / name)
    return {name: folder / name for name in PLANS}


@pytest.fixture(scope="module")
def resolved(drafted: dict[str, Path]) -> dict[str, Resolved]:
    return resolve({name: (one / "so-sanh.docx").read_bytes() for name, one in drafted.items()})


@pytest.mark.parametrize("name", PLANS)
def test_accepting_all_gives_the_new_draft(
    name: str, drafted: dict[str, Path], resolved: dict[str, Resolved]
) -> None:
    new = (drafted[name] / "ke-hoach-cchc-2025.docx").read_bytes()
    assert resolved[name].accepted == reading(new)


@pytest.mark.parametrize("name", PLANS)
def test_rejecting_all_gives_the_old_draft(name: str, resolved: dict[str, Resolved]) -> None:
    old = api.render_bytes(api.read_plan(PLANS[name]))
    assert resolved[name].rejected == reading(old)


@pytest.mark.parametrize("name", PLANS)
def test_word_would_open_the_comparison(name: str, drafted: dict[str, Path]) -> None:
    comparison = drafted[name] / "so-sanh.docx"
    assert validate(comparison) == []
