"""What the palette asks of the journal at each letter, and how it shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from workjournal.domain.query import FILTERS
from workjournal.domain.query_line import values
from workjournal.journal.journal import Journal
from workjournal.journal.search import COUNTED, Hit
from workjournal.ui.commands import keys_of
from workjournal.ui.parts import search_words
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.palette_list import PaletteItem

_READ = 30
_SHOWN = {search_words.SECTIONS[0]: 5}
"""Rows of a section; of those not named here, `_FEW`."""
_FEW = 3


@dataclass(frozen=True)
class Looked:
    """The newest of each section, how many there are in all, and what to look for instead of nothing."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    instead: str = ""


def look(journal: Journal, line: str) -> Looked:
    """Look for a line whose last word may go on; what is shown of the hits is read here, off the GUI thread.

    Raises:
        as Search.find
    """
    found = journal.search.find(line, limit=_READ, typing=True)
    hits = list(found.hits)
    if found.total > len(hits) and not values(line, "kind"):
        # Many episodes must not hide the one lesson.
        others = journal.search.find(f"-kind:episode {line}", limit=_READ, typing=True).hits
        hits = [*(hit for hit in hits if hit.kind == "episode"), *others]
    chosen = [hit for heading in search_words.SECTIONS for hit in _of_section(hits, heading)]
    for hit in chosen:
        _ = hit.title, hit.snippet
    suggested = journal.search.suggest(line) if not found.total and not found.query.is_empty else None
    return Looked(tuple(chosen), found.total, suggested.line if suggested is not None else "")


def items(
    journal: Journal,
    line: str,
    looked: Looked,
    show: Callable[[Hit], object],
    show_all: Callable[[str], object],
) -> list[PaletteItem]:
    """The rows for what was found, under their headings."""
    if looked.instead:
        told = _tr("Did you mean {words}?").format(words=looked.instead)
        return [PaletteItem(_tr("Nothing found"), "search", told, line=looked.instead)]
    today = journal.today()
    made = [
        PaletteItem(
            search_words.section(search_words.section_of(hit.kind)),
            search_words.kind_icon(hit.kind),
            search_words.title(hit),
            ", ".join(
                part for part in (search_words.belongs(hit), search_words.day(hit.date, today)) if part
            ),
            run=partial(show, hit),
            second=hit.snippet if hit.marks else "",
            marks=hit.title_marks if hit.title else (),
            second_marks=hit.marks,
        )
        for hit in looked.hits
    ]
    if looked.total > len(made):
        told = _tr("Show all results, the best first")
        show_line = partial(show_all, line.strip())
        made.append(PaletteItem(_tr("Search"), "search", told, "", keys_of("Ctrl+Return"), show_line))
    return made


def why_nothing(strange: Sequence[str]) -> str:
    """What may be the reason that nothing was found; `strange` looks like filters and is none."""
    if not strange:
        return _tr("Perhaps it is written otherwise, or a filter leaves it out.")
    told = _tr("“{name}:” is no filter, so it was looked for as a word. There are {known}.")
    return told.format(name=strange[0], known=", ".join(f"{each}:" for each in FILTERS))


def counted(total: int) -> str:
    """How many were found, in words."""
    if total > COUNTED:
        return _tr("More than {count} found").format(count=QLocale().toString(COUNTED))
    return PLURALS.found(total)


def _of_section(hits: Sequence[Hit], heading: str) -> list[Hit]:
    return [hit for hit in hits if search_words.section_of(hit.kind) == heading][: _SHOWN.get(heading, _FEW)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchFound", text)
