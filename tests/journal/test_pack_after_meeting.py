"""The pack after a meeting opens with all that came of it, though the meeting was on a day of the pack before."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Clock
from workjournal.domain.action import Action, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PackLeaks

START, DAY = dt.date(2026, 10, 20), dt.date(2026, 11, 19)
NEXT = (dt.date(2026, 11, 20), dt.date(2026, 12, 9))
AFTER = (dt.date(2026, 12, 10), dt.date(2026, 12, 30))


def share(journal: Journal, path: Path, start: dt.date, end: dt.date) -> Pack:
    chosen = PackChoice(start=start, end=end, audience=Audience.MANAGER, asks=("Time",))
    return journal.packs.export(chosen, path)


def opens_with(journal: Journal, period: tuple[dt.date, dt.date]) -> list[str]:
    offer = journal.packs.offer(*period, Audience.MANAGER)
    return [item.title for item in offer.items if item.section == "since-last-time" and item.ticked]


@pytest.fixture
def met(journal: Journal, tmp_path: Path) -> Pack:
    """Shared, met about, heard and done on one day."""
    pack = share(journal, tmp_path / "first.pdf", START, DAY)
    journal.meetings.meet(pack.id, DAY, "")
    journal.meetings.agree(pack.id, Action(date=DAY, text="Get a room", owner=Owner.MANAGER))
    done = journal.meetings.agree(pack.id, Action(date=DAY, text="Send the list"))
    done.state, done.ended = ActionState.DONE, DAY
    journal.actions.save(done)
    journal.meetings.hear(pack.id, Episode(date=DAY, title="You explain well"))
    return pack


@pytest.mark.usefixtures("met")
def test_the_next_pack_opens_with_what_was_heard_and_done_on_the_day_itself(
    journal: Journal, tmp_path: Path, clock: Clock
) -> None:
    expected = {"Get a room", "Send the list", "You explain well"}
    assert set(opens_with(journal, NEXT)) == expected
    clock.forward(days=20)
    share(journal, tmp_path / "next.pdf", *NEXT)
    # The same pack once more is the same, and the one after it goes on.
    assert set(opens_with(journal, NEXT)) == expected
    assert opens_with(journal, AFTER) == ["Get a room"]


def test_an_older_pack_made_later_knows_nothing_of_it(journal: Journal, met: Pack) -> None:
    assert opens_with(journal, (START - dt.timedelta(days=60), START)) == []
    assert met.period_end == DAY
    portfolio = journal.packs.offer(*NEXT, Audience.NEXT_JOB).items
    assert "You explain well" not in {item.title for item in portfolio}


@pytest.mark.parametrize("place", ["note", "premortem", "trash"])
def test_what_is_private_of_another_time_is_looked_for_too(journal: Journal, place: str) -> None:
    private = "I was so afraid of being shouted at once more"
    long_ago = START - dt.timedelta(days=300)
    if place == "premortem":
        journal.goals.add(Goal(title="Later", premortem=private))
    else:
        old = journal.episodes.add(Episode(date=long_ago, title="Old", private_note=private))
        if place == "trash":
            journal.episodes.trash(old.id)
    shown = journal.episodes.add(Episode(date=DAY, title="Shipped", story=f"It went well. {private}."))
    chosen = PackChoice(start=START, end=DAY, audience=Audience.MANAGER, items=frozenset({shown.id}))
    with pytest.raises(PackLeaks, match="so afraid"):
        journal.packs.typeset(chosen)
    journal.packs.typeset(replace(chosen, wordings={(shown.id, "story"): "It went well."}))
