"""Reads a ground truth of a rollover and tells what really became of each of its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from cchc_docs.domain.review import Done, ReviewRow
from cchc_docs.domain.rollover import Rollover
from cchc_docs.domain.walking import values
from cchc_docs.findings import Path as DataPath
from cchc_docs.model.plan import Plan

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Entry:
    where: str
    scope: str
    passage: str
    words: str
    actions: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.where}: {self.words}"


def read_truth(file: Path) -> tuple[list[Entry], dict[str, list[str]]]:
    data = yaml.safe_load(file.read_text("utf-8"))
    entries = [
        Entry(
            *(one[field] for field in ("noi", "o", "doan", "chu")),
            _tuple(one["lam"]),
            _tuple(one.get("moi")),
        )
        for one in data["muc"]
    ]
    return entries, data["nhiem_vu"]


def _tuple(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def printed(plan: Plan) -> dict[DataPath, str]:
    """Every wording of the plan outside its profile, as text."""
    return {path: str(value) for path, value in values(plan) if path[0] != "agency"}


class Outcome:
    """What became of the words of one entry in a rollover."""

    def __init__(self, entry: Entry, old: Plan, rolled: Rollover) -> None:
        self.path, self.span = locate(entry, old)
        self._old = printed(old)[self.path]
        self._rolled = rolled
        self.rows = [row for row in rolled.rows if row.path == self.path and _meet(row, self.span)]

    @property
    def dropped(self) -> bool:
        rows = [row for row in self._rolled.rows if row.done is Done.DROPPED]
        return any(self.path[: len(row.path)] == row.path for row in rows if len(row.path) > 1)

    @property
    def asked(self) -> bool:
        return any(row.question or row.done is Done.ASKED for row in self.rows)

    def now(self) -> str:
        """The words that stand in the new plan where the entry's words stood."""
        laid = sorted(
            (row for row in self._rolled.rows if row.path == self.path and row.new_span),
            key=lambda row: row.span,
        )
        first = next((row for row in self._rolled.rows if row.path == self.path), None)
        new_path = next((row.new_path for row in laid), None)
        if first is None or new_path is None:
            return self._old[slice(*self.span)]
        text = printed(self._rolled.plan)[new_path]
        return text[_moved(self.span[0], laid, end=False) : _moved(self.span[1], laid, end=True)]

    def actions(self, entry: Entry) -> set[str]:
        """The actions of the truth that what happened would satisfy."""
        if self.dropped:
            return {"bo"}
        now, found = self.now(), set()
        if self.asked:
            found.add("hoi")
        wider = any(_covers(row, self.span) for row in self.rows)
        if entry.words in now and (wider or not self.asked):
            found.add("giu")
        mended = (Done.CHANGED, Done.REPAIRED)
        news = [row.new for row in self.rows if row.done in mended] + [now] * (not self.asked)
        if any(new == one or (wider and new in one) for new in entry.new for one in news):
            found |= {"doi", "sua"}
        if any(len(new) > 6 and new in now for new in entry.new) and not self.asked:
            found |= {"doi", "sua"}  # several pieces, or a citation with the new symbol in it
        return found


def _covers(row: ReviewRow, span: tuple[int, int]) -> bool:
    return row.span[0] <= span[0] and span[1] <= row.span[1] and row.span != span


def _meet(row: ReviewRow, span: tuple[int, int]) -> bool:
    start, end = row.span
    return start < span[1] and span[0] < max(end, start + 1)


def _moved(position: int, laid: list[ReviewRow], *, end: bool) -> int:
    shift = 0
    for row in laid:
        assert row.new_span
        start, stop = row.span
        if (
            start < position < stop
            or (end and start < position <= stop)
            or (not end and start <= position < stop)
        ):
            return row.new_span[1] if end else row.new_span[0]
        if stop <= position:
            shift = row.new_span[1] - stop
    return position + shift


def locate(entry: Entry, plan: Plan) -> tuple[DataPath, tuple[int, int]]:
    """The value and the span of an entry's words; both are there once."""
    found = []
    for path, text in _scope(entry.scope, plan):
        for match in re.finditer(re.escape(entry.passage), text):
            start = match.start() + entry.passage.index(entry.words)
            found.append((path, (start, start + len(entry.words))))
    assert len(found) == 1, (entry, found)
    return found[0]


def _scope(name: str, plan: Plan) -> Iterator[tuple[DataPath, str]]:
    texts = printed(plan)
    rows = {text: path[:-1] for path, text in texts.items() if path[-1] == "id"}
    for path, text in texts.items():
        top = path[0] == name and name != "annexes"
        title = name == "annexes" and path[0] == name and len(path) == 3
        inside = name in rows and path[0] == "annexes" and path[: len(rows[name])] == rows[name]
        own = inside and "parts" not in path[len(rows.get(name, ())) :]
        if (top or title or own) and path[-1] not in ("id", "point", "kind"):
            yield path, text
