"""Reflection methods in the terminal: those that are shipped, and one's own."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

import click

from workjournal.cli import records
from workjournal.cli.jsonfile import need, read_object, text_of
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json, option
from workjournal.cli.printing import print_fields, print_json, safe
from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Method, Part, Prompt
from workjournal.domain.own_method import OwnMethod, new_key
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal

SHOWN = ("key", "offered", "source", "caution", "basis", "edition")
"""What `method show --json` tells as well, so that its output can be changed and given back."""
EXAMPLE = '{"name": "Friday", "prompts": [{"text": "What surprised me?"}]}'


class Shipped(JournalError):
    """The method {key} comes with the program and stays as it is. `workjournal method copy {key} --name NAME` makes one of your own."""


class BadField(JournalError):
    """{file}, {place}: there is no such field. There are: {known}."""


class BadPart(JournalError):
    """{file}, {place}: "{part}" is no part. There are: {known}."""


class BadKey(JournalError):
    """{file}, {place}: a key is one word of letters, digits and _, and no two prompts have the same; this is "{key}"."""


@click.command("methods", epilog="Example: workjournal methods")
@click.option("--own", is_flag=True, help="Your own too; opens the journal.")
@as_json
@click.pass_obj
def methods(opening: Opening, *, own: bool, as_json: bool) -> None:
    """List the reflection methods and their prompts."""
    mine: list[OwnMethod] = []
    if own:
        with opening.journal() as journal:
            mine = journal.methods.own()
    if as_json:
        shipped = [records.method(each) for each in METHODS]
        print_json([*shipped, *(records.method(each.as_method(), each) for each in mine)])
        return
    for each in (*METHODS, *(one.as_method() for one in mine)):
        click.echo(f"{each.key}  {safe(each.name)}")
        for prompt in each.prompts:
            click.echo(f"  {safe(prompt.key)}: {safe(prompt.text)}")


@click.group("method")
def method() -> None:
    """Show one reflection method; make and change methods of your own."""


@method.command("show", epilog="Example: workjournal method show gibbs")
@click.argument("key", metavar="KEY")
@as_json
@click.pass_obj
def show(opening: Opening, key: str, *, as_json: bool) -> None:
    """Show a method with its prompts, when it is worth using, and what it rests on.

    KEY is the key of one that is shipped, or the name or id of your own.
    """
    found, own = _found(opening, key)
    if as_json:
        print_json(records.method(found, own))
    else:
        print_method(found, own)


def print_method(found: Method, own: OwnMethod | None) -> None:
    """A method for a reader."""
    rows = [
        ("Method", found.name),
        ("Key", found.key),
        ("Edition", str(own.edition) if own else ""),
        ("Copied from", own.basis if own else ""),
        ("Worth it", found.offered),
        ("Careful", found.caution),
    ]
    print_fields([*rows, ("Rests on", found.source)])
    for place, prompt in enumerate(found.prompts, start=1):
        click.echo(f"\n{place} of {len(found.prompts)}  {safe(prompt.key)}: {safe(prompt.text)}")
        if prompt.hint:
            click.echo(f"  {safe(prompt.hint)}")


@method.command("copy", epilog="Example: workjournal method copy aar-short --name 'Friday'")
@click.argument("key", metavar="KEY")
@option("--name", text="What yours is called.", required=True)
@click.pass_obj
def copy(opening: Opening, key: str, name: str) -> None:
    """Make a method of your own out of another one.

    Prints its id.
    """
    with opening.journal() as journal:
        click.echo(journal.methods.copy(key, name).id)


@method.command("edit", epilog="Example: workjournal method edit Friday --file friday.json")
@click.argument("method_id", metavar="ID")
@option("--name", text="Another name.")
@option("--file", text="A JSON object of name and prompts, as `show --json` prints it; - is standard input.")
@click.pass_obj
def edit(opening: Opening, method_id: str, name: str | None, file: str | None) -> None:
    """Change the name or the prompts of a method of your own.

    A prompt has a "text", and may have a "key", a "hint" and a "part" (observation, interpretation, next, other). What
    is not named stays as it is. A reflection keeps the prompts it was asked. Prints the id.
    """
    if (name is None) == (file is None):
        raise click.UsageError("Give --name or --file.")
    source, content = ("--name", {"name": name}) if file is None else read_object(opening, file, EXAMPLE)
    _need_fields(content, ("name", "prompts"), source, "the object", also=SHOWN)
    with opening.journal() as journal:
        found = _own(journal, method_id)
        called = text_of(content.get("name", found.name), source, '"name"')
        prompts = found.prompts if "prompts" not in content else _prompts(content["prompts"], source, found)
        fields = [asdict(prompt) for prompt in prompts]
        click.echo(journal.methods.change(UUID(found.key), called, fields).id)


def _found(opening: Opening, key: str) -> tuple[Method, OwnMethod | None]:
    """A shipped method needs no journal."""
    shipped = next((each for each in METHODS if each.key == key), None)
    if shipped is not None:
        return shipped, None
    with opening.journal() as journal:
        found = journal.methods.find(key)
        return found, journal.methods.get(UUID(found.key))


def _own(journal: Journal, words: str) -> Method:
    found = journal.methods.find(words)
    if found in METHODS:
        raise Shipped(key=found.key)
    return found


def _prompts(given: object, file: str, before: Method) -> tuple[Prompt, ...]:
    """The prompts of a file; what one of them does not say is as it was under its key."""
    need(list, given, file, '"prompts"')
    assert isinstance(given, list)
    known = {prompt.key: prompt for prompt in before.prompts}
    made: list[Prompt] = []
    for number, fields in enumerate(given, start=1):
        place = f"prompt {number}"
        need(dict, fields, file, place)
        made.append(_prompt(fields, file, place, known, {prompt.key for prompt in made}))
    return tuple(made)


def _prompt(
    fields: dict[str, Any], file: str, place: str, known: Mapping[str, Prompt], taken: set[str]
) -> Prompt:
    _need_fields(fields, tuple(Prompt.__dataclass_fields__), file, place)
    texts = {
        name: text_of(value, file, f'{place}, "{name}"')
        for name, value in fields.items()
        if name != "commits"
    }
    key = texts.get("key") or new_key(texts.get("text", ""), taken | known.keys())
    if not key.isidentifier() or key in taken:
        raise BadKey(file=file, place=place, key=key)
    before = asdict(known.get(key, Prompt(key, "")))
    commits = fields.get("commits", before["commits"])
    need(bool, commits, file, f'{place}, "commits"')
    part = texts.get("part", before["part"])
    if part not in set(Part):
        raise BadPart(file=file, place=place, part=part, known=", ".join(Part))
    return Prompt(**{**before, **texts, "key": key, "part": Part(part), "commits": commits})


def _need_fields(
    found: Mapping[str, Any], known: tuple[str, ...], file: str, place: str, *, also: tuple[str, ...] = ()
) -> None:
    """Raises: BadField, so that a slip of the pen is not passed over."""
    for name in found:
        if name not in {*known, *also}:
            raise BadField(file=file, place=f'{place}, "{name}"', known=", ".join(known))
