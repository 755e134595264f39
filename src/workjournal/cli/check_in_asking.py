"""A check-in asked at a terminal. What is left half-way is the draft that the window's card goes on with, and the other way."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import click

from workjournal.cli import prompting
from workjournal.cli.goal_fields import Fields
from workjournal.cli.options import NUMBER, RATING
from workjournal.cli.printing import note, safe, short
from workjournal.cli.prompting import LeftOff
from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal

_RATINGS = (("progress", "How far has it come?"), ("confidence", "How confident are you now?"))
_TEXTS = (
    ("changed", "What changed?", "What you did, what came of it"),
    ("feedback", "Which feedback did you get?", "From whom, in their words"),
    ("help_needed", "Which help do you need?", "It becomes an ask for your manager"),
)
_SAID = ("progress", "confidence", "measure_value", "changed", "feedback", "help_needed")


def place(goal: Goal) -> str:
    """Where the draft of its next check-in lies."""
    return f"checkin:{goal.id}"


def left(journal: Journal, goal: Goal) -> Fields:
    """What was left unfinished there, by field."""
    draft = journal.drafts.find(place(goal))
    if draft is None:
        return {}
    fields = dict(draft.fields)
    day = f" of {fields['date']}" if fields.get("date") else ""
    note(f"Going on with the check-in{day} that was left unfinished. --afresh begins anew.")
    return fields


def day(fields: Mapping[str, Any]) -> dt.date | None:
    """The day that was said before."""
    return dt.date.fromisoformat(fields["date"]) if fields.get("date") else None


def ask(journal: Journal, goal: Goal, look: CheckIn, fields: Fields) -> None:
    """Ask question by question and fill `look`; each answer is in the draft at once."""
    fields["date"] = look.date.isoformat()

    def keep() -> None:
        if any(fields.get(name) not in {None, ""} for name in _SAID):
            journal.drafts.keep(place(goal), fields)

    note(
        "An empty line ends an answer, and alone it skips the question. Control-C leaves the rest for later."
    )
    try:
        _ask(journal, goal, fields, keep)
    except LeftOff as stopped:
        keep()
        if journal.drafts.find(place(goal)) is not None:
            note(f"Left unfinished. Go on with: workjournal goal checkin {short(goal.id)}")
        raise (stopped.cause or click.Abort()) from None
    for name in _SAID:
        value = fields.get(name)
        if name == "measure_value":
            value = _number(value)
        if value is not None:
            setattr(look, name, value)


def _ask(journal: Journal, goal: Goal, fields: Fields, keep: prompting.Keep) -> None:
    for name, text in _RATINGS:
        last, before = goal.latest(name), fields.get(name)
        hint = "0–100 in steps of 5" + ("" if last is None else f"; last time {last}")
        shown = "" if before is None else str(before)
        rating = prompting.ask_value(text, hint, RATING.read, shown)
        fields[name] = before if rating is None else rating
        keep()
    if goal.measure_id is not None or fields.get("measure_value"):
        _ask_value(journal, goal, fields)
        keep()
    for name, text, hint in _TEXTS:
        _ask_text(fields, name, text, hint)
        keep()


def _ask_value(journal: Journal, goal: Goal, fields: Fields) -> None:
    """What the window has of it is as it was typed there, with its unit or a comma perhaps: then it is asked for anew."""
    measure = journal.measures.get(goal.measure_id) if goal.measure_id else None
    typed, known = str(fields.get("measure_value") or ""), _number(fields.get("measure_value"))
    hint, name = (measure.unit or "A number", measure.name) if measure else ("A number", "The figure")
    if known is None and typed:
        hint += f"; before it was “{typed}”: once more, as a plain number"
    shown = "" if known is None else f"{known:.15g}"
    value = prompting.ask_value(f"{safe(name)} now?", safe(hint), NUMBER.read, shown)
    if value is not None:
        fields["measure_value"] = value


def _ask_text(fields: Fields, name: str, text: str, hint: str) -> None:
    before = str(fields.get(name) or "")
    note(f"\n{text}")
    prompting.say_what_stands(before, hint)
    try:
        typed = prompting.lines()
    except LeftOff as stopped:  # perhaps half of what was to come, so nothing is replaced yet
        if stopped.typed.strip():
            fields[name] = "\n\n".join(filter(str.strip, (before, stopped.typed)))
        raise
    if typed:
        fields[name] = typed


def _number(value: Any) -> float | None:
    """A value of the draft, where it can be read as a number here."""
    if value in {None, ""}:
        return None
    try:
        return float(NUMBER.read(str(value)))
    except click.BadParameter:
        return None
