"""From ticked things to a pack's content: chosen fields only, names replaced, and what must not be found in it."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

from workjournal.charts.figure import Figure
from workjournal.domain.action import Action, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import OPEN_STATES, Goal
from workjournal.domain.history import History
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import SECTIONS
from workjournal.domain.pseudonyms import Pseudonyms
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection, Secrets, texts_of
from workjournal.journal.pack_items import PeriodThings, offered

NOTHING = PackSection("nothing", "Nothing chosen", (PackEntry(text="Nothing was ticked for this period."),))
TEMPLATE_WORDS = "page of result n x en default uuid"
"""What the page itself and its metadata say: footer, labels, language."""
SHORT = 24
"""Letters. A text this long does not stand in a pack by chance."""
_WORD = re.compile(r"\w+")
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


def for_charts(history: History, choice: PackChoice, hide: Callable[[str], str]) -> History:
    """What the charts of a pack may know: of the goals those that were chosen, and names replaced in all words.

    Before they are drawn, since a reading says the name of a measure too, and a month is no name there.
    """
    return replace(
        history,
        goals=tuple(
            replace(goal, title=hide(goal.title)) for goal in history.goals if goal.id in choice.items
        ),
        measures=tuple(
            replace(each, name=hide(each.name), unit=hide(each.unit)) for each in history.measures
        ),
        changes=tuple(replace(change, text=hide(change.text)) for change in history.changes),
        skills=tuple(replace(skill, name=hide(skill.name)) for skill in history.skills),
    )


def compose(
    things: PeriodThings,
    choice: PackChoice,
    *,
    names: Pseudonyms,
    figures: tuple[Figure, ...],
    owner: str,
) -> PackContent:
    """The content of the chosen sections, in their fixed order; a section without content is left out.

    Args:
        figures: drawn from what `for_charts` gave.
    """
    entries = _entries(things, choice, names.hide)
    sections = [
        PackSection(
            section.key,
            section.heading,
            tuple(entries[section.key]),
            figures if section.key == "growth" else (),
            numbered=section.key in {"asks", "commitments"},
        )
        for section in SECTIONS
        if section.key in choice.sections
    ]
    filled = tuple(section for section in sections if section.entries or section.figures)
    return PackContent(
        title=TITLES[choice.audience],
        period=f"{_day(choice.start)} to {_day(choice.end)}",
        made=choice.end,  # not the day of the export: the same pack is the same bytes tomorrow
        language="en",
        sections=filled or (NOTHING,),
        owner=owner,
    )


def _entries(
    things: PeriodThings, choice: PackChoice, hide: Callable[[str], str]
) -> dict[str, list[PackEntry]]:
    """The chosen items and typed lines by the key of their section."""
    everything: tuple[Shown, ...] = (*things.episodes, *things.goals, *things.lessons, *things.actions)
    by_id = {thing.id: thing for thing in everything}
    entries: dict[str, list[PackEntry]] = {section.key: [] for section in SECTIONS}
    for item in offered(things, choice.audience):
        if item.id in choice.items:
            entries[item.section].append(_entry(by_id[item.id], hide, item.section, things.end))
    entries["asks"] += [PackEntry(text=hide(ask)) for ask in choice.asks]
    entries["commitments"] += [PackEntry(text=hide(line)) for line in choice.commitments]
    entries["evidence"] = _evidence(things, choice, hide)
    return entries


def secrets(things: PeriodThings, choice: PackChoice, content: PackContent, names: Pseudonyms) -> Secrets:
    """What the pack must not show: private notes, the pulse, forecasts, unchosen texts of the period, people's names."""
    private = [*(episode.private_note for episode in things.episodes), *things.pulse_notes]
    for goal in things.goals:
        private += [goal.premortem, goal.prevention, *(forecast.reasons for forecast in goal.forecasts)]
    texts = [(episode.id, text) for episode in things.episodes for text in (episode.story, episode.result)]
    texts += [(goal.id, text) for goal in things.goals for text in (goal.why, goal.obstacle, goal.plan)]
    texts += [(lesson.id, text) for lesson in things.lessons for text in (lesson.text, lesson.detail)]
    texts += [(action.id, action.text) for action in things.actions]
    # The same sentence may stand in a chosen item too; there it was chosen.
    shown = "\n".join(
        (*(text for thing, text in texts if thing in choice.items), *texts_of(content))
    ).casefold()
    hidden = [
        text for thing, text in texts if thing not in choice.items and text.strip().casefold() not in shown
    ]
    # A private note of one word may be a word of ours, such as a heading.
    hidden += [note for note in private if len(note) >= SHORT or note.strip().casefold() not in shown]
    ours = _program_words(content)
    return Secrets(
        texts=tuple(text for text in hidden if text.strip()),
        words=tuple(name for name in names.names if not set(_WORD.findall(name)) <= ours),
    )


def _program_words(content: PackContent) -> set[str]:
    """Words that stand in the pack without anyone having written them, and the owner's name: May is a month too."""
    told = [TEMPLATE_WORDS, content.owner, content.title, content.period]
    for section in content.sections:
        told.append(section.heading)
        told += [entry.note for entry in section.entries]
        told += [label for entry in section.entries for label, _ in entry.facts]
        for figure in section.figures:
            told += [figure.title, figure.subtitle]
            for drawn in (figure, *figure.panels):
                told += [drawn.reading, *(mark.told for mark in drawn.marks)]
    return set(_WORD.findall(" ".join(told).casefold()))


def _entry(thing: Shown, hide: Callable[[str], str], section: str, today: dt.date) -> PackEntry:
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
    return _action(thing, hide, section)


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
    used, worked = len(lesson.applied()), lesson.worked()
    note = f"Applied {_times(used)}" if used else ""
    if worked:
        note += f", worked {_times(worked)}"
    return PackEntry(title=hide(lesson.text), note=note, text=hide(lesson.detail))


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _action(action: Action, hide: Callable[[str], str], section: str) -> PackEntry:
    """What was agreed earlier says whose it was and what became of it; the rest says when it is due."""
    told = []
    if section == "since-last-time":
        told.append("my manager" if action.owner is Owner.MANAGER else "me")
        told.append(
            "carried over" if action.state is ActionState.OPEN else action.state.value.replace("-", " ")
        )
    if action.due and action.state is ActionState.OPEN:
        told.append(f"due {_day(action.due)}")
    return PackEntry(text=hide(action.text), note=" · ".join(told))


def _evidence(things: PeriodThings, choice: PackChoice, hide: Callable[[str], str]) -> list[PackEntry]:
    linked = [
        episode for episode in things.episodes if episode.id in choice.items and episode.source_link.strip()
    ]
    return [
        PackEntry(text=hide(episode.title), note=_day(episode.date), link=hide(episode.source_link))
        for episode in linked
    ]


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
