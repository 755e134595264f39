"""Tags, skills and people in the terminal: listed with their use, renamed, put away without losing a text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

import click

from workjournal.cli import naming, prompting
from workjournal.cli.naming import NoSuchName
from workjournal.cli.opening import Opening
from workjournal.cli.options import Value, as_json, option
from workjournal.cli.printing import counted, note, print_json, print_table, safe, short
from workjournal.domain.label import Person, Skill, Tag
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.label_use import LabelInUse
from workjournal.journal.labels import Labels

KINDS: dict[str, Callable[[Journal], Labels[Any]]] = {
    "tag": lambda journal: journal.tags,
    "skill": lambda journal: journal.skills,
    "person": lambda journal: journal.people,
}


class SayWhat(JournalError):
    """{problem} --into NAME puts another one in its place; --take-off takes it off all that."""


class SeveralKinds(JournalError):
    """{name} is the name of more than one: {kinds}. --kind says which is meant."""


def _kind(word: str) -> str:
    if word not in KINDS:
        raise click.BadParameter(f"{word!r} is not one of {', '.join(KINDS)}.")
    return word


KIND = Value(_kind, f"[{'|'.join(KINDS)}]")


@dataclass(frozen=True)
class Found:
    """A label, its kind, and the service it belongs to."""

    kind: str
    service: Labels[Any]
    label: Tag | Skill | Person


@click.group("label")
def label() -> None:
    """List, rename and put away tags, skills and people."""


@label.command("list", epilog="Example: workjournal label list --kind person")
@option("--kind", KIND, "Only tags, skills or people.")
@as_json
@click.pass_obj
def list_labels(opening: Opening, kind: str | None, *, as_json: bool) -> None:
    """List tags, skills and people with what has them."""
    with opening.journal() as journal:
        found = [
            (name, each, service(journal).usage(each.id))
            for name, service in KINDS.items()
            if kind in {None, name}
            for each in service(journal).all()
        ]
    if as_json:
        print_json(
            [{"id": str(each.id), "kind": name, "name": each.name, "usage": use} for name, each, use in found]
        )
    elif not found:
        note("No tags, skills or people here yet; episodes bring them.")
    else:
        rows = [(short(each.id), name, counted(use) or "–", each.name) for name, each, use in found]
        print_table(("Id", "Kind", "Used in", "Name"), rows)


@label.command("rename", epilog="Example: workjournal label rename Planing Planning --kind skill")
@click.argument("label_name", metavar="NAME")
@click.argument("new_name", metavar="NEW")
@option("--kind", KIND, "Which is meant, where the name alone does not tell.")
@click.pass_obj
def rename(opening: Opening, label_name: str, new_name: str, kind: str | None) -> None:
    """Give a tag, skill or person another name, wherever it stands.

    NAME is its name or id. Texts that mention it stay as they are. Prints the id.
    """
    with opening.journal() as journal:
        found = _find(journal, label_name, kind)
        found.label.name = new_name
        click.echo(found.service.save(found.label).id)


@label.command("delete", epilog="Example: workjournal label delete Planing --kind skill --into Planning")
@click.argument("label_name", metavar="NAME")
@option("--kind", KIND, "Which is meant, where the name alone does not tell.")
@option("--into", text="The name or id of the one to stand in its place.")
@click.option("--take-off", is_flag=True, help="Take it off all that has it.")
@click.pass_obj
def delete(opening: Opening, label_name: str, kind: str | None, into: str | None, *, take_off: bool) -> None:
    """Put a tag, skill or person into the trash.

    One in use needs --into or --take-off; at a terminal it is asked what to do. No text is touched, and `untrash` puts it
    back on all it was on. Prints the id.
    """
    if into is not None and take_off:
        raise click.UsageError("Give one of --into and --take-off.")
    with opening.journal() as journal:
        found = _find(journal, label_name, kind)
        if into is None and not take_off:
            done = _without_use(found)
            if not done:
                into = _asked(found)
        else:
            done = False
        if not done:
            other = _find(journal, into, found.kind).label if into else None
            found.service.put_away(found.label.id, other.id if other else None)
            if other is not None:
                note(f"{safe(other.name)} stands in its place, and stays there when it is taken out again.")
        click.echo(found.label.id)
    note(f"Undo: workjournal untrash {short(found.label.id)}")


def _without_use(found: Found) -> bool:
    """Put it away if nothing has it; whether that was so.

    Raises:
        SayWhat: something has it, and nobody can be asked.
    """
    try:
        found.service.trash(found.label.id)
    except LabelInUse as problem:
        if not prompting.is_there():
            raise SayWhat(problem=problem) from None
        return False
    return True


def _asked(found: Found) -> str | None:
    """The name of the one to stand in its place; None where it is to be taken off."""
    note(f"{safe(found.label.name)} is in use: {counted(found.service.usage(found.label.id))}.")
    choice: Literal["i", "t"] | None = None
    try:
        while choice is None:
            choice = prompting.ask_value(
                "What is to be done?",
                "i puts another one in its place, t takes it off all that; Control-C leaves it as it is",
                _choice,
            )
        name = "" if choice == "i" else None
        while name == "":
            name = prompting.ask_line("Which one?", "Its name")
    except prompting.LeftOff as left:
        raise (left.cause or click.Abort()) from None
    return name


def _choice(word: str) -> Literal["i", "t"]:
    first = word[:1].casefold()
    if first == "i":
        return "i"
    if first == "t":
        return "t"
    raise click.BadParameter("Type i or t.")


def _find(journal: Journal, words: str, kind: str | None) -> Found:
    """The label of that name or id.

    Raises:
        NoSuchName, SeveralKinds, AmbiguousId
    """
    every = list(_everywhere(journal, words, kind))
    if not every:
        raise NoSuchName(noun=kind or "tag, skill or person", name=words[:40], command="label list")
    if len(every) > 1:
        raise SeveralKinds(name=every[0].label.name, kinds=", ".join(each.kind for each in every))
    return every[0]


def _everywhere(journal: Journal, words: str, kind: str | None) -> Iterable[Found]:
    for name, service in KINDS.items():
        if kind in {None, name}:
            labels = service(journal)
            try:
                yield Found(name, labels, naming.find(labels, labels.all, words, "label list"))
            except NoSuchName:
                continue
