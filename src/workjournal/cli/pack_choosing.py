"""From the options of `pack` to a choice: what is wrong with them is told before a passphrase is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import click

from workjournal.cli import naming
from workjournal.cli.opening import STANDARD_INPUT, Opening
from workjournal.cli.options import Value, need_order
from workjournal.cli.pack_ticks import read_ticks
from workjournal.domain.pack import Paper
from workjournal.errors import JournalError
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_items import EPISODES, PackItem
from workjournal.journal.packs import PackOffer
from workjournal.journal.preferences import LANGUAGE, PAPER

PDF, MARKDOWN, PLAIN = "pdf", "markdown", "text"
LANGUAGES = ("en", "de")
_OF_THE_PDF = {
    "paper": "--paper",
    "recipient": "--with",
    "password_file": "--password-file",
    "keep": "--keep",
}


class NothingToShow(JournalError):
    """There is nothing from {start} to {end} that a pack could hold. Nothing was written."""


@dataclass(frozen=True)
class Chosen:
    """What the options and the journal choose, out of what was offered."""

    choice: PackChoice
    offer: PackOffer


def one_of(*words: str) -> Value:
    """One of these words."""

    def read(word: str) -> str:
        if word not in words:
            raise click.BadParameter(f"{word!r} is not one of {', '.join(words)}.")
        return word

    return Value(read, f"[{'|'.join(words)}]")


def need_sense(given: Mapping[str, Any]) -> None:
    """Raises: click.UsageError for options that do not go together."""
    need_order(given["start"], given["end"])
    listed, checked = given["only_list"], given["only_check"]
    writes = not (listed or checked)
    to_output = str(given["output"]) == STANDARD_INPUT
    twice = given["items"] == STANDARD_INPUT == given["password_file"]
    wrong = {
        "Give one of --list and --check.": listed and checked,
        "--json goes with --list or --check.": given["as_json"] and writes,
        "Say with -o where to write it; --check and --list write nothing.": given["output"] is None
        and writes,
        "Give one of --items and --suggested.": given["suggested"] and given["items"] is not None,
        "-o - is for --format markdown and text. A PDF needs the name of a file.": given["form"] == PDF
        and to_output,
        "Standard input cannot give both the password and the items.": twice,
    }
    named = [option for name, option in _OF_THE_PDF.items() if given[name]] if given["form"] != PDF else []
    wrong[f"{', '.join(named)}: for the PDF alone, not for --format {given['form']}."] = bool(named)
    for message, so in wrong.items():
        if so:
            raise click.UsageError(message)


def begun(given: Mapping[str, Any]) -> PackChoice:
    """What can be said of the choice without the journal.

    Raises:
        UnknownSection, SectionTwice, TooManyCharts, UnknownChart, PrivateChart
        click.UsageError: a line or a chart would stand nowhere.
    """
    words = given["sections"]
    choice = PackChoice(
        start=given["start"],
        end=given["end"],
        audience=given["audience"],
        sections=None if words is None else tuple(word.strip() for word in words.split(",")),
        charts=tuple(dict.fromkeys(given["charts"])),
        asks=_lines(given["asks"]),
        commitments=_lines(given["commitments"]),
    )
    choice.check()
    for key in choice.charts:
        pack_charts.for_pack(key)
    placed = (("--ask", choice.asks, "asks"), ("--commit", choice.commitments, "commitments"))
    for option, filled, section in (*placed, ("--chart", choice.charts, "growth")):
        if filled and section not in choice.ordered:
            raise click.UsageError(f"{option} stands in the section {section}, which this pack has not.")
    return choice


def completed(journal: Journal, opening: Opening, choice: PackChoice, given: Mapping[str, Any]) -> Chosen:
    """The same with what the journal ticks, or what --items ticks instead.

    Raises:
        NothingToShow, NoSuchName, AmbiguousId; otherwise as `pack_ticks.read_ticks`.
    """
    people = [_person(journal, words) for words in given["people"]]
    choice = replace(
        choice,
        named=frozenset(people),
        paper=given["paper"] or Paper(journal.preferences.get(PAPER) or Paper.A4),
        language=given["language"] or journal.preferences.get(LANGUAGE) or LANGUAGES[0],
    )
    offer = journal.packs.offer(choice.start, choice.end, choice.audience)
    typed = choice.asks or choice.commitments
    if not (given["only_list"] or offer.items or typed or _has_ratings(journal, choice)):
        raise NothingToShow(start=choice.start, end=choice.end)
    if given["items"] is not None:
        return Chosen(_with_items(journal, opening, choice, offer, given["items"]), offer)
    if offer.suggested and not given["suggested"]:
        return Chosen(choice, offer)
    items = frozenset(item.id for item in could_hold(choice, offer) if item.ticked)
    return Chosen(replace(choice, items=items, charts=_charts(journal, choice)), offer)


def could_hold(choice: PackChoice, offer: PackOffer) -> tuple[PackItem, ...]:
    """The offered things that stand somewhere in the chosen sections: an episode also where there is evidence."""
    sections = {*choice.ordered, *(EPISODES.values() if "evidence" in choice.ordered else ())}
    return tuple(item for item in offer.items if item.section in sections)


def _with_items(
    journal: Journal, opening: Opening, choice: PackChoice, offer: PackOffer, word: str
) -> PackChoice:
    """Only what was named; of the charts, too."""
    fields = journal.packs.every_field(choice)
    shown = frozenset(item.id for item in could_hold(choice, offer))
    ticks = read_ticks(opening, word, offer.items, shown, fields)
    return replace(choice, items=ticks.items, pictures=ticks.pictures, wordings=ticks.wordings)


def _charts(journal: Journal, choice: PackChoice) -> tuple[str, ...]:
    """Those named, or else those ticked in the window, where the pack has a place for them."""
    if "growth" not in choice.ordered:
        return ()
    return choice.charts or pack_charts.ticked(journal.preferences)


def _has_ratings(journal: Journal, choice: PackChoice) -> bool:
    return any(section.table for section in journal.packs.compose(choice).sections)


def _person(journal: Journal, words: str) -> UUID:
    return naming.find(journal.people, journal.people.all, words, "label list --kind person").id


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())
