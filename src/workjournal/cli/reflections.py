"""Reflections in the terminal: reflect, list them, change one."""

from typing import Any

import click

from workjournal.cli import answers, records
from workjournal.cli.opening import Opening
from workjournal.cli.options import (
    ANSWER,
    RATING,
    WRITTEN_DAY,
    as_json,
    chosen,
    limit,
    member,
    option,
    or_none,
    several,
)
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.cli.reflecting import Writing, subject_of, write
from workjournal.cli.titles import titles_of, unfinished_title
from workjournal.cli.writing_options import need_sense, writing_options
from workjournal.domain.reflection import Depth
from workjournal.journal.reflections import PLACE


@click.command(
    "reflect",
    epilog="Example: workjournal reflect 4f2a91c7 --answer next='Walk the route first' --lesson '…'",
)
@click.argument("thing_id", metavar="[THING]", required=False)
@writing_options
@option("--date", WRITTEN_DAY, "The day of the reflection; today if not given.")
@click.pass_obj
def reflect(
    opening: Opening,
    /,
    thing_id: str | None,
    **given: Any,
) -> None:
    """Look back on an episode or a goal.

    Without THING, on nothing in particular. Prints the reflection's id. At a terminal and without an
    answer, the prompts are asked one by one; `workjournal methods` lists them. What was left unfinished, here or in
    the window, is gone on with.
    """
    need_sense(given)
    said = answers.read(opening, given["answers"], given["file"])
    with opening.journal() as journal:
        subject = subject_of(journal, thing_id) if thing_id is not None else None
        again = f"workjournal reflect {short(subject.id)}" if subject else "workjournal reflect"
        write(Writing(journal, subject, given, said, again))


@click.command("reflections", epilog="Example: workjournal reflections --episode 4f2a91c7 --json")
@option("--episode", text="Only those on this episode.")
@option("--goal", text="Only those on this goal.")
@click.option("--unfinished", is_flag=True, help="What was left half-way instead.")
@limit
@as_json
@click.pass_obj
def reflections(
    opening: Opening,
    episode: str | None,
    goal: str | None,
    *,
    unfinished: bool,
    limit: int,
    as_json: bool,
) -> None:
    """List reflections, newest first."""
    if (episode is not None) + (goal is not None) + unfinished > 1:
        raise click.UsageError("Give one of --episode, --goal and --unfinished.")
    if unfinished:
        _list_unfinished(opening, limit, as_json=as_json)
        return
    with opening.journal() as journal:
        if episode is not None:
            found = journal.reflections.of_episode(journal.episodes.identify(episode))[::-1][:limit]
        elif goal is not None:
            found = journal.reflections.of_goal(journal.goals.identify(goal))[::-1][:limit]
        else:
            found = journal.reflections.newest(limit=limit)
        if as_json:
            print_json([records.reflection(journal, each) for each in found])
            return
        rows = [
            (
                short(each.id),
                each.date.isoformat(),
                journal.methods.asked(each).name,
                titles_of(journal, each),
            )
            for each in found
        ]
    if rows:
        print_table(("Id", "Date", "Method", "About"), rows)
    else:
        note("No reflections here yet.")


def _list_unfinished(opening: Opening, limit: int, *, as_json: bool) -> None:
    with opening.journal() as journal:
        found = [each for each in journal.drafts.all() if each.place.startswith(PLACE)][:limit]
        titles = [unfinished_title(journal, each) for each in found]
    if as_json:
        print_json([records.draft(each, title) for each, title in zip(found, titles, strict=True)])
    elif not found:
        note("Nothing was left unfinished.")
    else:
        rows = [
            (each.changed_at.astimezone().date().isoformat(), str(each.fields.get("method", "")), title)
            for each, title in zip(found, titles, strict=True)
        ]
        print_table(("Left", "Method", "About"), rows)


@click.group("reflection")
def reflection() -> None:
    """Change a reflection that is kept."""


@reflection.command("edit", epilog="Example: workjournal reflection edit 4f2a91c7 --depth explained")
@click.argument("reflection_id", metavar="ID")
@several("--answer answers", ANSWER, "An answer to one of its prompts; an empty one is taken away.")
@click.option("--answers", "file", metavar="FILE|-", help="A JSON object of prompt and answer.")
@option("--evidence", text="What there is to point at.")
@option("--depth", or_none(member(*Depth)), "How far it went, for you alone.")
@option("--decision-quality", or_none(RATING), "How good the decision was, as it could be known then.")
@option("--outcome-quality", or_none(RATING), "How good the outcome was.")
@click.pass_obj
def edit(
    opening: Opening,
    /,
    reflection_id: str,
    **given: Any,
) -> None:
    """Change a reflection.

    What is not named stays as it is; "none" takes a value away. Earlier wordings are kept. Prints the id.
    """
    said = answers.read(opening, given["answers"], given["file"])
    with opening.journal() as journal:
        kept = journal.reflections.get(journal.reflections.identify(reflection_id))
        said.check(journal.methods.asked(kept))
        texts = {**kept.answers, **said.texts}
        kept.answers = {key: text for key, text in texts.items() if text.strip()}
        for name in ("evidence", "depth", "decision_quality", "outcome_quality"):
            if given[name] is not None:
                setattr(kept, name, chosen(given[name]))
        click.echo(journal.reflections.keep(kept).id)
