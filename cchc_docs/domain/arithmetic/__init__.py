"""The arithmetic of reports: rules R0-R22, for stated figures and for a whole log."""

from cchc_docs.domain.arithmetic.log import find_miscounts

__all__ = ["find_miscounts"]
