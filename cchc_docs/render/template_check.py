"""Walks the tags of a template and compares every name with what the view offers, both ways."""

from __future__ import annotations

import dataclasses
import types
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

from cchc_docs.vietnamese.text import nearest, one_of


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong in a tag: the line of the template source, what, how to fix it."""

    line: int
    what: str
    fix: str


@lru_cache(maxsize=64)
def _fields(view: type) -> dict[str, Any]:
    return get_type_hints(view) if dataclasses.is_dataclass(view) else {}


def _plain(kind: Any) -> Any:
    """Return the type behind `X | None`."""
    if get_origin(kind) in (Union, types.UnionType):
        rest = [one for one in get_args(kind) if one is not type(None)]
        return next((one for one in rest if dataclasses.is_dataclass(one)), rest[0])
    return kind


def all_names(view: type) -> set[str]:
    """Return every name a template may print, dotted: ``letterhead.number``, ``rows[].text``."""
    names: set[str] = set()
    for name, kind in _fields(view).items():
        kind = _plain(kind)
        if get_origin(kind) is tuple:
            inner = _plain(get_args(kind)[0])
            names |= {f"{name}[].{deeper}" for deeper in all_names(inner)} or {f"{name}[]"}
        else:
            names |= {f"{name}.{deeper}" for deeper in all_names(kind)} or {name}
    return names


def check_names(
    source: str, environment: Environment, view: type
) -> tuple[list[Complaint], set[str]]:
    """Return what is wrong with the names in `source`, and the names it uses.

    Raises:
        jinja2.TemplateSyntaxError: the tags do not form a template.
    """
    walk = _Walk(view)
    walk.visit(environment.parse(source), {})
    return walk.complaints, walk.used


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of the view: its type and the dotted name it was reached by."""

    kind: Any
    name: str


_LOOP = _Value(None, "loop")


class _Walk:
    """One pass over the tree of a template; scopes map loop variables to what they hold."""

    def __init__(self, view: type) -> None:
        self.view = view
        self.complaints: list[Complaint] = []
        self.used: set[str] = set()

    def visit(self, node: nodes.Node, scope: dict[str, _Value]) -> None:
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.Getattr() | nodes.Getitem() | nodes.Name():
                self._use(self._resolve(node, scope))
            case nodes.Call() | nodes.Filter() | nodes.Assign() | nodes.Include() | nodes.Import():
                self._complain(
                    node,
                    "Mẫu chỉ dùng for, if và tên có sẵn.",
                    "Bỏ phép gọi, bộ lọc hoặc phép gán.",
                )
            case _:
                for child in node.iter_child_nodes():
                    self.visit(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, _Value]) -> None:
        over = self._resolve(node.iter, scope)
        inner = scope | {"loop": _LOOP}
        if over and get_origin(over.kind) is not tuple:
            self._complain(node, f'"{over.name}" không phải danh sách.', "Bỏ vòng lặp for này.")
            over = None
        if isinstance(node.target, nodes.Name):
            kind = _plain(get_args(over.kind)[0]) if over else None
            inner[node.target.name] = _Value(kind, f"{over.name}[]" if over else "")
        for child in (*node.body, *node.else_):
            self.visit(child, inner)

    def _resolve(self, node: nodes.Node, scope: dict[str, _Value]) -> _Value | None:
        """Return the value a name stands for, or None where that is wrong (and said) or unknown."""
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            return self._member(node, _Value(self.view, ""), node.name)
        if isinstance(node, nodes.Getattr):
            owner = self._resolve(node.node, scope)
            if owner is None or owner.kind is None:
                return owner
            self.used.add(owner.name)
            return self._member(node, owner, node.attr)
        self.visit_children(node, scope)
        return None

    def visit_children(self, node: nodes.Node, scope: dict[str, _Value]) -> None:
        for child in node.iter_child_nodes():
            self.visit(child, scope)

    def _member(self, node: nodes.Node, owner: _Value, name: str) -> _Value | None:
        fields = _fields(owner.kind) if isinstance(owner.kind, type) else {}
        if name in fields:
            full = f"{owner.name}.{name}" if owner.name else name
            return _Value(_plain(fields[name]), full)
        where = f' trong "{owner.name}"' if owner.name else ""
        close = one_of(nearest(name, fields))
        fix = f"Có phải là {close}?" if close else f"Dùng được: {', '.join(fields) or 'không có'}."
        self._complain(node, f'Không có tên "{name}"{where}.', fix)
        return None

    def _use(self, value: _Value | None) -> None:
        if value:
            self.used.add(value.name)

    def _complain(self, node: nodes.Node, what: str, fix: str) -> None:
        self.complaints.append(Complaint(node.lineno, what, fix))
