"""The printed lines of a signature block (NĐ 30/2020, Điều 13; PL I, II.7.b)."""

from __future__ import annotations

from typing import Final

from cchc_docs.model.agency import Agency, Authority, Signatory
from cchc_docs.model.base import capitals

_DELEGATED: Final = (Authority.DEPUTY, Authority.BY_ORDER, Authority.BY_MANDATE)
_CHAIRMAN: Final = Signatory(id="chu-tich", post="Chủ tịch")


def signing_lines(agency: Agency, signatory: Signatory | None) -> list[str]:
    """Return authority and post in capitals, one line each; the unit's name is not printed.

    Without a signatory the chairman is meant, signing for the collective.
    """
    signatory = signatory or _CHAIRMAN
    post, head = capitals(signatory.post), capitals(signatory.head_post)
    lines = []
    if Authority.COLLECTIVE in signatory.authority:
        lines.append(f"{Authority.COLLECTIVE} {capitals(agency.body)}")
    delegated = next((one for one in signatory.authority if one in _DELEGATED), None)
    if delegated:
        return [*lines, f"{delegated} {head}", post]
    if Authority.ACTING_HEAD in signatory.authority:
        return [*lines, f"{Authority.ACTING_HEAD} {post}"]
    return [*lines, post]
