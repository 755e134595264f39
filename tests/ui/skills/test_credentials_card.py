"""Credentials: out of a file or by hand, confirmed first; copied out, changed, deleted and brought back."""

import datetime as dt
import json
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.actions_page import Told
from ui.showing import on_screen
from workjournal.domain.label import Skill
from workjournal.domain.skill_record import LARGEST, Credential
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.credential import CredentialDialog
from workjournal.ui.skills.credentials_card import CredentialsCard
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton
BADGE = json.dumps(
    {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        ],
        "id": "https://example.org/credentials/7",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://example.org", "type": ["Profile"], "name": "The guild"},
        "validFrom": "2025-03-01T09:00:00Z",
        "validUntil": "2028-03-01T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://example.org/achievements/planning",
                "type": ["Achievement"],
                "name": "Planner",
                "description": "Planned a move",
                "criteria": {"narrative": "A plan that held"},
            },
        },
    }
)


@pytest.fixture
def skill(journal: Journal) -> UUID:
    return journal.skills.save(Skill(name="Planning")).id


@pytest.fixture
def card(qtbot: QtBot, journal: Journal, skill: UUID) -> CredentialsCard:
    made = on_screen(qtbot, CredentialsCard(journal))
    made.show_skill(skill)
    return made


@pytest.fixture
def told(card: CredentialsCard) -> Told:
    said: Told = []
    card.toast.connect(lambda text, undo: said.append((text, undo)))
    return said


def opened(card: CredentialsCard) -> CredentialDialog:
    """The dialog that is up, once what it waits for is read."""
    tasks.wait_all()
    (dialog,) = [each for each in card.findChildren(CredentialDialog) if each.isVisible()]
    return dialog


def agree(dialog: CredentialDialog) -> None:
    dialog.agree.click()
    tasks.wait_all()


def rows(card: CredentialsCard, skill: UUID) -> list[Row]:
    card.show_skill(skill)
    return [row for row in card.credentials.rows() if isinstance(row, Row)]


