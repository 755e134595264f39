"""Quick capture in the terminal: the same signs and days in a text as in the window."""

import datetime as dt
import os

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import Value, as_json, option, several
from workjournal.cli.printing import note, print_json, safe
from workjournal.domain import date_phrases
from workjournal.domain.capture import Captured, Recognised, recognise


def _language(word: str) -> str:
    if word not in date_phrases.LANGUAGES:
        raise click.BadParameter(f"{word!r} is not one of {', '.join(date_phrases.LANGUAGES)}.")
    return word


_LANGUAGE = Value(_language, f"[{'|'.join(date_phrases.LANGUAGES)}]")


@click.command(
    "capture",
    epilog="Example: workjournal capture 'Agreed the outcome with @Priya yesterday 16:00 #planning'",
)
@click.argument("text")
@option(
    "--language",
    _LANGUAGE,
    "Of days and times in the text; this terminal's if not given.",
)
@several("--as-text refused", text="Words of the text that are nothing but text, such as #1 or yesterday.")
@as_json
@click.pass_obj
def capture(
    opening: Opening, /, *, text: str, language: str | None, refused: tuple[str, ...], as_json: bool
) -> None:
    """Record something in one sentence, with what is named in it.

    #tag, @person, +skill, !kind, ~goal; a name of several words in quotes: #"two words". A past day and a time of day
    are understood: yesterday 16:00, last Friday, 3 March. The text is kept as it is; - reads it from standard input.
    Prints the new id.
    """
    text = opening.text(text)
    with opening.journal() as journal:
        captured = recognise(
            text, journal.capturing.known(), journal.now(), language or _own_language(), refused=refused
        )
        episode = journal.capturing.keep(captured)
        if as_json:
            (record,) = records.episodes(journal, [episode])
            print_json(
                {**record, "recognised": [_told(captured, place) for place in range(len(captured.parts))]}
            )
            return
    click.echo(episode.id)
    if captured.parts:
        found = ", ".join(f"{one.part.value} {safe(one.name or _value(one))}" for one in captured.parts)
        note(f"Recognised: {found}. With --as-text WORDS they are only text.")


def _told(captured: Captured, place: int) -> dict[str, str]:
    one = captured.parts[place]
    value = _value(one) if one.name == "" or one.part.value == "kind" else one.name
    return {"what": one.part.value, "typed": one.typed, "value": value}


def _value(one: Recognised) -> str:
    return one.value.isoformat("minutes") if isinstance(one.value, dt.time) else str(one.value)


def _own_language() -> str:
    """The language of this terminal, as far as its days are known; else English."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        if set_ := os.environ.get(name):
            spoken = set_.split("_")[0].split(".")[0].lower()
            return spoken if spoken in date_phrases.LANGUAGES else "en"
    return "en"
