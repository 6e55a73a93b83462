"""A Word template, patched and compiled once: a render is then one Jinja call and one strict parse.

docxtpl is fenced here. It patches the tags split by Word; everything else it does is done more
strictly: autoescape, a sandbox, undefined names and None are errors, no tags in footnotes or
comments (docxtpl renders footnotes twice, so `{{ 6*7 }}` in user data would be calculated).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import jinja2
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from cchc_docs.errors import Place, Problem, TemplateError
from cchc_docs.ooxml.package import CONTENT_TYPES, DOCUMENT, NotAPackage, Parts, read_package
from cchc_docs.render.template_check import check_names, printed_names
from cchc_docs.render.template_tags import TagFault, find_tag_faults, holds_tags

_WITH_TEXT: Final = re.compile(
    r"word/(document|(header|footer|footnotes|endnotes|comments)\d*)\.xml"
)
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """The template ready to render: its parts, and a Jinja template for each part with tags."""

    name: str
    parts: Parts
    rendered: Mapping[str, jinja2.Template]


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What a check of a template found: errors, and names of the view it does not print."""

    errors: tuple[Problem, ...]
    unused: tuple[str, ...]


@lru_cache(maxsize=32)
def compile_template(content: bytes, name: str, view: type) -> CompiledTemplate:
    """Return the compiled template; the same bytes are compiled once per process.

    `view` is the dataclass whose fields the template may name.

    Raises:
        TemplateError: no Word file, a syntax error, or a name the view does not offer; all of
            them at once, each with its paragraph.
    """
    parts = template_parts(content, name)
    examined = _examined(parts, name, view)
    if examined.errors:
        raise TemplateError(examined.errors)
    environment = _environment()
    rendered = {part: environment.from_string(one) for part, one in examined.sources.items()}
    return CompiledTemplate(name, parts, rendered)


def examine_template(content: bytes, name: str, view: type) -> TemplateReport:
    """Return every error of a template and every view name it does not print.

    Where a tag is broken, names cannot be told and none is called unused.

    Raises:
        TemplateError: the file is no Word template at all.
    """
    examined = _examined(template_parts(content, name), name, view)
    unused = sorted(printed_names(view) - examined.used) if examined.read_whole else []
    return TemplateReport(tuple(examined.errors), tuple(unused))


def template_parts(content: bytes, name: str) -> Parts:
    """Return the parts of a template; a .dotx becomes a .docx.

    Raises:
        TemplateError: no .docx, or a macro file.
    """
    try:
        parts = read_package(content)
    except NotAPackage as error:
        what = "Không phải tệp Word .docx, hoặc tệp bị hỏng hay đặt mật khẩu."
        fix = "Mở tệp bằng Word, lưu lại dạng .docx không mật khẩu."
        raise TemplateError(Problem(Place(name), what, fix)) from error
    if b"macroEnabled" in parts[CONTENT_TYPES]:
        fix = "Lưu lại mẫu dạng .docx không macro."
        raise TemplateError(Problem(Place(name), "Mẫu chứa macro.", fix))
    types = parts[CONTENT_TYPES].replace(b"template.main+xml", b"document.main+xml")
    return parts | {CONTENT_TYPES: types}


def part_xml(template: jinja2.Template, fields: Mapping[str, Any]) -> str:
    """Return one rendered part, with its XML declaration."""
    return _DECLARATION + template.render(fields)


@dataclass(slots=True)
class _Examined:
    """The patched source of each part with tags, what is wrong, and the names in use."""

    sources: dict[str, str] = field(default_factory=dict)
    errors: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    read_whole: bool = True


def _examined(parts: Parts, name: str, view: type) -> _Examined:
    found = _Examined()
    for part, content in parts.items():
        if not _WITH_TEXT.fullmatch(part):
            continue
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        if "comments" in part:
            what = "Mẫu còn chú thích (comment) của người soạn."
            fix = "Xóa hết chú thích trong Word rồi lưu lại."
            found.errors.append(Problem(Place(name), what, fix))
        elif "notes" in part:
            if holds_tags(root):
                what = "Có thẻ {{ }} hoặc {% %} trong chú thích cuối trang."
                fix = "Chuyển thẻ vào thân văn bản hoặc đầu trang."
                found.errors.append(Problem(Place(name), what, fix))
        elif part == DOCUMENT or holds_tags(root):
            faults = find_tag_faults(root, _environment())
            if faults:
                found.read_whole = False
            else:
                found.sources[part] = _patched(root)
                faults, names = _misused_names(found.sources[part], view)
                found.used.update(names)
            found.errors.extend(_problem(one, name) for one in faults)
    return found


def _misused_names(source: str, view: type) -> tuple[list[TagFault], set[str]]:
    """Compare the names of a patched part with the view; line numbers name paragraphs."""
    numbered = re.sub(r"<w:p([ >])", r"\n<w:p\1", source.replace("\n", " "))
    lines = numbered.split("\n")
    complaints, names = check_names(numbered, _environment(), view)
    return [TagFault(_words(lines[one.line - 1]), one.what, one.fix) for one in complaints], names


def _words(xml: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", xml).split())


def _problem(fault: TagFault, name: str) -> Problem:
    return Problem(Place(name), f'{fault.what} Đoạn: "{fault.paragraph.strip()[:200]}"', fault.fix)


def _patched(root: Any) -> str:
    """Return the part's XML with every tag in one piece, as Jinja can read it."""
    source: str = DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode"))
    # docxtpl puts gridSpan first in the cell; where Word has written a width, that comes before.
    return re.sub(r'(<w:gridSpan w:val="\{\{[^"]*"/>)(<w:tcW [^>]*/>)', r"\2\1", source)


class _Sandbox(SandboxedEnvironment):
    """A sandbox for templates whose names and tags have been checked against the view.

    Jinja's own test of every attribute read costs a third of a render and finds nothing here.
    """

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not attr.startswith("_")


def _environment() -> SandboxedEnvironment:
    return _Sandbox(
        autoescape=True, undefined=jinja2.StrictUndefined, finalize=_printable, cache_size=0
    )


def _printable(value: Any) -> Any:
    if value is None or callable(value):
        raise TypeError(f"a template printed {value!r}")
    return value
