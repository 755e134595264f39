"""Exporting: what goes out is counted, the passphrase asked for again, the file written; nothing where it is given up."""

import datetime as dt
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.asking import asked, is_asked, type_in
from ui.episodes_page import fill
from ui.episodes_page import shown as listed
from ui.sample_imports import opened, settle
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.exports import Exported
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.prove import ProveDialog
from workjournal.ui.places import Picked
from workjournal.ui.screens.transfer import TransferScreen
from workjournal.ui.transfer.export_what import Scope

GOOD = "kettle harbour ninety quietly"
Saves = Callable[[Path], list[str]]


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    made = [
        Episode(date=dt.date(2026, 11, day), title=f"On the {day}th", story="Counted the crates.")
        for day in (2, 9, 16)
    ]
    made[0].audiences = frozenset({Audience.MANAGER})
    return [journal.episodes.add(each, tags=["depot"] if each.date.day > 2 else []) for each in made]


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, episodes: list[Episode]) -> TransferScreen:
    return opened(qtbot, journal, "export")


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> Saves:
    """Answers the dialog that asks for a place; gives the names that were suggested."""

    def answer(path: Path) -> list[str]:
        suggested: list[str] = []

        def ask(_over: object, _heading: str, name: str, _kinds: str) -> tuple[str, str]:
            suggested.append(Path(name).name)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return suggested

    return answer


def prove(qtbot: QtBot, screen: TransferScreen, passphrase: str = PASSPHRASE) -> None:
    """Press Export and type the journal's passphrase."""
    if not is_asked(ProveDialog):
        assert screen.export.how.go_on.isEnabled()
        screen.export.how.go_on.click()
        tasks.wait_all()
    dialog = asked(ProveDialog)
    type_in(dialog.confirm, passphrase)
    dialog.agree.click()
    settle(qtbot)


def test_everything_is_offered_first_and_counted(screen: TransferScreen) -> None:
    assert screen.part.choice == "export"
    assert screen.export.what.counts.text() == "3 episode(s)."
    assert screen.export.how.readable.isVisible()
    assert not screen.export.what.part_fields.isVisible()


def test_it_is_written_once_the_passphrase_is_right(
    qtbot: QtBot, screen: TransferScreen, saves: Saves, tmp_path: Path
) -> None:
    suggested = saves(tmp_path / "mine.zip")
    prove(qtbot, screen, "not the passphrase")
    assert is_asked(ProveDialog)
    assert not (tmp_path / "mine.zip").exists()
    prove(qtbot, screen)
    assert suggested == ["Workjournal 2026-11-19.zip"]
    assert "journal.json" in zipfile.ZipFile(tmp_path / "mine.zip").namelist()
    assert str(tmp_path / "mine.zip") in screen.notice.words.text()
    assert screen.notice.sign.icon == "circle-check"


def test_a_folder_or_one_file_is_made_of_markdown(
    qtbot: QtBot, screen: TransferScreen, saves: Saves, tmp_path: Path
) -> None:
    how = screen.export.how
    assert not how.zipped.isVisible()
    how.format.choice = "markdown"
    assert how.zipped.isVisible()
    assert saves(tmp_path / "pages") == []
    prove(qtbot, screen)
    assert len(list((tmp_path / "pages" / "episodes").rglob("*.md"))) == 3
    how.zipped.setChecked(True)
    assert saves(tmp_path / "pages.zip") == []
    prove(qtbot, screen)
    assert zipfile.is_zipfile(tmp_path / "pages.zip")


