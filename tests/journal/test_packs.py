"""Review packs without their PDF: what is offered, what the ledger keeps, and that a file is written whole."""

import datetime as dt
import hashlib
from dataclasses import replace

import pytest

from examples import DAY, END, START, Examples
from pack_examples import CHOICE, blank_pdf
from workjournal.charts.chart import UnknownChart
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import UnknownSection
from workjournal.journal.pack_errors import PackUnwritable

SECOND = blank_pdf() + b"\n"


def test_what_was_ticked_for_this_audience_is_proposed_and_nothing_else(
    journal: Journal, one: Examples
) -> None:
    assert journal.packs.offer(START, END, Audience.MANAGER).suggested
    one.episode.audiences = frozenset({Audience.MANAGER})
    journal.episodes.save(one.episode)
    offer = journal.packs.offer(START, END, Audience.MANAGER)
    assert not offer.suggested
    assert [item.id for item in offer.items if item.ticked] == [one.episode.id]
    assert journal.packs.offer(START, END, Audience.NEXT_JOB).suggested


def test_only_the_period_is_offered_and_nothing_from_the_trash(journal: Journal) -> None:
    days = [START - dt.timedelta(days=1), START, END, END + dt.timedelta(days=1)]
    made = [journal.episodes.save(Episode(date=day, title="x")) for day in days]
    journal.episodes.trash(journal.episodes.save(Episode(date=DAY, title="binned")).id)
    offer = journal.packs.offer(START, END, Audience.MANAGER)
    assert [item.id for item in offer.items] == [made[1].id, made[2].id]


def test_an_unknown_part_is_told(journal: Journal) -> None:
    with pytest.raises(UnknownSection, match="There are: since-last-time"):
        journal.packs.compose(replace(CHOICE, sections=("gossip",)))
    with pytest.raises(UnknownChart):
        journal.packs.compose(replace(CHOICE, charts=("happiness",)))


def test_the_ledger_keeps_what_was_shared_newest_first(journal: Journal, one: Examples) -> None:
    choice = replace(CHOICE, items=frozenset({one.episode.id}), audience=Audience.NEXT_JOB)
    pack = journal.packs.export(choice, one.folder / "second.pdf", SECOND)
    assert (one.folder / "second.pdf").read_bytes() == SECOND
    assert (one.folder / "second.pdf").stat().st_mode & 0o777 == 0o600
    assert pack.sha256 == hashlib.sha256(SECOND).hexdigest()
    assert (pack.audience, pack.items, pack.date) == (Audience.NEXT_JOB, [str(one.episode.id)], DAY)
    assert [kept.id for kept in journal.packs.shared()] == [pack.id, one.pack.id]


def test_a_pack_that_cannot_be_written_is_not_in_the_ledger(journal: Journal, one: Examples) -> None:
    for target in (one.folder / "nowhere" / "pack.pdf", one.folder):
        with pytest.raises(PackUnwritable):
            journal.packs.export(CHOICE, target, blank_pdf())
    assert [kept.id for kept in journal.packs.shared()] == [one.pack.id]
    assert not [*one.folder.rglob(".*")]


def test_a_lesson_in_a_pack_that_was_written_is_shared(journal: Journal, one: Examples) -> None:
    """Only then, and only where its section was in it."""
    ticked = replace(CHOICE, items=frozenset({one.lesson.id}))

    def state() -> LessonState:
        return journal.lessons.get(one.lesson.id).state

    journal.packs.export(replace(ticked, sections=("goals",)), one.folder / "goals.pdf", blank_pdf())
    with pytest.raises(PackUnwritable):
        journal.packs.export(ticked, journal.folder / "inside.pdf", blank_pdf())
    assert state() is LessonState.NEW
    journal.packs.export(ticked, one.folder / "lessons.pdf", blank_pdf())
    assert state() is LessonState.SHARED


def test_a_ticked_lesson_that_was_not_in_the_pack_is_not_shared(journal: Journal, one: Examples) -> None:
    """It is of another time, or was put away meanwhile. Seen failing: whatever had a tick was shared."""
    old = journal.lessons.add(Lesson(date=START - dt.timedelta(days=1), text="Long ago"))
    binned = journal.lessons.add(Lesson(date=DAY, text="Binned"))
    journal.lessons.trash(binned.id)
    choice = replace(CHOICE, items=frozenset({old.id, binned.id}))
    journal.packs.export(choice, one.folder / "lessons.pdf", blank_pdf())
    for lesson in (old, binned):
        assert journal.lessons.get(lesson.id).state is LessonState.NEW
