"""The validator must be able to fail, or its silence about our documents means nothing."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Pt

from tests import ooxml


def test_accepts_a_sound_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Kế hoạch cải cách hành chính")

    assert ooxml.validate(_saved(document, tmp_path)) == []


def test_reports_elements_in_an_order_that_word_rejects(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Kế hoạch")
    run.font.size = Pt(14)
    run._r.rPr.append(OxmlElement("w:b"))  # the schema wants w:b before w:sz

    errors = ooxml.validate(_saved(document, tmp_path))

    assert len(errors) == 1
    assert errors[0].startswith("/word/document.xml /w:document[1]/w:body[1]/w:p[1]/w:r[1]")
    assert "unexpected child element 'w:b'" in errors[0]


def test_reports_a_file_that_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "hỏng.docx"
    path.write_text("not a zip", encoding="utf-8")

    assert ooxml.validate(path) == ["file: File contains corrupted data. [Exception]"]


def test_reports_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert ooxml.validate(tmp_path / "không có.docx") != []


def test_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ooxml, "PACKAGES", tmp_path)

    with pytest.raises(AssertionError, match="chạy: make test"):
        ooxml.validate(tmp_path / "văn bản.docx")


def _saved(document: Document, folder: Path) -> Path:
    path = folder / "văn bản.docx"
    document.save(str(path))
    return path
