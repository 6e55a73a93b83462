"""Whatever an officer types comes out of the Word file as it went in (design.md §8).

The same plan is rendered twice: with a harmless word in one field, and with a hostile text there.
The second document must be the first with the word replaced: nothing lost, nothing calculated,
nothing done to any other paragraph. The few things the tool does to a text on purpose are listed
in `RULES`; in capitals, the word and the text are both in capitals.
"""

import copy
import functools
import io
import re
import typing
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from pydantic import BaseModel, ValidationError

from cchc_docs import load_plan, render_bytes
from cchc_docs.model.deadline import Deadline
from cchc_docs.model.plan import Plan
from cchc_docs.model.threshold import Threshold
from tests import ooxml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORD = "Chữwxyz"

HOSTILE = {
    "markup": "& < > \" ' <w:p> </w:t></w:r> &amp; &#10; &lt; ]]> <![CDATA[ <!-- -->",
    "jinja": "{{ }} {% %} {# #} {{ 6*7 }} {{6*7}} {% if x %} {%- endfor -%} {{ subject }}",
    "docxtpl": "{%p if x %} {%tr endfor %} {{r x }} {{p x }} {%p endif %} {_{ }_} {_% %_} {%- x",
    "half tags": "{{ { }} } {% % %} {# # #} {",
    "python format": "{} {0} {x!r} %s %(x)s $1 \\1 \\g<0> \\n \\u0041",
    "decomposed": unicodedata.normalize("NFD", "Ủy ban nhân dân phường Đông Hưng Thuận"),
    "tabs": "một\thai\t\tba",
    "lines": "một\nhai\n\nba",
    "lines of Windows": "một\r\nhai\rba",
    "tab and line at the ends": "\tmột\n",
    "blanks": "một  hai   ba",
    "blanks at the ends": "  một  ",
    "non-breaking blanks": "một\u00a0hai\u202fba\u2007bốn",
    "non-breaking blanks at the ends": "\u00a0một\u00a0",
    "zero width": "mộ\u200bt\u200chai\u200dba\ufeffbốn\u2060",
    "right to left": "\u202eabc\u202c \u200fשלום\u200e مرحبا \u2067x\u2069",
    "astral": "😀 👩\u200d👩\u200d👧 🇻🇳 𝔸 𠀀",
    "soft hyphen and dashes": "a\u00adb – — ‑ − ‐",
    "line separators": "một\u2028hai\u2029ba\u0085bốn",
    "last characters": "\ufffd \U0010ffff \ue000 \x7f \x9f",
    "combining": "a\u0301\u0323\u0302 \u0301x e\u031b",
    "odd capitals": "ß ﬁ ŉ ǰ ı İ ſ ΐ",
    "ten thousand letters": "ơ" * 10_000,
    "long": "một hai ba " * 500 + "hết",
    "annex unfinished": "{annex: {annex:targets {office: {annex}",
    "question unfinished": "[[ chưa xong, [[ ]] còn ] [[",
    "question": "trước [[hỏi <ai> & {{ gì }}?]] sau [[\tmột\nhai]]",
    "quotes": "“x” ‘y’ «z» `a` ''b''",
    "yaml": "- a: b # c\n? {x: [y, *z]}\n--- |\n...",
    "dash and marks": "- một: hai; ba/bốn",
    "xml names": 'xml:space="preserve" <?xml version="1.0"?> &nbsp;',
}