def drop(card: CredentialsCard, *files: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    card.drop.dropEvent(QDropEvent(QPointF(5, 5), copy, held, LEFT, none))


def test_a_badge_is_seen_with_its_fields_before_it_is_kept(
    card: CredentialsCard, journal: Journal, skill: UUID, tmp_path: Path, told: Told
) -> None:
    file = tmp_path / "planner.json"
    file.write_text(BADGE)
    drop(card, file)
    dialog = opened(card)
    assert journal.credentials.of(skill) == []
    assert (dialog.name.text(), dialog.issuer.text()) == ("Planner", "The guild")
    assert (dialog.issued.day, dialog.expires.day) == (dt.date(2025, 3, 1), dt.date(2028, 3, 1))
    assert dialog.description.text == "Planned a move"
    assert dialog.badge_side.isVisible()
    assert "A plan that held" in dialog.badge.toPlainText()
    assert dialog.badge.accessibleName() == "What the badge says of itself; nothing was verified"
    assert not dialog.remove.isVisible()
    dialog.name.setText("Planner of moves")
    agree(dialog)
    (kept,) = journal.credentials.of(skill)
    assert (kept.name, kept.issuer, kept.file_name) == ("Planner of moves", "The guild", "planner.json")
    assert journal.credentials.content(kept.id) == BADGE.encode()
    (row,) = rows(card, skill)
    assert (row.title, row.second) == ("Planner of moves", "The guild · 1 Mar 2025 to 1 Mar 2028")
    assert (row.icon, row.action, row.chips) == ("badge-check", "Save a copy", ())
    (text, undo) = told[-1]
    assert text == "Planner of moves added"
    undo()
    assert journal.credentials.of(skill) == []


def test_several_files_are_asked_about_one_after_the_other(
    card: CredentialsCard, journal: Journal, skill: UUID, tmp_path: Path
) -> None:
    for name in ("first.pdf", "second.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    drop(card, tmp_path / "first.pdf", tmp_path / "second.pdf")
    opened(card).reject()
    second = opened(card)
    assert second.name.text() == "second"
    assert not second.badge_side.isVisible()
    agree(second)
    assert [each.name for each in journal.credentials.of(skill)] == ["second"]


@pytest.mark.parametrize(("size", "said"), [(None, "cannot be read"), (LARGEST + 1, "up to 5 MB")])
def test_a_file_that_cannot_be_kept_is_told_in_its_place(
    card: CredentialsCard, tmp_path: Path, size: int | None, said: str
) -> None:
    file = tmp_path / "badge.png"
    if size is not None:
        with file.open("wb") as sparse:
            sparse.truncate(size)
    drop(card, file)
    tasks.wait_all()
    assert said in card.problem.text()
    assert card.problem.isVisible()
    assert not card.findChildren(CredentialDialog)


def test_no_dialog_comes_up_over_a_journal_that_was_locked_meanwhile(
    card: CredentialsCard, tmp_path: Path
) -> None:
    file = tmp_path / "planner.json"
    file.write_text(BADGE)
    drop(card, file)
    card.hide()
    tasks.wait_all()
    assert not card.findChildren(CredentialDialog)


def test_one_without_a_file_is_written_by_hand_and_mended(
    qtbot: QtBot, card: CredentialsCard, journal: Journal, skill: UUID
) -> None:
    qtbot.mouseClick(card.by_hand, LEFT)
    dialog = opened(card)
    agree(dialog)
    assert "name is empty" in dialog.problem.text()
    qtbot.waitUntil(dialog.name.hasFocus)
    qtbot.keyClicks(dialog.name, "First aid")
    dialog.issued.day, dialog.expires.day = dt.date(2024, 3, 1), dt.date(2022, 3, 1)
    agree(dialog)
    assert "cannot have expired before" in dialog.problem.text()
    assert dialog.name.text() == "First aid"
    dialog.issued.day = dt.date(2020, 3, 1)
    agree(dialog)
    (kept,) = journal.credentials.of(skill)
    assert (kept.name, kept.file_name, kept.expires) == ("First aid", "", dt.date(2022, 3, 1))
    (row,) = rows(card, skill)
    assert [chip.text for chip in row.chips] == ["Expired"]
    assert not row.action


def test_a_change_saves_only_what_was_changed_here(
    card: CredentialsCard, journal: Journal, skill: UUID
) -> None:
    kept = journal.credentials.keep(Credential(skill_id=skill, name="First aid", issuer="Works council"))
    card.show_skill(skill)
    card.credentials.opened.emit(kept.id)
    dialog = opened(card)
    other = journal.credentials.get(kept.id)
    other.issuer = "The fire brigade"
    journal.credentials.keep(other)
    dialog.expires.day = dt.date(2027, 3, 1)
    agree(dialog)
    after = journal.credentials.get(kept.id)
    assert (after.issuer, after.expires) == ("The fire brigade", dt.date(2027, 3, 1))


def test_a_copy_is_saved_where_the_user_says_and_writes_over_nothing(
    card: CredentialsCard,
    journal: Journal,
    skill: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Told,
) -> None:
    file = tmp_path / "planner.json"
    file.write_text(BADGE)
    kept = journal.credentials.keep(*journal.credentials.draft(file, skill))
    card.show_skill(skill)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    card.credentials.action.emit(kept.id)
    tasks.wait_all()
    assert (tmp_path / "planner (2).json").read_text() == BADGE
    assert told[-1][0] == "Unencrypted copy saved as planner (2).json"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gone"))
    card.credentials.action.emit(kept.id)
    tasks.wait_all()
    assert "could not be written" in card.problem.text()


@pytest.mark.parametrize("way", ["key", "dialog"])
def test_deleted_with_its_file_and_brought_back(
    qtbot: QtBot,
    card: CredentialsCard,
    journal: Journal,
    skill: UUID,
    tmp_path: Path,
    told: Told,
    way: str,
) -> None:
    file = tmp_path / "planner.json"
    file.write_text(BADGE)
    kept = journal.credentials.keep(*journal.credentials.draft(file, skill))
    card.show_skill(skill)
    if way == "key":
        card.credentials.choose(kept.id)
        qtbot.keyClick(card.credentials, Qt.Key.Key_Delete)
    else:
        qtbot.mouseClick(card.open(kept.id).remove, LEFT)
    assert rows(card, skill) == []
    assert not card.credentials.isVisible()
    (text, undo) = told[-1]
    assert text == "Planner deleted"
    undo()
    assert journal.credentials.content(kept.id) == BADGE.encode()
    assert len(rows(card, skill)) == 1
