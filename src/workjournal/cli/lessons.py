"""Lessons in the terminal: list them, note where one was used."""

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json
from workjournal.cli.printing import note, print_json, print_table, short


@click.command("lessons", epilog="Example: workjournal lessons --json")
@click.option("--retired", is_flag=True, help="The retired ones too.")
@as_json
@click.pass_obj
def lessons(opening: Opening, *, retired: bool, as_json: bool) -> None:
    """List lessons, newest first."""
    with opening.journal() as journal:
        found = journal.lessons.all(retired=retired)
    if as_json:
        print_json([records.lesson(each) for each in found])
    elif not found:
        note("No lessons here yet; a reflection leaves them.")
    else:
        rows = [
            (short(each.id), each.state.value, str(len(each.applications) or "–"), each.text)
            for each in found
        ]
        print_table(("Id", "State", "Used", "Lesson"), rows)


@click.command("apply", epilog="Example: workjournal apply 91c74f2a 4f2a91c7 --worked")
@click.argument("lesson_id", metavar="LESSON")
@click.argument("episode_id", metavar="EPISODE")
@click.option("--worked/--did-not", default=None, help="Whether it worked; leave out if you cannot tell yet.")
@click.pass_obj
def apply(opening: Opening, lesson_id: str, episode_id: str, *, worked: bool | None) -> None:
    """Note that a lesson was used in an episode.

    Prints the lesson's id.
    """
    with opening.journal() as journal:
        lesson, episode = journal.lessons.identify(lesson_id), journal.episodes.identify(episode_id)
        click.echo(journal.lessons.apply(lesson, episode, worked=worked).lesson_id)