AGENCY = {
    "unit": {"level": "phường", "name": "Bình Minh"},
    "body": "Ủy ban nhân dân",
    "abbreviation": "UBND",
    "superiors": ["Cấp trên"],
    "letterhead": {"superior": ["Chủ quản"], "issuer": []},
    "annex_letterhead": True,
    "offices": [{"id": "vp", "name": "Văn phòng", "aliases": ["VP"]}],
    "signatories": [
        {
            "id": "pho",
            "name": "Nguyễn Văn A",
            "post": "Phó Chủ tịch",
            "authority": ["TM.", "KT."],
            "head_post": "Chủ tịch",
        }
    ],
}
TARGET = {
    "id": "a",
    "text": "Tỷ lệ",
    "threshold": "Trên 90%",
    "monitor": ["vp"],
    "executors": ["vp"],
}
PLAN = {
    "agency": AGENCY,
    "year": 2025,
    "number": "5",
    "issue_date": "29/12/2024",
    "subject": "Cải cách",
    "legal_bases": ["Căn cứ một", "Căn cứ hai"],
    "opening": ["Mở đầu"],
    "sections": [
        {
            "title": "Mục",
            "content": [
                "Đoạn văn",
                {"title": "Khoản", "content": [{"text": "Điểm", "content": [{"text": "Gạch"}]}]},
                {"kind": "note", "text": "Ghi chú"},
            ],
        }
    ],
    "closing": ["Kết một", "Kết hai"],
    "annexes": {
        "targets": {
            "title": "Chỉ tiêu",
            "rows": [
                {
                    "title": "Nhóm",
                    "targets": [TARGET | {"parts": [{"id": "b", "text": "Ý", "threshold": "98%"}]}],
                },
                {"id": "c", "text": "Riêng", "monitor": ["vp"]},
            ],
        },
        "tasks": {
            "title": "Nhiệm vụ",
            "groups": [
                {
                    "title": "Nhóm việc",
                    "tasks": [
                        {
                            "id": "x",
                            "text": "Việc",
                            "product": "Báo cáo",
                            "lead": ["vp"],
                            "partners": ["vp"],
                            "deadline": "Cả năm",
                        }
                    ],
                }
            ],
        },
    },
    "recipients": {"acting": ["Nơi A"], "informed": ["Nơi B"], "filing": {"units": ["VP"]}},
    "signatory": "pho",
}
Place = tuple[str | int, ...]


def texts(value: Any, model: Any, path: Place = ()) -> Iterator[Place]:
    """Every place of the data whose field of the model holds words of the officer's own."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from texts(getattr(value, name), field.annotation, (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, model, (*path, number))
    elif isinstance(value, Deadline | Threshold | str) and not _is_fixed(value, path, model):
        yield path


def _is_fixed(value: Any, path: Place, model: Any) -> bool:
    """Whether only some words can stand there: identifiers, choices, names of offices."""
    if isinstance(value, StrEnum) or typing.get_origin(model) is typing.Literal:
        return True
    return not IDENTIFIERS.isdisjoint(path[-2:]) or not REFERENCES.isdisjoint(path[-2:])


# What stands in these fields is looked up; the name that is printed is that of the office.
REFERENCES = {"office", "monitor", "executors", "lead", "partners"}
IDENTIFIERS = {"id", "signatory", "point"}
FIELDS = list(texts(Plan.model_validate(PLAN), Plan))
NOT_PRINTED = {"superiors", "aliases"}


def test_every_kind_of_text_field_is_tried():
    """A new field of the model must get into the plan above."""
    named = {path[-1] if isinstance(path[-1], str) else path[-2] for path in FIELDS}
    assert named == _all_text_fields(Plan) - REFERENCES - {
        "template",  # a path
        "legal_register",  # a path
        *("form", "statistics"),  # paths
        *("measured_by", "due"),  # an id, days
        "addressees",  # of reports: tried in tests/render/test_report_view.py
        "issuer",  # stands instead of body and unit: tried below
    }


def _all_text_fields(model: type[BaseModel], seen: set[type] | None = None) -> set[str]:
    seen = set() if seen is None else seen
    if model in seen:
        return set()
    seen.add(model)
    names: set[str] = set()
    for name, field in model.model_fields.items():
        kinds = list(_inside(field.annotation))
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                names |= _all_text_fields(kind, seen)
        if {str, Deadline, Threshold} & set(kinds):
            names.add(name)
    return names - IDENTIFIERS


def _inside(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is typing.Literal:
        return
    arguments = typing.get_args(annotation)
    if not arguments:
        yield annotation
    for argument in arguments:
        yield from _inside(argument)


def composed(text: str) -> str:
    """What every text of the model becomes: NFC, one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def capitals(text: str) -> str:
    """Open questions stay as they are typed: they are notes to the author, not text."""
    return "".join(
        piece if QUESTION.fullmatch(piece) else piece.upper() for piece in QUESTION.split(text)
    )


QUESTION = re.compile(r"(\[\[.+?\]\])", re.DOTALL)


