"""A made-up pack of two pages with two charts, as the pack's tests and their readers know it."""

import datetime as dt
from uuid import UUID

from workjournal.charts import confidence, difficulty
from workjournal.domain.episode import Kind
from workjournal.domain.goal import GoalState
from workjournal.domain.history import EpisodePoint, GoalPoint, History
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection

START, END = dt.date(2026, 9, 1), dt.date(2026, 11, 24)

STORY = """I handed the capacity plan to the team and stayed out of the method. The first draft came back
**two days early**, with one scenario I had not thought of.

Two people told me that I still explain *what* before *why*:

- in the kick-off on Monday
- in the review of `plan-v2`, where I answered a question nobody had asked"""


def history() -> History:
    days = range(0, (END - START).days, 3)
    episodes = tuple(
        EpisodePoint(
            UUID(int=day), START + dt.timedelta(days=day), Kind.WORK, 5 * (6 + day // 8 + day * 7 % 4), None
        )
        for day in days
    )
    return History(
        START,
        END,
        episodes,
        (goal("Present to the steering group", 55, 80), goal("Write the playbook", 30, 75)),
    )


def goal(title: str, before: int, after: int) -> GoalPoint:
    return GoalPoint(
        UUID(int=7000 + before), title, GoalState.ACHIEVED, START, END, None, before, after, before - 10
    )


def pack(*entries: PackEntry, owner: str = "", language: str = "en", numbered: bool = False) -> PackContent:
    """A small pack that holds only these entries."""
    sections = (PackSection("highlights", "Highlights and lowlights", entries, numbered=numbered),)
    return PackContent("Pack", "October 2026", dt.date(2026, 11, 24), language, sections, owner)


def realistic(owner: str = "Sam Okafor") -> PackContent:
    figures = (confidence.figure(history()), difficulty.figure(history()))
    sections = (
        PackSection(
            "since-last-time", "Since last time", (PackEntry("Hand over the rota", "done · 20 October"),)
        ),
        PackSection("highlights", "Highlights and lowlights", _highlights()),
        PackSection("goals", "Stretch goals", (_goal(),)),
        PackSection(
            "lessons", "What I learned and where I applied it", (PackEntry(text="Name the outcome first."),)
        ),
        PackSection("asks", "What I ask for", _asks(), numbered=True),
        PackSection("growth", "Growth", (), figures),
        PackSection(
            "commitments", "Next period", (PackEntry(text="Give the January draft away."),), numbered=True
        ),
        PackSection("evidence", "Evidence", (PackEntry(link="https://git.example.org/ops/playbook/214"),)),
    )
    period = "1 September 2026 to 24 November 2026"
    return PackContent("One-on-one review pack", period, dt.date(2026, 11, 24), "en", sections, owner)


def _highlights() -> tuple[PackEntry, ...]:
    return (
        PackEntry(
            "Capacity plan owned by the team", "14 October · win", STORY, "Plan signed a **week** early."
        ),
        PackEntry(
            "Scope conflict settled in the open",
            "5 November · challenge",
            "We had each promised the same two.",
        ),
    )


def _goal() -> PackEntry:
    facts = (("Status", "on the way"), ("Due", "15 December"))
    return PackEntry("Lead the Q1 planning", "active", "Four teams, one plan.", facts=facts)


def _asks() -> tuple[PackEntry, ...]:
    return (
        PackEntry(text="The lead role in spring."),
        PackEntry(title="Two afternoons a week", text="Kept free."),
    )
