"""For whom, about which time, on which paper, in which order; and what the last meeting left."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.pack_page import opened, row, seen, settle, text, turn_to, worked
from workjournal.domain.action import Action
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.pack import Pack, Paper
from workjournal.exporters.pdf_pages import page_sizes
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import LANGUAGE, PAPER
from workjournal.ui import form, tasks
from workjournal.ui.screens.pack import PackScreen

TODAY = dt.date(2026, 11, 19)


def shared(journal: Journal, audience: Audience = Audience.MANAGER, **fields: object) -> Pack:
    pack = Pack(date=TODAY, audience=audience, period_start=TODAY, period_end=dt.date(2026, 11, 2))
    for name, value in fields.items():
        setattr(pack, name, value)
    return journal.meetings.save(pack)


@pytest.fixture
def work(journal: Journal) -> list[Episode]:
    return worked(journal)


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal, work: list[Episode]) -> PackScreen:
    return opened(qtbot, journal)


def test_each_audience_has_its_usual_periods(qtbot: QtBot, pack: PackScreen) -> None:
    period = pack.period
    assert form.value_of(period.quick) == "Last month"
    qtbot.mouseClick(period.quick.button("Last quarter"), Qt.MouseButton.LeftButton)
    assert period.period == (dt.date(2026, 8, 20), TODAY)
    turn_to(pack, Audience.OWN)
    assert form.value_of(period.quick) == "This year"
    assert period.period == (dt.date(2026, 1, 1), TODAY)
    qtbot.mouseClick(period.quick.button("Last year"), Qt.MouseButton.LeftButton)
    assert period.period == (dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    turn_to(pack, Audience.NEXT_JOB)
    assert form.value_of(period.quick) == "Last 12 months"
    assert period.period == (dt.date(2025, 11, 20), TODAY)
    turn_to(pack, Audience.MANAGER)
    assert period.period == (dt.date(2026, 8, 20), TODAY)


def test_early_in_a_year_the_last_one_is_looked_back_on(
    qtbot: QtBot, journal: Journal, work: list[Episode], clock: Clock
) -> None:
    clock.now = dt.datetime(2027, 1, 20, 18, tzinfo=dt.UTC)
    screen = opened(qtbot, journal)
    turn_to(screen, Audience.OWN)
    assert screen.period.period == (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert "One-on-one" not in text(screen)
    assert "November 2026" in text(screen)


def test_days_that_make_no_sense_are_told_and_change_nothing(qtbot: QtBot, pack: PackScreen) -> None:
    period = pack.period
    period.start.setFocus()
    qtbot.keyClick(period.start, Qt.Key.Key_Up)
    assert form.value_of(period.quick) is None
    assert "21 October 2026" in pack.words.text()
    period.end.day = dt.date(2026, 8, 1)
    assert form.value_of(period) is None
    assert period.period_problem.isVisible()
    assert "19 November 2026" in pack.words.text()


def test_it_goes_on_where_the_last_pack_for_the_same_audience_ended(
    qtbot: QtBot, journal: Journal, work: list[Episode]
) -> None:
    shared(journal, recipient="Aiko")
    screen = opened(qtbot, journal)
    assert screen.period.period == (dt.date(2026, 11, 3), TODAY)
    assert screen.share.shared.text() == "Last shared with Aiko on 19 November 2026"
    turn_to(screen, Audience.NEXT_JOB)
    assert not screen.share.shared.isVisible()
    assert screen.period.period == (dt.date(2025, 11, 20), TODAY)


def test_what_is_typed_belongs_to_its_audience(qtbot: QtBot, pack: PackScreen) -> None:
    qtbot.keyClicks(pack.period.recipient, "Aiko")
    qtbot.keyClicks(pack.typed.commitments, "A plan for spring")
    turn_to(pack, Audience.OWN)
    assert not pack.period.recipient.isVisible()
    assert not pack.typed.commitments.text
    assert not pack.typed.asks.isVisible()
    assert pack.typed.commitments_label.text() == "What I want to do next year"
    assert "A plan for spring" not in text(pack)
    turn_to(pack, Audience.NEXT_JOB)
    assert not pack.typed.isVisible()
    turn_to(pack, Audience.MANAGER)
    assert pack.period.recipient.text() == "Aiko"
    assert "A plan for spring" in text(pack)


def test_names_are_offered_while_it_is_typed_with_whom(qtbot: QtBot, pack: PackScreen) -> None:
    qtbot.keyClicks(pack.period.recipient, "ru")
    completer = pack.period.recipient.completer()
    assert completer.currentCompletion() == "Marco Ruiz"


def test_paper_and_language_are_remembered(qtbot: QtBot, pack: PackScreen, journal: Journal) -> None:
    qtbot.mouseClick(pack.period.paper.button(Paper.LETTER), Qt.MouseButton.LeftButton)
    pack.period.language.setCurrentText("Deutsch")
    settle(pack)
    assert page_sizes(seen(pack).pdf)[0] == pytest.approx((612, 792), abs=1)
    assert "Seit dem letzten Mal" in text(pack) or "Höhepunkte" in text(pack)
    assert (journal.preferences.get(PAPER), journal.preferences.get(LANGUAGE)) == ("letter", "de")
    again = opened(qtbot, journal)
    assert again.period.paper.choice is Paper.LETTER
    assert again.period.language.choice == "de"
    qtbot.mouseClick(again.period.paper.button(Paper.A4), Qt.MouseButton.LeftButton)
    assert not journal.preferences.get(PAPER)


def test_sections_stand_in_the_order_they_were_moved_to(qtbot: QtBot, pack: PackScreen) -> None:
    before = text(pack)
    assert before.index("It held") < before.index("Lead the planning")
    pack.contents.setCurrentIndex(pack.contents.index_of("goals"))
    pack.contents.setFocus()
    for _ in range(2):
        qtbot.keyClick(pack.contents, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert pack.contents.index_of("goals").row() == 0
    assert pack.contents.currentIndex() == pack.contents.index_of("goals")
    settle(pack)
    after = text(pack)
    assert after.index("Lead the planning") < after.index("It held")
    assert seen(pack).choice.ordered[:2] == ("goals", "since-last-time")


def test_what_was_told_before_says_so(qtbot: QtBot, journal: Journal, work: list[Episode]) -> None:
    shared(journal, items=[str(work[0].id)], date=dt.date(2026, 10, 3))
    screen = opened(qtbot, journal)
    screen.period.start.day = dt.date(2026, 11, 1)
    settle(screen)
    assert row(screen, "highlights", work[0].id).endswith("told on 3 October")
    assert "told" not in row(screen, "highlights", work[1].id)


def test_the_last_meeting_stands_beside_the_next_pack(
    qtbot: QtBot, journal: Journal, work: list[Episode]
) -> None:
    shared(journal, Audience.OWN, met=TODAY)
    met = shared(journal, recipient="Aiko", met=dt.date(2026, 11, 12), notes="She was tired.")
    journal.meetings.agree(met.id, Action(date=TODAY, text="Send the figures"))
    screen = opened(qtbot, journal)
    card = screen.meeting
    assert card.meeting_label.text() == "From the last meeting, with Aiko on 12 November"
    assert card.notes.text == "She was tired."
    assert card.notes.isReadOnly()
    assert card.came_of_it.text().startswith("1 agreement")
    assert "tired" not in text(screen)
    assert "Send the figures" in text(screen)
    with qtbot.waitSignal(screen.go) as went:
        qtbot.mouseClick(card.to_meeting, Qt.MouseButton.LeftButton)
    assert went.args == ["shared_packs", met.id]
    turn_to(screen, Audience.OWN)
    assert not card.isVisible()


def test_without_a_meeting_there_is_no_card(pack: PackScreen, journal: Journal) -> None:
    assert not pack.meeting.isVisible()
    shared(journal)
    pack.renew()
    tasks.wait_all()
    assert not pack.meeting.isVisible()


def test_the_ledger_is_one_press_away(qtbot: QtBot, journal: Journal, work: list[Episode]) -> None:
    shared(journal)
    screen = opened(qtbot, journal)
    with qtbot.waitSignal(screen.go) as went:
        qtbot.mouseClick(screen.share.to_ledger, Qt.MouseButton.LeftButton)
    assert went.args == ["shared_packs", None]
