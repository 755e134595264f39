"""The store: one transaction a save, announced once; a failure costs nothing that was typed."""

import datetime as dt
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from conftest import Clock
from store.conftest import disk_of, pages
from workjournal.domain.entity import Missing, OutOfRange
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Draft, Revision
from workjournal.domain.label import Tag
from workjournal.errors import JournalError
from workjournal.store.faults import DiskFull, EditedElsewhere
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

DAY = dt.date(2026, 11, 19)
Announced = list[frozenset[type]]


@pytest.fixture
def second(store: Store, keys: Keys, clock: Clock) -> Iterator[Store]:
    """The same vault opened once more, as by the terminal while the window is open."""
    other = Store.open(keys, clock)
    yield other
    other.close()


@pytest.fixture
def announced(store: Store) -> Announced:
    heard: Announced = []
    store.subscribe(heard.append)
    return heard


def saved(store: Store, **fields: Any) -> Episode:
    episode = Episode(**{"date": DAY, "title": "A day", **fields})
    with store.writing() as session:
        session.add(episode)
    return episode


def all_of(store: Store) -> list[Episode]:
    with store.reading() as session:
        return list(session.scalars(select(Episode).order_by(Episode.id)))


def flushed_then_failed(store: Store, *things: Episode) -> None:
    """Sent to the database whole, and then something goes wrong before the commit."""
    with store.writing() as session:
        session.add_all(things)
        session.flush()
        raise ZeroDivisionError


def test_what_was_written_is_read_and_stays_usable(store: Store) -> None:
    episode = saved(store, story="Long")
    [read] = all_of(store)
    assert read is not episode
    assert (read.id, read.title, read.story, read.tags) == (episode.id, "A day", "Long", [])


def test_a_save_is_announced_once_with_its_classes(store: Store, announced: Announced) -> None:
    episode = saved(store, tags=[Tag(name="one")])
    assert announced == [{Episode, Tag}]
    with store.writing() as session:
        session.add(episode)
        episode.title = "Another"
    assert announced[1:] == [{Episode, Revision}]
    with store.writing() as session:
        draft = Draft(place="capture", fields={}, changed_at=store.clock())
        session.add(draft)
        session.flush()
        session.delete(draft)
    assert announced[2:] == [{Draft}]


def test_a_save_that_changes_nothing_is_not_announced(store: Store, announced: Announced) -> None:
    episode = saved(store)
    announced.clear()
    with store.writing() as session:
        session.add(episode)
        episode.title = "A day"
    assert announced == []
    assert episode.version == 1


def test_reading_is_not_announced(store: Store, announced: Announced) -> None:
    all_of(store)
    assert announced == []


def test_after_a_rollback_nothing_is_announced_and_nothing_is_there(
    store: Store, announced: Announced
) -> None:
    with pytest.raises(ZeroDivisionError):
        flushed_then_failed(store, Episode(date=DAY, title="Lost"))
    assert announced == []
    assert all_of(store) == []


def test_who_unsubscribed_hears_no_more(store: Store) -> None:
    heard: Announced = []
    stop = store.subscribe(heard.append)
    saved(store)
    stop()
    saved(store)
    assert len(heard) == 1


def test_what_is_announced_is_already_there(store: Store) -> None:
    found: list[int] = []
    store.subscribe(lambda _changed: found.append(len(all_of(store))))
    saved(store)
    saved(store)
    assert found == [1, 2]


def test_times_are_the_clocks(store: Store, clock: Clock) -> None:
    made = clock.now
    episode = saved(store)
    assert (episode.created_at, episode.changed_at) == (made, made)
    clock.forward(hours=3)
    with store.writing() as session:
        session.add(episode)
        episode.title = "Later"
    [read] = all_of(store)
    assert (read.created_at, read.changed_at) == (made, clock.now)
    assert read.changed_at is not None
    assert read.changed_at.utcoffset() == dt.timedelta(0)


def test_a_lost_update_is_an_error_and_keeps_both(store: Store, announced: Announced) -> None:
    saved(store)
    [mine], [theirs] = all_of(store), all_of(store)
    for episode, title in ((theirs, "Theirs"), (mine, "Mine")):
        episode.title = title
    with store.writing() as session:
        session.add(theirs)
    announced.clear()
    with pytest.raises(EditedElsewhere), store.writing() as session:
        session.add(mine)
    assert announced == []
    assert [episode.title for episode in all_of(store)] == ["Theirs"]
    assert mine.title == "Mine"


