"""From ticked things to a pack's content: chosen fields only, names replaced, and what must not be found in it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

from workjournal.charts.figure import Figure
from workjournal.domain.action import Action, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import OPEN_STATES, Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import SECTIONS, Pseudonyms
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection, Secrets
from workjournal.journal.pack_items import PeriodThings, offered

Shown = Episode | Goal | Lesson | Action
TITLES = {Audience.MANAGER: "One-on-one review pack", Audience.NEXT_JOB: "Portfolio of evidence"}


@dataclass(frozen=True, kw_only=True)
class PackChoice:
    """What was ticked: the period (both days inclusive), for whom, which sections, items and charts.

    `items` are ids of offered items; `asks` and `commitments` are typed lines beside those taken from actions.
    """

    start: dt.date
    end: dt.date
    audience: Audience
    sections: tuple[str, ...] = field(default=tuple(section.key for section in SECTIONS))
    items: frozenset[UUID] = frozenset()
    charts: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()


def compose(
    things: PeriodThings,
    choice: PackChoice,
    *,
    names: Pseudonyms,
    figures: tuple[Figure, ...],
    owner: str,
    today: dt.date,
) -> PackContent:
    """The content of the chosen sections, in their fixed order; a section without content is left out."""
    everything: tuple[Shown, ...] = (*things.episodes, *things.goals, *things.lessons, *things.actions)
    by_id = {thing.id: thing for thing in everything}
    entries: dict[str, list[PackEntry]] = {section.key: [] for section in SECTIONS}
    for item in offered(things, choice.audience):
        if item.id in choice.items:
            entries[item.section].append(_entry(by_id[item.id], names.hide, things.end))
    entries["asks"] += [PackEntry(text=names.hide(ask)) for ask in choice.asks]
    entries["commitments"] += [PackEntry(text=names.hide(line)) for line in choice.commitments]
    entries["evidence"] = _evidence(things, choice, names.hide)
    sections = [
        PackSection(
            section.key,
            section.heading,
            tuple(entries[section.key]),
            tuple(_hidden(figure, names.hide) for figure in figures) if section.key == "growth" else (),
            numbered=section.key in {"asks", "commitments"},
        )
        for section in SECTIONS
        if section.key in choice.sections
    ]
    return PackContent(
        title=TITLES[choice.audience],
        period=f"{_day(choice.start)} to {_day(choice.end)}",
        made=today,
        language="en",
        sections=tuple(section for section in sections if section.entries or section.figures),
        owner=owner,
    )


def secrets(things: PeriodThings, choice: PackChoice, *, names: Pseudonyms, owner: str) -> Secrets:
    """What this pack must not show: private notes, forecasts, unchosen texts of the period, people's names."""
    private = [episode.private_note for episode in things.episodes]
    for goal in things.goals:
        private += [goal.premortem, *(forecast.reasons for forecast in goal.forecasts)]
    texts = [(episode.id, text) for episode in things.episodes for text in (episode.story, episode.result)]
    texts += [(goal.id, text) for goal in things.goals for text in (goal.why, goal.obstacle, goal.plan)]
    texts += [(lesson.id, text) for lesson in things.lessons for text in (lesson.text, lesson.detail)]
    texts += [(action.id, action.text) for action in things.actions]
    chosen = [text for thing, text in texts if thing in choice.items]
    chosen += [episode.title for episode in things.episodes if episode.id in choice.items]
    # The same sentence may stand in a chosen item too; there it was chosen.
    shown = "\n".join((*chosen, *choice.asks, *choice.commitments)).casefold()
    hidden = [
        text for thing, text in texts if thing not in choice.items and text.strip().casefold() not in shown
    ]
    own = set(owner.casefold().split())
    return Secrets(
        texts=tuple(text for text in (*private, *hidden) if text.strip()),
        words=tuple(name for name in names.names if name not in own),
    )


def _entry(thing: Shown, hide: Callable[[str], str], today: dt.date) -> PackEntry:
    if isinstance(thing, Episode):
        return PackEntry(
            title=hide(thing.title),
            note=f"{_day(thing.date)} · {thing.kind.value}",
            text=hide(thing.story),
            result=hide(thing.result),
        )
    if isinstance(thing, Goal):
        return _goal(thing, hide, today)
    if isinstance(thing, Lesson):
        return _lesson(thing, hide)
    return _action(thing, hide)


def _goal(goal: Goal, hide: Callable[[str], str], today: dt.date) -> PackEntry:
    week, weeks = goal.week(min(today, goal.closed or today))
    running = f"week {week}" + (f" of {weeks}" if weeks else "")
    last = goal.check_ins[-1] if goal.check_ins else None
    facts = [
        ("Target", hide(goal.criterion or goal.performance)),
        ("Progress", f"{last.progress} of 100" if last and last.progress is not None else ""),
        ("Feedback from", hide(goal.feedback_from)),
        ("Help needed", hide(last.help_needed) if last and goal.state in OPEN_STATES else ""),
        ("Reason", hide(goal.reason)),
    ]
    return PackEntry(
        title=hide(goal.title),
        note=f"{goal.state.value} · {running}" if goal.state in OPEN_STATES else goal.state.value,
        text=hide(goal.why),
        facts=tuple((label, value) for label, value in facts if value.strip()),
    )


def _lesson(lesson: Lesson, hide: Callable[[str], str]) -> PackEntry:
    used = len(lesson.applications)
    worked = sum(application.worked is True for application in lesson.applications)
    times = "once" if used == 1 else f"{used} times"
    applied = f"Applied {times}, worked {'once' if worked == 1 else f'{worked} times'}" if used else ""
    return PackEntry(title=hide(lesson.text), note=applied, text=hide(lesson.detail))


def _action(action: Action, hide: Callable[[str], str]) -> PackEntry:
    whose = "manager" if action.owner is Owner.MANAGER else "mine"
    state = {ActionState.OPEN: "carried over", ActionState.NEVER_AROSE: "never arose"}.get(
        action.state, action.state.value
    )
    due = f", due {_day(action.due)}" if action.due and action.state is ActionState.OPEN else ""
    return PackEntry(text=hide(action.text), note=f"{whose} · {state}{due}")


def _evidence(things: PeriodThings, choice: PackChoice, hide: Callable[[str], str]) -> list[PackEntry]:
    linked = [
        episode for episode in things.episodes if episode.id in choice.items and episode.source_link.strip()
    ]
    return [
        PackEntry(text=hide(episode.title), note=_day(episode.date), link=hide(episode.source_link))
        for episode in linked
    ]


def _hidden(figure: Figure, hide: Callable[[str], str]) -> Figure:
    """The figure with the names in its category labels and table replaced."""
    return replace(
        figure,
        y=replace(figure.y, labels=tuple(hide(label) for label in figure.y.labels)),
        table=replace(
            figure.table, rows=tuple(tuple(hide(cell) for cell in row) for row in figure.table.rows)
        ),
    )


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
