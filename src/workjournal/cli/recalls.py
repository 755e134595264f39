"""Recalling lessons in the terminal: the answer first, then the lesson, then how well it went."""

import datetime as dt
from functools import partial

import click

from workjournal.cli import prompting
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json, member, option
from workjournal.cli.printing import note, print_json, safe, short
from workjournal.cli.prompting import LeftOff
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.spacing import Grade
from workjournal.journal.journal import Journal

KEYS = {str(number): grade for number, grade in enumerate(Grade, start=1)}
"""Grades by their number, as they stand in the question."""


@click.command("recall", epilog="Example: workjournal recall 91c74f2a --grade good")
@click.argument("lesson_id", metavar="[ID]", required=False)
@option("--grade", member(*Grade), "How well it came to mind.")
@option("--answer", text="The words that came to mind.")
@as_json
@click.pass_obj
def recall(
    opening: Opening, lesson_id: str | None, *, grade: Grade | None, answer: str | None, as_json: bool
) -> None:
    """Try to remember a lesson before it is shown.

    Without --grade you are asked at the terminal; without ID for each lesson that comes back today, at most five unless you set another number.
    Words that were left unfinished, here or in the window, are gone on with. Prints the day it comes back next.
    """
    _need_usage(lesson_id, grade, answer)
    with opening.journal() as journal:
        today = journal.today()
        if lesson_id is None:
            kept = _go_through(journal, today)
        else:
            found = journal.lessons.get(journal.lessons.identify(lesson_id))
            if grade is None:
                kept = [_ask(journal, found, today, answer)]
            else:
                kept = [
                    _keep(journal, found, grade, today, _left(journal, found) if answer is None else answer)
                ]
        days = [journal.lessons.get(each.lesson_id).due for each in kept]
    if as_json:
        records = [_record(each, day) for each, day in zip(kept, days, strict=True)]
        print_json(records if lesson_id is None else records[0])
        return
    for day in days:
        click.echo(day)


def _need_usage(lesson_id: str | None, grade: Grade | None, answer: str | None) -> None:
    if lesson_id is None and (grade or answer is not None):
        raise click.UsageError("Name the lesson: workjournal recall ID --grade good")
    if grade is None and not prompting.is_there():
        raise click.UsageError(
            "There is no terminal to ask how well it went; --grade again, hard, good or easy says so."
        )


def _go_through(journal: Journal, today: dt.date) -> list[Recall]:
    """Ask for each that is due, until somebody has had enough: what was recalled before is kept."""
    due, kept = journal.recalls.due(today), list[Recall]()
    if not due:
        note("Nothing is to be recalled today.")
    for place, lesson in enumerate(due, start=1):
        note(f"\n{place} of {len(due)}")
        try:
            kept.append(_attempt(journal, lesson, today))
        except LeftOff as left:
            if left.cause is not None:
                raise left.cause from None
            break
    return kept


def _ask(journal: Journal, lesson: Lesson, today: dt.date, answer: str | None) -> Recall:
    try:
        return _attempt(journal, lesson, today, answer)
    except LeftOff as left:
        raise (left.cause or click.Abort()) from None


def _attempt(journal: Journal, lesson: Lesson, today: dt.date, answer: str | None = None) -> Recall:
    """The cue, the answer, the lesson, the grade. What is typed is the window's draft, line by line."""
    _show_cue(journal, lesson)
    try:
        if answer is None:
            answer = _remembered(journal, lesson, today)
        _draft(journal, lesson, answer, shown=today)
        note(f"\n{safe(lesson.text)}")
        if lesson.detail:
            note(safe(lesson.detail))
        grade = _grade(journal.recalls.returns(lesson, today))
    except LeftOff:
        if journal.drafts.find(_place(lesson)) is not None:
            note(f"Left unfinished. Go on with: workjournal recall {short(lesson.id)}")
        raise
    return _keep(journal, lesson, grade, today, answer)


def _show_cue(journal: Journal, lesson: Lesson) -> None:
    came_from = next(
        (each.title for source in journal.lessons.sources(lesson.id) for each in source.episodes), ""
    )
    note(f"Cue: {safe(lesson.trigger)}" if lesson.trigger else f"A lesson of {lesson.date.isoformat()}.")
    if came_from:
        note(f"From: {safe(came_from)}")


def _remembered(journal: Journal, lesson: Lesson, today: dt.date) -> str:
    """The words that come to mind, with those that were left before; none are asked for once the lesson was shown.

    Raises:
        LeftOff: what was typed last is in the draft as well.
    """
    before = _left(journal, lesson)
    if _is_shown(journal, lesson, today):
        note("\n".join(f"  | {each}" for each in safe(before).splitlines()) or "Nothing came to mind.")
        return before
    note("What is the lesson? An empty line ends your answer.")
    prompting.say_what_stands(before, "")
    half = partial(_draft_half, journal, lesson, before)
    try:
        return prompting.lines(so_far=half) or before
    except LeftOff as left:
        half(left.typed)
        raise


def _draft_half(journal: Journal, lesson: Lesson, before: str, typed: str) -> None:
    """Keep what is typed so far below what there was: perhaps more is to come, so nothing is replaced yet."""
    if typed.strip():
        _draft(journal, lesson, "\n\n".join(filter(str.strip, (before, typed))))


def _draft(journal: Journal, lesson: Lesson, answer: str, shown: dt.date | None = None) -> None:
    """Keep the words as the window does; from the day it was `shown` on, nobody can try to remember it on that day."""
    fields = {"answer": answer, "shown": shown.isoformat() if shown else ""}
    journal.drafts.keep(_place(lesson), fields)


def _left(journal: Journal, lesson: Lesson) -> str:
    """The words that were left unfinished."""
    draft = journal.drafts.find(_place(lesson))
    return str(draft.fields.get("answer") or "") if draft is not None else ""


def _is_shown(journal: Journal, lesson: Lesson, today: dt.date) -> bool:
    draft = journal.drafts.find(_place(lesson))
    return draft is not None and draft.fields.get("shown") == today.isoformat()


def _keep(journal: Journal, lesson: Lesson, grade: Grade, today: dt.date, answer: str) -> Recall:
    kept = journal.recalls.recall(lesson.id, grade, today, answer)
    journal.drafts.drop(_place(lesson))
    return kept


def _place(lesson: Lesson) -> str:
    """Where the window has the draft of its recall."""
    return f"recall:{lesson.id}"


def _grade(returns: dict[Grade, dt.date]) -> Grade:
    choices = ", ".join(f"{key} {grade} ({returns[grade].isoformat()})" for key, grade in KEYS.items())
    while True:
        note(f"How well did you know it? {choices}")
        typed = prompting.line().lower()
        if typed in KEYS:
            return KEYS[typed]
        found = [grade for grade in Grade if typed and grade.value.startswith(typed)]
        if found:
            return found[0]


def _record(kept: Recall, day: dt.date | None) -> dict[str, str | None]:
    return {
        "id": str(kept.id),
        "lesson": str(kept.lesson_id),
        "grade": kept.grade.value,
        "due": day.isoformat() if day else None,
    }
