"""Stretch goals in the terminal: plan, start, check in, close, list, show."""

import datetime as dt
from typing import Any

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import AUDIENCE, DAY, NUMBER, RATING, as_json, member, option, several, ticked
from workjournal.cli.printing import note, print_fields, print_json, print_table, short
from workjournal.domain.goal import OPEN_STATES, CheckIn, Forecast, Goal, GoalState

_TEXTS = (
    *("why", "performance", "conditions", "criterion", "feedback_from", "support"),
    *("wish", "outcome", "obstacle", "plan", "premortem"),
)


@click.group("goal")
def goal() -> None:
    """Plan, start, check in on and close stretch goals."""


@goal.command("add", epilog="Example: workjournal goal add 'Chair the demand meeting' --probability 60")
@click.argument("title")
@option("--why", text="What makes it worth it.")
@option("--performance", text="What you will be able to do.")
@option("--conditions", text="Under which conditions.")
@option("--criterion", text="How one can tell that it is met.")
@several("--skill skills", text="A skill it stretches.")
@several("--challenge challenges", text="A kind of challenge.")
@option("--difficulty", RATING, "How hard it will be.")
@option("--feedback-from", text="Who gives feedback.")
@option("--support", text="What support you have.")
@option("--wish", text="The wish.")
@option("--outcome", text="The best outcome.")
@option("--obstacle", text="The obstacle in you.")
@option("--plan", text="If the obstacle comes, then I will …")
@option("--premortem", text="It is the due date and it failed: why?")
@option("--probability", RATING, "The forecast, in %; sealed when the goal starts.")
@option("--reasons", text="Why that probability.")
@option("--confidence", RATING, "Your confidence before it.")
@option("--due", DAY, "When it is due.")
@several("--share", AUDIENCE, "Tick it for an audience.")
@click.pass_obj
def add(opening: Opening, /, title: str, **given: Any) -> None:
    """Plan a goal.

    Prints its id.
    """
    if given["reasons"] and given["probability"] is None:
        raise click.UsageError("--reasons needs a --probability.")
    planned = Goal(
        title=title,
        challenges=list(given["challenges"]),
        difficulty=given["difficulty"],
        confidence_before=given["confidence"],
        due=given["due"],
        audiences=ticked(given["share"]),
    )
    for name in _TEXTS:
        setattr(planned, name, given[name] or "")
    if given["probability"] is not None:
        reasons = given["reasons"] or ""
        planned.forecasts.append(
            Forecast(goal_id=planned.id, probability=given["probability"], reasons=reasons)
        )
    with opening.journal() as journal:
        click.echo(journal.goals.add(planned, skills=given["skills"]).id)


