"""Many episodes at once: what is changed, and that it comes back exactly."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from conftest import Clock
from listing_examples import all_of
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.journal.chosen import Chosen, ChosenChanged, Stretch
from workjournal.journal.episode_filter import EpisodeFilter, Order
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

DAY = dt.date(2026, 11, 19)
MANAGER, NEXT = Audience.MANAGER, Audience.NEXT_JOB


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    """Nine of three days, oldest first; every second one tagged, every third one ticked for the manager."""
    return [
        journal.episodes.add(
            Episode(
                date=DAY + dt.timedelta(days=number // 3),
                time=dt.time(9 + number),
                title=f"No {number}",
                difficulty=None if number < 2 else 10 * (number % 4),
                audiences=frozenset({MANAGER} if number % 3 == 0 else ()),
            ),
            tags=["Depot"] if number % 2 == 0 else ["Other"],
        )
        for number in range(9)
    ]


def state(journal: Journal) -> dict[str, Any]:
    """All that a person can see of the episodes and the tags."""
    rows = {}
    for wanted in (EpisodeFilter(), EpisodeFilter(trashed=True)):
        for episode in journal.episodes.newest(wanted):
            tags = tuple(tag.name for tag in episode.tags)
            rows[episode.title] = (tags, episode.audiences, episode.trashed_at, episode.date, episode.story)
    return {**rows, "tags": sorted((tag.name, tag.trashed_at) for tag in journal.tags.all())}


def some(journal: Journal, first: int, last: int, order: Order = Order.NEWEST) -> Chosen:
    """What stands from one place of the list to another."""
    outline = journal.timeline.outline(EpisodeFilter(), order)
    ends = [journal.timeline.page(EpisodeFilter(), outline, place, 1)[0].id for place in (first, last)]
    return Chosen(EpisodeFilter(), order, (Stretch(ends[0], ends[1], last - first + 1),))


def titles(journal: Journal, tag: str) -> list[str]:
    return sorted(episode.title for episode in journal.episodes.newest(EpisodeFilter(tag=tag)))


@pytest.mark.parametrize("order", Order)
def test_a_stretch_is_what_stands_between_its_ends(
    journal: Journal, episodes: list[Episode], order: Order
) -> None:
    outline = journal.timeline.outline(EpisodeFilter(), order)
    expected = [line.title for line in journal.timeline.page(EpisodeFilter(), outline, 2, 5)]
    done = journal.episode_bulk.tag(some(journal, 2, 6, order), add=["New"])
    assert done.count == 5
    assert titles(journal, "New") == sorted(expected)


def test_tags_are_put_on_and_taken_off_in_one_commit(journal: Journal, episodes: list[Episode]) -> None:
    heard: list[frozenset[type]] = []
    before = state(journal)
    journal.subscribe(heard.append)
    done = journal.episode_bulk.tag(all_of(journal), add=["depot", "Harbour"], remove=["other", "unknown"])
    assert len(heard) == 1
    assert Episode in heard[0]
    assert titles(journal, "Depot") == titles(journal, "Harbour") == [f"No {number}" for number in range(9)]
    assert titles(journal, "Other") == []
    assert "depot" not in journal.tags.names()  # it was there, with a capital
    journal.episode_bulk.undo(done)
    assert state(journal) == before


def test_a_tag_that_others_have_by_then_stays(journal: Journal, episodes: list[Episode]) -> None:
    done = journal.episode_bulk.tag(some(journal, 0, 1), add=["Harbour"])
    journal.episodes.add(Episode(date=DAY, title="Later"), tags=["Harbour"])
    journal.episode_bulk.undo(done)
    assert titles(journal, "Harbour") == ["Later"]


def test_a_tag_out_of_the_trash_goes_back_there(journal: Journal, episodes: list[Episode]) -> None:
    away = journal.tags.named("Away")[0]
    journal.tags.trash(away.id)
    since = journal.tags.get(away.id).trashed_at
    done = journal.episode_bulk.tag(some(journal, 0, 3), add=["away"])
    assert journal.tags.get(away.id).trashed_at is None
    journal.episode_bulk.undo(done)
    assert journal.tags.get(away.id).trashed_at == since


def test_ticks_come_and_go_exactly(journal: Journal, episodes: list[Episode]) -> None:
    before = state(journal)
    done = journal.episode_bulk.share(all_of(journal), NEXT, ticked=True)
    assert done.count == 9
    assert {episode.audiences for episode in journal.episodes.newest()} == {
        frozenset({NEXT}),
        frozenset({MANAGER, NEXT}),
    }
    taken = journal.episode_bulk.share(all_of(journal), MANAGER, ticked=False)
    assert taken.count == 3
    assert {episode.audiences for episode in journal.episodes.newest()} == {frozenset({NEXT})}
    journal.episode_bulk.undo(taken)
    journal.episode_bulk.undo(done)
    assert state(journal) == before


def test_the_trash_gives_back_only_what_was_put_there(
    journal: Journal, episodes: list[Episode], clock: Clock
) -> None:
    journal.episodes.trash(episodes[4].id)
    before = state(journal)
    clock.forward(minutes=1)
    done = journal.episode_bulk.trash(all_of(journal))
    assert (done.count, journal.episodes.count()) == (8, 0)
    journal.episodes.restore(episodes[0].id)
    clock.forward(minutes=1)
    again = journal.episodes.trash(episodes[0].id)
    journal.episode_bulk.undo(done)
    left = state(journal)
    assert left.pop("No 0")[2] == again.trashed_at  # put away by hand meanwhile: it stays there
    before.pop("No 0")
    assert left == before


def test_what_changed_meanwhile_is_not_chosen(journal: Journal, episodes: list[Episode]) -> None:
    chosen, before = some(journal, 1, 5), state(journal)
    journal.episodes.trash(episodes[5].id)
    with pytest.raises(ChosenChanged):
        journal.episode_bulk.trash(chosen)
    journal.episodes.restore(episodes[5].id)
    journal.episodes.trash(episodes[7].id)  # an end of it
    with pytest.raises(ChosenChanged):
        journal.episode_bulk.tag(chosen, add=["New"])
    journal.episodes.restore(episodes[7].id)
    assert state(journal) == before


def test_an_open_editor_does_not_save_over_it(journal: Journal, episodes: list[Episode]) -> None:
    opened = journal.episodes.get(episodes[0].id)
    journal.episode_bulk.share(all_of(journal), NEXT, ticked=True)
    assert journal.episodes.get(opened.id).version > opened.version


def test_no_text_is_read(journal: Journal, episodes: list[Episode]) -> None:
    chosen = all_of(journal)
    statements: list[str] = []

    def record(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", record)
    try:
        for done in (
            journal.episode_bulk.tag(chosen, add=["New"], remove=["Depot"]),
            journal.episode_bulk.share(chosen, NEXT, ticked=True),
            journal.episode_bulk.trash(chosen),
        ):
            journal.episode_bulk.undo(done)
    finally:
        event.remove(Engine, "before_cursor_execute", record)
    assert len(statements) > 10
    assert not [statement for statement in statements if "episode.story" in statement]


def test_a_tag_that_was_destroyed_meanwhile_is_let_be(journal: Journal, episodes: list[Episode]) -> None:
    done = journal.episode_bulk.tag(all_of(journal), remove=["Other"])
    other = next(tag for tag in journal.tags.all() if tag.name == "Other")
    journal.tags.trash(other.id)
    journal.trash.empty()
    with pytest.raises(NoSuchThing):
        journal.tags.get(other.id)
    journal.episode_bulk.undo(done)
    assert titles(journal, "Depot") == ["No 0", "No 2", "No 4", "No 6", "No 8"]


def test_nothing_is_half_done(
    journal: Journal, episodes: list[Episode], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, chosen = state(journal), all_of(journal)
    monkeypatch.setattr("workjournal.journal.episode_bulk.touch", _fail)
    with pytest.raises(RuntimeError):
        journal.episode_bulk.tag(chosen, add=["New"])
    assert state(journal) == before


def _fail(*_: object) -> None:
    raise RuntimeError
