"""Any Word document against the decree's rules of layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cchc_docs.api.paths import StrPath
from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.findings import Level
from cchc_docs.storage.files import read_bytes

if TYPE_CHECKING:
    from cchc_docs.checker.circumstances import Circumstances
    from cchc_docs.checker.components import Components
    from cchc_docs.checker.mending import Mended
    from cchc_docs.checker.outcomes import CheckResult
    from cchc_docs.checker.telling import ToldFinding
    from cchc_docs.model.house_profile import HouseProfile
    from cchc_docs.ooxml.package import Parts

IssuedForm = Literal["paper", "electronic"]


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
    checked = Checked.of(source, form=form, upward=upward, house=house, pdf=pdf, printed=printed)
    return checked.result


class Checked:
    """A document with all that is known of it: its parts, its components, the outcomes."""

    def __init__(self, parts: Parts, components: Components, circumstances: Circumstances) -> None:
        from cchc_docs.checker.judging import judge
        from cchc_docs.storage.rules import default_rules

        self.parts = parts
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
        pdf: bytes | None = None,
        printed: bool = False,
    ) -> Checked:
        """Read and check a document, as `check` does."""
        from cchc_docs.checker.circumstances import Circumstances
        from cchc_docs.checker.segments import find_components
        from cchc_docs.layout.reading import read_picture
        from cchc_docs.model.house_profile import HouseProfile
        from cchc_docs.storage.rules import read_house_profile

        if not isinstance(house, HouseProfile):
            house = read_house_profile(Path(house)) if house else HouseProfile()
        name = "văn bản" if isinstance(source, bytes) else str(source)
        content = source if isinstance(source, bytes) else read_bytes(Path(source))
        parts = _parts(content, name)
        picture = read_picture(parts)
        if not picture.sections:
            raise _damaged(name)
        components = find_components(picture)
        if printed and pdf is None:
            from cchc_docs.api.documents import to_pdf

            pdf = to_pdf({name: content})[name]
        facts = None
        if pdf is not None:
            from cchc_docs.checker.printed import printed_facts

            facts = printed_facts(pdf, components)
        return cls(parts, components, Circumstances(form, upward, house, facts))


def check_json(checked: Checked) -> dict[str, Any]:
    """Return a check as plain values: type, counts, findings, what was not evaluated and why."""
    from cchc_docs.checker.telling import as_json
    from cchc_docs.storage.rules import default_rules

    return as_json(checked.result, default_rules())


def check_counts(checked: Checked) -> tuple[int, int, int, int]:
    """Return how many rules are broken as errors, otherwise, passed, and not evaluated."""
    from cchc_docs.checker.outcomes import State

    result = checked.result
    errors = len(result.errors)
    others = len(result.findings) - errors
    return errors, others, result.count(State.PASSED), result.count(State.NOT_EVALUATED)


def check_lines(checked: Checked, name: str) -> list[str]:
    """Return a check as lines to be read: findings by component, then the closing line."""
    from itertools import groupby

    from cchc_docs.checker.telling import told
    from cchc_docs.storage.rules import default_rules

    findings = told(checked.result, default_rules())
    lines = [f"{name}: {checked.result.type_name or 'không rõ loại văn bản'}"]
    lines += [f"LƯU Ý {one}" for one in checked.result.remarks]
    for element, group in groupby(findings, key=lambda one: one.element):
        lines.append(element)
        for one in group:
            lines += [f"    {line}" for line in _finding_lines(one)]
    return [*lines, *_closing_lines(checked, name)]


def _finding_lines(finding: ToldFinding) -> Iterator[str]:
    level = "ĐƯỢC MIỄN" if finding.waived else Level(finding.level).label
    yield f"{level} [{finding.rule}] {finding.title} ({finding.clause})."
    yield f"    Tìm thấy: {finding.found}; yêu cầu: {finding.wanted}."
    count = f" ({finding.count} chỗ)" if finding.count > 1 else ""
    yield f"    Ở{count}: {'; '.join(finding.places)}"
    if finding.house:
        yield f"    Lý do của đơn vị: {finding.house}"
    yield f"    Cách sửa: {finding.fix}"


def _closing_lines(checked: Checked, name: str) -> Iterator[str]:
    from cchc_docs.checker.outcomes import State
    from cchc_docs.checker.telling import not_evaluated

    result = checked.result
    errors, others, passed, unknown = check_counts(checked)
    yield (
        f"{name}: {errors} lỗi, {others} cảnh báo; {passed} quy tắc đạt, {unknown} chưa xét, "
        f"{result.count(State.NOT_APPLICABLE)} không áp dụng."
    )
    for reason, rules in not_evaluated(result).items():
        yield f"    Chưa xét, {reason}: {', '.join(rules)}."


def annotated(checked: Checked) -> bytes:
    """Return the document with a Word comment for each finding, unchanged otherwise.

    Raises:
        FileAccessError: the document is signed, protected or has macros: it is read only.
    """
    from cchc_docs.checker.annotating import annotated as annotate
    from cchc_docs.ooxml.package import write_package

    return write_package(annotate(checked.parts, checked.result, checked.components))


def mended(checked: Checked) -> Mended:
    """Return the document with the faults of form mended that need no change of a word.

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
    )