def one_line(text: str) -> str:
    """A typed wording keeps its words, not its blanks."""
    return " ".join(text.split())


def recipient(text: str) -> str:
    """Dash before, semicolon after: typed ones are not doubled (NĐ 30/2020, PL I, II.9.d)."""
    return re.sub(r"^[-–]\s*|[\s.;,]+$", "", text.strip())


def legal_basis(text: str) -> str:
    """A semicolon or full stop closes it (II.6.a)."""
    return text.rstrip(" .;,")


def last_words(text: str) -> str:
    """`./.` closes the document (Phụ lục III, Mẫu 1.4)."""
    return re.sub(r"[\s.;,:/]+$", "", text)


RULES: dict[Place, Callable[[str], str]] = {
    ("annexes", "tasks", "groups", 0, "tasks", 0, "deadline"): one_line,
    ("annexes", "targets", "rows", 0, "targets", 0, "threshold"): one_line,
    ("annexes", "targets", "rows", 0, "targets", 0, "parts", 0, "threshold"): one_line,
    ("recipients", "acting", 0): recipient,
    ("recipients", "informed", 0): recipient,
    ("legal_bases", 0): legal_basis,
    ("legal_bases", 1): legal_basis,
    ("closing", 1): last_words,
}


def with_texts(changes: dict[Place, str]) -> Plan:
    data = copy.deepcopy(PLAN)
    for path, text in changes.items():
        parent: Any = data
        for step in path[:-1]:
            parent = parent[step]
        parent[path[-1]] = text
    return Plan.model_validate(data)


def data_path(path: Place) -> Place:
    """A bare paragraph of the data is a block with a `text` in the model."""
    return path[:-1] if path == ("sections", 0, "content", 0, "text") else path


