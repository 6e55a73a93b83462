"""Effective formatting against values of the standard, of Word's notes and of LibreOffice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc_docs.layout.picture import Block, Paragraph, Picture, paragraphs
from cchc_docs.layout.reading import read_picture
from tests.layout.packages import PAGE, package

DATA = Path(__file__).resolve().parent.parent / "data" / "layout"
CASES = yaml.safe_load((DATA / "dinh-dang.yaml").read_text(encoding="utf-8"))
THEME = (DATA / "theme.xml").read_text(encoding="utf-8")
OVERRIDE = (
    '<w:compat><w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>'
)


def picture_of(case: dict[str, Any]) -> Picture:
    related = [(kind, case[kind]) for kind in ("styles", "numbering") if kind in case]
    if not case.get("is_legacy"):
        related.append(("settings", OVERRIDE))
    raw = {"theme": THEME} if case.get("has_theme") else None
    return read_picture(package(case["body"] + PAGE, related=related, raw=raw))


def all_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for one in paragraphs(blocks):
        yield one
        for box in one.boxes:
            yield from all_paragraphs(box.blocks)


def gap_above(before: Paragraph, here: Paragraph) -> float:
    is_same = before.style == here.style
    after = 0 if is_same and before.setting.contextual else before.setting.after
    more = max(0, here.setting.before - before.setting.after)
    return after + (0 if is_same and here.setting.contextual else more)


def shown(picture: Picture, token: str, name: str) -> Any:
    """Return a property, named as in the cases, of the letters `token`."""
    known = list(all_paragraphs(picture.sections[0].blocks))
    places = [(index, one) for index, p in enumerate(known) for one in p.runs if token in one.typed]
    if name == "visible":
        return len(places) == 1
    ((index, found),) = places
    setting = known[index].setting
    if name == "gap":
        return gap_above(known[index - 1], known[index])
    if name in _SETTING:
        return getattr(setting, _SETTING[name])
    if name == "caps":
        return token.upper() in found.text
    if name == "font":
        (font,) = found.face.fonts
        return font
    return getattr(found.face, name)


_SETTING = {"left": "left", "x": "left", "first": "first_line"} | {
    **{name: name for name in ("before", "after", "line")},
    "rule": "line_rule",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_formatting_is_what_word_shows(case: dict[str, Any]) -> None:
    picture = picture_of(case)
    found = {
        token: {name: shown(picture, token, name) for name in wanted}
        for token, wanted in case["expect"].items()
    }
    expected = {
        token: {
            name: pytest.approx(value) if isinstance(value, float) else value
            for name, value in wanted.items()
        }
        for token, wanted in case["expect"].items()
    }
    assert found == expected
