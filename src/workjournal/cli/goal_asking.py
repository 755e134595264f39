"""The plan of a goal, asked at a terminal in five short steps; each answer is in the draft at once."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import click

from workjournal.cli import goal_fields, naming, prompting
from workjournal.cli.goal_fields import Fields
from workjournal.cli.goal_words import rhythm, say_concerns
from workjournal.cli.options import DAY, RATING, RHYTHM
from workjournal.cli.printing import note, safe
from workjournal.cli.prompting import LeftOff
from workjournal.domain.goal import CHALLENGES, Goal, GoalState
from workjournal.domain.rhythm import RHYTHMS
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

ON = "."
HOW = (
    "Everything can be left out and filled in later. An empty line ends an answer, and alone it skips the question; "
    f"a full stop ({ON}) goes on to the next step. Control-C leaves the rest for later."
)
Read = Callable[[Journal, str], Any]


class NextStep(Exception):
    """The rest of a step is left out."""


@dataclass(frozen=True)
class Question:
    """One question of a step: the field it fills and, where that is no text of several lines, how it is read."""

    field: str
    text: str
    hint: str = ""
    read: Read | None = None


def _plainly(read: Callable[[str], Any]) -> Read:
    return lambda _journal, word: read(word)


def _day(_journal: Journal, word: str) -> str:
    return str(DAY.read(word).isoformat())


def _challenges(_journal: Journal, words: str) -> list[str]:
    """Numbers of the list, or other words, between commas."""
    found: list[str] = []
    for word in (each.strip() for each in words.split(",")):
        if word.isascii() and word.isdecimal():
            if not 1 <= int(word[:9]) <= len(CHALLENGES):
                raise click.BadParameter(f"{word} is not a number of the list.")
            found.append(CHALLENGES[int(word[:9]) - 1])
        elif word:
            found.append(next((each for each in CHALLENGES if each == word.casefold()), word))
    return list(dict.fromkeys(found))


def _skills(_journal: Journal, words: str) -> list[str]:
    return [each.strip() for each in words.split(",") if each.strip()]


def _measure(journal: Journal, word: str) -> str:
    try:
        return str(naming.measure(journal, word).id)
    except JournalError as error:
        raise click.BadParameter(str(error)) from error


_RATING = _plainly(RATING.read)
_KINDS = ", ".join(f"{number} {kind}" for number, kind in enumerate(CHALLENGES, start=1))
_RHYTHMS = ", ".join(str(days) for days in RHYTHMS)
STEPS: tuple[tuple[str, tuple[Question, ...]], ...] = (
    (
        "What and why",
        (
            Question(
                "title",
                "What do you want to be able to do?",
                "A few words; the one thing it needs",
                _plainly(str),
            ),
            Question("why", "What makes it worth it?"),
            Question("performance", "What will you be able to do?", "Something that can be seen"),
            Question("conditions", "Under which conditions?", "With which help, how much time, before whom"),
            Question("criterion", "How can one tell that it is met?", "How well, how often, by whose word"),
        ),
    ),
    (
        "What makes it a stretch",
        (
            Question(
                "challenges",
                "Which kinds of challenge are in it?",
                f"Numbers or words, with commas: {_KINDS}",
                _challenges,
            ),
            Question("skill_names", "Which skills does it stretch?", "With commas between them", _skills),
            Question("difficulty", "How hard will it be?", "0–100 in steps of 5", _RATING),
            Question("feedback_from", "Who gives you feedback?", "A name, and when", _plainly(str)),
            Question("support", "What support do you have?", "Time, money, somebody to ask"),
            Question("slack", "How much room is there for it?", "0–100: 0 is none at all", _RATING),
            Question("successes", "How well did comparable things go of late?", "0–100", _RATING),
        ),
    ),
    (
        "Obstacle and plan",
        (
            Question("wish", "What do you wish for?", "Challenging, and within reach"),
            Question("outcome", "What would be the best about it?", "Picture it for a moment"),
            Question("obstacle", "What in you stands in the way?", "A habit, a worry, a belief"),
            Question("plan", "If the obstacle comes, then I will …", "If …, then I will …"),
        ),
    ),
    (
        "Pre-mortem",
        (
            Question("premortem", "It is the due day, and it has failed. Why?", "One reason a line"),
            Question(
                "prevention", "What do you change in the plan because of that?", "Now, while it costs little"
            ),
        ),
    ),
    (
        "Forecast and confidence",
        (
            Question("due", "When is it due?", "A day such as 2027-01-31", _day),
            Question(
                "probability",
                "How likely is it that you reach it by then?",
                "0–100 %; sealed when the goal starts",
                _RATING,
            ),
            Question("reasons", "Why that probability?"),
            Question("confidence_before", "How confident are you now that you can do it?", "0–100", _RATING),
            Question(
                "rhythm_days",
                "How often do you want to look at it?",
                f"Days between two check-ins, such as {_RHYTHMS}; 0 asks for none",
                _plainly(RHYTHM.read),
            ),
            Question(
                "measure_id",
                "Which measure shows it?",
                "Its name; `workjournal measure list` knows them",
                _measure,
            ),
        ),
    ),
)
FIXED = {"probability", "reasons", "confidence_before"}
"""What stays as it was once the goal has started."""


def ask(journal: Journal, goal: Goal, fields: Fields, keep: prompting.Keep) -> None:
    """Ask step by step; `keep` is called after each answer. Nothing is asked that can no longer be changed.

    Raises:
        LeftOff: what was typed last is among the fields as well, where it is a text.
    """
    note(HOW)
    for place, (name, questions) in enumerate(STEPS, start=1):
        note(f"\nStep {place} of {len(STEPS)}: {name}")
        asked = [each for each in questions if goal.state is GoalState.PLANNED or each.field not in FIXED]
        with suppress(NextStep):
            _ask_step(journal, fields, asked, keep)
        if place == 2:
            goal_fields.put(fields, goal)
            say_concerns(goal, kept=False)
    while not str(fields.get("title") or "").strip():
        note("\nIt needs a few words by which it is known.")
        fields["title"] = prompting.line()
        keep()


def _ask_step(journal: Journal, fields: Fields, questions: Sequence[Question], keep: prompting.Keep) -> None:
    for question in questions:
        if question.field == "reasons" and fields.get("probability") is None:
            continue
        before = _shown(journal, question.field, fields.get(question.field))
        if question.read is None:
            _ask_text(fields, question, before)
        else:
            _ask_value(journal, fields, question, before)
        keep()


def _ask_text(fields: Fields, question: Question, before: str) -> None:
    note(f"\n{question.text}")
    prompting.say_what_stands(before, question.hint)
    try:
        typed = prompting.lines(ON)
    except LeftOff as left:
        if left.typed.strip():
            fields[question.field] = "\n\n".join(filter(str.strip, (before, left.typed)))
        raise
    if typed == ON:
        raise NextStep
    if typed:
        fields[question.field] = typed


def _ask_value(journal: Journal, fields: Fields, question: Question, before: str) -> None:
    def read(word: str) -> Any:
        if word == ON:
            raise NextStep
        assert question.read is not None
        return question.read(journal, word)

    try:
        value = prompting.ask_value(question.text, question.hint, read, before)
    except LeftOff as left:
        if left.typed.strip() and question.field == "title":
            fields["title"] = left.typed.strip()
        raise
    if value is not None:
        fields[question.field] = value


def _shown(journal: Journal, field: str, value: Any) -> str:
    """What a field holds, as it is shown."""
    if field == "rhythm_days":
        return rhythm(int(value))
    if field == "measure_id" and value:
        return _measure_name(journal, str(value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else safe(str(value))


def _measure_name(journal: Journal, measure_id: str) -> str:
    try:
        return naming.measure(journal, measure_id).name
    except (naming.NoSuchName, NoSuchThing):
        return ""