@pytest.mark.parametrize(
    ("change", "error"),
    [({"difficulty": 3}, OutOfRange), ({"title": "  "}, Missing), ({"energy": 105}, OutOfRange)],
)
def test_what_an_entity_refuses_is_not_kept_but_not_lost(
    store: Store, change: dict[str, Any], error: type[JournalError]
) -> None:
    saved(store, story="Before")
    [episode] = all_of(store)
    episode.story = "Typed for an hour"
    for field, value in change.items():
        setattr(episode, field, value)
    with pytest.raises(error), store.writing() as session:
        session.add(episode)
    assert episode.story == "Typed for an hour"
    episode.title, episode.difficulty, episode.energy = "Mended", 5, None
    with store.writing() as session:
        session.add(episode)
    [read] = all_of(store)
    assert (read.title, read.story, read.difficulty, read.version) == ("Mended", "Typed for an hour", 5, 2)


def test_a_full_disk_is_told_and_costs_nothing(store: Store, announced: Announced) -> None:
    saved(store, title="Before")
    [episode] = all_of(store)
    announced.clear()
    big = "so it went " * 40_000
    episode.story = big
    new = Episode(date=DAY, title="New", story=big)
    with disk_of(store, pages(store) + 2):
        for thing in (episode, new):
            with pytest.raises(DiskFull, match="nothing was saved"), store.writing() as session:
                session.add(thing)
        assert [read.story for read in all_of(store)] == [""]
        saved(store, title="A small one still fits")
    assert announced == [{Episode}]
    assert (episode.story, new.story) == (big, big)
    with store.writing() as session:  # space was freed: the same things, once more
        session.add_all([episode, new])
    assert sorted((read.title, len(read.story)) for read in all_of(store)) == [
        ("A small one still fits", 0),
        ("Before", len(big)),
        ("New", len(big)),
    ]


def test_what_failed_after_the_flush_can_be_saved_again(store: Store) -> None:
    """The flush was good and the commit never came: what counts as saved is what the database holds."""
    saved(store, tags=[Tag(name="kept"), Tag(name="dropped")])
    [episode] = all_of(store)
    episode.title = "Changed"
    episode.tags = [tag for tag in episode.tags if tag.name == "kept"]
    with pytest.raises(ZeroDivisionError):
        flushed_then_failed(store, episode)
    with store.writing() as session:
        session.add(episode)
    [read] = all_of(store)
    assert (read.title, [tag.name for tag in read.tags], read.version) == ("Changed", ["kept"], 2)
    with store.reading() as session:
        assert [revision.text for revision in session.scalars(select(Revision))] == ["A day"]


def test_what_is_new_and_failed_after_the_flush_is_still_new(store: Store) -> None:
    """By its version a screen tells a thing that is kept; seen failing without `version` taken back."""
    episode = Episode(date=dt.date(2026, 11, 19), title="A day")
    with pytest.raises(ZeroDivisionError):
        flushed_then_failed(store, episode)
    versions: list[int | None] = [episode.version]
    with store.writing() as session:
        session.add(episode)
    versions.append(episode.version)
    assert (versions, [read.title for read in all_of(store)]) == ([None, 1], ["A day"])


def test_two_stores_see_each_others_saves(store: Store, second: Store) -> None:
    saved(store, title="From the window")
    saved(second, title="From the terminal")
    for one in (store, second):
        assert [episode.title for episode in all_of(one)] == ["From the window", "From the terminal"]


def test_a_reader_stays_on_one_state(store: Store, second: Store) -> None:
    saved(store)
    with store.reading() as session:
        assert len(session.scalars(select(Episode.id)).all()) == 1
        saved(second)
        assert len(session.scalars(select(Episode.id)).all()) == 1
    assert len(all_of(store)) == 2


def test_many_threads_in_two_stores_lose_nothing(store: Store, second: Store, announced: Announced) -> None:
    failures: list[BaseException] = []

    def work(one: Store, name: int) -> None:
        try:
            for number in range(10):
                saved(one, title=f"{name} {number}")
                all_of(one)
        except BaseException as error:  # noqa: BLE001 - told by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(one, i)) for i, one in enumerate((store, second) * 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert {episode.title for episode in all_of(store)} == {
        f"{i} {number}" for i in range(4) for number in range(10)
    }
    assert announced == [{Episode}] * 20


def test_at_rest_there_is_one_file(keys: Keys, store: Store) -> None:
    saved(store)
    beside = {f"{keys.database.name}-wal", f"{keys.database.name}-shm"}
    assert beside <= {file.name for file in keys.folder.iterdir()}
    store.close()
    assert {file.name for file in keys.folder.iterdir()} & ({"journal.db"} | beside) == {"journal.db"}


def test_files_are_the_users_alone(keys: Keys, store: Store) -> None:
    saved(store)
    assert {file.stat().st_mode & 0o777 for file in keys.folder.iterdir()} == {0o600}
