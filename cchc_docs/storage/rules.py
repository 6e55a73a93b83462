"""The rules of the layout out of the data of the package, and a house's own profile of them."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from pydantic import ValidationError

from cchc_docs.domain.rule_wording import unknown_rule
from cchc_docs.errors import DataError, Problem
from cchc_docs.findings import Path
from cchc_docs.model.house_profile import HouseProfile
from cchc_docs.model.rule import RuleBook
from cchc_docs.storage.kinds import refuse_other
from cchc_docs.storage.messages import place_of, problems_of
from cchc_docs.storage.source import DataFile, Source, read_source

RULES: Final = pathlib.Path(__file__).resolve().parent.parent / "decree" / "quy-tac"
"""One file of words and lists, and the rules by element in the others."""

_WORDS: Final = "tu-ngu.yaml"


@cache
def default_rules() -> RuleBook:
    """Return the rules shipped with the package, in the order of their elements; read once."""
    words = read_source(RULES / _WORDS).data
    rows: dict[str, list[dict[str, Any]]] = {element: [] for element in words["elements"]}
    for file in sorted(RULES.glob("*.yaml")):
        if file.name != _WORDS:
            for element, rules in read_source(file).data.items():
                rows[element] += [{"element": element, **rule} for rule in rules]
    return RuleBook.model_validate(words | {"rules": [one for row in rows.values() for one in row]})


def read_house_profile(file: DataFile) -> HouseProfile:
    """Read the profile of a ward or a province.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file; an unknown rule, one named twice, and a rule of the
            decree that is to be switched off or graded anew are errors.
    """
    source = read_source(file)
    refuse_other(source, "quy-tac")
    problems = list(_wrong_choices(source))
    try:
        profile = HouseProfile.model_validate(source.data)
    except ValidationError as error:
        problems += problems_of(error, HouseProfile, source.file, source.lines)
    if problems:
        raise DataError(sorted(problems, key=lambda one: one.place.line or 0))
    return profile


def _wrong_choices(source: Source) -> Iterator[Problem]:
    known = default_rules().by_id
    named: set[str] = set()
    for path, id in _named_rules(source.data):
        place = place_of(path, HouseProfile, source.file, source.lines)
        if id in named:
            fix = "Giữ một chỗ, xóa chỗ kia."
            yield Problem(place, f'Quy tắc "{id}" được nêu hai lần.', fix)
        elif id not in known:
            yield Problem(place, *unknown_rule(id, known))
        elif path[0] == "rules" and known[id].is_decree:
            what = f'Không tắt, không đổi mức được quy tắc "{id}": {known[id].source}.'
            yield Problem(place, what, _WAIVE)
        named.add(id)


def _named_rules(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield the rules a file names, whatever else is wrong with it."""
    for field in ("rules", "waived"):
        rows = data.get(field)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            id = row.get("id") if isinstance(row, dict) else None
            if isinstance(id, str) and id.strip():
                yield (field, number, "id"), id.strip()


_WAIVE: Final = (
    'Có lý do để miễn thì chuyển sang "waived": quy tắc vẫn được xét, kết quả ghi rõ được miễn.'
)
