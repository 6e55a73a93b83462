"""The tags of a template where they stand: each in one paragraph, whole, closed, rightly nested.

This looks at the paragraphs as Word shows them, before docxtpl patches the XML: an unclosed tag
would make the patch swallow everything up to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import jinja2

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHOLE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENING: Final = re.compile(r"\{\{|\{%|\{#")
_MARK: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_STATEMENT: Final = re.compile(
    r"\{%[-+]?(?P<whole>p|tr|tc|r)?\s+(?P<word>\w+)(?P<rest>.*?)[-+]?%\}"
)
_PRINTED: Final = re.compile(r"\{\{[-+]?(?:p|tr|tc|r)?\s+(?P<name>.*?)[-+]?\}\}")
_SPAN: Final = "colspan"  # docxtpl's own tag: how a cell merges
_ENDS: Final = {"endif": "if", "endfor": "for"}
_CONTAINERS: Final = {"p": "đoạn", "tr": "dòng của bảng", "tc": "ô của bảng"}

ONLY: Final = "Mẫu chỉ dùng được for, if và những tên có sẵn."


@dataclass(frozen=True, slots=True)
class TagFault:
    """A fault of one tag: the text of its paragraph, what is wrong, how to fix it."""

    paragraph: str
    what: str
    fix: str


def holds_tags(root: Any) -> bool:
    """Tell whether any paragraph of a part holds a tag, however Word has split it."""
    return any(_OPENING.search(_text(paragraph)) for paragraph in root.iter(f"{_W}p"))


def find_tag_faults(root: Any, environment: jinja2.Environment) -> list[TagFault]:
    """Return what is wrong with the tags of a part, seen paragraph by paragraph."""
    faults: list[TagFault] = []
    opened: list[_Open] = []
    for paragraph in root.iter(f"{_W}p"):
        text = _text(paragraph)
        if _MARK.search(_WHOLE.sub("", text)):
            fix = "Viết đủ dấu mở {{ hoặc {% và dấu đóng }} hoặc %} trong cùng một đoạn."
            faults.append(TagFault(text, "Thẻ không đủ dấu mở, dấu đóng.", fix))
        elif _OPENING.search(text):
            faults += _not_alone(paragraph, text)
            faults += _misplaced_spans(paragraph, text)
            faults += _nested(paragraph, text, opened)
            while opened and opened[-1].whole not in _CONTAINERS:
                faults.append(_unclosed(opened.pop()))  # an inline block ends in its paragraph
            faults += _broken_tags(text, environment)
    return [*faults, *map(_unclosed, opened)]


@dataclass(slots=True)
class _Open:
    """A block whose end has not come yet.

    `whole` is what its tag takes the place of; `home` holds the things it decides on: its end
    must stand there too.
    """

    word: str
    whole: str | None
    home: Any
    paragraph: str
    had_else: bool = False

    def fits(self, word: str, whole: str | None, home: Any) -> bool:
        """Tell whether a tag for blocks of this word, kind and home belongs to this one."""
        return self.word == word and self.whole == whole and self.home is home


def _unclosed(block: _Open) -> TagFault:
    return TagFault(block.paragraph, f'Thẻ "{block.word}" không có thẻ kết thúc.', _PAIRS)


_PAIRS: Final = "Mỗi for có một endfor, mỗi if có một endif, cùng loại thẻ, đặt đúng thứ tự."


def _text(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{_W}t"))


def _not_alone(paragraph: Any, text: str) -> Iterator[TagFault]:
    """A tag for a whole paragraph, row or cell takes its place: words beside it would be lost."""
    for match in _STATEMENT.finditer(text):
        whole = match["whole"]
        if whole not in _CONTAINERS:
            continue
        holder = _holder(paragraph, whole)
        if holder is None or _text(holder).strip() != match.group():
            what = f"Thẻ {{%{whole} … %}} phải đứng một mình trong {_CONTAINERS[whole]}."
            yield TagFault(text, what, "Tách chữ và thẻ khác ra chỗ riêng.")


def _misplaced_spans(paragraph: Any, text: str) -> Iterator[TagFault]:
    for match in _STATEMENT.finditer(text):
        if match["word"] != _SPAN:
            continue
        cell = _holder(paragraph, "tc")
        if cell is None:
            yield TagFault(text, f"Thẻ {_SPAN} chỉ đứng trong ô của bảng.", "Bỏ thẻ này.")
        elif _text(cell).count(f" {_SPAN} ") > 1:
            yield TagFault(text, f"Một ô chỉ có một thẻ {_SPAN}.", "Bỏ thẻ thừa.")


def _holder(element: Any, name: str) -> Any:
    while element is not None and element.tag != f"{_W}{name}":
        element = element.getparent()
    return element


def _nested(paragraph: Any, text: str, opened: list[_Open]) -> Iterator[TagFault]:
    """Follow blocks through one paragraph; what a later tag proves unclosed is told at once."""
    for match in _STATEMENT.finditer(text):
        word, whole = match["word"], match["whole"]
        home = _home(paragraph, whole)
        if (word in _ENDS or word == "else") and match["rest"].strip():
            yield TagFault(text, f'Thẻ "{word}" không kèm gì thêm.', f"Viết {{% {word} %}}.")
        if word in _ENDS.values():
            opened.append(_Open(word, whole, home, text))
        elif word in _ENDS or word in ("else", "elif"):
            block = _ENDS.get(word, "if")
            yield from _drop_unclosed(block, whole, home, opened)
            top = opened[-1] if opened else None
            if top is None or not top.fits(block, whole, home):
                yield TagFault(text, f'Thẻ "{word}" không khớp với thẻ mở nào.', _PAIRS)
            elif word in _ENDS:
                opened.pop()
            elif top.had_else:
                yield TagFault(text, f'Thẻ "{word}" đứng sau "else".', _PAIRS)
            else:
                top.had_else = word == "else"
        elif word != _SPAN:
            yield TagFault(text, ONLY, f'Bỏ thẻ "{word}".')


def _home(paragraph: Any, whole: str | None) -> Any:
    holder = _holder(paragraph, whole) if whole in _CONTAINERS else None
    return paragraph if holder is None else holder.getparent()


def _drop_unclosed(
    word: str, whole: str | None, home: Any, opened: list[_Open]
) -> Iterator[TagFault]:
    """Where an outer block is meant, those inside it were never closed."""
    if any(one.fits(word, whole, home) for one in opened):
        while not opened[-1].fits(word, whole, home):
            yield _unclosed(opened.pop())


def _broken_tags(text: str, environment: jinja2.Environment) -> Iterator[TagFault]:
    """Yield tags that are no Jinja even when they stand alone."""
    for match in _WHOLE.finditer(text):
        try:
            environment.parse(_alone(match.group()))
        except jinja2.TemplateSyntaxError:
            fix = "Viết {{ tên }}, {% if tên %}, {% for một in danh_sách %}."
            yield TagFault(text, f"Thẻ {match.group()} viết sai cú pháp.", fix)


def _alone(tag: str) -> str:
    """Return a tag as a template of its own."""
    tag = re.sub(r"[“”]", '"', re.sub(r"[‘’]", "'", tag))
    if printed := _PRINTED.fullmatch(tag):
        return f"{{{{ {printed['name']} }}}}"
    statement = _STATEMENT.fullmatch(tag)
    if statement is None:
        return tag
    word, rest = statement["word"], statement["rest"]
    if word in ("if", "for"):
        return f"{{% {word}{rest}%}}{{% end{word} %}}"
    if word == "elif":
        return f"{{% if{rest}%}}{{% endif %}}"
    if word == _SPAN:
        return f"{{{{{rest}}}}}"
    return "" if word in (*_ENDS, "else") else tag
