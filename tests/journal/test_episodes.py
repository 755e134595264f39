"""Episodes: kept with their labels, looked back on, remembered a year later, with files attached."""

import datetime as dt
import hashlib
import os
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from conftest import Clock
from examples import DAY, Examples
from workjournal.domain.attachment import LARGEST, AttachmentTooLarge
from workjournal.domain.entity import Missing, new_id
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.attachment_sources import FileUnreadable
from workjournal.journal.copying_out import CopyUnwritable
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.journal.service import AmbiguousId, NoSuchThing
from workjournal.store.faults import EditedElsewhere


def kept(journal: Journal, title: str = "Something", day: dt.date = DAY, **fields: Any) -> Episode:
    return journal.episodes.save(Episode(date=day, title=title, **fields))


def names(episode: Episode) -> tuple[list[str], list[str], list[str]]:
    return (
        [tag.name for tag in episode.tags],
        [p.name for p in episode.people],
        [s.name for s in episode.skills],
    )


def test_every_field_comes_back(journal: Journal) -> None:
    whole = Episode(
        date=DAY, time=dt.time(8, 5), title="A", story="**B**\n", result="C", role="D", source_link="E",
        private_note="F", difficulty=0, energy=100,
    )  # fmt: skip
    read = journal.episodes.get(journal.episodes.save(whole).id)
    for column in Episode.__table__.columns.keys():  # noqa: SIM118 - a table's columns are no mapping
        assert getattr(read, column) == getattr(whole, column), column
    assert read is not whole


def test_labels_are_set_left_or_taken_away(journal: Journal) -> None:
    episode = journal.episodes.add(
        Episode(date=DAY, title="x"), tags=["b", "a"], people=["Ada"], skills=["s"]
    )
    assert names(journal.episodes.get(episode.id)) == (["a", "b"], ["Ada"], ["s"])
    episode.title = "y"
    journal.episodes.add(episode)
    assert names(journal.episodes.get(episode.id)) == (["a", "b"], ["Ada"], ["s"])
    journal.episodes.add(journal.episodes.get(episode.id), tags=["b", "c"], people=[])
    assert names(journal.episodes.get(episode.id)) == (["b", "c"], [], ["s"])
    assert journal.tags.names() == ["a", "b", "c"]  # a word once used stays for the next time


def test_an_old_copy_does_not_overwrite_a_newer_one(journal: Journal) -> None:
    episode = kept(journal)
    mine, theirs = journal.episodes.get(episode.id), journal.episodes.get(episode.id)
    theirs.title, mine.title = "Theirs", "Mine"
    journal.episodes.save(theirs)
    with pytest.raises(EditedElsewhere):
        journal.episodes.save(mine)
    assert journal.episodes.get(episode.id).title == "Theirs"
    assert mine.title == "Mine"


def test_a_refused_save_can_be_mended_with_its_labels(journal: Journal) -> None:
    episode = Episode(date=DAY, title="")
    with pytest.raises(Missing):
        journal.episodes.add(episode, tags=["new", "dropped"], people=["Ada"])
    episode.title = "Now"
    journal.episodes.add(episode, tags=["new"], people=["Ada"])
    assert names(journal.episodes.get(episode.id)) == (["new"], ["Ada"], [])
    assert journal.tags.names() == ["new"]


def test_what_is_not_there_is_told(journal: Journal) -> None:
    for verb in (journal.episodes.get, journal.episodes.trash, journal.episodes.restore):
        with pytest.raises(NoSuchThing, match="There is no episode with the id"):
            verb(new_id())


def test_an_id_can_be_told_by_its_end(journal: Journal) -> None:
    episode = kept(journal)
    for words in (
        str(episode.id),
        str(episode.id)[-6:],
        str(episode.id)[-14:].upper(),
        f"  {str(episode.id)[-4:]} ",
    ):
        assert journal.episodes.identify(words) == episode.id
    for words in ("", "abc", str(episode.id)[-3:], "ghij", "%%%%", "____", str(new_id())):
        with pytest.raises(NoSuchThing):
            journal.episodes.identify(words)
    for number in (1, 2):
        journal.episodes.save(Episode(date=DAY, title="Twin", id=UUID(f"{number:028x}beef")))
    with pytest.raises(AmbiguousId, match="ends in BEEF"):
        journal.episodes.identify("BEEF")


def test_the_trash_is_a_place_to_come_back_from(journal: Journal, clock: Clock) -> None:
    episode = kept(journal)
    binned = journal.episodes.trash(episode.id)
    assert binned.trashed_at == clock.now
    clock.forward(days=1)
    assert journal.episodes.trash(episode.id).trashed_at == binned.trashed_at  # once is once
    assert journal.episodes.newest() == []
    assert [e.id for e in journal.episodes.newest(EpisodeFilter(trashed=True))] == [episode.id]
    journal.episodes.restore(episode.id)
    assert [e.id for e in journal.episodes.newest()] == [episode.id]


