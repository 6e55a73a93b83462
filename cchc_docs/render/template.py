"""A Word template, patched and compiled once: a render is then one Jinja call and one strict parse.

docxtpl is fenced here. It patches the tags split by Word; everything else it does is done more
strictly: autoescape, a sandbox, undefined names and None are errors, no tags in footnotes or
comments (docxtpl renders footnotes twice, so `{{ 6*7 }}` in user data would be calculated).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import jinja2
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from cchc_docs.errors import Place, Problem, TemplateError
from cchc_docs.ooxml.package import CONTENT_TYPES, DOCUMENT, NotAPackage, Parts, read_package
from cchc_docs.render.template_check import Complaint, all_names, check_names

_HEADER_OR_FOOTER: Final = re.compile(r"word/(header|footer)\d*\.xml")
_NO_TAGS_HERE: Final = re.compile(r"word/(footnotes|endnotes|comments)\.xml")
_TAG: Final = re.compile(rb"\{\{|\{%|\{#")
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MACRO_TYPE: Final = b"macroEnabled"


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """The template ready to render: its parts, and a Jinja template for each part with tags."""

    name: str
    parts: Parts
    rendered: Mapping[str, jinja2.Template]


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What a check of a template found: errors, and names of the view it leaves out."""

    errors: tuple[Problem, ...]
    unused: tuple[str, ...]


def compile_template(content: bytes, name: str, view: type) -> CompiledTemplate:
    """Return the compiled template; the same bytes are compiled once per process.

    `view` is the dataclass whose fields the template may name.

    Raises:
        TemplateError: no Word file, a syntax error, or a name the view does not offer; all of
            them at once, each with its paragraph.
    """
    return _compiled(content, name, view)


@lru_cache(maxsize=32)
def _compiled(content: bytes, name: str, view: type) -> CompiledTemplate:
    parts = template_parts(content, name)
    errors, _, sources = _examined(parts, name, view)
    if errors:
        raise TemplateError(errors)
    environment = _environment()
    rendered = {part: environment.from_string(source) for part, source in sources.items()}
    return CompiledTemplate(name, parts, rendered)


def examine_template(content: bytes, name: str, view: type) -> TemplateReport:
    """Return every error of a template and every view name it does not use.

    Raises:
        TemplateError: the file is no Word template at all.
    """
    errors, unused, _ = _examined(template_parts(content, name), name, view)
    return TemplateReport(tuple(errors), tuple(unused))


def template_parts(content: bytes, name: str) -> Parts:
    """Return the parts of a template.

    Raises:
        TemplateError: no .docx, or a macro file.
    """
    try:
        parts = read_package(content)
    except NotAPackage as error:
        raise TemplateError(
            Problem(
                Place(name),
                "Không phải tệp Word .docx, hoặc tệp bị hỏng hay đặt mật khẩu.",
                "Mở tệp bằng Word, lưu lại dạng .docx không mật khẩu.",
            )
        ) from error
    if _MACRO_TYPE in parts[CONTENT_TYPES]:
        raise TemplateError(
            Problem(Place(name), "Mẫu chứa macro.", "Lưu lại mẫu dạng .docx không macro.")
        )
    return parts


def _examined(
    parts: Parts, name: str, view: type
) -> tuple[list[Problem], list[str], dict[str, str]]:
    errors: list[Problem] = []
    sources: dict[str, str] = {}
    used: set[str] = set()
    for part, content in parts.items():
        if _NO_TAGS_HERE.fullmatch(part) and (_TAG.search(content) or "comments" in part):
            errors.append(_misplaced(name, part))
        if part != DOCUMENT and not (_HEADER_OR_FOOTER.fullmatch(part) and _TAG.search(content)):
            continue
        try:
            source = _patched(content)
            complaints, names = check_names(_numbered(source), _environment(), view)
            used |= names
        except etree.XMLSyntaxError:
            errors.append(
                Problem(Place(name), f"Phần {part} của tệp bị hỏng.", "Lưu lại bằng Word.")
            )
            continue
        except jinja2.TemplateSyntaxError as error:
            complaints = [_syntax(error)]
        errors.extend(_complaint(one, source, name) for one in complaints)
        sources[part] = source
    unused = sorted(all_names(view) - used)
    return errors, unused, sources


def _patched(content: bytes) -> str:
    """Return the part's XML with every tag in one piece, as Jinja can read it."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    source = DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode"))
    # docxtpl puts gridSpan first in the cell; where Word has written a width, that comes before.
    return re.sub(r'(<w:gridSpan w:val="\{\{[^"]*"/>)(<w:tcW [^>]*/>)', r"\2\1", source)


def _numbered(source: str) -> str:
    """Put each paragraph on a line of its own, so that a line number names a paragraph."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source.replace("\n", " "))


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


def _misplaced(name: str, part: str) -> Problem:
    if "comments" in part:
        what = "Mẫu còn chú thích (comment) của người soạn."
        return Problem(Place(name), what, "Xóa hết chú thích trong Word rồi lưu lại.")
    what = "Có thẻ {{ }} hoặc {% %} trong chú thích cuối trang."
    return Problem(Place(name), what, "Chuyển thẻ vào thân văn bản hoặc đầu trang.")


def _syntax(error: jinja2.TemplateSyntaxError) -> Complaint:
    return Complaint(
        error.lineno,
        "Thẻ viết sai cú pháp.",
        "Kiểm tra: {{ }} và {% %} đủ cặp; mỗi for có endfor, mỗi if có endif, đặt đúng thứ tự.",
    )


def _complaint(complaint: Complaint, source: str, name: str) -> Problem:
    lines = _numbered(source).split("\n")
    row = lines[min(complaint.line, len(lines)) - 1]
    words = " ".join(re.sub(r"<[^>]+>", " ", row).split())
    return Problem(Place(name), f'{complaint.what} Đoạn: "{words[:200]}"', complaint.fix)


def part_xml(template: jinja2.Template, fields: Mapping[str, Any]) -> str:
    """Return one rendered part, with its XML declaration."""
    return _DECLARATION + template.render(fields)
