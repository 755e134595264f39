"""RedNotebook: its folder, or the ZIP that it makes as a backup: one YAML file a month, `2024-06.txt`.

A month is a mapping of days to what was written: "text" in txt2tags, and categories ("tags" in the window), each with
its entries or with none (rednotebook/storage.py and data.py in its source). A journal that a newer version has opened
is in Markdown, and its `journal.cfg` says so (rednotebook/util/migration.py).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workjournal.importers.importer import Asked, Importer, NotThisFormat, Setting, SettingRefused
from workjournal.importers.item import Given, Note, Trouble, Weight
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.rednotebook.day import Journal, day
from workjournal.importers.rednotebook.month import days
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import SourceUnreadable, Tree, beginning, shown, text
from workjournal.importers.unread import note_of_unread

_MONTH = re.compile(r"(\d{4})-(\d{2})\.txt")
_SET_ASIDE = re.compile(r"\d{4}-\d{2}[._].*\.txt|RedNotebook-Backup.*\.zip")
_OWN = re.compile(r"(?:.*/)?(?:(?:templates|tmp)/.*|[^/]*\.(?:cfg|log)|fileloc)", re.DOTALL)
"""What RedNotebook keeps beside: settings, templates, a log (rednotebook/util/dates.py and configuration.py)."""
_DAYS = re.compile(rb"\s*(?:#[^\n]*\n\s*|---\s*)*(?:\{|['\"]?\d{1,2}['\"]?\s*:)")
_LOOKED_AT = 12
_MARKUP = "markup"
_MARKUP_SAID = re.compile(r"^\s*markup\s*=\s*(\S+)", re.MULTILINE)
_UNTOLD = "Markdown has no sign for the colour of words and the width of pictures: both were left out."


@dataclass(frozen=True)
class _Month:
    name: str
    folder: str
    year: int
    number: int


def _accepts(tree: Tree) -> bool:
    months = _months(tree)[:_LOOKED_AT]
    return any(_DAYS.match(_start(tree, month.name)) for month in months)


def _start(tree: Tree, name: str) -> bytes:
    return beginning(tree, name).removeprefix(b"\xef\xbb\xbf")


def _months(tree: Tree) -> list[_Month]:
    found = []
    for name in tree.names():
        folder, _, last = name.rpartition("/")
        parts = _MONTH.fullmatch(last)
        if parts:
            found.append(_Month(name, folder, int(parts[1]), int(parts[2])))
    return found


def _read(tree: Tree, asked: Asked) -> Iterator[Given]:
    markup = asked.setting(_MARKUP).lower()
    if markup not in {"", "txt2tags", "markdown"}:
        raise SettingRefused(setting="Markup", value=shown(markup), reason="it is txt2tags or markdown")
    months = _months(tree)
    if not months:
        raise NotThisFormat(
            name=tree.name, format="RedNotebook", reason="there is no file like 2024-06.txt in it"
        )
    own = {month.name for month in months}
    known = LinkedFiles(tree, [name for name in tree.names() if name not in own])
    journals: dict[str, Journal] = {}
    for month in months:
        if month.folder not in journals:
            said = markup or _markup_of(tree, month.folder)
            journals[month.folder] = Journal(known, month.folder, is_markdown=said != "txt2tags")
            if said != "txt2tags" and not markup:
                yield Note(
                    f"By its journal.cfg it is written in {shown(said)}: its texts were taken as they are."
                )
        yield from _entries(tree, month, journals[month.folder])
    if any(journal.has_untold for journal in journals.values()):
        yield Note(_UNTOLD)
    yield from _others(tree, own | known.used)


def _markup_of(tree: Tree, folder: str) -> str:
    name = f"{folder}/journal.cfg" if folder else "journal.cfg"
    if name not in tree.names():
        return "txt2tags"
    try:
        said = _MARKUP_SAID.search(text(tree, name))
    except SourceUnreadable:
        return "txt2tags"
    return said[1].lower() if said else "txt2tags"


def _entries(tree: Tree, month: _Month, journal: Journal) -> Iterator[Given]:
    place = shown(month.name)
    try:
        found = list(days(text(tree, month.name)))
    except (NotReadable, SourceUnreadable) as error:
        reason = error.fields["reason"] if isinstance(error, SourceUnreadable) else error
        yield Trouble(place, f"The month was not read: {reason}.")
        return
    for key, said in found:
        here = f"{place}, day {shown(str(key))}"
        date = _date(month, key)
        if isinstance(said, NotReadable):
            yield Trouble(here, f"The day was not read: {said}.")
        elif date is None:
            yield Trouble(here, f"There is no such day in {month.year:04}-{month.number:02}.")
        else:
            yield from day(here, date, said, journal)


def _date(month: _Month, key: Any) -> dt.date | None:
    try:
        return None if isinstance(key, bool) else dt.date(month.year, month.number, int(str(key)))
    except (ValueError, OverflowError):
        return None


def _others(tree: Tree, used: set[str]) -> Iterator[Given]:
    others = []
    for name in (name for name in tree.names() if name not in used):
        last = name.rpartition("/")[2]
        if _SET_ASIDE.fullmatch(last):
            yield Trouble(
                shown(name), "It is a copy that RedNotebook set aside and was not read.", Weight.LEFT_OUT
            )
        elif not _OWN.fullmatch(name):
            others.append(name)
    yield from note_of_unread(others, REDNOTEBOOK.title)


REDNOTEBOOK = Importer(
    key="rednotebook",
    title="RedNotebook",
    about="Its folder with a file for each month, or a backup of it as ZIP.",
    accepts=_accepts,
    read=_read,
    settings=(
        Setting(
            _MARKUP,
            "Markup",
            "What the texts are written in: txt2tags, or markdown where a newer version has changed them.",
        ),
    ),
)
