"""Sharing: as a file with or without a password, as text, and nothing where it is given up."""

import threading
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.asking import asked
from ui.pack_page import SECRET, answer_path, opened, seen, settle, turn_to, worked
from workjournal.domain.entity import Audience
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.export_pack import ExportPackDialog
from workjournal.ui.screens.pack import PackScreen

GOOD = "kettle harbour ninety quietly"


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal) -> PackScreen:
    worked(journal)
    return opened(qtbot, journal)


def ask(screen: PackScreen) -> ExportPackDialog:
    assert screen.export_pdf.isEnabled()
    screen.export_pdf.click()
    return asked(ExportPackDialog)


def agree(dialog: ExportPackDialog) -> None:
    dialog.agree.click()
    tasks.wait_all()


def test_exports_the_bytes_that_were_seen(
    qtbot: QtBot, pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, Callable[[], object] | None]] = []
    pack.toast.connect(lambda words, undo: said.append((words, undo)))
    pack.typed.asks.text = "A desk by the window"
    settle(pack)
    pack.leave()
    suggested = answer_path(monkeypatch, tmp_path / "for Aiko")
    bytes_seen = seen(pack).pdf
    dialog = ask(pack)
    qtbot.keyClicks(dialog.recipient, "Aiko Tanaka")
    agree(dialog)
    assert suggested == ["Review pack 2026-11-19.pdf"]
    assert (tmp_path / "for Aiko.pdf").read_bytes() == bytes_seen
    assert (tmp_path / "for Aiko.pdf").stat().st_mode & 0o777 == 0o600
    (entry,) = journal.packs.shared()
    assert (entry.audience, entry.recipient, entry.protected) == (Audience.MANAGER, "Aiko Tanaka", False)
    assert not journal.meetings.keeps(entry.id)
    assert said == [(f"Saved in {tmp_path}", None)]
    assert journal.drafts.find("pack") is None
    pack.renew()
    tasks.wait_all()
    assert pack.share.shared.text() == "Last shared with Aiko Tanaka on 19 November 2026"
    assert pack.typed.asks.text == "A desk by the window"


def test_the_packs_begun_for_others_stay_drafts(
    pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack.typed.asks.text = "Half an hour"
    turn_to(pack, Audience.OWN)
    answer_path(monkeypatch, tmp_path / "year.pdf")
    dialog = ask(pack)
    assert not dialog.recipient.isVisible()
    agree(dialog)
    kept = journal.drafts.find("pack")
    assert kept is not None
    assert list(kept.fields["packs"]) == ["manager"]
    assert kept.fields["packs"]["manager"]["asks"] == "Half an hour"


def test_a_password_opens_the_file_and_the_copy_has_none(
    qtbot: QtBot, pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_path(monkeypatch, tmp_path / "pack.pdf")
    bytes_seen = seen(pack).pdf
    dialog = ask(pack)
    assert not dialog.password_part.isVisible()
    dialog.protect.click()
    qtbot.keyClicks(dialog.password.passphrase, GOOD)
    qtbot.keyClicks(dialog.password.again, GOOD)
    dialog.keep.click()
    agree(dialog)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "pack.pdf")
    with pikepdf.open(tmp_path / "pack.pdf", password=GOOD) as opened_again:
        assert opened_again.encryption.R == 6
        assert len(opened_again.pages) == seen(pack).pages
    (entry,) = journal.packs.shared()
    assert entry.protected
    assert journal.meetings.pdf_of(entry.id) == bytes_seen


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("", "", "Type a password"),
        (GOOD, "another", "not the same"),
        ("horse", "horse", "without end"),
        (f"{GOOD}\u00a0x", f"{GOOD}\u00a0x", "Not every program"),
    ],
)
def test_passwords_that_will_not_do(
    pack: PackScreen,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
    first: str,
    second: str,
    told: str,
) -> None:
    answer_path(monkeypatch, "")
    dialog = ask(pack)
    dialog.protect.click()
    dialog.password.passphrase.setText(first)
    dialog.password.again.setText(second)
    agree(dialog)
    assert told in dialog.problem.text()
    assert dialog.isVisible()
    assert journal.packs.shared() == []


