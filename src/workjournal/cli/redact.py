"""The redaction list in the terminal: words of an employer, and what a portfolio has instead."""

import click

from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json, option
from workjournal.cli.printing import note, print_json, print_table
from workjournal.domain.redactions import BLANK, Redaction, Redactions
from workjournal.errors import JournalError
from workjournal.journal.redacting import redact as keep
from workjournal.journal.redacting import redactions


class NotListed(JournalError):
    """The words "{words}" are not on the list. `workjournal redact` shows it."""


@click.command("redact", epilog="Example: workjournal redact 'Project Heron' --instead 'a new scanner'")
@click.argument("words", required=False)
@option("--instead", text="What is read in their place; … if not given.")
@click.option("--remove", is_flag=True, help="Take the words off the list.")
@as_json
@click.pass_obj
def redact(opening: Opening, words: str | None, instead: str | None, *, remove: bool, as_json: bool) -> None:
    """List, add and remove words that no portfolio shows: those of an employer.

    WORDS are replaced in a pack for the next job, in any case and wherever they stand; the journal keeps them. Words
    that are listed already get the new --instead. The list is printed as it is then.
    """
    if words is None and (instead is not None or remove):
        raise click.UsageError("Say which WORDS.")
    if instead is not None and remove:
        raise click.UsageError("Give one of --instead and --remove.")
    with opening.journal() as journal:
        listed = redactions(journal.preferences)
        if words is not None:
            listed = _without(listed, words) if remove else _with(listed, words, instead)
            keep(journal.preferences, listed)
    if as_json:
        print_json([each.fields() for each in listed])
    elif listed:
        print_table(("Words", "Instead"), [(each.words, each.instead or BLANK) for each in listed])
    else:
        note("No words are replaced in a portfolio; `workjournal redact WORDS` lists some.")


def _with(listed: tuple[Redaction, ...], words: str, instead: str | None) -> tuple[Redaction, ...]:
    """The list with these words, in the place they had."""
    known = [_is(each, words) for each in listed]
    if not any(known):
        return (*listed, Redaction(" ".join(words.split()), instead or ""))
    return tuple(
        Redaction(each.words, each.instead if instead is None else instead) if found else each
        for each, found in zip(listed, known, strict=True)
    )


def _without(listed: tuple[Redaction, ...], words: str) -> tuple[Redaction, ...]:
    """Raises: NotListed."""
    left = tuple(each for each in listed if not _is(each, words))
    if len(left) == len(listed):
        raise NotListed(words=words)
    return left


def _is(listed: Redaction, words: str) -> bool:
    """Whether they are the same words, however they are written."""
    return Redactions([listed]).words == Redactions([Redaction(words)]).words
