"""The legal register: what is known of cited papers, of stale terms and of units, and how surely.

Rows are facts with a source and a confidence. Nothing here decides: `domain.legal_status` does.
An absent date is not known; it never means "no".
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from cchc_docs.model.base import Model, Text, TextList
from cchc_docs.model.issue import Day


class Confidence(StrEnum):
    """How sure a row is; only `CONFIRMED` is ever stated as law."""

    CONFIRMED = "confirmed"  # text or metadata seen in a source that is listed
    MEMORY = "memory"  # from memory only
    UNVERIFIED = "unverified"  # one weak source, or inferred

    @property
    def label(self) -> str:
        """How sure it is, as an officer reads it."""
        return {
            "confirmed": "đã kiểm chứng",
            "memory": "theo trí nhớ, chưa kiểm chứng",
            "unverified": "chưa kiểm chứng",
        }[self.value]


class EventType(StrEnum):
    """What happened to a document."""

    ISSUED = "issued"
    EFFECTIVE = "effective"
    AMENDED = "amended"
    PARTLY_REPEALED = "partly_repealed"
    REPEALED = "repealed"  # ended by a clause
    REPLACED = "replaced"  # ended, with a successor
    PERIOD_END = "period_end"  # `date` is the last day of its period


class Scope(StrEnum):
    """Who issued the document."""

    NATIONAL = "national"
    PROVINCE = "province"
    TOWN = "town"
    WARD = "ward"
    PARTY = "party"


class Action(StrEnum):
    """What a plan does with a citation."""

    KEEP = "keep"
    REPLACE = "replace"
    ASK = "ask"
    DROP = "drop"


class Event(Model):
    """One dated event; `date` is the day it takes effect, None where it is not known."""

    type: EventType = Field(title="Loại sự kiện")
    date: Day | None = Field(None, title="Ngày")
    no_earlier_than: Day | None = Field(None, title="Không sớm hơn ngày")
    no_later_than: Day | None = Field(None, title="Không muộn hơn ngày")
    by: Text | None = Field(None, title="Theo văn bản", description="Mã văn bản")
    by_text: Text | None = Field(None, title="Theo", description="Khi không có mã văn bản")
    confidence: Confidence = Field(title="Mức tin cậy")
    sources: TextList = Field((), title="Nguồn")
    note: Text | None = Field(None, title="Ghi chú")


class Sighting(Model):
    """A day on which a source shows the document in use."""

    day: Day = Field(title="Ngày")
    confidence: Confidence = Field(Confidence.CONFIRMED, title="Mức tin cậy")
    sources: TextList = Field((), title="Nguồn")
    note: Text | None = Field(None, title="Ghi chú")


class Doubt(Model):
    """From `since` on the standing of the document is open, for the reason given."""

    since: Day = Field(title="Từ ngày")
    note: Text = Field(title="Lý do")
    sources: TextList = Field((), title="Nguồn")


class Successor(Model):
    """What to cite instead, from `since` on (None: not known from when)."""

    id: Text = Field(title="Mã văn bản thay thế")
    since: Day | None = Field(None, title="Từ ngày")
    confidence: Confidence = Field(title="Mức tin cậy")
    note: Text | None = Field(None, title="Ghi chú")


class Advice(Model):
    """What plans of the years `first_year` to `last_year` do with the citation.

    It holds for a plan signed before `signed_before`. None means without end. `candidate` is the
    id of the document to cite instead.
    """

    first_year: int = Field(title="Từ năm")
    last_year: int | None = Field(None, title="Đến năm")
    signed_before: Day | None = Field(None, title="Ký trước ngày")
    action: Action = Field(title="Cách xử lý")
    candidate: Text | None = Field(None, title="Văn bản thay thế", description="Mã văn bản")
    note: Text | None = Field(None, title="Ghi chú")


class LegalDocument(Model):
    """One document: what it is, what happened to it, what to cite instead."""

    id: Text = Field(title="Mã văn bản")
    kind: Text = Field(title="Tên loại")
    symbol: Text | None = Field(None, title="Số, ký hiệu")
    issued: Day | None = Field(None, title="Ngày ban hành")
    issuer: Text | None = Field(None, title="Cơ quan ban hành")
    subject: Text = Field(title="Trích yếu")
    names: TextList = Field((), title="Tên gọi khác", description="Khi viện dẫn không ghi số")
    scope: Scope = Field(Scope.NATIONAL, title="Cấp ban hành")
    confidence: Confidence = Field(title="Mức tin cậy")
    note: Text | None = Field(None, title="Ghi chú")
    sources: TextList = Field((), title="Nguồn")
    rests_on: TextList = Field((), title="Chi tiết hóa văn bản", description="Mã văn bản")
    events: tuple[Event, ...] = Field((), title="Sự kiện")
    seen_in_force: tuple[Sighting, ...] = Field((), title="Ngày còn được viện dẫn")
    doubts: tuple[Doubt, ...] = Field((), title="Chỗ còn ngờ")
    successors: tuple[Successor, ...] = Field((), title="Văn bản thay thế")
    advice: tuple[Advice, ...] = Field((), title="Cách viện dẫn")


class TermStanding(StrEnum):
    """What a change did to a term."""

    REPLACED = "replaced"  # write `now`
    SAME_WORDS_NEW_BASIS = "same_words_new_basis"  # the words of `now` stay, another law
    SUSPENDED = "suspended"
    RESTORED = "restored"
    ABOLISHED = "abolished"


class TermChange(Model):
    """A dated change of a term; `now` None means the words stay."""

    since: Day = Field(title="Từ ngày")
    standing: TermStanding = Field(title="Thay đổi")
    now: Text | None = Field(None, title="Cách gọi mới")
    by: Text | None = Field(None, title="Theo văn bản", description="Mã văn bản")
    confidence: Confidence = Field(title="Mức tin cậy")
    sources: TextList = Field((), title="Nguồn")
    note: Text | None = Field(None, title="Ghi chú")


class Term(Model):
    """A phrase whose legal standing changed; `never` are look-alikes that are fine."""

    id: Text = Field(title="Mã thuật ngữ")
    phrases: TextList = Field(title="Cách gọi")
    never: TextList = Field((), title="Không nhầm với")
    changes: tuple[TermChange, ...] = Field(title="Các thay đổi")
    advice: tuple[Advice, ...] = Field((), title="Cách xử lý")
    note: Text | None = Field(None, title="Ghi chú")


class Parent(Model):
    """The unit above, in the days from `first_day` to `last_day`, both included."""

    id: Text = Field(title="Mã đơn vị")
    first_day: Day | None = Field(None, title="Từ ngày")
    last_day: Day | None = Field(None, title="Đến ngày")


class AdministrativeUnit(Model):
    """A unit, or a whole level, with its first and last day (both included; None: not known).

    `bodies` are names that are wrong in a text dated after `last_day`. `became` are the ids of
    the units that took its place.
    """

    id: Text = Field(title="Mã đơn vị")
    kind: Text = Field(title="Cấp", description="tỉnh, huyện, thị xã, phường, xã, cấp huyện")
    name: Text = Field(title="Tên đơn vị")
    first_day: Day | None = Field(None, title="Ngày đầu")
    last_day: Day | None = Field(None, title="Ngày cuối")
    parents: tuple[Parent, ...] = Field((), title="Đơn vị cấp trên")
    formed_from: TextList = Field((), title="Lập từ")
    became: TextList = Field((), title="Nhập vào, đổi thành")
    by: Text | None = Field(None, title="Lập theo văn bản", description="Mã văn bản")
    ended_by: Text | None = Field(None, title="Kết thúc theo văn bản", description="Mã văn bản")
    ended_by_text: Text | None = Field(None, title="Kết thúc theo")
    bodies: TextList = Field((), title="Tên cơ quan không còn dùng")
    confidence: Confidence = Field(title="Mức tin cậy")
    sources: TextList = Field((), title="Nguồn")
    note: Text | None = Field(None, title="Ghi chú")


class Source(Model):
    """Where a fact was read."""

    what: Text = Field(title="Nội dung")
    url: Text | None = Field(None, title="Địa chỉ")


class Register(Model):
    """All rows of one file, or of several files laid together."""

    documents: tuple[LegalDocument, ...] = Field((), title="Văn bản")
    terms: tuple[Term, ...] = Field((), title="Thuật ngữ")
    units: tuple[AdministrativeUnit, ...] = Field((), title="Đơn vị hành chính")
    sources: dict[str, Source] = Field(default_factory=dict, title="Nguồn")
