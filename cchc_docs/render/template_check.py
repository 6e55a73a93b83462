"""Walks the tags of a template: only what is known to be right passes.

A template may use `for` and `if`, and print names the view offers, each where its kind belongs:
words inside a run, a drawn line or a picture as a run of its own, a span as `{% colspan … %}`.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes
from markupsafe import Markup

from cchc_docs.render.template_tags import ONLY
from cchc_docs.render.view import Line, Picture, Span
from cchc_docs.vietnamese.text import nearest, one_of


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong in a tag: the line of the template source, what, how to fix it."""

    line: int
    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of the view: its type, the dotted name it was reached by, whether it may be None."""

    kind: Any
    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Loop:
    """What Jinja knows of a loop; docxtpl's `{% vm %}` asks for `loop.first`."""

    first: bool
    last: bool
    index: str


@dataclass(frozen=True, slots=True)
class _Scope:
    """Loop variables, and the optional values an enclosing `if` has made sure of."""

    variables: dict[str, _Value]
    sure: frozenset[str] = frozenset()


def all_names(view: type) -> set[str]:
    """Return every name a template may use, dotted: ``letterhead.number``, ``body[].text``."""
    return {name for name, _ in _leaves(view)}


def _leaves(view: Any) -> Iterator[tuple[str, Any]]:
    for name, hint in _fields(view).items():
        kind = _without_none(hint)
        if get_origin(kind) is tuple:
            name, kind = f"{name}[]", get_args(kind)[0]
        if dataclasses.is_dataclass(kind):
            yield from ((f"{name}.{deeper}", leaf) for deeper, leaf in _leaves(kind))
        else:
            yield name, kind


def printed_names(view: type) -> set[str]:
    """Return the names a template is expected to print: text, lines, pictures, spans."""
    return {name for name, kind in _leaves(view) if kind in _PLACE_OF_KIND}


def check_names(
    source: str, environment: Environment, view: type
) -> tuple[list[Complaint], set[str]]:
    """Return what is wrong in the tags of `source`, and the names it uses.

    Raises:
        jinja2.TemplateSyntaxError: the tags do not form a template.
    """
    walk = _Walk(view, _printed_places(source))
    walk.statements(environment.parse(source).body, _Scope({}))
    return walk.complaints, walk.used


@lru_cache(maxsize=64)
def _fields(view: Any) -> dict[str, Any]:
    return get_type_hints(view) if dataclasses.is_dataclass(view) else {}


def _without_none(kind: Any) -> Any:
    """Return the type behind ``X | None``; others as they are."""
    if get_origin(kind) in (Union, types.UnionType) and type(None) in get_args(kind):
        return next(one for one in get_args(kind) if one is not type(None))
    return kind


def _printed_places(source: str) -> Iterator[str]:
    """Yield for each ``{{`` where it stands: inside an attribute, a text, or between runs."""
    for match in re.finditer(r"\{\{", re.sub(r"\{#.*?#\}", _blank, source)):
        before = source[: match.start()]
        if before.rfind("<") > before.rfind(">"):
            yield "attribute"
        elif max(before.rfind("<w:t>"), before.rfind("<w:t ")) > before.rfind("</w:t>"):
            yield "text"
        else:
            yield "run"


def _blank(comment: re.Match[str]) -> str:
    return " " * len(comment.group())


_PLACE_OF_KIND = {
    Line: "run",
    Picture: "run",
    Span: "attribute",
    str: "text",
    str | Markup: "text",
}
_HOW_TO_PRINT = {
    "run": "{{{{r {0} }}}}",
    "attribute": "{{% colspan {0} %}}",
    "text": "{{{{ {0} }}}}",
}