@goal.command("start", epilog="Example: workjournal goal start 4f2a91c7")
@click.argument("goal_id", metavar="ID")
@click.pass_obj
def start(opening: Opening, goal_id: str) -> None:
    """Start a planned goal; its forecast is sealed.

    Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.goals.start(journal.goals.identify(goal_id), journal.today()).id)


@goal.command("checkin", epilog="Example: workjournal goal checkin 4f2a91c7 --progress 40 --confidence 55")
@click.argument("goal_id", metavar="ID")
@option("--progress", RATING, "How far it has come.")
@option("--confidence", RATING, "Your confidence now.")
@option("--value", NUMBER, "The measure's value.")
@option("--changed", text="What changed.")
@option("--feedback", text="Feedback received.")
@option("--help-needed", text="Help needed.")
@option("--date", DAY, "The day; today if not given.")
@click.pass_obj
def checkin(
    opening: Opening, /, goal_id: str, value: float | None, date: dt.date | None, **given: Any
) -> None:
    """Record how a goal is going.

    Prints the goal's id.
    """
    with opening.journal() as journal:
        check_in = CheckIn(
            goal_id=journal.goals.identify(goal_id),
            date=date or journal.today(),
            measure_value=value,
            progress=given["progress"],
            confidence=given["confidence"],
            changed=given["changed"] or "",
            feedback=given["feedback"] or "",
            help_needed=given["help_needed"] or "",
        )
        click.echo(journal.goals.check_in(check_in).id)


@goal.command("close", epilog="Example: workjournal goal close 4f2a91c7 --as partly --confidence-after 70")
@click.argument("goal_id", metavar="ID")
@option(
    "--as state",
    member(*(state for state in GoalState if state not in OPEN_STATES)),
    "How it ended.",
    required=True,
)
@option("--reason", text="Why; needed for an abandoned goal.")
@option("--confidence-after", RATING, "Your confidence now.")
@option("--really-before", RATING, "Where you really were before, seen from now.")
@click.pass_obj
def close(
    opening: Opening,
    goal_id: str,
    state: GoalState,
    reason: str | None,
    confidence_after: int | None,
    really_before: int | None,
) -> None:
    """Close a goal, honestly.

    Prints the id.
    """
    with opening.journal() as journal:
        closed = journal.goals.close(
            journal.goals.identify(goal_id),
            state,
            journal.today(),
            reason=reason or "",
            confidence_after=confidence_after,
            confidence_really_before=really_before,
        )
        click.echo(closed.id)


@goal.command("list", epilog="Example: workjournal goal list --json")
@as_json
@click.pass_obj
def list_goals(opening: Opening, *, as_json: bool) -> None:
    """List goals, the open ones first."""
    with opening.journal() as journal:
        found = journal.goals.all()
    if as_json:
        print_json([records.goal(each) for each in found])
    elif not found:
        note("No goals here yet.")
    else:
        rows = [
            (
                short(each.id),
                each.state.value,
                _number(_progress(each)),
                each.due.isoformat() if each.due else "–",
                each.title,
            )
            for each in found
        ]
        print_table(("Id", "State", "Progress", "Due", "Title"), rows)


@goal.command("show", epilog="Example: workjournal goal show 4f2a91c7")
@click.argument("goal_id", metavar="ID")
@as_json
@click.pass_obj
def show(opening: Opening, goal_id: str, *, as_json: bool) -> None:
    """Show one goal with its forecast and check-ins."""
    with opening.journal() as journal:
        found = journal.goals.get(journal.goals.identify(goal_id))
    if as_json:
        print_json(records.goal(found))
    else:
        print_goal(found)


def print_goal(found: Goal) -> None:
    """A goal for a reader."""
    print_fields(shown(found))
    if found.check_ins:
        click.echo()
        rows = [
            (each.date.isoformat(), _number(each.progress), _number(each.confidence), each.changed)
            for each in sorted(found.check_ins, key=lambda each: each.date)
        ]
        print_table(("Check-in", "Progress", "Confidence", "What changed"), rows)


def shown(found: Goal) -> list[tuple[str, str]]:
    """A goal as labelled texts."""
    record = records.goal(found)
    rows = [("Title", found.title), ("Id", str(found.id)), ("State", found.state.value)]
    names = ("start", "due", "closed", *_TEXTS, "difficulty", "reason")
    rows += [(name.replace("_", " ").capitalize(), str(record[name] or "")) for name in names]
    confidences = ("confidence_before", "confidence_after", "confidence_really_before")
    rows += [
        (name.replace("_", " ").capitalize(), _number(getattr(found, name)).strip("–"))
        for name in confidences
    ]
    return [
        *rows,
        ("Skills", ", ".join(record["skills"])),
        ("Challenges", ", ".join(found.challenges)),
        ("Shared with", ", ".join(record["audiences"])),
        ("Forecast", _forecast(found.forecast)),
    ]


def _forecast(forecast: Forecast | None) -> str:
    if forecast is None:
        return ""
    sealed = "not sealed yet"
    if forecast.sealed_at:
        state = "intact" if forecast.is_intact() else "changed since: its seal is broken"
        sealed = f"sealed on {forecast.sealed_at.astimezone().date().isoformat()}, {state}"
    return f"{forecast.probability} %, {sealed}" + (f"\n{forecast.reasons}" if forecast.reasons else "")


def _progress(each: Goal) -> int | None:
    told = [check_in.progress for check_in in each.check_ins if check_in.progress is not None]
    return told[-1] if told else None


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)
