"""jrnl, a journal for the command line (jrnl.sh): one text, a folder with a text a day, or what it exported."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from workjournal.importers import trees
from workjournal.importers.importer import (
    Asked,
    Importer,
    NotThisFormat,
    PassphraseNeeded,
    SettingRefused,
    WrongImportPassphrase,
)
from workjournal.importers.item import Given, Note, Trouble
from workjournal.importers.jrnl import entries, json_export
from workjournal.importers.jrnl.files import DAY, Found, accepts, found_in, visible
from workjournal.importers.jrnl.sealed import is_sealed, unsealed
from workjournal.importers.jrnl.settings import TAGSYMBOLS, TIMEFORMAT, Settings, settled
from workjournal.importers.limits import TooMuch
from workjournal.importers.texts import NotReadable, decoded
from workjournal.importers.trees import SourceUnreadable, Tree
from workjournal.importers.unread import note_of_unread

_TITLE = "jrnl"


@dataclass(frozen=True)
class _Reading:
    """One import under way."""

    tree: Tree
    asked: Asked
    settings: Settings


def _read(tree: Tree, asked: Asked) -> Iterator[Given]:
    settings, notes = settled(tree, asked)
    reading = _Reading(tree, asked, settings)
    name = trees.lone(tree)
    said: set[Note] = set()
    for given in chain(notes, _one(reading, Found(name, None)) if name else _all(reading)):
        if isinstance(given, Note):
            if given in said:
                continue
            said.add(given)
        yield given


def _all(reading: _Reading) -> Iterator[Given]:
    files = found_in(reading.tree, reading.settings)
    if not files:
        raise NotThisFormat(name=reading.tree.name, format=_TITLE, reason="there is no journal in it")
    if len(files) == 1:
        yield from _one(reading, files[0])
    else:
        for file in files:
            yield from _or_trouble(reading, file)
    read = {file.name for file in files}
    yield from note_of_unread((name for name in visible(reading.tree) if name not in read), _TITLE)


def _or_trouble(reading: _Reading, file: Found) -> Iterator[Given]:
    """What is in a file, or why it is not read: the others are."""
    try:
        yield from _one(reading, file)
    except (SourceUnreadable, NotThisFormat) as error:
        yield Trouble(trees.shown(file.name), f"It cannot be read: {error.fields['reason']}.")
    except TooMuch as error:
        yield Trouble(trees.shown(file.name), f"It is refused: {error.fields['what']}.")
    except PassphraseNeeded:
        yield Trouble(trees.shown(file.name), "It is encrypted. Import it once more with its passphrase.")
    except WrongImportPassphrase:
        yield Trouble(trees.shown(file.name), "The passphrase does not open it, or it was changed.")


def _one(reading: _Reading, file: Found) -> Iterator[Given]:
    content = trees.read(reading.tree, file.name)
    if is_sealed(content[: trees.BEGINNING], len(content), file.name):
        content = unsealed(content, file.name, reading.asked.passphrase)
    text = decoded(content)
    seen: Counter[str] = Counter()  # what is in two files is there once: the same journal in two formats
    try:
        if text.lstrip().startswith("{") and not DAY.fullmatch(file.name):
            yield from json_export.items(text, file.name, seen)
            return
    except NotReadable as error:
        raise NotThisFormat(name=file.name, format=_TITLE, reason=str(error)) from None
    nothing = True
    for given in _entries(text, reading, file, seen):
        nothing = nothing and isinstance(given, Note)
        yield given
    if nothing and (text.strip() or not file.day):
        reason = "there is no date in it, as jrnl writes one before each entry"
        raise NotThisFormat(name=file.name, format=_TITLE, reason=reason)


def _entries(text: str, reading: _Reading, file: Found, seen: Counter[str]) -> Iterator[Given]:
    settings = reading.settings.of(file.name)
    source = entries.Source(file.name, settings, file.day)
    try:
        yield from entries.items(text, source, seen)  # refuses before it gives anything
    except SettingRefused:
        if reading.tree.is_file:
            raise
        source = replace(source, settings=replace(settings, timeformat=None))
        yield from entries.items(text, source, seen)


JRNL = Importer(
    key="jrnl",
    title=_TITLE,
    about="A journal as text, also encrypted; a folder with a text for each day; or its JSON export.",
    accepts=accepts,
    read=_read,
    settings=(TIMEFORMAT, TAGSYMBOLS),
)