def write_mended(mended: Mended, target: StrPath) -> None:
    """Write a mended document to a file.

    Raises:
        FileAccessError: the file cannot be written.
    """
    from cchc_docs.api.paths import write_docx
    from cchc_docs.ooxml.package import write_package

    write_docx(target, write_package(mended.parts))


def check_workbook(checks: Sequence[tuple[str, Checked | None]]) -> bytes:
    """Return the checks of several files as a workbook (.xlsx); None is a file not read."""
    from cchc_docs.checker.telling import not_evaluated, told
    from cchc_docs.excel.check_sheet import CheckRow, CheckSummary
    from cchc_docs.excel.check_sheet import check_workbook as workbook
    from cchc_docs.storage.rules import default_rules

    rows, summaries = [], []
    for name, checked in checks:
        if checked is None:
            summaries.append(CheckSummary(name, "không đọc được", "", "", "", "", ""))
            continue
        for one in told(checked.result, default_rules()):
            label = "ĐƯỢC MIỄN" if one.waived else Level(one.level).label
            places = "; ".join(one.places) + (f" ({one.count} chỗ)" if one.count > 1 else "")
            rows.append(
                CheckRow(
                    name, label, one.rule, one.element, one.title, one.found, places, one.wanted,
                    one.fix, one.clause,
                )
            )  # fmt: skip
        reasons = not_evaluated(checked.result)
        why = "; ".join(f"{reason}: {', '.join(rules)}" for reason, rules in reasons.items())
        errors, others, passed, unknown = map(str, check_counts(checked))
        kind = checked.result.type_name or "không rõ"
        summaries.append(CheckSummary(name, kind, errors, others, passed, unknown, why))
    return workbook(rows, summaries)


def _parts(content: bytes, name: str) -> Parts:
    """Return the parts of a .docx; say what the file is where it is none."""
    from cchc_docs.ooxml.kinds import FileKind, file_kind
    from cchc_docs.ooxml.package import NotAPackage, unpack

    kind = file_kind(content)
    if kind is not FileKind.DOCUMENT:
        what = f"Đây là {kind}, không phải tệp Word .docx." if kind else _NO_WORD_FILE
        raise DataError(Problem(Place(name), what, _FIXES.get(str(kind), _SAVE_AS)))
    try:
        return unpack(content)
    except NotAPackage as error:
        raise _damaged(name) from error


def _damaged(name: str) -> DataError:
    what = "Tệp Word bị hỏng, hoặc lớn quá mức của một văn bản."
    fix = "Mở bằng Word, lưu lại dạng .docx rồi kiểm tra lại."
    return DataError(Problem(Place(name), what, fix))


_NO_WORD_FILE = "Đây không phải tệp Word."
_SAVE_AS = 'Mở tệp, chọn "Lưu thành…" dạng Word (.docx) rồi kiểm tra lại.'
_FIXES = {
    "tệp Office có mật khẩu": "Mở tệp bằng Word, bỏ mật khẩu, lưu lại rồi kiểm tra.",
    "tệp PDF": "Kiểm tra tệp Word gốc của văn bản.",
}
