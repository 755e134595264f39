"""What leaves of one thing: its texts told otherwise for the audience, its pictures ticked one by one."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.asking import asked, is_asked
from ui.pack_page import look_into, opened, row, seen, settle, text, turn_to, worked
from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.pack_item import PackItemDialog
from workjournal.ui.screens.pack import PackScreen


@pytest.fixture
def work(journal: Journal) -> list[Episode]:
    return worked(journal)


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal, work: list[Episode]) -> PackScreen:
    return opened(qtbot, journal)


def look(screen: PackScreen, episode: Episode) -> PackItemDialog:
    return look_into(screen, "highlights", episode.id, PackItemDialog)


def press_ok(dialog: PackItemDialog, screen: PackScreen) -> None:
    dialog.agree.click()
    tasks.wait_all()
    settle(screen)


def told(journal: Journal, screen: PackScreen, episode: Episode) -> dict[str, str]:
    return {field.key: field.text for field in journal.packs.fields(episode.id, seen(screen).choice)}


def attach(journal: Journal, episode: Episode, file: Path) -> Attachment:
    Image.new("RGB", (64, 48), "#557799").save(file)
    return journal.episodes.attach(episode.id, file)


def test_enter_opens_the_texts_as_they_would_leave(
    qtbot: QtBot, pack: PackScreen, work: list[Episode]
) -> None:
    index = pack.contents.index_of("highlights", str(work[0].id))
    pack.contents.setExpanded(index.parent(), True)
    pack.contents.setCurrentIndex(index)
    pack.contents.setFocus()
    qtbot.keyClick(pack.contents, Qt.Key.Key_Return)
    tasks.wait_all()
    dialog = asked(PackItemDialog)
    title = dialog.texts.rows["title"]
    assert title.text_.text == "Told the product lead about the scope cut"
    assert title.own.text == "Told Marco about the scope cut"
    assert title.own.isVisible()
    assert not dialog.texts.rows["result"].own_part.isVisible()
    assert "private note" in dialog.never.text()
    assert "nervous" not in "".join(each.text_.text for each in dialog.texts.rows.values())


def test_a_text_told_otherwise_leaves_and_the_journal_stays(
    qtbot: QtBot, pack: PackScreen, journal: Journal, work: list[Episode]
) -> None:
    dialog = look(pack, work[0])
    title = dialog.texts.rows["title"].text_
    title.selectAll()
    qtbot.keyClicks(title, "Cut the scope, and said so")
    assert dialog.texts.rows["title"].state.text() == "told otherwise"
    press_ok(dialog, pack)
    assert "Cut the scope, and said so" in text(pack)
    assert journal.episodes.get(work[0].id).title == "Told Marco about the scope cut"
    assert row(pack, "highlights", work[0].id).endswith("reworded")
    assert pack.share.leaves.text().count("\n") >= 1
    assert journal.drafts.find(f"pack-item:manager:{work[0].id}") is None
    other = {field.key: field for field in journal.packs.fields(work[0].id, seen(pack).choice)}
    assert not other["result"].reworded


def test_the_journals_own_text_can_be_used_again(
    pack: PackScreen, journal: Journal, work: list[Episode]
) -> None:
    journal.packs.reword(work[0].id, "title", "Otherwise", seen(pack).choice)
    dialog = look(pack, work[0])
    line = dialog.texts.rows["title"]
    assert line.text_.text == "Otherwise"
    line.use_own.click()
    assert line.text_.text == "Told the product lead about the scope cut"
    assert not line.use_own.isVisible()
    press_ok(dialog, pack)
    fields = {field.key: field for field in journal.packs.fields(work[0].id, seen(pack).choice)}
    assert not fields["title"].reworded


def test_what_was_reworded_before_is_not_kept_anew(
    pack: PackScreen, journal: Journal, work: list[Episode]
) -> None:
    """It keeps the name, which is replaced by whatever the person is called by then."""
    journal.packs.reword(work[0].id, "title", "Marco agreed", seen(pack).choice)
    press_ok(look(pack, work[0]), pack)
    (marco,) = journal.people.all()
    marco.pseudonym = "the head of product"
    journal.people.save(marco)
    assert told(journal, pack, work[0])["title"] == "The head of product agreed"


def test_a_field_is_left_out(pack: PackScreen, journal: Journal, work: list[Episode]) -> None:
    dialog = look(pack, work[1])
    line = dialog.texts.rows["result"]
    line.leave_out.click()
    assert line.state.text() == "left out"
    press_ok(dialog, pack)
    assert told(journal, pack, work[1])["result"] == ""
    assert text(pack).count("It held") == 1


def test_cancel_changes_nothing(
    qtbot: QtBot, pack: PackScreen, journal: Journal, work: list[Episode], tmp_path: Path
) -> None:
    attach(journal, work[0], tmp_path / "wall.png")
    pack.renew()
    tasks.wait_all()
    dialog = look(pack, work[0])
    qtbot.keyClicks(dialog.texts.rows["title"].text_, "Never ")
    next(iter(dialog.pictures.ticks.values())).click()
    dialog.cancel.click()
    tasks.wait_all()
    assert told(journal, pack, work[0])["title"] == "Told the product lead about the scope cut"
    assert not pack._now().one.pictures
    again = look(pack, work[0])
    assert again.texts.rows["title"].text_.text.startswith("Told")


def test_what_was_typed_comes_back_after_a_lock(
    qtbot: QtBot, pack: PackScreen, journal: Journal, work: list[Episode]
) -> None:
    dialog = look(pack, work[0])
    qtbot.keyClicks(dialog.texts.rows["result"].text_, "At last: ")
    dialog.reject()  # as a lock does
    again = look(pack, work[0])
    assert again.texts.rows["result"].text_.text == "At last: It held"
    assert told(journal, pack, work[0])["result"] == "It held"


def test_a_change_of_the_journals_text_is_told_until_it_was_seen(
    pack: PackScreen, journal: Journal, work: list[Episode]
) -> None:
    journal.packs.reword(work[1].id, "title", "A runbook", seen(pack).choice)
    episode = journal.episodes.get(work[1].id)
    episode.title = "Wrote half of the runbook"
    journal.episodes.save(episode)
    pack.renew()
    tasks.wait_all()
    assert row(pack, "highlights", work[1].id).endswith("reworded, journal changed since")
    assert pack.share.changed.isVisible()
    dialog = look(pack, work[1])
    assert dialog.texts.rows["title"].changed_row.isVisible()
    press_ok(dialog, pack)
    assert row(pack, "highlights", work[1].id).endswith("reworded")
    assert told(journal, pack, work[1])["title"] == "A runbook"
    assert not pack.share.changed.isVisible()


def test_pictures_are_ticked_one_by_one(
    pack: PackScreen, journal: Journal, work: list[Episode], tmp_path: Path
) -> None:
    first = attach(journal, work[0], tmp_path / "wall.png")
    attach(journal, work[0], tmp_path / "desk.png")
    pack.renew()
    tasks.wait_all()
    assert row(pack, "highlights", work[0].id).endswith("0 of 2 picture(s)")
    dialog = look(pack, work[0])
    tasks.wait_all()
    box = dialog.pictures.ticks[str(first.id)]
    assert box.text() == "wall.png"
    assert not box.icon().isNull()
    box.click()
    press_ok(dialog, pack)
    assert seen(pack).choice.pictures == {first.id}
    assert row(pack, "highlights", work[0].id).endswith("1 of 2 picture(s)")
    assert "picture" in pack.share.leaves.text()
    assert look(pack, work[0]).pictures.pictures == [str(first.id)]


def test_what_is_no_picture_cannot_be_ticked(
    pack: PackScreen, journal: Journal, work: list[Episode], tmp_path: Path
) -> None:
    file = tmp_path / "wall.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\nbut nothing more")
    kept = journal.episodes.attach(work[0].id, file)
    assert kept.media_type == "image/png"
    pack.renew()
    tasks.wait_all()
    dialog = look(pack, work[0])
    tasks.wait_all()
    box = dialog.pictures.ticks[str(kept.id)]
    assert not box.isEnabled()
    assert "cannot be read" in box.text()


def test_links_and_pictures_without_evidence(pack: PackScreen, work: list[Episode]) -> None:
    assert not look(pack, work[0]).no_evidence.isVisible()
    pack.findChildren(PackItemDialog)[0].cancel.click()
    pack.contents.tick(pack.contents.index_of("evidence"))
    settle(pack)
    assert look(pack, work[0]).no_evidence.isVisible()


def test_an_evidence_story_fills_the_parts_of_a_portfolio(
    pack: PackScreen, journal: Journal, work: list[Episode]
) -> None:
    answers = {"context": "Marco wanted all of it", "result": "Half, on time", "learning": "Cut early"}
    about = [journal.episodes.get(work[0].id)]
    journal.reflections.keep(Reflection(date=journal.today(), method="carl", answers=answers, episodes=about))
    turn_to(pack, Audience.NEXT_JOB)
    dialog = look_into(pack, "stories", work[0].id, PackItemDialog)
    lines = dialog.texts.rows
    assert list(lines) == ["title", "situation", "task", "action", "result", "learning", "source_link"]
    dialog.take_over.click()
    assert lines["situation"].text_.text == "The product lead wanted all of it"
    assert told(journal, pack, work[0])["result"] == "It held"
    press_ok(dialog, pack)
    assert told(journal, pack, work[0])["result"] == "Half, on time"
    assert "Cut early" in text(pack)
    again = look_into(pack, "stories", work[1].id, PackItemDialog)
    assert not again.story_part.isVisible()


def test_a_chart_has_nothing_more_to_see(pack: PackScreen) -> None:
    pack.contents.open(pack.contents.index_of("growth", "confidence"))
    tasks.wait_all()
    assert not is_asked(PackItemDialog)
