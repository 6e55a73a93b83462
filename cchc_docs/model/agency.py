"""The agency profile: what stays the same from one document of a ward to the next."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from cchc_docs.model.base import Model, Slug, Text, TextList, as_list, capitals, problem
from cchc_docs.model.reporting import Reporting
from cchc_docs.vietnamese.text import capitalised, fold


class Naming(StrEnum):
    """What a unit is named after; decides how the place of issue is written (PL I, II.4.a)."""

    PLAIN = "plain"
    NUMBER = "number"
    PERSON = "person"
    EVENT = "event"


class DocumentForm(StrEnum):
    """Electronic or paper; decides the "(Kèm theo …)" line of an annex (PL I, III.1.c)."""

    ELECTRONIC = "electronic"
    PAPER = "paper"


class OfficeKind(StrEnum):
    """Whether a name in a column "chủ trì" is one office, many of them, or not the ward's own."""

    OFFICE = "office"
    COLLECTIVE = "collective"
    OUTSIDE = "outside"


class Authority(StrEnum):
    """Signing authority printed before the post or the body (NĐ 30/2020, PL I, II.7.b)."""

    COLLECTIVE = "TM."
    DEPUTY = "KT."
    BY_ORDER = "TL."
    BY_MANDATE = "TUQ."
    ACTING_HEAD = "Q."


class Unit(Model):
    """The administrative unit the body governs."""

    level: Text = Field("phường", title="Cấp đơn vị", description="phường, xã hoặc đặc khu")
    name: Text = Field(title="Tên đơn vị", description="Tên riêng, ví dụ Hoài Hảo, 1")
    naming: Naming = Field(
        Naming.PLAIN,
        title="Cách đặt tên",
        description="plain: tên thường; number, person, event: đặt theo số, tên người, sự kiện",
    )

    @property
    def in_sentence(self) -> str:
        """The full name in a sentence: ``phường Hoài Hảo``, ``Phường 1`` (PL II, III.1)."""
        level = self.level if self.naming is Naming.PLAIN else capitalised(self.level)
        return f"{level} {self.name}"

    @property
    def place(self) -> str:
        """The place of issue: ``Hoài Hảo``, but ``Phường 1`` (PL I, II.4.a)."""
        return self.name if self.naming is Naming.PLAIN else self.in_sentence


class Letterhead(Model):
    """The lines over the number, where they differ from the usual ones of a People's Committee."""

    superior: TextList = Field(
        (), title="Tên cơ quan chủ quản", description="Các dòng trên cùng, không in đậm"
    )
    issuer: TextList = Field(
        (), title="Tên cơ quan ban hành", description="Các dòng in đậm; để trống thì tự ghép"
    )


class Office(Model):
    """An office or post of the ward, with the spellings people use for it."""

    id: Slug = Field(title="Mã bộ phận")
    name: Text = Field(title="Tên bộ phận", description="Tên in ra văn bản")
    aliases: TextList = Field((), title="Tên gọi khác", description="Các cách viết thường gặp")
    kind: OfficeKind = Field(
        OfficeKind.OFFICE,
        title="Loại bộ phận",
        description="office: bộ phận của phường; collective: gọi chung nhiều bộ phận; "
        "outside: không thuộc phường",
    )


_LAWFUL = frozenset(
    frozenset(one)
    for one in (
        (),  # the head in the head's own power
        (Authority.COLLECTIVE,),
        (Authority.COLLECTIVE, Authority.DEPUTY),
        (Authority.COLLECTIVE, Authority.ACTING_HEAD),
        (Authority.DEPUTY,),
        (Authority.BY_ORDER,),
        (Authority.BY_MANDATE,),
        (Authority.ACTING_HEAD,),
    )
)


def _lawful(authority: tuple[Authority, ...]) -> tuple[Authority, ...]:
    if frozenset(authority) not in _LAWFUL or len(set(authority)) != len(authority):
        raise problem(
            f"Không ký theo cách {' '.join(authority)} cùng lúc.",
            "Dùng một trong các cách: TM.; [TM., KT.]; [TM., Q.]; KT.; TL.; TUQ.; Q.; "
            "hoặc [] khi người đứng đầu ký theo thẩm quyền riêng (NĐ 30/2020/NĐ-CP, Điều 13).",
        )
    return authority


