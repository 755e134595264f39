"""The one file with a code in it that is written because the user asked."""

import stat
from pathlib import Path

import pytest

from workjournal.exporters.recovery_sheet import typeset
from workjournal.journal.code_sheet import SheetUnwritable, save_sheet, sheet_for
from workjournal.journal.journal import Journal


def test_the_sheet_knows_its_journal(journal: Journal) -> None:
    code = journal.ways_in.new_code()
    sheet = sheet_for(journal, code)
    assert (sheet.vault_name, sheet.made, sheet.code) == (journal.folder.name, journal.today(), code)
    assert sheet.vault_id in (journal.folder / "vault.json").read_text(encoding="utf-8")


def test_whole_and_for_its_owner_alone(journal: Journal, tmp_path: Path) -> None:
    sheet, path = sheet_for(journal, journal.ways_in.new_code()), tmp_path / "sheet.pdf"
    path.write_text("an older one", encoding="utf-8")
    path.chmod(0o644)
    save_sheet(sheet, path, journal.folder)
    assert path.read_bytes() == typeset(sheet)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("where", ["inside", "folder", "nowhere"])
def test_where_it_cannot_be_nothing_is_left(journal: Journal, tmp_path: Path, where: str) -> None:
    target = {
        "inside": journal.folder / "sheet.pdf",
        "folder": tmp_path,
        "nowhere": tmp_path / "no" / "sheet.pdf",
    }[where]
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SheetUnwritable, match="Nothing was left there"):
        save_sheet(sheet_for(journal, journal.ways_in.new_code()), target, journal.folder)
    assert sorted(tmp_path.rglob("*")) == before
