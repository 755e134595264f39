"""A journal to look at: a story of one or more years, told through the services as if each day were lived.

The story is in resources/demo; a clock stands at each thing's own moment while it is written.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from workjournal import resources
from workjournal.domain.label import Person, Relation, Skill
from workjournal.domain.levels import Level, as_kept
from workjournal.journal import opening
from workjournal.journal.demo_book import Book
from workjournal.journal.demo_reading import read
from workjournal.journal.demo_script import Script, Slots, told
from workjournal.journal.demo_year import DemoYear
from workjournal.journal.journal import Journal
from workjournal.store.integrity import Report, unheard

YEAR = dt.timedelta(weeks=52)
"""Whole weeks, so that a Saturday's work stays on a Saturday in every year."""
JITTER_MINUTES = 9


class StoryClock:
    """A clock that the story sets, in local time; it never goes back, so that causes stay before their effects.

    Once the story is `over`, it is a clock as any other.
    """

    def __init__(self, begin: dt.datetime) -> None:
        self.local = begin
        self.over = False

    def __call__(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) if self.over else self.local.astimezone(dt.UTC)

    def move(self, moment: dt.datetime) -> None:
        """Go to `moment`, or a little on from now if that has passed."""
        self.local = max(moment, self.local + dt.timedelta(seconds=20))


def make(folder: Path, passphrase: str, *, years: int = 1, seed: int = 1, today: dt.date) -> Path:
    """Make the demo's vault in a new or empty folder; its newest year ends with the week of `today`.

    Nothing is dated after `today`. The same seed gives the same times and ratings.

    Raises:
        EmptyPassphrase, VaultExists, VaultUnwritable
    """
    clock = story_clock(today, years)
    with opening.create(folder, passphrase, clock) as journal:
        tell(journal, clock, years=years, seed=seed, end=dt.datetime.combine(today, dt.time.max))
    return folder


def story_clock(today: dt.date, years: int = 1) -> StoryClock:
    """The clock for a new journal in which a story is told that ends with the week of `today`."""
    return StoryClock(dt.datetime.combine(_first_monday(today, years), dt.time(6)))


def tell(
    journal: Journal,
    clock: StoryClock,
    *,
    end: dt.datetime,
    years: int = 1,
    seed: int = 1,
    report: Report = unheard,
) -> None:
    """Tell the story in a new journal that goes by `clock`.

    Args:
        journal: has nothing in it.
        clock: the journal's, of `story_clock`.
        end: nothing is told after this moment, in local time.
        years: how many, the newest of which ends with the week of `end`.
        seed: of the dice.
        report: told how much of the time has passed, and at which date the story is; may raise to give it up.
    """
    script, slots = read(resources.path("demo"))
    _introduce(journal, script)
    rng = Random(seed)  # noqa: S311 - noise on ratings, no secret
    # Minutes come from dice of their own: one thing more in the story must not change what is remembered in it.
    minutes = Random(seed)  # noqa: S311
    begin = clock.local
    for moment, happen in _moments(journal, (script, slots), end.date(), years, rng):
        if moment > end:
            break
        report((moment - begin) / (end - begin), moment.date().isoformat())
        clock.move(_jittered(moment, minutes))
        happen(clock.local)


def _introduce(journal: Journal, script: Script) -> None:
    for person in script.person:
        journal.people.save(
            Person(name=person.name, relation=Relation(person.relation), pseudonym=person.pseudonym)
        )
    for skill in script.skill:
        described = as_kept(Level(level.at, level.text) for level in skill.level)
        journal.skills.save(Skill(name=skill.name, description=skill.description, levels=described))


def _moments(
    journal: Journal, story: tuple[Script, Slots], today: dt.date, years: int, rng: Random
) -> Iterator[tuple[dt.datetime, Callable[[dt.datetime], object]]]:
    """Everything that happens, in the order of time."""
    for passed in range(years):
        back = years - 1 - passed
        monday = _first_monday(today, back + 1)
        year = DemoYear(Book(journal, told(*story, back), monday, today, rng, over=back > 0))
        yield from sorted(year.moments(), key=lambda each: each[0])


def _first_monday(today: dt.date, years: int) -> dt.date:
    """On which the story begins, if it ends with the week of `today`."""
    return today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=1) - YEAR * years


def _jittered(moment: dt.datetime, rng: Random) -> dt.datetime:
    """A few minutes off, on the same day: nobody writes a diary on the hour."""
    later = moment + dt.timedelta(minutes=rng.randint(-JITTER_MINUTES, JITTER_MINUTES))
    return later if later.date() == moment.date() else moment
