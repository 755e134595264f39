"""Check: a whole journal is told calmly, each kind of damage in full words, with what the program can do itself."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from copies import add_days
from journal.vault_damage import behind
from ui.asking import asked, press, type_in
from ui.showing import on_screen
from workjournal.journal import checks, opening
from workjournal.journal.backups import Reason
from workjournal.journal.checks.findings import BRING_BACK, Finding, Kind, Report, Severity
from workjournal.journal.journal import Journal
from workjournal.ui import errands, tasks
from workjournal.ui.dialogs.beside import BesideDialog
from workjournal.ui.dialogs.prove import ProveDialog
from workjournal.ui.screens.check import CheckScreen
from workjournal.ui.widgets.row_list import Row
from workjournal.ui.window_words import in_the_window

SPACE = Qt.Key.Key_Space


@pytest.fixture
def run() -> list[object]:
    """What the window was asked to do."""
    return []


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, run: list[object]) -> CheckScreen:
    made = on_screen(qtbot, CheckScreen(journal))
    made.errand.connect(run.append)
    made.go.connect(lambda name, _: run.append(name))
    made.renew()
    made.arrive(None)
    return made


def rows(screen: CheckScreen) -> list[Row]:
    return [row for row in screen.findings.rows() if isinstance(row, Row)]


def choose(screen: CheckScreen, kind: Kind) -> None:
    place = next(number for number, finding in enumerate(screen._found) if finding.kind is kind)
    assert screen.findings.choose(place)


def test_a_whole_journal_is_told_calmly(screen: CheckScreen, journal: Journal) -> None:
    add_days(journal, 2)
    journal.backups.make(Reason.DAILY)
    assert screen.empty.isVisible()
    assert not screen.check.isVisible()
    press(SPACE)  # the keyboard is on the button of the empty page
    assert screen.verdict.text() == "Everything can be read"
    assert screen.counted.text() == "2 episode(s), checked in less than a second."
    assert screen.verdict_icon.icon == "shield-check"
    assert screen.checked.isVisible()
    assert not screen.findings_card.isVisible()
    assert not screen.finding.isVisible()
    assert screen.check.hasFocus()


def test_what_is_only_good_to_know_is_no_damage(screen: CheckScreen, run: list[object]) -> None:
    press(SPACE)
    assert screen.verdict.text() == "Everything can be read"
    assert screen.counted.text().endswith("1 thing(s) good to know.")
    (row,) = rows(screen)
    assert (row.icon, row.second) == ("info", "Good to know · backups")
    assert screen.findings.hasFocus()
    assert screen.finding.severity.text() == "Good to know"
    assert screen.finding.way_out.text() == "Make one with “Back up now” on the Backups page."
    screen.finding.to_backups.setFocus()
    press(SPACE)
    assert run == ["backups"]


def test_damage_comes_first_and_leads_to_a_rescue(
    screen: CheckScreen, journal: Journal, run: list[object]
) -> None:
    add_days(journal, 2, "Said no")
    behind(journal.folder, "UPDATE episode SET title = 'x' || char(0) || 'y' WHERE title = 'Said no 1'")
    press(SPACE)
    assert screen.verdict.text() == "Damage in 1 place(s)"
    assert screen.verdict_icon.icon == "triangle-alert"
    assert [row.icon for row in rows(screen)] == ["triangle-alert", "info"]
    assert screen.finding.severity.text() == "Damage"
    assert screen.finding.where.text().startswith("Where: episode ")
    assert screen.finding.to_backups.isVisible()
    screen.finding.rescue.setFocus()
    press(SPACE)
    dialog = asked(BesideDialog)
    assert dialog.secret.hasFocus()
    type_in(dialog.secret, PASSPHRASE)
    press()
    assert "2 episode(s)" in dialog.words.text()
    assert dialog.lost.isVisible()
    assert "workjournal " not in dialog.lost.toPlainText()
    press(SPACE)
    target = journal.folder.with_name("vault-restored")
    assert run == [errands.Open(target)]
    with opening.open_journal(target, PASSPHRASE) as rescued:
        assert rescued.episodes.count() == 2
    assert journal.episodes.count() == 2


def test_files_that_nothing_names_are_removed(screen: CheckScreen, journal: Journal) -> None:
    journal.backups.make(Reason.DAILY)
    left = journal.folder / "objects" / ("ab" * 16)
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"left")
    left.chmod(0o600)
    left.parent.chmod(0o700)
    press(SPACE)
    choose(screen, Kind.UNREFERENCED)
    assert not screen.finding.rescue.isVisible()
    screen.finding.clear.setFocus()
    press(SPACE)
    tasks.wait_all()
    assert not left.exists()
    assert rows(screen) == []


def test_a_damaged_header_is_mended(screen: CheckScreen, journal: Journal) -> None:
    journal.backups.make(Reason.DAILY)
    header = journal.folder / "vault.json"
    header.write_bytes(header.read_bytes()[:-40])
    press(SPACE)
    choose(screen, Kind.HEADER)
    assert "Mending it looks for a whole one" in screen.finding.way_out.text()
    screen.finding.mend.setFocus()
    press(SPACE)
    dialog = asked(ProveDialog)
    type_in(dialog.confirm, "something else")
    press()
    assert dialog.problem.isVisible()
    type_in(dialog.confirm, PASSPHRASE)
    press()
    tasks.wait_all()
    assert all(finding.kind is not Kind.HEADER for finding in screen._found)
    assert screen.verdict.text() == "Everything can be read"


def test_giving_up_the_first_check_leads_back(
    screen: CheckScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, begun, go_on = journal.check, Event(), Event()

    def slow(report: object) -> Report:
        begun.set()
        go_on.wait(10)
        return check(report)  # type: ignore[arg-type]

    monkeypatch.setattr(journal, "check", slow)
    screen.empty.acted.emit()
    begun.wait(10)
    assert screen.line.isVisible()
    assert not screen.check.isEnabled()
    assert not screen.empty.isVisible()
    screen.line.stop.click()
    go_on.set()
    tasks.wait_all()
    assert screen.empty.isVisible()
    assert not screen.verdict_card.isVisible()


def test_the_last_verdict_stays_while_one_looks_elsewhere(screen: CheckScreen) -> None:
    press(SPACE)
    screen.leave()
    screen.renew()
    screen.arrive(None)
    assert screen.verdict_card.isVisible()
    assert screen.findings.hasFocus()


def test_many_findings_scroll(screen: CheckScreen) -> None:
    noted = Finding(Kind.STRANGER, "x", "This is no part of the journal.", "Move it.", Severity.NOTE)
    screen._show(Report((noted,) * 40, {}, 12.3))
    assert screen.findings.height() < 10 * screen.findings.sizeHintForRow(0)
    assert screen.counted.text() == "An empty journal, checked in 12 s. 40 thing(s) good to know."


def test_no_way_out_sends_to_the_terminal() -> None:
    """Over all sentences of the checks: what the window can do is said in its own words."""
    told = [BRING_BACK]
    for name in ("files", "texts", "rescue_words", "findings"):
        source = Path(checks.__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
        told += [line.strip() for line in source.splitlines() if "`workjournal" in line]
    assert len(told) > 5
    inside = BRING_BACK.split("; ")
    for sentence in told:
        if not any(part.strip(" .") in sentence or sentence.strip('"( ') in BRING_BACK for part in inside):
            assert "`workjournal" not in in_the_window(sentence), sentence
    assert "`" not in in_the_window(BRING_BACK)
