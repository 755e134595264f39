"""The recovery sheet as a reader sees it that did not write it: one page, every group, nothing of the machine."""

import datetime as dt
import io
import re
from dataclasses import replace

import pikepdf
import pytest

from workjournal.exporters.pdf_pages import page_count, page_texts
from workjournal.exporters.recovery_sheet import RecoverySheet, typeset

SHEET = RecoverySheet(
    "Work journal",
    "1a2b3c4d-5e6f-4a70-8b91-a2b3c4d5e6f7",
    dt.date(2026, 11, 19),
    "K7QF-0M2X-9RTB-VV4D-31HC-ZN8Y-6WPJ-A0E5-5GST",
)
A4 = (595, 842)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset(SHEET)


def shown(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).replace("\u200b", "").split())


def test_one_page_of_a4(pdf: bytes) -> None:
    assert page_count(pdf) == 1
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        width, height = (round(float(number)) for number in list(opened.pages[0].MediaBox)[2:])
    assert (width, height) == A4


def test_every_group_with_its_number_and_which_journal_it_opens(pdf: bytes) -> None:
    text = shown(pdf)
    numbered = " ".join(f"{group} {place}" for place, group in enumerate(SHEET.code.split("-"), 1))
    assert numbered in text
    assert "Journal Work journal Made on 19 November 2026 Vault 1a2b3c4d K7QF" in text
    assert SHEET.vault_id not in text
    for part in ("What it opens", "“Work journal” when its passphrase is forgotten", "Where to keep it"):
        assert part in text
    assert text.index("How to use it") < text.index("“Forgot the passphrase?”") < text.index("Choose a new")


def test_the_same_sheet_is_the_same_bytes(pdf: bytes) -> None:
    assert typeset(SHEET) == pdf
    assert typeset(replace(SHEET, code=SHEET.code[::-1])) != pdf


def test_metadata_names_neither_author_nor_program(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert {key: str(value) for key, value in opened.docinfo.items()} == {
            "/Title": "Recovery code",
            "/CreationDate": "D:20261119000000Z",
            "/ModDate": "D:20261119000000Z",
        }
        xmp = opened.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "creator" not in xmp
    assert not re.search(rb"typst|pikepdf|qpdf|krilla|xmp-writer", pdf + xmp.encode(), re.IGNORECASE)
    assert "Work journal" not in xmp


def test_tagged_and_with_its_fonts(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en"
        known = [held for held in opened.objects if isinstance(held, pikepdf.Dictionary)]
        fonts = [held for held in known if held.get("/Type") == "/FontDescriptor"]
        assert {str(font.FontName).split("+")[1].split("-")[0] for font in fonts} == {"Inter"}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        assert sum(held.get("/S") == "/H1" and "/P" in held for held in known) == 3


def test_in_german() -> None:
    text = shown(typeset(replace(SHEET, language="de-AT")))
    assert "Wiederherstellungscode" in text
    assert "Erstellt am 19. November 2026" in text
    assert page_count(typeset(replace(SHEET, language="de"))) == 1


@pytest.mark.parametrize(
    "name", ["", "x" * 255, '#include "/etc/passwd"', "漢字 🚀", "a\nb", "Journal " * 30, "שלום"]
)
def test_whatever_the_folder_is_called_it_stays_one_page(name: str) -> None:
    pdf = typeset(replace(SHEET, vault_name=name))
    assert page_count(pdf) == 1
    assert all(group in shown(pdf) for group in SHEET.code.split("-"))