def test_recent_hard_work_awaits_a_reflection(journal: Journal) -> None:
    def ago(days: int, **fields: Any) -> Episode:
        return kept(journal, day=DAY - dt.timedelta(days=days), **fields)

    yes = [
        ago(0, kind=Kind.CHALLENGE),
        ago(1, kind=Kind.DECISION, difficulty=0),
        ago(13, difficulty=60),
        ago(14, difficulty=100, kind=Kind.WIN),
    ]
    no = [
        ago(2, difficulty=55),
        ago(3, kind=Kind.WIN),
        ago(15, kind=Kind.CHALLENGE),
        ago(-1, kind=Kind.CHALLENGE),
        ago(1, kind=Kind.CHALLENGE),
        ago(1, kind=Kind.DECISION),
    ]
    journal.reflections.keep(
        Reflection(date=DAY, method="aar-short", answers={"why": "x"}), episodes=[no[-2].id]
    )
    journal.episodes.trash(no[-1].id)
    assert [e.id for e in journal.episodes.awaiting_reflection(DAY)] == [e.id for e in yes]
    assert [e.id for e in journal.episodes.awaiting_reflection(DAY, limit=2)] == [e.id for e in yes[:2]]
    assert all(episode.deserves_reflection() for episode in yes)


def test_a_reflection_in_the_trash_is_none(journal: Journal, one: Examples) -> None:
    assert journal.episodes.reflected([one.episode]) == {one.episode.id}
    assert journal.episodes.awaiting_reflection(DAY) == []
    journal.reflections.trash(one.reflection.id)
    assert journal.episodes.reflected([one.episode]) == set()
    assert [e.id for e in journal.episodes.awaiting_reflection(DAY)] == [one.episode.id]


def test_reflected_tells_which(journal: Journal, one: Examples) -> None:
    other = kept(journal)
    assert journal.episodes.reflected([one.episode, other]) == {one.episode.id}
    assert journal.episodes.reflected([]) == set()


@pytest.mark.parametrize(
    ("today", "past", "shown"),
    [
        (dt.date(2026, 11, 19), dt.date(2025, 11, 19), True),
        (dt.date(2026, 11, 19), dt.date(2025, 11, 18), False),
        (dt.date(2026, 11, 19), dt.date(2021, 11, 19), True),
        (dt.date(2026, 11, 19), dt.date(2020, 11, 19), False),
        (dt.date(2026, 11, 19), dt.date(2026, 11, 19), False),
        (dt.date(2028, 2, 29), dt.date(2027, 2, 28), True),
        (dt.date(2028, 2, 29), dt.date(2024, 2, 29), True),
        (dt.date(2028, 2, 29), dt.date(2024, 2, 28), False),
        (dt.date(2027, 2, 28), dt.date(2024, 2, 28), True),
        (dt.date(2027, 3, 1), dt.date(2024, 2, 29), False),
    ],
)
def test_this_day_in_earlier_years(journal: Journal, today: dt.date, past: dt.date, shown: bool) -> None:
    kept(journal, day=past)
    assert bool(journal.episodes.in_earlier_years(today)) == shown


def test_one_a_year_the_latest_of_the_day_newest_year_first(journal: Journal) -> None:
    for year in (2023, 2025):
        for hour in (14, 9, None):
            kept(
                journal,
                f"{year} {hour}",
                DAY.replace(year=year),
                time=None if hour is None else dt.time(hour),
            )
    journal.episodes.trash(kept(journal, "Binned", DAY.replace(year=2024)).id)
    assert [e.title for e in journal.episodes.in_earlier_years(DAY)] == ["2025 14", "2023 14"]
    assert [e.title for e in journal.episodes.in_earlier_years(DAY, years=1)] == ["2025 14"]


def test_a_file_is_kept_whole(journal: Journal, one: Examples) -> None:
    content = bytes(range(256)) * 3000  # larger than many pages
    file = one.folder / "Grüße.pdf"
    file.write_bytes(content)
    attached = journal.episodes.attach(one.episode.id, file)
    assert (attached.name, attached.media_type, attached.size) == (
        "Grüße.pdf",
        "application/pdf",
        len(content),
    )
    assert attached.sha256 == hashlib.sha256(content).hexdigest()
    assert journal.episodes.attachment_content(attached.id) == content
    assert [a.name for a in journal.episodes.attachments(one.episode.id)] == ["note.txt", "Grüße.pdf"]
    file.unlink()
    journal.episodes.copy_attachment(attached.id, file)
    assert file.read_bytes() == content


def test_a_file_can_be_put_away_and_back(journal: Journal, one: Examples) -> None:
    journal.episodes.detach(one.attachment.id)
    assert journal.episodes.attachments(one.episode.id) == []
    assert journal.episodes.attached([one.episode]) == {}
    journal.episodes.reattach(one.attachment.id)
    assert [a.id for a in journal.episodes.attached([one.episode])[one.episode.id]] == [one.attachment.id]


def test_a_file_that_cannot_be_kept_is_told(journal: Journal, one: Examples) -> None:
    huge = one.folder / "film.mp4"
    huge.touch()
    os.truncate(huge, 1 << 42)  # sparse; it must not be read to be refused
    cases: list[tuple[Path, type[JournalError]]] = [
        (one.folder / "nowhere.txt", FileUnreadable),
        (one.folder, FileUnreadable),
        (huge, AttachmentTooLarge),
    ]
    for file, error in cases:
        with pytest.raises(error):
            journal.episodes.attach(one.episode.id, file)
    os.truncate(huge, LARGEST + 1)
    with pytest.raises(AttachmentTooLarge, match="has 26 MB"):
        journal.episodes.attach(one.episode.id, huge)
    assert len(journal.episodes.attachments(one.episode.id)) == 1
    with pytest.raises(NoSuchThing):
        journal.episodes.attach(new_id(), one.folder / "note.txt")
    with pytest.raises(CopyUnwritable, match="still in the journal"):
        journal.episodes.copy_attachment(one.attachment.id, one.folder)
