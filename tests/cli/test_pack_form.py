"""The blank form for a meeting in the terminal."""

import os
import stat
from pathlib import Path

import pikepdf

from cli.terminal import Terminal
from workjournal.exporters.pdf_pages import page_texts


def test_a_form_needs_neither_journal_nor_passphrase(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    arguments = ("pack-form", "-o", str(file), "--paper", "letter", "--language", "de")
    assert terminal.bare(*arguments) == str(file)
    with pikepdf.open(file) as opened:
        assert [float(side) for side in opened.pages[0].mediabox] == [0, 0, 612, 792]
    assert "Vier-Augen-Gespräch" in " ".join(page_texts(file.read_bytes()))
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a4_and_english_are_the_usual(terminal: Terminal, tmp_path: Path) -> None:
    terminal.bare("pack-form", "-o", str(tmp_path / "form.pdf"))
    with pikepdf.open(tmp_path / "form.pdf") as opened:
        assert round(float(opened.pages[0].mediabox[2])) == 595
        assert str(opened.Root.Lang).startswith("en")


def test_where_it_cannot_be_written_nothing_is_left(terminal: Terminal, tmp_path: Path) -> None:
    for target in (tmp_path / "no" / "form.pdf", tmp_path):
        terminal.bare("pack-form", "-o", str(target), code=1)
        assert f"The form could not be written to {target}" in terminal.errors
    assert not list(tmp_path.glob("**/form.pdf"))
    terminal.bare("pack-form", "-o", "-", code=2)
    terminal.bare("pack-form", code=2)
