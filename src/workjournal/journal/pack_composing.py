"""From chosen things to a pack's content: their fields as they are told, in the chosen sections."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from workjournal.charts.figure import Figure
from workjournal.domain.action import Action
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.history import History
from workjournal.domain.pack import SECTIONS
from workjournal.exporters.pack_content import PackContent, PackEntry, PackPicture, PackSection
from workjournal.exporters.wording import Wording, wording
from workjournal.journal import pack_entries
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_entries import Told
from workjournal.journal.pack_fields import Telling
from workjournal.journal.pack_items import offered
from workjournal.journal.pack_things import PackThings, Shown

Pictures = Callable[[Episode], tuple[PackPicture, ...]]
NUMBERED = frozenset({"asks", "commitments"})


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
    things: PackThings,
    choice: PackChoice,
    telling: Telling,
    *,
    figures: tuple[Figure, ...] = (),
    owner: str = "",
    pictures: Pictures = lambda _: (),
) -> PackContent:
    """The content of the chosen sections, in their chosen order; a section without content is left out.

    Args:
        figures: drawn from what `for_charts` gave.
        pictures: the chosen ones of an episode, as a page may hold them.
    """
    words = wording(choice.language)
    told = Told(telling, words, things, pictures)
    entries = _entries(told, choice)
    sections = [_section(key, entries.get(key, ()), told, choice, figures) for key in choice.ordered]
    filled = tuple(part for part in sections if part.entries or part.figures or part.table)
    nothing = PackSection("nothing", words.nothing, (PackEntry(text=words.nothing_ticked),))
    return PackContent(
        title=words.titles[choice.audience],
        period=words.period.format(start=words.day(choice.start), end=words.day(choice.end)),
        made=choice.end,  # not the day of the export: the same pack is the same bytes tomorrow
        language=choice.language,
        sections=filled or (nothing,),
        owner=owner,
        paper=choice.paper.value,
    )


def _section(
    key: str, entries: Iterable[PackEntry], told: Told, choice: PackChoice, figures: tuple[Figure, ...]
) -> PackSection:
    table = pack_entries.ratings(told) if key == "skills" else None
    return PackSection(
        key,
        _heading(told.words, key, choice),
        tuple(entries),
        figures if key == "growth" else (),
        numbered=key in NUMBERED,
        table=table,
    )


def _heading(words: Wording, key: str, choice: PackChoice) -> str:
    usual = next(section.heading for section in SECTIONS[choice.audience] if section.key == key)
    return words.heading(choice.audience, key, usual)


def _entries(told: Told, choice: PackChoice) -> dict[str, list[PackEntry]]:
    """The chosen items and typed lines by the key of their section."""
    things = told.things
    by_id = {thing.id: thing for thing in things.all}
    entries: dict[str, list[PackEntry]] = {section.key: [] for section in SECTIONS[choice.audience]}
    for item in offered(things, choice.audience):
        thing = by_id[item.id]
        if item.id in choice.items and item.section != "stories" and told.telling.tells(thing):
            entries[item.section].append(_entry(told, thing, item.section))
    episodes = [episode for episode in things.episodes if episode.id in choice.items]
    if "stories" in entries:
        entries["stories"] = pack_entries.stories(told, filter(told.telling.tells, episodes))
    entries["evidence"] = pack_entries.evidence(told, episodes)
    for key, lines in (("asks", choice.asks), ("commitments", choice.commitments)):
        if key in entries:
            entries[key] += [PackEntry(text=told.telling.hide(line)) for line in lines]
    return entries


def _entry(told: Told, thing: Shown, section: str) -> PackEntry:
    if isinstance(thing, Goal):
        return pack_entries.goal(told, thing)
    if isinstance(thing, Action):
        return pack_entries.action(told, thing, section)
    if isinstance(thing, Episode):
        return pack_entries.episode(told, thing, section)
    return pack_entries.other(told, thing)
