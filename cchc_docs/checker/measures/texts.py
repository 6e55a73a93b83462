"""What is written: words, capitals, dates, codes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.layout.picture import Paragraph

_DATE: Final = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.I)
_PLACE: Final = re.compile(r"\A(?P<place>[^,]*),?\s*ngày\b", re.I)
_UNIT_WORD: Final = re.compile(r"(?:phường|xã|đặc khu|thị trấn|quận|thành phố|tỉnh)\s", re.I)
_CODE: Final = re.compile(r"/\s*(?P<code>[^\s/-]+)\s*-")
_QUESTION: Final = re.compile(r"\[\[.*?\]\]")
_SYLLABLE: Final = re.compile(r"[^\W\d_]+")


def _first(instance: Instance) -> Paragraph | None:
    return instance.paragraphs[0] if instance.paragraphs else None


def _text(instance: Instance, _: Components) -> Iterator[Sample]:
    yield Sample(instance.text, _first(instance))


def _text_case(instance: Instance, _: Components) -> Iterator[Sample]:
    """Give the text to be judged by its capitals; dots to be filled in and questions have none."""
    text = _QUESTION.sub("", instance.text)
    yield Sample(text if any(map(str.isalpha, text)) else UNKNOWN, _first(instance))


def _raw_text(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        yield Sample(paragraph.raw_text, paragraph)


def _length(instance: Instance, _: Components) -> Iterator[Sample]:
    yield Sample(len(instance.text), _first(instance))


def place_of(instance: Instance) -> str | None:
    """Return the place before "ngày …"; None where it cannot be told."""
    found = _PLACE.match(instance.text)
    return found["place"].strip() if found else None


def _place(instance: Instance, _: Components) -> Iterator[Sample]:
    yield Sample(place_of(instance) or UNKNOWN, _first(instance))


def _place_has_unit_word(instance: Instance, _: Components) -> Iterator[Sample]:
    place = place_of(instance)
    known = place is not None and bool(_UNIT_WORD.match(place))
    yield Sample(UNKNOWN if place is None else known, _first(instance))


def _calendar_date(instance: Instance, _: Components) -> Iterator[Sample]:
    found = _DATE.search(instance.text)
    if found is None:
        yield Sample(UNKNOWN, _first(instance))
        return
    day, month, year = map(int, found.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        yield Sample(False, _first(instance))
    else:
        yield Sample(True, _first(instance))


def _type_code_matches(instance: Instance, components: Components) -> Iterator[Sample]:
    """Compare the code in the symbol with that of the printed type name."""
    found = _CODE.search(instance.text)
    code = components.document_of(instance).type_code
    known = found and code
    yield Sample(found["code"] == code if found and known else UNKNOWN, _first(instance))


def _title_case_ratio(instance: Instance, _: Components) -> Iterator[Sample]:
    syllables = _SYLLABLE.findall(instance.text)
    if syllables:
        capital = sum(one[0].isupper() for one in syllables)
        yield Sample(round(capital / len(syllables), 3), _first(instance))


def _archive_line(instance: Instance, components: Components) -> Iterator[Sample]:
    """Look for the line that says where a copy is kept; a list yet to be filled in has none."""
    listed = [one for one in components.of("noi_nhan_list") if one.group is instance.group]
    found = any(one.group is instance.group for one in components.of("luu_line"))
    known = found or any(one.text.startswith("-") for one in listed)
    yield Sample(found if known else UNKNOWN, _first(instance))


def _present(instance: Instance, _: Components) -> Iterator[Sample]:
    yield Sample(True, _first(instance))


MEASURES: Final = {
    "present": _present,
    "archive_line": _archive_line,
    "text": _text,
    "rule_kind": _text,
    "text_case": _text_case,
    "raw_text": _raw_text,
    "length": _length,
    "place_case": _place,
    "place_has_unit_word": _place_has_unit_word,
    "calendar_date": _calendar_date,
    "type_code_equals_ten_loai": _type_code_matches,
    "title_case_ratio": _title_case_ratio,
}
