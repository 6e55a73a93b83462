"""YAML as plain values plus the line of each, read from the event stream of the C parser.

Every scalar stays the text that was typed: `05`, `no`, `1.10` and `2024-01-01` mean what they
look like, and the model decides on types. Only an empty value, `~` and `null` become None.
Aliases (other tools write them) stand for what they name, up to a limit: nested ones explode.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.findings import Path
from cchc_docs.vietnamese.text import nfc

_Mark: TypeAlias = Any  # the C parser has a mark class of its own
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST: Final = 60  # levels of nesting; the real plan uses 9
_HIDDEN_BREAKS: Final = "\x85\u2028\u2029"  # line ends for YAML, but for no editor
_FORBIDDEN: Final = re.compile(  # what is barred, since what may stand takes 8 ms to compile
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_HIDDEN_BREAKS}\ud800-\udfff\ufffe\uffff]"
)
_MOST_VALUES: Final = 1_000_000  # aliases counted as what they stand for; 2,000 tasks make 20,000

Lines = dict[Path, int]
"""For the path of every mapping value and list entry: its line in the file (from 1)."""


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read yet."""

    path: Path
    value: dict[str, Any] | list[Any]
    start: _Mark
    anchor: str | None
    values_before: int
    key: str | None = None

    def next_path(self) -> Path:
        step = self.key if isinstance(self.value, dict) else len(self.value)
        return (*self.path, step if step is not None else "")


@dataclass(slots=True)
class YamlTree:
    """Builds one document; `problems` collects everything that can be collected at once."""

    text: str
    file: str
    lines: Lines = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _root: Any = None
    _values: int = 0
    _anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)

    def read(self) -> Any:
        """Return the document as dicts, lists, strings and None.

        Raises:
            DataError: broken syntax (at once), or duplicate keys and aliases (all together).
        """
        if bad := _FORBIDDEN.search(self.text):
            line = self.text[: bad.start()].count("\n") + 1
            raise DataError(_forbidden_character(Place(self.file, line), bad.group()))
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                self._take(event)
        except yaml.YAMLError as error:
            self.problems.append(_syntax_problem(error, self.text, self.file))
        if self.problems:
            raise DataError(self.problems)
        return self._root

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event.end_mark)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self._values:
            what = 'Tệp có nhiều phần ngăn bằng dấu "---".'
            self._report(event.start_mark, what, "Tách mỗi phần thành một tệp riêng.")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self._stack[-1] if self._stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._key(top, nfc(event.value), event.start_mark)
            return
        value = None if event.implicit[0] and event.value in ("", "~", "null") else event.value
        if value and event.style in ("|", ">"):
            value = value.rstrip("\n")  # the line end of the block is none of the text
        if event.anchor:
            self._anchors[event.anchor] = value, 1
        self._put(value, event.start_mark)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            self._report(
                event.start_mark,
                f'Tham chiếu "*{event.anchor}" không chỉ đến nội dung nào ở phía trên.',
                "Ghi lại đủ nội dung; câu chữ bắt đầu bằng dấu * thì đặt trong dấu nháy.",
            )
        value, size = self._anchors.get(event.anchor, (None, 0))
        self._count(size, event.start_mark)
        self._put(value, event.start_mark)

    def _count(self, values: int, mark: _Mark) -> None:
        self._values += values
        if self._values > _MOST_VALUES:
            self._report(mark, "Dữ liệu quá lớn.", "Chia kế hoạch, bỏ bớt tham chiếu * trong tệp.")
            raise DataError(self.problems)

    def _key(self, top: _Open, key: str, mark: _Mark) -> None:
        if key in top.value:
            first = self.lines.get((*top.path, key))
            self._report(
                mark,
                f'Trường "{key}" ghi hai lần' + (f" (lần đầu ở dòng {first})." if first else "."),
                "Giữ một dòng, xóa dòng kia.",
            )
        top.key = key
        self.lines.setdefault(top.next_path(), mark.line + 1)

    def _open(
        self,
        value: dict[str, Any] | list[Any],
        event: Any,
    ) -> None:
        mark = event.start_mark
        if len(self._stack) >= _DEEPEST:
            self._report(mark, "Dữ liệu lồng quá nhiều cấp.", "Kiểm tra lại thụt lề của tệp.")
            raise DataError(self.problems)
        path = self._stack[-1].next_path() if self._stack else ()
        top = self._stack[-1] if self._stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._report(mark, "Tên trường không đọc được.", "Tên trường phải là một từ đơn giản.")
            top.key = ""
        if not (top and isinstance(top.value, dict)):
            self.lines[path] = mark.line + 1
        self._stack.append(_Open(path, value, mark, event.anchor, self._values))

    def _close(self, end: _Mark) -> None:
        done = self._stack.pop()
        value = self._unquoted_question(done, end) or done.value
        if done.anchor:
            self._anchors[done.anchor] = value, 1 + self._values - done.values_before
        self._put(value, done.start)

    def _put(self, value: Any, mark: _Mark) -> None:
        self._count(1, mark)
        if not self._stack:
            self._root = value
            return
        top = self._stack[-1]
        if isinstance(top.value, dict):
            top.value[top.key or ""] = value
            top.key = None
        else:
            self.lines[top.next_path()] = mark.line + 1
            top.value.append(value)

    def _unquoted_question(self, done: _Open, end: _Mark) -> str | None:
        """Return `[[…]]` as the text it is meant to be; for YAML it is a list in a list."""
        if not isinstance(done.value, list) or len(done.value) != 1:
            return None
        if not isinstance(done.value[0], list):
            return None
        rows = self.text.split("\n")[done.start.line : end.line + 1]
        rows[-1] = rows[-1][: end.column]
        source = " ".join([rows[0][done.start.column :], *map(str.strip, rows[1:])])
        return source if source.startswith("[[") and source.endswith("]]") else None

    def _report(self, mark: _Mark, what: str, fix: str) -> None:
        self.problems.append(Problem(Place(self.file, mark.line + 1), what, fix))


