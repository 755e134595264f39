"""The ledger has what the file says, and nothing else; and no file is left that it does not know."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from workjournal.domain.action import Action
from workjournal.domain.entity import SHARED_WITH, Audience
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PackUnwritable
from workjournal.journal.packs import Packs
from workjournal.store.faults import DiskFull

START, DAY, END = dt.date(2026, 11, 1), dt.date(2026, 11, 12), dt.date(2026, 11, 30)
EVERYBODY = frozenset(SHARED_WITH)


def choice(*items: Episode | Lesson | Action, sections: tuple[str, ...] | None = None) -> PackChoice:
    ids = frozenset(item.id for item in items)
    return PackChoice(start=START, end=END, audience=Audience.MANAGER, items=ids, sections=sections)


def test_an_episode_that_is_evidence_alone_is_in_the_ledger_and_in_the_balance(
    journal: Journal, tmp_path: Path
) -> None:
    linked = Episode(date=DAY, title="Shipped", story="A week.", source_link="https://x.example/1")
    bare = Episode(date=DAY, title="Thought", story="An hour.")
    for episode in (linked, bare):
        journal.episodes.add(episode)
    chosen = choice(linked, bare, sections=("evidence",))
    made = journal.packs.export(chosen, tmp_path / "pack.pdf")
    assert made.items == [str(linked.id)]
    (section,) = journal.meetings.told(made)
    assert (section.key, [thing.title for thing in section.things]) == ("evidence", ["Shipped"])
    balance = journal.packs.balance(chosen)
    assert (balance.items, balance.texts, balance.unticked) == (1, 2, 1)


def test_charts_and_lines_that_are_not_in_the_file_are_not_in_the_ledger(
    journal: Journal, tmp_path: Path
) -> None:
    episode = journal.episodes.add(Episode(date=DAY, title="Shipped"))
    empty = replace(choice(episode), charts=("confidence",))
    assert journal.packs.export(empty, tmp_path / "empty.pdf").charts == []
    episode.difficulty = 40
    journal.episodes.save(episode)
    shown = replace(empty, charts=("confidence", "difficulty"))
    assert journal.packs.export(shown, tmp_path / "shown.pdf").charts == ["difficulty"]
    without = replace(shown, sections=("highlights",), asks=("Time",), commitments=("Go on",))
    made = journal.packs.export(without, tmp_path / "without.pdf")
    assert (made.charts, made.asks, made.commitments) == ([], [], [])


def test_a_thing_of_which_every_text_was_left_out_is_not_told(journal: Journal, tmp_path: Path) -> None:
    episode = journal.episodes.add(Episode(date=DAY, title="Shipped", story="A week."))
    lesson = journal.lessons.add(Lesson(date=DAY, text="Ask first"))
    ask = journal.actions.save(Action(date=DAY, text="A room"))
    kept = journal.lessons.add(Lesson(date=DAY, text="Count twice"))
    left_out = {(episode.id, "title"): "", (episode.id, "story"): " "}
    left_out |= {(lesson.id, "text"): "", (ask.id, "text"): ""}
    chosen = replace(choice(episode, lesson, ask, kept), wordings=left_out)
    assert [section.key for section in journal.packs.compose(chosen).sections] == ["lessons"]
    made = journal.packs.export(chosen, tmp_path / "pack.pdf")
    assert made.items == [str(kept.id)]
    assert journal.lessons.get(lesson.id).state is LessonState.NEW
    assert journal.lessons.get(kept.id).state is LessonState.SHARED
    told = {**left_out, (episode.id, "action"): ""}
    stories = replace(chosen, audience=Audience.NEXT_JOB, wordings=told)
    assert "stories" not in {section.key for section in journal.packs.compose(stories).sections}


def test_no_file_comes_that_the_ledger_could_not_take_up(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And an older one of that name is still there. Seen failing with the ledger written after the file."""
    episode = journal.episodes.add(Episode(date=DAY, title="Shipped"))
    older = tmp_path / "pack.pdf"
    older.write_bytes(b"older")
    save = Packs.save

    def full(packs: Packs, entry: Pack) -> Pack:
        save(packs, entry)
        raise DiskFull(folder=journal.folder)

    monkeypatch.setattr(Packs, "save", full)
    with pytest.raises(DiskFull):
        journal.packs.export(choice(episode), older)
    assert older.read_bytes() == b"older"
    assert journal.packs.shared() == []


def test_a_file_that_does_not_get_its_name_is_not_in_the_ledger(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = journal.lessons.add(Lesson(date=DAY, text="Ask first"))

    def refuse(_: Path, __: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PackUnwritable, match="No space"):
        journal.packs.export(choice(lesson), tmp_path / "pack.pdf")
    monkeypatch.undo()
    assert journal.packs.shared() == []
    assert journal.lessons.get(lesson.id).state is LessonState.NEW
    assert not (tmp_path / "pack.pdf").exists()
