"""Any Word document against the decree's rules of layout."""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from cchc_docs.api.paths import StrPath
from cchc_docs.api.word_files import damaged, document_parts
from cchc_docs.errors import ConversionError, FileAccessError, Place, Problem
from cchc_docs.storage.files import read_bytes

if TYPE_CHECKING:
    from cchc_docs.checker.circumstances import Circumstances
    from cchc_docs.checker.components import Components, Instance
    from cchc_docs.checker.mending import Mended
    from cchc_docs.checker.outcomes import CheckResult
    from cchc_docs.model.house_profile import HouseProfile
    from cchc_docs.ooxml.package import Parts

IssuedForm = Literal["paper", "electronic"]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Pause the search for unused cycles: what a check makes is in use until it ends.

    Measured: a quarter of the time of 500 pages, which it searched again and again. `check` pauses
    it until all but the result is gone, too: nothing is left then to be searched.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collecting()
def check(
    source: StrPath | bytes,
    *,
    form: IssuedForm | None = None,
    upward: bool | None = None,
    house: StrPath | HouseProfile | None = None,
    pdf: bytes | None = None,
    printed: bool = False,
) -> CheckResult:
    """Return what came of every rule of Nghị định 30/2020/NĐ-CP on a .docx.

    `form` is that of the document as issued, `upward` tells whether it is sent to a superior
    body; what is None is not known, and the rules that need it are not evaluated. `house` is the
    ward's own profile of rules, or its file. The rules of the printed page are judged on `pdf`,
    the document as LibreOffice prints it; with `printed` it is printed here.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: it is no .docx, or damaged; the house profile is broken.
        ConversionError: `printed` is asked for and LibreOffice cannot print the document.
    """
    checked = Checked.of(source, form=form, upward=upward, house=house)
    if printed and pdf is None:
        from cchc_docs.api.documents import to_pdf

        pdf = to_pdf({checked.name: checked.content})[checked.name]
    return checked.result if pdf is None else checked.on_pages(pdf).result


class Checked:
    """A document with all that is known of it: its parts, its components, the outcomes.

    `name` is what an officer knows it by, `content` the bytes of its file.
    """

    def __init__(
        self, name: str, content: bytes, components: Components, circumstances: Circumstances
    ) -> None:
        from cchc_docs.checker.judging import judge
        from cchc_docs.storage.rules import default_rules

        self.name = name
        self.content = content
        self.components = components
        self.circumstances = circumstances
        self.result = judge(default_rules(), components, circumstances)

    @classmethod
    def of(
        cls,
        source: StrPath | bytes,
        *,
        form: IssuedForm | None = None,
        upward: bool | None = None,
        house: StrPath | HouseProfile | None = None,
    ) -> Checked:
        """Read and check a document, as `check` does without its printed pages."""
        from cchc_docs.checker.circumstances import Circumstances
        from cchc_docs.checker.segments import find_components
        from cchc_docs.layout.reading import read_picture
        from cchc_docs.model.house_profile import HouseProfile

        if not isinstance(house, HouseProfile):
            house = read_house(house) if house else HouseProfile()
        name = "văn bản" if isinstance(source, bytes) else str(source)
        content = source if isinstance(source, bytes) else read_bytes(Path(source))
        with _without_collecting():
            picture = read_picture(document_parts(content, name))
            if not picture.sections:
                raise damaged(name)
            return cls(name, content, find_components(picture), Circumstances(form, upward, house))

    @cached_property
    def parts(self) -> Parts:
        """The parts of the file, unpacked again: those of a whole folder are too many to keep."""
        return document_parts(self.content, self.name)

    def on_pages(self, pdf: bytes) -> Checked:
        """Return the check with the rules of the printed page judged on `pdf`, too."""
        from cchc_docs.checker.printed import printed_facts

        facts = printed_facts(pdf, self.components)
        known = dataclasses.replace(self.circumstances, printed=facts)
        return Checked(self.name, self.content, self.components, known)


def read_house(path: StrPath) -> HouseProfile:
    """Return the profile of rules of a ward or a province.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    from cchc_docs.storage.rules import read_house_profile

    return read_house_profile(path)


def on_printed_pages(checks: Sequence[Checked]) -> tuple[list[Checked], tuple[Problem, ...]]:
    """Print documents, LibreOffice started once, and judge the rules of the printed page, too.

    What cannot be printed stays as it is checked; the problems say why.
    """
    from cchc_docs.api.documents import to_pdf

    problems: tuple[Problem, ...] = ()
    try:
        pdfs = to_pdf({one.name: one.content for one in checks})
    except ConversionError as error:
        pdfs, problems = error.converted, error.problems
    return [one.on_pages(pdfs[one.name]) if one.name in pdfs else one for one in checks], problems


Changed = TypeVar("Changed")


def _names_the_file(change: Callable[[Checked], Changed]) -> Callable[[Checked], Changed]:
    """Put the name of the file into what a change of a document raises."""

    @wraps(change)
    def named(checked: Checked) -> Changed:
        try:
            return change(checked)
        except FileAccessError as error:
            place = Place(checked.name)
            problems = [dataclasses.replace(one, place=place) for one in error.problems]
            raise FileAccessError(problems) from error

    return named


@_names_the_file
def annotated(checked: Checked) -> bytes:
    """Return the document with a Word comment for each finding, unchanged otherwise.

    Raises:
        FileAccessError: the document is signed, protected or has macros: it is read only.
    """
    from cchc_docs.checker.annotating import annotated as annotate
    from cchc_docs.ooxml.package import write_package

    return write_package(annotate(checked.parts, checked.result, checked.components))


@_names_the_file
def mended(checked: Checked) -> Mended:
    """Return the document with the faults of form mended that need no change of a word.

    A check on printed pages ends in a print of the mended document, judged in the same way.

    Raises:
        FileAccessError: the document is signed, protected or has macros: it is read only.
    """
    from cchc_docs.checker.mending import mended as mend
    from cchc_docs.storage.rules import default_rules

    return mend(
        checked.parts,
        checked.result,
        checked.components,
        default_rules(),
        checked.circumstances,
        None if checked.circumstances.printed is None else _facts_of_pages,
    )


def _facts_of_pages(parts: Parts, components: Components) -> dict[Instance, dict[str, Any]] | None:
    """Print a document and return what its pages tell; None where it cannot be printed."""
    from cchc_docs.api.documents import to_pdf
    from cchc_docs.checker.printed import printed_facts
    from cchc_docs.ooxml.package import write_package

    try:
        pdf = to_pdf({"": write_package(parts)})[""]
    except ConversionError:
        return None
    return printed_facts(pdf, components)


def write_mended(mended: Mended, target: StrPath) -> None:
    """Write a mended document to a file.

    Raises:
        FileAccessError: the file cannot be written.
    """
    from cchc_docs.api.paths import write_docx
    from cchc_docs.ooxml.package import write_package

    write_docx(target, write_package(mended.parts))
