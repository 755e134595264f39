"""What packs that were shared are called on screen, what was in them, and what came of their meetings."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from workjournal.domain.action import Action, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.pack import Pack
from workjournal.journal.meetings import Shared
from workjournal.journal.pack_telling import Presence, ToldSection, ToldThing
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import action_words
from workjournal.ui.widgets.row_list import Row, RowChip, grouped

_PAPERS = {
    Audience.MANAGER: QT_TRANSLATE_NOOP("SharedWords", "Review pack"),
    Audience.NEXT_JOB: QT_TRANSLATE_NOOP("SharedWords", "Portfolio"),
    Audience.OWN: QT_TRANSLATE_NOOP("SharedWords", "Year in review"),
}
_FOR = {
    Audience.MANAGER: QT_TRANSLATE_NOOP("SharedWords", "Shared on {day} for my manager"),
    Audience.NEXT_JOB: QT_TRANSLATE_NOOP("SharedWords", "Shared on {day} for the next job"),
    Audience.OWN: QT_TRANSLATE_NOOP("SharedWords", "Made on {day} for myself"),
}
_NOUNS = {
    "episode": (QT_TRANSLATE_NOOP("SharedWords", "Episode"), "list"),
    "goal": (QT_TRANSLATE_NOOP("SharedWords", "Stretch goal"), "mountain"),
    "lesson": (QT_TRANSLATE_NOOP("SharedWords", "Lesson"), "lightbulb"),
    "action": (QT_TRANSLATE_NOOP("SharedWords", "Action"), "circle-check"),
    "credential": (QT_TRANSLATE_NOOP("SharedWords", "Credential"), "award"),
}
_OFFERED = {
    Owner.MANAGER: QT_TRANSLATE_NOOP("SharedWords", "Asked for"),
    Owner.ME: QT_TRANSLATE_NOOP("SharedWords", "Promised"),
}
_OWNERS = {"asks": Owner.MANAGER, "commitments": Owner.ME}


@dataclass(frozen=True)
class Offer:
    """What the pack asked for or promised, to be agreed to: a typed line, or an action that there is already."""

    text: str
    owner: Owner
    action: UUID | None = None


def paper(pack: Pack) -> str:
    """What it is called: "Portfolio"."""
    return _tr(_PAPERS[pack.audience])


def period(pack: Pack) -> str:
    """The days it is about; the first year only where it is another one."""
    start, end = pack.period_start, pack.period_end
    form = "d MMM" if start.year == end.year else "d MMM yyyy"
    return f"{words.dated(start, form)} – {words.dated(end, 'd MMM yyyy')}"


def shared_on(pack: Pack) -> str:
    """When and for whom."""
    return _tr(_FOR[pack.audience]).format(day=words.dated(pack.date, "d MMMM yyyy"))


def password_chip() -> RowChip:
    """That the file has one."""
    return RowChip(_tr("Password"), "", "lock")


def copy_chip() -> RowChip:
    """That a copy is kept."""
    return RowChip(_tr("Copy kept"), "", "file-lock")


def pack_row(shared: Shared) -> Row:
    """A line of the ledger."""
    pack = shared.pack
    title = " · ".join(part for part in (paper(pack), pack.recipient) if part)
    met = ""
    if pack.met is not None:
        met = _tr("met {day}").format(day=words.dated(pack.met, "d MMM"))
    elif pack.audience is Audience.MANAGER:
        met = _tr("no meeting noted")
    protected = _tr("with a password") if pack.protected else ""
    kept = _tr("copy kept") if shared.kept else ""
    second = " · ".join(part for part in (period(pack), met, protected, kept) if part)
    block = (words.dated(pack.date, "MMM").rstrip(".").upper(), str(pack.date.day))
    return Row(pack.id, title, second, block=block)


def told_rows(sections: Iterable[ToldSection]) -> list[Row]:
    """Everything that was in a pack, below the headings of its sections; a thing's row has the thing as its id."""
    rows: list[Row] = []
    for section in sections:
        group = section.heading or _tr("Also chosen")
        rows += [_thing(thing, group) for thing in section.things]
        rows += [
            Row((section.key, place), line, _tr("Typed for this pack"), "pencil", group=group)
            for place, line in enumerate(section.lines)
        ]
        rows += [
            Row((section.key, chart), chart, _tr("Chart"), "chart-line", group=group)
            for chart in section.charts
        ]
    return grouped(rows)


def _thing(thing: ToldThing, group: str) -> Row:
    if thing.presence is Presence.GONE:
        return Row(thing, _tr("No longer in the journal"), _tr("It was destroyed"), "circle-x", group=group)
    noun, icon = _NOUNS[thing.noun]
    trashed = thing.presence is Presence.TRASHED
    second = _tr("{noun} · in the trash").format(noun=_tr(noun)) if trashed else _tr(noun)
    return Row(thing, thing.title, second, icon, action=_tr("Restore") if trashed else "", group=group)


def offers(sections: Iterable[ToldSection], agreed: Iterable[Action]) -> list[Offer]:
    """What was asked for and promised and is not agreed to yet."""
    known = list(agreed)
    texts, ids = {_key(each.text) for each in known}, {each.id for each in known}
    found = []
    for section in sections:
        owner = _OWNERS.get(section.key)
        if owner is not None:
            things = (each for each in section.things if each.presence is Presence.HERE)
            found += [Offer(each.title, owner, each.id) for each in things if each.id not in ids]
            found += [Offer(line, owner) for line in section.lines]
    return [offer for offer in dict.fromkeys(found) if _key(offer.text) not in texts]


def offer_row(offer: Offer) -> Row:
    """Something to be agreed to."""
    return Row(offer, offer.text, _tr(_OFFERED[offer.owner]), action=_tr("Agree"))


def agreed_row(action: Action, today: dt.date) -> Row:
    """An agreement: whose move it is, and where it stands."""
    owner = next(choice.label for choice in action_words.owners() if choice.value is action.owner)
    chip = action_words.chip(action.state)
    is_open = action.state is ActionState.OPEN
    stands = action_words.due(action.due, today) if is_open else chip.text
    text = " ".join(action.text.split())
    return Row(action.id, text, f"{owner} · {stands}", chip.icon, chip.tone, action=_tr("Take back"))


def heard_row(episode: Episode) -> Row:
    """Feedback: who said it, or else its beginning."""
    who = ", ".join(person.name for person in episode.people)
    second = " · ".join(part for part in (who, words.excerpt(episode)) if part)
    return Row(episode.id, episode.title, second, "message-square", "info", action=_tr("Take back"))


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _tr(text: str) -> str:
    return QCoreApplication.translate("SharedWords", text)
