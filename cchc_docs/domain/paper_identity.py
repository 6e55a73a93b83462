"""Whether two mentions of an official paper mean the same one, however each is typed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from cchc_docs.model.register import LegalDocument
from cchc_docs.vietnamese.text import fold, slug

_QUOTES: Final = re.compile("[\"'“”‘’«»]")
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")
_SHORT: Final = {fold("ủy ban nhân dân"): "ubnd", fold("hội đồng nhân dân"): "hđnd"}
_HEADS: Final = tuple(
    fold(head) + " " for head in ("Chủ tịch", "Bộ trưởng", "Bộ trưởng, Chủ nhiệm", "Ban Thường vụ")
)
"""Who signs for a body: plans name one or the other for the same paper."""


def symbol_key(symbol: str) -> str:
    """Return a key under which all spellings of one symbol are equal.

    Case, marks, blanks, dashes and a leading 0 do not count: `13/2019/TT- BNV`, `6/QĐ-TTg`.
    """
    # U+00D0, the Icelandic letter, looks like Đ and is what some keyboards and PDFs give.
    parts = [slug(part).replace("-", "") for part in re.sub("[Ðð]", "đ", symbol).split("/")]
    return "/".join([parts[0].lstrip("0"), *parts[1:]])


def name_key(name: str) -> str:
    """Return a key under which spellings of one name are equal; quotation marks do not count."""
    return fold(_QUOTES.sub("", name))


def same_body(one: str | None, other: str | None) -> bool:
    """Tell whether two names may be those of one issuing body; None is not known.

    A shorter name (UBND tỉnh) may be any that begins with it (UBND tỉnh A).
    """
    if one is None or other is None:
        return True
    short, long = sorted((_body_key(one), _body_key(other)), key=len)
    return f"{long} ".startswith(f"{short} ")


def is_paper(
    document: LegalDocument,
    kind: str | None,
    symbol: str,
    issued: dt.date | None,
    issuer: str | None,
) -> bool:
    """Tell whether a document may be the one with these marks; None is not known.

    Numbers start again every year and in every office, so that the symbol alone says little.
    """
    return (
        document.symbol is not None
        and symbol_key(document.symbol) == symbol_key(symbol)
        and (kind is None or fold(kind) == fold(document.kind))
        and (issued is None or document.issued in (None, issued))
        and same_body(issuer, document.issuer)
    )


def paper_name(document: LegalDocument) -> str:
    """Return how a sentence names the document: ``Luật số 10/2022/QH15``."""
    if document.symbol:
        return f"{document.kind} số {document.symbol}"
    return next(iter(document.names), document.subject)


def _body_key(name: str) -> str:
    key = fold(_ASIDE.sub("", name))
    for long, short in _SHORT.items():
        key = key.replace(long, short)
    for head in sorted(_HEADS, key=len, reverse=True):
        key = key.removeprefix(head)
    return key