class Signatory(Model):
    """Someone who signs: post, signing authority, name."""

    id: Slug = Field(title="Mã người ký")
    name: Text | None = Field(
        None, title="Họ và tên người ký", description="Để trống thì chừa chỗ, không in tên"
    )
    post: Text = Field(title="Chức vụ người ký", description="Ví dụ Chủ tịch, Phó Chủ tịch")
    authority: Annotated[
        tuple[Authority, ...],
        BeforeValidator(as_list, json_schema_input_type=Authority | tuple[Authority, ...]),
        AfterValidator(_lawful),
    ] = Field(
        (Authority.COLLECTIVE,),
        title="Quyền hạn ký",
        description="TM., KT., TL., TUQ., Q.; phó chủ tịch ký thay mặt tập thể là [TM., KT.]",
    )
    head_post: Text = Field(
        "Chủ tịch",
        title="Chức vụ người đứng đầu",
        description="Chức vụ đứng sau KT., TL., TUQ.",
    )


class Filing(Model):
    """The last line of the recipients: where the document is filed."""

    units: TextList = Field((), title="Đơn vị lưu", description="Ngoài VT, ví dụ VP")
    copies: int | None = Field(None, ge=1, title="Số bản lưu", description="Để trống thì không in")


class Recipients(Model):
    """Who gets the document; dashes, semicolons and the full stop are printed, never typed."""

    acting: TextList = Field((), title="Nơi nhận để thực hiện")
    informed: TextList = Field((), title="Nơi nhận để báo cáo, để biết")
    filing: Filing = Field(Filing(), title="Lưu")


class Agency(Model):
    """The profile of the issuing body, shared by all its documents of all years."""

    unit: Unit = Field(title="Đơn vị hành chính")
    body: Text = Field(
        "Ủy ban nhân dân", title="Cơ quan", description="Tên cơ quan, chưa kèm tên đơn vị"
    )
    abbreviation: Text = Field("UBND", title="Chữ viết tắt cơ quan", description="Dùng ở ký hiệu")
    superiors: TextList = Field(
        (), title="Cơ quan cấp trên", description="Cấp trên trực tiếp đứng trước"
    )
    letterhead: Letterhead = Field(Letterhead(), title="Phần đầu văn bản")
    form: DocumentForm = Field(
        DocumentForm.ELECTRONIC,
        title="Hình thức văn bản",
        description="electronic: văn bản điện tử; paper: văn bản giấy",
    )
    annex_letterhead: bool = Field(
        False,
        title="Lặp lại phần đầu ở phụ lục",
        description="Nghị định 30/2020/NĐ-CP không yêu cầu; true nếu đơn vị có thói quen này",
    )
    template: Text | None = Field(
        None, title="Tệp mẫu Word riêng", description="Đường dẫn tính từ tệp hồ sơ đơn vị"
    )
    legal_register: Text | None = Field(
        None,
        title="Danh mục văn bản riêng",
        description="Đường dẫn tính từ tệp hồ sơ đơn vị; bổ sung cho danh mục có sẵn",
    )
    reports: Reporting = Field(Reporting(), title="Báo cáo định kỳ")
    offices: tuple[Office, ...] = Field((), title="Các bộ phận")
    signatories: tuple[Signatory, ...] = Field((), title="Người ký")
    recipients: Recipients | None = Field(None, title="Nơi nhận thường dùng")

    @property
    def full_name(self) -> str:
        """The body with its unit: ``Ủy ban nhân dân phường Hoài Hảo``."""
        return f"{self.body} {self.unit.in_sentence}"

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The issuer as the letterhead prints it: body and unit, one line each, in capitals."""
        lines = self.letterhead.issuer or (self.body, f"{self.unit.level} {self.unit.name}")
        return tuple(map(capitals, lines))

    @property
    def superior_lines(self) -> tuple[str, ...]:
        """The superior body over the issuer, in capitals; a People's Committee has none."""
        return tuple(map(capitals, self.letterhead.superior))

    def office(self, name: str) -> Office | None:
        """Return the office with this id, name or alias (spelling tolerant), or None."""
        return self._offices_by_id.get(name) or self._offices_by_name.get(fold(name))

    @cached_property
    def _offices_by_id(self) -> dict[str, Office]:
        return {office.id: office for office in self.offices}

    @cached_property
    def _offices_by_name(self) -> dict[str, Office]:
        return {
            fold(name): office for office in self.offices for name in (office.name, *office.aliases)
        }

    def signatory(self, identifier: str) -> Signatory | None:
        """Return the signatory with this id, or None."""
        return next((one for one in self.signatories if one.id == identifier), None)