def test_without_the_tick_there_is_no_password(
    pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_path(monkeypatch, tmp_path / "pack.pdf")
    dialog = ask(pack)
    dialog.protect.click()
    dialog.password.passphrase.setText(GOOD)
    dialog.protect.click()
    agree(dialog)
    assert not journal.packs.shared()[0].protected


def test_giving_up_either_dialog_writes_nothing(
    pack: PackScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(pack).cancel.click()
    answer_path(monkeypatch, "")
    agree(ask(pack))
    assert journal.packs.shared() == []
    assert pack.export_pdf.isEnabled()


def test_cancelled_in_the_middle_it_leaves_nothing(
    qtbot: QtBot, pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work waits before its first pause until somebody has pressed Cancel."""
    pressed = threading.Event()
    typeset = journal.packs._making.compose

    def slow(*args: object) -> object:
        pressed.wait(20)
        return typeset(*args)  # type: ignore[arg-type] # whatever it is called with

    monkeypatch.setattr(type(journal.packs._making), "compose", lambda _, *args: slow(*args))
    where = tmp_path / "out"
    where.mkdir()
    answer_path(monkeypatch, where / "pack.pdf")
    dialog = ask(pack)
    dialog.agree.click()
    assert pack.line.isVisible()
    assert not pack.export_pdf.isEnabled()
    qtbot.mouseClick(pack.line.stop, Qt.MouseButton.LeftButton)
    pressed.set()
    tasks.wait_all()
    assert list(where.iterdir()) == []
    assert journal.packs.shared() == []
    assert not pack.line.isVisible()
    assert pack.export_pdf.isEnabled()
    assert not pack.share.problem.isVisible()


def test_a_file_that_cannot_be_written_is_told_in_the_card(
    pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_path(monkeypatch, tmp_path / "no such folder" / "pack.pdf")
    agree(ask(pack))
    assert "could not be written" in pack.share.problem.text()
    assert pack.share.problem.isVisible()
    assert journal.packs.shared() == []


def test_what_became_private_after_the_pages_were_made_is_found(
    pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack.typed.asks.text = "What I think of the merger, in one sentence"
    settle(pack)
    episode = journal.episodes.newest(limit=1)[0]
    episode.private_note = "What I think of the merger, in one sentence"
    journal.episodes.save(episode)
    answer_path(monkeypatch, tmp_path / "pack.pdf")
    agree(ask(pack))
    assert "merger" in pack.share.problem.text()
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(
    ("action", "begins"), [("copy_plain", "One-on-one"), ("copy_markdown", "# One-on-one")]
)
def test_the_pack_is_copied_as_text(qtbot: QtBot, pack: PackScreen, action: str, begins: str) -> None:
    with qtbot.waitSignal(pack.toast):
        pack.texts.actions[action].trigger()
        tasks.wait_all()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(begins)
    assert "Told the product lead about the scope cut" in copied
    assert SECRET not in copied


@pytest.mark.parametrize(
    ("action", "ending", "begins"),
    [("save_plain", "txt", "One-on-one"), ("save_markdown", "md", "# One-on-one")],
)
def test_the_pack_is_saved_as_text(
    pack: PackScreen,
    journal: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
    ending: str,
    begins: str,
) -> None:
    suggested = answer_path(monkeypatch, tmp_path / "pack")
    pack.texts.actions[action].trigger()
    tasks.wait_all()
    assert suggested == [f"Review pack 2026-11-19.{ending}"]
    assert (tmp_path / f"pack.{ending}").read_text().startswith(begins)
    assert journal.packs.shared() == []


def test_text_waits_for_the_pages_and_for_leaks(pack: PackScreen) -> None:
    actions = pack.texts.actions
    pack.typed.asks.text = f"Well, {SECRET} in there."
    assert not actions["copy_plain"].isEnabled()
    settle(pack)
    assert not actions["copy_plain"].isEnabled()
    assert not actions["save_markdown"].isEnabled()
    assert actions["blank_form"].isEnabled()


def test_a_blank_form_is_saved(pack: PackScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    suggested = answer_path(monkeypatch, tmp_path / "form")
    pack.texts.actions["blank_form"].trigger()
    tasks.wait_all()
    assert suggested == ["Meeting form.pdf"]
    form = " ".join(page_texts((tmp_path / "form.pdf").read_bytes()))
    assert "One-on-one: notes" in form
    assert "runbook" not in form