class _Walk:
    """One pass over the tree of a template."""

    def __init__(self, view: type, places: Iterator[str]) -> None:
        self.view = view
        self.places = places
        self.complaints: list[Complaint] = []
        self.used: set[str] = set()

    def statements(self, body: Iterable[nodes.Node], scope: _Scope) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for printed in node.nodes:
                        if not isinstance(printed, nodes.TemplateData):
                            self._print(printed, scope)
                case nodes.If():
                    self._if(node, scope)
                case nodes.For():
                    self._for(node, scope)
                case _:
                    self._complain(node, ONLY, "Bỏ thẻ này.")

    def _print(self, node: nodes.Node, scope: _Scope) -> None:
        place = next(self.places)
        value = self._value(node, scope)
        if value is None or value.kind is None:
            return
        wanted = _PLACE_OF_KIND.get(value.kind)
        if wanted is None:
            what = f'"{value.name}" không in được, đó không phải một câu chữ.'
            self._complain(node, what, self._choices(value.kind))
        elif wanted != place:
            fix = f"Viết {_HOW_TO_PRINT[wanted].format(_source(node))}."
            self._complain(node, f'"{value.name}" không in được ở chỗ này.', fix)

    def _if(self, node: nodes.If, scope: _Scope) -> None:
        rest = [*node.elif_, *node.else_]
        if isinstance(node.test, nodes.Not):
            sure = self._test(node.test.node, scope)
            self.statements(node.body, scope)
            self.statements(rest, replace(scope, sure=scope.sure | sure))
        else:
            sure = self._test(node.test, scope)
            self.statements(node.body, replace(scope, sure=scope.sure | sure))
            self.statements(rest, scope)

    def _for(self, node: nodes.For, scope: _Scope) -> None:
        over = self._value(node.iter, scope)
        if over and get_origin(over.kind) is not tuple:
            self._complain(node, f'"{over.name}" không phải danh sách.', "Bỏ vòng lặp for này.")
            over = None
        if node.test or node.else_ or not isinstance(node.target, nodes.Name):
            self._complain(node, ONLY, 'Viết dạng "for tên in danh_sách".')
        kind = get_args(over.kind)[0] if over else None
        inner = scope.variables | {"loop": _Value(_Loop, "loop")}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = _Value(kind, f"{over.name}[]" if over else "")
        self.statements([*node.body, *node.else_], replace(scope, variables=inner))

    def _test(self, node: nodes.Node, scope: _Scope) -> frozenset[str]:
        """Check a condition; return the optional values that are there where it is true."""
        match node:
            case nodes.And():
                left = self._test(node.left, scope)
                return left | self._test(node.right, replace(scope, sure=scope.sure | left))
            case nodes.Or():
                return self._test(node.left, scope) & self._test(node.right, scope)
            case nodes.Not():
                self._test(node.node, scope)
                return frozenset()
            case nodes.Compare(ops=[nodes.Operand(op="eq" | "ne", expr=nodes.Const() as const)]):
                self._compare(node, const.value, scope)
                return frozenset()
            case _:
                value = self._value(node, scope)
                return frozenset({value.name} if value else ())

    def _compare(self, node: nodes.Compare, constant: object, scope: _Scope) -> None:
        value = self._value(node.expr, scope)
        if value is None or value.kind is None:
            return
        known = get_args(value.kind) if get_origin(value.kind) is Literal else ()
        if constant not in known:
            fix = f"Dùng {one_of(known)}." if known else "Chỉ so sánh những tên có lựa chọn sẵn."
            self._complain(node, f'"{value.name}" không bao giờ bằng "{constant}".', fix)

    def _value(self, node: nodes.Node, scope: _Scope) -> _Value | None:
        """Return what a name stands for; None where that is wrong (and said) or unknown."""
        match node:
            case nodes.Name():
                found = scope.variables.get(node.name) or self._member(
                    node, _Value(self.view, ""), node.name
                )
            case nodes.Getattr():
                owner = self._value(node.node, scope)
                if owner is None or owner.kind is None:
                    return None
                if owner.optional and owner.name not in scope.sure:
                    what = f'Có văn bản không có "{owner.name}".'
                    fix = f"Đặt trong {{%p if {owner.name} %}} … {{%p endif %}}."
                    self._complain(node, what, fix)
                found = self._member(node, owner, node.attr)
            case _:
                self._complain(node, ONLY, "Bỏ phép tính, bộ lọc, phép gọi hoặc chữ trong thẻ.")
                return None
        if found:
            self.used.add(found.name)
        return found

    def _member(self, node: nodes.Node, owner: _Value, name: str) -> _Value | None:
        fields = _fields(owner.kind)
        if name in fields:
            kind = _without_none(fields[name])
            full = f"{owner.name}.{name}" if owner.name else name
            return _Value(kind, full, optional=kind is not fields[name])
        where = f' trong "{owner.name}"' if owner.name else ""
        close = one_of(nearest(name, fields))
        fix = f"Có phải là {close}?" if close else self._choices(owner.kind)
        self._complain(node, f'Không có tên "{name}"{where}.', fix)
        return None

    def _choices(self, kind: Any) -> str:
        inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
        names = ", ".join(_fields(inner))
        return f"Dùng một trong: {names}." if names else "Dùng trong for hoặc if."

    def _complain(self, node: nodes.Node, what: str, fix: str) -> None:
        self.complaints.append(Complaint(node.lineno, what, fix))


def _source(node: nodes.Node) -> str:
    """Return a name as it is written in a template."""
    if isinstance(node, nodes.Getattr):
        return f"{_source(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