def read_yaml(text: str, file: str) -> tuple[Any, Lines]:
    """Return a YAML document as dicts, lists, strings and None, with the line of each value.

    Raises:
        DataError: broken syntax, forbidden characters, duplicate fields, too much data.
    """
    tree = YamlTree(text, file)
    try:
        return tree.read(), tree.lines
    except DataError:
        quoted = with_quoted_questions(text)
        if quoted == text:
            raise
    tree = YamlTree(quoted, file)
    return tree.read(), tree.lines


_UNQUOTED_QUESTION: Final = re.compile(r"^(\s*(?:- +)*(?:[\w-]+: +)?)(\[\[.*\]\])[ ]*$")
"""A value that is an open question nobody quoted; `#`, `?` or `%` in it are no YAML."""


_BLOCK_BEGINS: Final = re.compile(
    r"(?:( *(?:- +)*)[\w-]+: +|( *(?:- +)*)- +)(?:[&!]\S+ +)*[|>][-+0-9]*(?: +#.*)?$"
)
"""The line before a block of text; what comes before its key, or before its last dash."""


def with_quoted_questions(text: str) -> str:
    """Return YAML with its unquoted questions in quotes; block texts stay as they are."""
    rows: list[str] = []
    holder: int | None = None
    for row in text.split("\n"):
        indent = len(row) - len(row.lstrip(" "))
        if holder is None or (row.strip() and indent <= holder):
            begun = _BLOCK_BEGINS.match(row)
            holder = len(begun[1] or begun[2] or "") if begun else None
            row = _UNQUOTED_QUESTION.sub(_quote, row)
        rows.append(row)
    return "\n".join(rows)


def _quote(value: re.Match[str]) -> str:
    return value[1] + "'" + value[2].replace("'", "''") + "'"


def _forbidden_character(place: Place, bad: str) -> Problem:
    kind = "ký tự ngắt dòng ẩn" if bad in _HIDDEN_BREAKS else "ký tự điều khiển"
    fix = "Xóa ký tự này; nếu chép từ nơi khác, hãy gõ lại đoạn chữ đó."
    return Problem(place, f"Có {kind} U+{ord(bad):04X}.", fix)


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    context = getattr(error, "context", None) or ""
    begun = "quoted scalar" in context or "simple key" in context
    marks = ("context_mark", "problem_mark") if begun else ("problem_mark", "context_mark")
    mark = next(filter(None, (getattr(error, name, None) for name in marks)), None)
    line = mark.line + 1 if mark else None
    rows = text.split("\n")
    row = rows[line - 1] if line and line <= len(rows) else ""
    quoted = f' Dòng đó là: "{row.strip()[:80]}".' if row.strip() else ""
    what = "Sai cú pháp YAML." + quoted
    hint = next((hint for sign, hint in _HINTS.items() if sign in context), _syntax_hint(row))
    return Problem(Place(file, line), what, hint)


_HINTS: Final = {
    "quoted scalar": "Kiểm tra dấu nháy: mỗi dấu nháy mở phải có dấu nháy đóng.",
    "simple key": "Thêm dấu hai chấm và dấu cách sau tên trường; nếu là phần tiếp của câu trên "
    "thì thụt vào.",
}
"""What the parser was reading when it gave up → how to fix it."""


def _syntax_hint(row: str) -> str:
    """Guess the usual slips of people who do not write YAML every day."""
    value = row.split(": ", 1)[-1].strip().removeprefix("- ").strip()
    if "\t" in row:
        return "Thay dấu Tab bằng dấu cách; YAML chỉ thụt lề bằng dấu cách."
    if value.startswith("[["):
        return "Nội dung có [[…]] và chữ khác phải đặt trong dấu nháy đơn '…' hoặc viết sau >-."
    if value[:1] == "[" and value.endswith("]"):
        return "Kiểm tra thụt lề: các trường cùng cấp phải thẳng cột."
    if value[:1] in "{}[]@`%&*!|>'\"#," and value:
        return f"Nội dung bắt đầu bằng {value[0]} phải đặt trong dấu nháy, hoặc viết sau >-."
    if row.count(": ") > 1:
        return "Nội dung có dấu hai chấm phải đặt trong dấu nháy, hoặc xuống dòng sau >-."
    return "Kiểm tra thụt lề (dấu cách, cùng cấp thì thẳng cột) và dấu hai chấm sau tên trường."
