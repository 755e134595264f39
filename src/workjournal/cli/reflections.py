"""Reflections in the terminal: reflect, list them, list the methods."""

import datetime as dt
from typing import Any

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import ANSWER, AUDIENCE, DAY, RATING, as_json, limit, option, several, ticked
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.domain.action import Action, ActionKind, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods import DEFAULT, METHODS
from workjournal.domain.reflection import Reflection


@click.command(
    "reflect",
    epilog="Example: workjournal reflect 4f2a91c7 --answer next='Walk the route first' --lesson '…'",
)
@click.argument("episode_id", metavar="EPISODE")
@option("--method", text=f"The method's key; {DEFAULT.key} if not given.", default=DEFAULT.key)
@several("--answer answers", ANSWER, "An answer to one of the method's prompts.")
@several("--lesson lessons", text="A lesson it leaves.")
@several("--action actions", text="Something you will do.")
@several("--ask asks", text="Something to ask of your manager.")
@several("--share", AUDIENCE, "Tick the lessons, actions and asks it leaves for an audience.")
@option("--decision-quality", RATING, "How good the decision was, as it could be known then.")
@option("--outcome-quality", RATING, "How good the outcome was.")
@option("--date day", DAY, "The day of the reflection; today if not given.")
@click.pass_obj
def reflect(opening: Opening, /, episode_id: str, answers: tuple[tuple[str, str], ...], **given: Any) -> None:
    """Look back on an episode.

    Prints the reflection's id. `workjournal methods` lists the prompts.
    """
    by_prompt, audiences = _by_prompt(answers), ticked(given["share"])
    with opening.journal() as journal:
        day = given["day"] or journal.today()
        episode = journal.episodes.identify(episode_id)
        reflection = Reflection(
            date=day,
            method=given["method"],
            answers=by_prompt,
            decision_quality=given["decision_quality"],
            outcome_quality=given["outcome_quality"],
        )
        journal.reflections.keep(
            reflection,
            episodes=[episode],
            lessons=[Lesson(date=day, text=text, audiences=audiences) for text in given["lessons"]],
            actions=[
                *(Action(date=day, text=text, audiences=audiences) for text in given["actions"]),
                *(_ask(day, text, audiences) for text in given["asks"]),
            ],
        )
        click.echo(reflection.id)


def _by_prompt(answers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for prompt, answer in answers:
        if prompt in found:
            raise click.UsageError(f"--answer {prompt} is given more than once.")
        found[prompt] = answer
    return found


def _ask(day: dt.date, text: str, audiences: frozenset[Audience]) -> Action:
    return Action(date=day, text=text, kind=ActionKind.ASK, owner=Owner.MANAGER, audiences=audiences)


@click.command("reflections", epilog="Example: workjournal reflections --episode 4f2a91c7 --json")
@option("--episode", text="Only those on this episode.")
@limit
@as_json
@click.pass_obj
def reflections(opening: Opening, episode: str | None, *, limit: int, as_json: bool) -> None:
    """List reflections, newest first."""
    with opening.journal() as journal:
        if episode is None:
            found = journal.reflections.newest(limit=limit)
        else:
            found = journal.reflections.of_episode(journal.episodes.identify(episode))[::-1][:limit]
        if as_json:
            print_json([records.reflection(journal, each) for each in found])
            return
    if not found:
        note("No reflections here yet.")
        return
    about = [", ".join(each.title for each in reflection.episodes) for reflection in found]
    rows = [
        (short(each.id), each.date.isoformat(), each.method, title)
        for each, title in zip(found, about, strict=True)
    ]
    print_table(("Id", "Date", "Method", "About"), rows)


@click.command("methods", epilog="Example: workjournal methods")
@as_json
def methods(*, as_json: bool) -> None:
    """List the reflection methods and their prompts."""
    if as_json:
        print_json([records.method(each) for each in METHODS])
        return
    for each in METHODS:
        click.echo(f"{each.key}  {each.name}")
        for prompt in each.prompts:
            click.echo(f"  {prompt.key}: {prompt.text}")
