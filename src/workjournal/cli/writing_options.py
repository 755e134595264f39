"""The options of what is written in a reflection or review, and what of them an unfinished one can hold."""

from collections.abc import Mapping
from typing import Any

import click

from workjournal.cli.options import ANSWER, AUDIENCE, RATING, Command, member, option, several
from workjournal.cli.unfinished import MOST_LESSONS
from workjournal.domain.reflection import Depth

UNKEPT = ("asks", "share", "depth", "date")
"""What an unfinished reflection has no place for."""


def writing_options(command: Command) -> Command:
    """The options of what is written: answers, evidence, ratings, what it leaves, and whether it is finished."""
    options = (
        option(
            "--method", text="A method's key, or the name of one of your own; the one that fits if not given."
        ),
        several("--answer answers", ANSWER, "An answer to one of the method's prompts."),
        click.option("--answers", "file", metavar="FILE|-", help="A JSON object of prompt and answer."),
        option("--evidence", text="What there is to point at: a figure, a link, what somebody said."),
        click.option(
            "--distanced/--plain", default=None, help="Ask as a colleague would see it, or plainly."
        ),
        option("--depth", member(*Depth), "How far it went, for you alone."),
        several("--lesson lessons", text="A lesson it leaves."),
        several("--action actions", text="Something you will do."),
        several("--ask asks", text="Something to ask of your manager."),
        several("--share", AUDIENCE, "Tick the lessons, actions and asks it leaves for an audience."),
        option("--decision-quality", RATING, "How good the decision was, as it could be known then."),
        option("--outcome-quality", RATING, "How good the outcome was."),
        click.option("--draft", is_flag=True, help="Leave it unfinished; the next time goes on with it."),
        click.option(
            "--afresh",
            is_flag=True,
            help="Leave aside what was left unfinished; only a new draft replaces it.",
        ),
    )
    for each in reversed(options):
        command = each(command)
    return command


def unwritten(method: str) -> dict[str, Any]:
    """The options of `writing_options` as they are where only the method is given."""
    names = ("evidence", "distanced", "depth", "decision_quality", "outcome_quality", "date")
    lists = ("answers", "lessons", "actions", "asks", "share")
    return {
        "method": method,
        **dict.fromkeys(names),
        **dict.fromkeys(lists, ()),
        "draft": False,
        "afresh": False,
    }


def need_sense(given: Mapping[str, Any]) -> None:
    """Raises: click.UsageError for what an unfinished reflection cannot hold."""
    if not given["draft"]:
        return
    if any(given.get(name) for name in UNKEPT):
        raise click.UsageError(
            "--ask, --share, --depth and --date are given when it is finished, not with --draft."
        )
    if len(given["lessons"]) > MOST_LESSONS or len(given["actions"]) > 1:
        raise click.UsageError("--draft holds three lessons and one action at most.")
