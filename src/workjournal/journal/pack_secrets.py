"""What must not be found in a finished pack: all that is private, and what was not chosen."""

import re
from collections.abc import Iterator

from workjournal.domain.action import Action
from workjournal.domain.lesson import Lesson
from workjournal.domain.pseudonyms import Pseudonyms
from workjournal.domain.redactions import Redactions
from workjournal.domain.skill_record import Credential
from workjournal.exporters.folding import squeezed
from workjournal.exporters.pack_content import PackContent, Secrets, texts_of
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_fields import Telling
from workjournal.journal.pack_things import PackThings

TEMPLATE_WORDS = "page of result n x en default uuid"
"""What the page itself and its metadata say: footer, labels, language."""
SHORT = 24
"""Letters. A text this long does not stand in a pack by chance."""
_WORD = re.compile(r"\w+")


def secrets(
    things: PackThings,
    choice: PackChoice,
    content: PackContent,
    telling: Telling,
    names: Pseudonyms,
    redactions: Redactions,
) -> Secrets:
    """Private texts, forecasts, unchosen and reworded texts, names of people and redacted words.

    The same sentence may stand in a chosen item too; there it was chosen. A private one is a secret all the same,
    unless it is so short that it may be a word of ours, such as a heading.
    """
    chosen = "\n".join(texts_of(content)).casefold()
    private = list(_private(things))
    untold = [*_unchosen(things, choice, telling), *_answers(things), *(t for t in private if len(t) < SHORT)]
    letters = squeezed(chosen)
    hidden = [text for text in untold if not _is_told(text, chosen, letters)]
    hidden += [text for text in private if len(text) >= SHORT]
    ours = _program_words(content)
    words = (*names.names, *redactions.words)
    return Secrets(
        texts=tuple(dict.fromkeys(text for text in hidden if text.strip())),
        words=tuple(word for word in words if not set(_WORD.findall(word)) <= ours),
    )


def _is_told(text: str, chosen: str, letters: str) -> bool:
    """Whether a text stands in what was chosen; a long one as the check seeks it, by its letters and digits alone."""
    return text.strip().casefold() in chosen or (len(text) >= SHORT and squeezed(text) in letters)


def _private(things: PackThings) -> Iterator[str]:
    yield from things.private
    yield from things.pulse_notes


def _answers(things: PackThings) -> Iterator[str]:
    """What reflections say, feelings among it, and what was noted beside goals, ratings and meetings.

    The worker may have taken a sentence of it over into something that was chosen.
    """
    for reflection in things.reflections:
        yield from reflection.answers.values()
        yield reflection.evidence
    for goal in things.goals:
        yield from (
            text for each in goal.check_ins for text in (each.changed, each.feedback, each.help_needed)
        )
    for ratings in things.ratings.values():
        yield from (rating.evidence for rating in ratings)
    for thing in things.all:
        if isinstance(thing, Lesson):
            yield thing.trigger
        elif isinstance(thing, Action):
            yield thing.if_then
        elif isinstance(thing, Credential):
            yield thing.description
    yield from things.meeting_notes


def _unchosen(things: PackThings, choice: PackChoice, telling: Telling) -> Iterator[str]:
    """The texts of things that were not ticked, the journal's texts where they were reworded, and unticked pictures."""
    for thing in things.all:
        for field in telling.fields(thing):
            if thing.id not in choice.items or field.reworded:
                # It would leave with names replaced, if it did.
                yield from (field.own, telling.hide(field.own))
    for goal in things.goals:
        yield from (goal.obstacle, goal.plan, goal.wish, goal.outcome, goal.conditions, goal.support)
    for pictures in things.pictures.values():
        yield from (name for attachment, name in pictures if attachment not in choice.pictures)


def _program_words(content: PackContent) -> set[str]:
    """Words that stand in the pack without anyone having written them, and the owner's name: May is a month too."""
    told = [TEMPLATE_WORDS, content.owner, content.title, content.period]
    for section in content.sections:
        told.append(section.heading)
        told += section.table.headers if section.table else ()
        told += [text for entry in section.entries for text in (entry.note, entry.group)]
        told += [label for entry in section.entries for label, _ in (*entry.facts, *entry.parts)]
        for figure in section.figures:
            told += [figure.title, figure.subtitle]
            for drawn in (figure, *figure.panels):
                told += [drawn.reading, *(mark.told for mark in drawn.marks)]
    return set(_WORD.findall(" ".join(told).casefold()))
