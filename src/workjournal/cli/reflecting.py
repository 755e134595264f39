"""Writing a reflection in the terminal, on whatever it is about: begun, left half-way, gone on with, kept."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import click

from workjournal.cli import prompting
from workjournal.cli.answers import Answers
from workjournal.cli.options import ticked
from workjournal.cli.printing import note
from workjournal.cli.unfinished import MOST_LESSONS, Unfinished, leave_at, left_at, let_go_at
from workjournal.cli.writing_options import UNKEPT
from workjournal.domain import offering
from workjournal.domain.action import Action, ActionKind, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods import DEFAULT
from workjournal.domain.methods.method import Method
from workjournal.domain.nudges import commitments, nudges
from workjournal.domain.offering import Offer
from workjournal.domain.period import Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

Subject = Episode | Goal | Period | None


@dataclass(frozen=True)
class Writing:
    """What one command writes: about what, with which options, and how the command is typed again.

    With `may_wait` nobody asked for it in so many words: leaving it for later is no error.
    """

    journal: Journal
    subject: Subject
    given: Mapping[str, Any]
    answers: Answers
    again: str
    may_wait: bool = False

    @property
    def about(self) -> UUID | Period | None:
        """By what a draft is kept."""
        return self.subject.id if isinstance(self.subject, Episode | Goal) else self.subject


def write(writing: Writing) -> None:
    """Keep the reflection and print its id; or leave it unfinished and print where.

    With a terminal and without answers, they are asked for.
    """
    given = writing.given
    offer = offer_for(writing.journal, writing.subject)
    unfinished = _begun(writing, offer)
    if given["draft"]:
        _leave(writing, unfinished)
        return
    actions = [text for text in given["actions"] if text != unfinished.action]
    asked = not writing.answers.texts and prompting.is_there()
    if asked:
        _ask(writing, unfinished, offer, has_action=bool(actions))
    if writing.may_wait and not unfinished.is_answered():
        note(f"It can be done later: {writing.again}")
        return
    _keep(writing, unfinished, actions, asked=asked)


def offer_for(journal: Journal, subject: Subject) -> Offer:
    """The method that fits, and why."""
    if isinstance(subject, Episode):
        return offering.for_episode(subject, journal.goals.get(subject.goal_id) if subject.goal_id else None)
    if isinstance(subject, Goal):
        return offering.for_goal(subject)
    return offering.FREE if subject is None else offering.for_period(subject)


def subject_of(journal: Journal, words: str) -> Episode | Goal:
    """The episode or goal whose id is `words`, or ends in it.

    Raises:
        NoSuchThing, AmbiguousId
    """
    with suppress(NoSuchThing):
        return journal.episodes.get(journal.episodes.identify(words))
    try:
        return journal.goals.get(journal.goals.identify(words))
    except NoSuchThing as missing:
        raise NoSuchThing(noun="episode or goal", id=missing.fields["id"]) from None


def _begun(writing: Writing, offer: Offer) -> Unfinished:
    """What was left unfinished there, or a new one, with what was given now; that wins."""
    given, journal = writing.given, writing.journal
    found = None if given["afresh"] else left_at(journal, writing.about, offer.method)
    unfinished = found or Unfinished(method=offer.method)
    if given["method"]:
        unfinished.change_method(journal.methods.find(given["method"]))
    elif found is None:
        unfinished.change_method(_fitting(offer, writing.answers.texts))
    if found is not None:
        note(f"Going on with what was left unfinished ({found.method.name}); --afresh begins anew.")
    writing.answers.check(unfinished.form)
    unfinished.answers |= writing.answers.texts
    for name in ("evidence", "distanced", "decision_quality", "outcome_quality"):
        if given[name] is not None:
            setattr(unfinished, name, given[name])
    unfinished.add_lessons(given["lessons"])
    return unfinished


def _fitting(offer: Offer, answers: Mapping[str, str]) -> Method:
    """The offered method, unless the answers are those of the usual one."""
    asked = {prompt.key for prompt in offer.method.prompts}
    usual = {prompt.key for prompt in DEFAULT.prompts}
    if answers.keys() - asked and not answers.keys() - usual:
        return DEFAULT
    note(f"{offer.method.name} ({offer.method.key}): {offer.reason}")
    return offer.method


def _leave(writing: Writing, unfinished: Unfinished) -> None:
    for text in writing.given["actions"]:
        if unfinished.action not in {"", text}:
            raise click.UsageError("An unfinished reflection holds one action, and this one has it already.")
        unfinished.action = text
    if len(unfinished.lessons) > MOST_LESSONS:
        raise click.UsageError(
            f"An unfinished reflection holds {MOST_LESSONS} lessons, and this one has them already."
        )
    if not unfinished.is_begun():
        raise click.UsageError("There is nothing to leave unfinished; --answer gives something.")
    click.echo(leave_at(writing.journal, writing.about, unfinished))
    note(f"Left unfinished. Go on with: {writing.again}")


def _ask(writing: Writing, unfinished: Unfinished, offer: Offer, *, has_action: bool) -> None:
    """Ask at the terminal; each answer is in the draft at once, so that a lost connection costs one at most."""

    def keep() -> None:
        if unfinished.is_begun():
            leave_at(writing.journal, writing.about, unfinished)

    if unfinished.distanced is None:
        failed = offering.is_failure(unfinished.outcome_quality)
        unfinished.distanced = failed or (offer.distanced and unfinished.method == offer.method)
    try:
        prompting.ask(unfinished, keep)
        if unfinished.is_answered():
            evidence = has_evidence(writing.journal, writing.subject)
            prompting.ask_beside(unfinished, keep, has_evidence=evidence, has_action=has_action)
    except prompting.LeftOff as left:
        keep()
        _say_how_to_go_on(writing, unfinished)
        raise (left.cause or click.Abort()) from None


def _say_how_to_go_on(writing: Writing, unfinished: Unfinished) -> None:
    if unfinished.is_begun():
        note(f"Left unfinished. Go on with: {writing.again}")
    elif writing.may_wait:
        note(f"It can be done later: {writing.again}")
    if any(writing.given.get(name) for name in ("actions", *UNKEPT)):
        note("Actions, asks, --share, --depth and --date are to be given again then.")


def _keep(writing: Writing, unfinished: Unfinished, further: list[str], *, asked: bool) -> None:
    journal, given, form = writing.journal, writing.given, unfinished.form
    day, audiences = given.get("date") or journal.today(), ticked(given["share"])
    kept = _reflection(writing, unfinished, day)
    actions = [
        *_planned(unfinished, day, audiences),
        *(Action(date=day, text=text, audiences=audiences) for text in further),
        *(_ask_of(day, text, audiences) for text in given["asks"]),
    ]
    journal.reflections.keep(
        kept,
        asked=form,
        episodes=[writing.subject.id] if isinstance(writing.subject, Episode) else None,
        lessons=[Lesson(date=day, text=text, audiences=audiences) for text in unfinished.lessons],
        actions=actions,
    )
    _tick(journal, kept, form, audiences)
    aside = given["afresh"] and not asked
    if not aside:
        let_go_at(journal, writing.about)
    click.echo(kept.id)
    if aside and left_at(journal, writing.about, form) is not None:
        note(f"What was left unfinished before is still there: {writing.again}")
    evidence = bool(unfinished.evidence.strip()) or has_evidence(journal, writing.subject)
    for nudge in nudges(form, kept.answers, has_evidence=evidence, has_action=bool(actions)):
        note(nudge.value)


def _reflection(writing: Writing, unfinished: Unfinished, day: dt.date) -> Reflection:
    subject = writing.subject
    period = subject if isinstance(subject, Period) else None
    return Reflection(
        date=day,
        method=unfinished.method.key,
        answers={key: text for key, text in unfinished.answers.items() if text.strip()},
        distanced=bool(unfinished.distanced),
        evidence=unfinished.evidence,
        depth=writing.given["depth"],
        decision_quality=unfinished.decision_quality,
        outcome_quality=unfinished.outcome_quality,
        goal_id=subject.id if isinstance(subject, Goal) else None,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
    )


def has_evidence(journal: Journal, subject: Subject) -> bool:
    """Whether what it is about has something to point at: a result, a link, a file."""
    if not isinstance(subject, Episode):
        return False
    return bool(
        subject.result.strip() or subject.source_link.strip() or journal.episodes.attachments(subject.id)
    )


def _planned(unfinished: Unfinished, day: dt.date, audiences: frozenset[Audience]) -> list[Action]:
    """The action that was left with what is unfinished."""
    if not unfinished.action.strip():
        return []
    return [
        Action(
            date=day,
            text=unfinished.action,
            due=unfinished.due,
            if_then=unfinished.if_then,
            audiences=audiences,
        )
    ]


def _ask_of(day: dt.date, text: str, audiences: frozenset[Audience]) -> Action:
    return Action(date=day, text=text, kind=ActionKind.ASK, owner=Owner.MANAGER, audiences=audiences)


def _tick(journal: Journal, kept: Reflection, form: Method, audiences: frozenset[Audience]) -> None:
    """Commitments became actions by themselves; they are ticked like the others."""
    lines = set(commitments(form, kept.answers)) if audiences else set()
    for action in journal.reflections.left_by(kept.id)[1] if lines else ():
        if action.text in lines and not action.audiences:
            action.audiences = audiences
            journal.actions.save(action)