def paragraphs(document: bytes) -> list[str]:
    """The text of every paragraph as Word shows it; without `preserve` it drops outer blanks."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(pieces(paragraph)) for paragraph in root.iter(f"{W}p")]


def pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"):
        if element.tag == f"{W}t":
            text = element.text or ""
            yield text if element.get(SPACE) == "preserve" else text.strip(" \t\n\r")
        elif element.getparent().tag == f"{W}r":
            yield "\t" if element.tag == f"{W}tab" else "\n"


@functools.cache
def harmless(path: Place) -> list[str]:
    return paragraphs(render_bytes(with_texts({data_path(path): WORD})))


def expected(path: Place, text: str) -> list[str]:
    text = RULES.get(path, str)(composed(text))
    return [
        paragraph.replace(WORD, text).replace(WORD.upper(), capitals(text))
        for paragraph in harmless(path)
    ]


def first_difference(found: list[str], wanted: list[str]) -> str | None:
    if len(found) != len(wanted):
        return f"{len(found)} paragraphs for {len(wanted)}"
    pairs = zip(found, wanted, strict=True)
    return next(
        (f"{one[:200]!r} for {other[:200]!r}" for one, other in pairs if one != other), None
    )


@pytest.mark.parametrize("path", FIELDS, ids=lambda path: ".".join(map(str, path)))
def test_the_harmless_word_is_printed_where_it_should_be(path):
    """Otherwise the tests below would compare nothing."""
    printed = [text for text in harmless(path) if WORD in text or WORD.upper() in text]
    assert bool(printed) == (not NOT_PRINTED & set(path))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("path", FIELDS, ids=lambda path: ".".join(map(str, path)))
def test_a_hostile_text_comes_out_as_it_went_in(path, name):
    document = render_bytes(with_texts({data_path(path): HOSTILE[name]}))
    assert first_difference(paragraphs(document), expected(path, HOSTILE[name])) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_the_issuer_of_the_letterhead_too(name):
    plan = copy.deepcopy(PLAN)
    plan["agency"]["letterhead"]["issuer"] = [HOSTILE[name], "Dòng hai"]
    printed = paragraphs(render_bytes(Plan.model_validate(plan)))
    assert capitals(composed(HOSTILE[name])) in printed


@pytest.mark.parametrize("name", HOSTILE)
def test_an_office_is_found_by_a_hostile_name(name):
    """The whole name of the office is typed where its identifier could stand."""
    place = ("agency", "offices", 0, "name")
    lead = ("annexes", "tasks", "groups", 0, "tasks", 0, "lead", 0)
    document = render_bytes(with_texts({place: HOSTILE[name], lead: HOSTILE[name]}))
    assert first_difference(paragraphs(document), expected(place, HOSTILE[name])) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_everywhere_at_once_the_file_is_sound(name):
    """Every part is well-formed, python-docx opens it, no measure is below nothing."""
    everywhere = dict.fromkeys(map(data_path, FIELDS), HOSTILE[name])
    document = render_bytes(with_texts(everywhere))
    assert docx.Document(io.BytesIO(document)).paragraphs
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        xml = [
            archive.read(part) for part in archive.namelist() if part.endswith((".xml", ".rels"))
        ]
    for part in xml:
        for element in etree.fromstring(part).iter():
            for attribute in (f"{W}w", "cx", "cy"):
                assert not element.get(attribute, "").startswith("-"), etree.tostring(element)


@pytest.mark.parametrize("names", [("markup", "question", "lines"), ("ten thousand letters",)])
def test_microsoft_takes_it(names, tmp_path: Path):
    text = " ".join(HOSTILE[name] for name in names)
    path = tmp_path / "x.docx"
    path.write_bytes(render_bytes(with_texts(dict.fromkeys(map(data_path, FIELDS), text))))
    assert ooxml.validate(path) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_the_title_among_the_properties(name):
    document = render_bytes(with_texts({("subject",): HOSTILE[name]}))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("docProps/core.xml"))
    title = root.findtext("{http://purl.org/dc/elements/1.1/}title")
    assert title == f"Kế hoạch {composed(HOSTILE[name])}"


def test_a_question_is_repeated_in_its_comment():
    document = render_bytes(with_texts({("subject",): HOSTILE["question"]}))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
    comments = ["".join(pieces(comment)) for comment in root]
    assert len(comments) == 2
    assert "hỏi <ai> & {{ gì }}?" in comments[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_the_way_through_yaml_changes_nothing(name, tmp_path: Path):
    text = HOSTILE[name]
    data = copy.deepcopy(PLAN) | {"agency": "don-vi.yaml", "subject": text, "closing": [text]}
    profile = copy.deepcopy(AGENCY)
    profile["unit"]["name"] = text
    # Escaped: PyYAML itself loses some characters when it writes them as they are.
    (tmp_path / "don-vi.yaml").write_text(yaml.safe_dump(profile), "utf-8")
    (tmp_path / "k.yaml").write_text(yaml.safe_dump(data), "utf-8")
    plan = load_plan(tmp_path / "k.yaml")
    assert (plan.subject, plan.closing) == (composed(text), (composed(text),))
    assert plan.agency.unit.name == composed(text)


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
@pytest.mark.parametrize("path", FIELDS, ids=lambda path: ".".join(map(str, path)))
def test_what_no_word_file_can_hold_is_refused(path, bad):
    with pytest.raises(ValidationError):
        with_texts({data_path(path): f"chữ{bad}"})


XML = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[*map(chr, {*range(32)} - {9, 10, 13}), "\ufffe", "\uffff"],
)
WILD = st.one_of(
    st.text(XML, min_size=1),
    st.text(st.sampled_from("{}%#[]<>&'\"_ \t\n\r-;./ế"), min_size=1),
).filter(lambda text: text.strip() and not re.search(r"\{(annex|office):|\[\[|\]\]", text))


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), WILD, min_size=1, max_size=3))
@example({("subject",): "{{", ("closing", 0): "}}"})
@example({("subject",): "[[a]] b", ("closing", 0): "]]"})
def test_any_text_in_a_few_fields(changes):
    document = render_bytes(with_texts({data_path(path): text for path, text in changes.items()}))
    words = {path: f"{WORD}{number}z" for number, path in enumerate(changes)}
    wanted = paragraphs(render_bytes(with_texts({data_path(p): w for p, w in words.items()})))
    for path, word in words.items():
        text = RULES.get(path, str)(composed(changes[path]))
        wanted = [one.replace(word, text).replace(word.upper(), capitals(text)) for one in wanted]
    assert first_difference(paragraphs(document), wanted) is None