def test_an_encrypted_one_opens_with_its_passphrase_alone(
    qtbot: QtBot, screen: TransferScreen, saves: Saves, tmp_path: Path
) -> None:
    suggested, how = saves(tmp_path / "mine.zip.age"), screen.export.how
    how.protect.click()
    assert how.secret.passphrase.hasFocus()
    assert not how.readable.isVisible()
    how.go_on.click()
    assert how.secret_problem.text() == "Type a passphrase, or take the tick away."
    type_in(how.secret.passphrase, GOOD)
    type_in(how.secret.again, GOOD + "x")
    how.go_on.click()
    assert "not the same" in how.secret_problem.text()
    type_in(how.secret.again, GOOD)
    prove(qtbot, screen)
    assert suggested[0].endswith(".age")
    content = pyrage.passphrase.decrypt((tmp_path / "mine.zip.age").read_bytes(), GOOD)
    assert content.startswith(b"PK")
    assert how.secret.passphrase.text() == ""
    assert not how.protect.isChecked()


def test_a_part_is_a_period_tags_or_what_was_ticked(
    qtbot: QtBot, screen: TransferScreen, saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = screen.export.what
    what.scope.choice = Scope.PART
    what.start.day, what.end.day = dt.date(2026, 11, 9), dt.date(2026, 11, 2)
    settle(qtbot)
    assert what.problem.text() == "The last day is before the first."
    assert not screen.export.how.go_on.isEnabled()
    what.end.day = dt.date(2026, 11, 10)
    settle(qtbot)
    assert what.counts.text() == "1 episode(s)."
    what.end.day = None
    what.tags.labels = ["depots"]
    settle(qtbot)
    assert "no tag" in what.problem.text()
    what.tags.labels = ["depot"]
    settle(qtbot)
    assert what.counts.text() == "2 episode(s)."
    what.tags.labels, what.start.day, what.audience.choice = [], None, Audience.MANAGER
    settle(qtbot)
    assert what.counts.text() == "1 episode(s)."
    assert what.audience_words.isVisible()
    assert what.choice(attachments=False) == Choice(audience=Audience.MANAGER, attachments=False)


def test_those_chosen_in_the_list_go_out_alone(
    qtbot: QtBot, journal: Journal, screen: TransferScreen, episodes: list[Episode]
) -> None:
    screen.arrive(Picked(frozenset({episodes[1].id})))
    settle(qtbot)
    what = screen.export.what
    assert what.scope.choice is Scope.CHOSEN
    assert what.choice(attachments=True).ids == {episodes[1].id}
    assert what.counts.text().startswith("1 episode(s)")
    what.scope.choice = Scope.WHOLE
    settle(qtbot)
    assert what.choice(attachments=True).is_whole


def test_the_list_of_episodes_hands_over_what_was_chosen(qtbot: QtBot, journal: Journal) -> None:
    fill(journal)
    page = listed(qtbot, journal)
    page.tag.choice = "tenth"
    qtbot.keyClick(page.entries, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.go) as gone:
        page.export_chosen.click()
        tasks.wait_all()
    name, picked = gone.args or ["", None]
    assert name == "transfer"
    assert isinstance(picked, Picked)
    assert len(picked.ids) == 20


def test_giving_up_leaves_nothing(
    qtbot: QtBot,
    screen: TransferScreen,
    journal: Journal,
    saves: Saves,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    saves(tmp_path / "mine.zip")
    run, begun, go_on = journal.exports.run, threading.Event(), threading.Event()

    def slow(*given: object, **named: object) -> Exported:
        begun.set()
        assert go_on.wait(20)
        return run(*given, **named)  # type: ignore[arg-type] # handed on as they come

    monkeypatch.setattr(journal.exports, "run", slow)
    screen.export.how.go_on.click()
    dialog = asked(ProveDialog)
    type_in(dialog.confirm, PASSPHRASE)
    dialog.agree.click()
    qtbot.waitUntil(begun.is_set)
    screen.line.stop.click()
    go_on.set()
    settle(qtbot)
    assert list(tmp_path.glob("mine*")) == []
    assert screen.export.how.go_on.isEnabled()
    assert not screen.notice.isVisible()


def test_what_cannot_be_written_is_told(
    qtbot: QtBot, screen: TransferScreen, journal: Journal, saves: Saves
) -> None:
    saves(journal.folder / "mine.zip")
    prove(qtbot, screen)
    assert "own folder" in screen.notice.words.text()
    assert screen.notice.sign.icon == "triangle-alert"
