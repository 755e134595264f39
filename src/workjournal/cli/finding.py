"""Finding in the terminal: a query as it is typed in the window, and the searches that were saved."""

from typing import Any

import click

from workjournal.cli.opening import Opening
from workjournal.cli.options import Value, as_json, limit, option
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.domain.query import FILTERS, Query
from workjournal.journal.journal import Journal
from workjournal.journal.search import COUNTED, Found, Hit

_NAME = Value(str, "NAME")
_UNKNOWN = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""A word that begins with a minus is left out of the search, and no option."""


@click.command(
    "find",
    context_settings=_UNKNOWN,
    epilog="Example: workjournal find 'harbour \"capacity plan\" deleg* -rota kind:challenge from:2026-01'",
)
@click.argument("words", metavar="[QUERY]...", nargs=-1)
@click.option("--ranked", is_flag=True, help="The best fitting first, not the newest.")
@limit
@option("--named", _NAME, "Find what the saved search of this name finds.")
@option("--save", _NAME, "Save the query under this name.")
@click.option("--saved", is_flag=True, help="List the saved searches.")
@click.option("--rename", nargs=2, metavar="NAME NEW", help="Give a saved search another name.")
@option("--drop", _NAME, "Forget the saved search of this name.")
@as_json
@click.pass_obj
def find(opening: Opening, /, words: tuple[str, ...], *, limit: int, as_json: bool, **asked: Any) -> None:
    """Find what was written, by words and filters; save a search.

    Every word and filter must hold; the newest come first.

    \b
    harbour route        both words, without regard to capitals and accents
    "capacity plan"      a phrase
    deleg*               how a word begins
    -rota  -"a phrase"   what must not be there
    kind:challenge       work, win, challenge, feedback, decision, learning; or
                         episode, reflection, lesson, goal, check-in, action,
                         attachment, pack and what else there is
    tag:x person:"Ada Holm" skill:x goal:x
    from:2026-01 to:2026-03-14 on:yesterday
    has:attachment       or reflection, link, note, goal, lesson
    is:unreflected       or shared, open, done

    A filter may have a minus too. Your shell takes quotation marks away: put the whole query in ' '.
    """  # noqa: D301 - \b is click's
    line = " ".join(words)
    _need_one(line, asked)
    with opening.journal() as journal:
        if asked["named"] is not None:
            line = journal.search.named(asked["named"]).query
        if asked["save"] is not None:
            journal.search.save(asked["save"], line)
        elif asked["rename"]:
            journal.search.rename(*asked["rename"])
        elif asked["drop"] is not None:
            journal.search.drop(asked["drop"])
        if asked["saved"] or asked["rename"] or asked["drop"] is not None:
            _print_saved(journal, as_json=as_json)
            return
        found = journal.search.find(line, limit=limit, newest_first=not asked["ranked"])
        if as_json:
            print_json([_record(hit) for hit in found.hits])
        elif found.hits:
            _print_hits(found)
        else:
            _print_none(journal, line, found.query)


def _need_one(line: str, asked: dict[str, Any]) -> None:
    """Raises: click.UsageError for nothing to do, or for things that exclude each other."""
    apart = [name for name in ("saved", "rename", "drop") if asked[name] not in {None, False}]
    about = [name for name in ("save", "named") if asked[name] is not None]
    if len(apart) > 1 or (apart and (line or about)):
        raise click.UsageError("Give one of QUERY, --named, --saved, --rename and --drop.")
    if len(about) == 2 or (asked["named"] is not None and line):
        raise click.UsageError("Give a QUERY or --named, and --save with a QUERY alone.")
    if not line.strip() and not apart and asked["named"] is None:
        raise click.UsageError("Say what to look for: workjournal find QUERY")


def _print_hits(found: Found) -> None:
    rows = [(short(hit.id), hit.date.isoformat(), hit.kind, _title(hit), hit.snippet) for hit in found.hits]
    print_table(("Id", "Date", "What", "Title", "Text"), rows)
    if found.is_more:
        note(f"{len(found.hits)} of more than {COUNTED:,}.")
    elif found.total > len(found.hits):
        note(f"{len(found.hits)} of {found.total}; --limit {found.total} shows all.")


def _title(hit: Hit) -> str:
    return f"{hit.of}: {hit.title}" if hit.of and hit.title else hit.of or hit.title


def _print_none(journal: Journal, line: str, query: Query) -> None:
    note("Nothing was found.")
    for name in query.strange:
        known = ", ".join(f"{each}:" for each in FILTERS)
        note(f"“{name}:” is no filter, so it was looked for as a word. There are {known}.")
    close = journal.search.suggest(line)
    if close is not None:
        for word, others in close.instead.items():
            note(f"There is no “{word}”. Did you mean {' or '.join(others)}?")


def _print_saved(journal: Journal, *, as_json: bool) -> None:
    saved = journal.search.saved()
    if as_json:
        print_json([{"name": each.name, "query": each.query} for each in saved])
    elif saved:
        print_table(("Name", "Query"), [(each.name, each.query) for each in saved])
    else:
        note("No search is saved; `workjournal find QUERY --save NAME` saves one.")


def _record(hit: Hit) -> dict[str, Any]:
    return {
        "id": str(hit.id),
        "kind_of_thing": hit.kind,
        "title": hit.title,
        "date": hit.date.isoformat(),
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "opens": str(hit.opens),
        "opens_kind": hit.opens_kind,
        "of": hit.of,
    }
