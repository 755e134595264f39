"""What leaves with a pack and what stays, in figures for the worker's own eyes."""

from dataclasses import dataclass

from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_fields import Telling
from workjournal.journal.pack_items import offered, standing
from workjournal.journal.pack_things import PackThings


@dataclass(frozen=True)
class Balance:
    """How many of each. What stays is counted of the period; the pulse never leaves, and is counted of all time."""

    items: int
    """Things that leave, typed lines among them."""
    texts: int
    """Their texts that are not empty."""
    reworded: int
    """Of these texts, those told otherwise than the journal has them."""
    changed_since: int
    """Of those, the ones whose text in the journal was changed afterwards."""
    pictures: int
    charts: int
    unticked: int
    """Things that were offered and stay."""
    unticked_pictures: int
    private_notes: int
    reflections: int
    forecasts: int
    pulses: int


def weigh(things: PackThings, choice: PackChoice, telling: Telling) -> Balance:
    """What a choice takes out of the journal, and what it leaves there."""
    proven = "evidence" in choice.ordered
    episodes = {episode.id for episode in things.episodes} if proven else set()
    items = [
        item
        for item in offered(things, choice.audience)
        if item.section in choice.ordered or item.id in episodes
    ]
    leaving = {item.id: item.section for item in standing(things, choice, telling)}
    ids = set(leaving)
    fields = [
        field
        for thing in things.all
        if thing.id in ids
        for field in telling.leaving(thing)
        if (
            proven
            if field.key == "source_link"
            else field.key == "title" or leaving[thing.id] in choice.ordered
        )
    ]
    told = [field for field in fields if field.text.strip()]
    pictures = [each for item in items for each, _ in item.pictures]
    held = (each for item in items if item.id in ids for each, _ in item.pictures)
    shown = sum(each in choice.pictures for each in held) if proven else 0
    return Balance(
        items=len(ids) + len(choice.asks) + len(choice.commitments),
        texts=len(told),
        reworded=sum(field.reworded for field in fields),
        changed_since=sum(field.changed_since for field in fields),
        pictures=shown,
        charts=len(choice.charts) if "growth" in choice.ordered else 0,
        unticked=len({item.id for item in items} - ids),
        unticked_pictures=len(pictures) - shown,
        private_notes=sum(bool(episode.private_note.strip()) for episode in things.episodes),
        reflections=len(things.reflections),
        forecasts=sum(len(goal.forecasts) for goal in things.goals),
        pulses=len(things.pulse_notes),
    )
