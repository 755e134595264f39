"""The rows of a pack's contents: each section with its things, in the words of the screen."""

import datetime as dt
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from workjournal.charts import FOR_PACKS
from workjournal.domain.pack import Section
from workjournal.journal.pack_choice import MOST_CHARTS
from workjournal.journal.pack_items import PackItem
from workjournal.journal.packs import PackOffer
from workjournal.ui import words
from workjournal.ui.parts.pack_draft import PackDraft
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.pack_line_model import PackLine

GROWTH = "growth"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def pack_lines(draft: PackDraft, offer: PackOffer, charts: Sequence[str], today: dt.date) -> list[PackLine]:
    """Every section of a pack; a thing is ticked as the draft has it, a chart as the journal prefers it."""
    lines = []
    for section in draft.sections():
        items = [item for item in offer.items if item.section == section.key]
        rows = _charts(charts) if section.key == GROWTH else tuple(_row(item, draft, today) for item in items)
        included = section.key not in draft.one.left_out
        note = _note(section, rows, _typed(section.key, draft)) if included else _tr("Left out")
        lines.append(PackLine(section.key, section.heading, note, ticked=included, rows=rows))
    return lines


def _charts(ticked: Sequence[str]) -> tuple[PackLine, ...]:
    room = len(ticked) < MOST_CHARTS
    return tuple(
        PackLine(chart.key, chart.title, ticked=chart.key in ticked, enabled=room or chart.key in ticked)
        for chart in FOR_PACKS
    )


def _row(item: PackItem, draft: PackDraft, today: dt.date) -> PackLine:
    ticked = draft.has(item)
    marks = _marks(item, draft, today, ticked=ticked)
    warns = ticked and item.changed_since
    note = _dated(item.note)
    return PackLine(str(item.id), item.title, note, marks, warns=warns, opens=True, ticked=ticked)


def _marks(item: PackItem, draft: PackDraft, today: dt.date, *, ticked: bool) -> str:
    """What should be known of a thing before it is told."""
    marks = []
    if item.told is not None:
        form = "d MMMM" if item.told.year == today.year else "d MMMM yyyy"
        marks.append(_tr("told on {day}").format(day=words.dated(item.told, form)))
    if item.changed_since:
        marks.append(_tr("reworded, journal changed since"))
    elif item.reworded:
        marks.append(_tr("reworded"))
    if ticked and item.pictures:
        shown = sum(str(picture) in draft.one.pictures for picture, _ in item.pictures)
        marks.append(PLURALS.of_pictures(shown, len(item.pictures)))
    return " · ".join(marks)


def _typed(section: str, draft: PackDraft) -> int:
    lines = {"asks": draft.ask_lines, "commitments": draft.commitment_lines}
    return len(lines[section]()) if section in lines else 0


def _note(section: Section, rows: Sequence[PackLine], typed: int) -> str:
    chosen = sum(row.ticked for row in rows)
    parts = []
    if rows:
        parts.append(_tr("{chosen} of {offered} chosen").format(chosen=chosen, offered=len(rows)))
    if typed:
        parts.append(_tr("{count} typed").format(count=typed))
    return ", ".join(parts) or section.holds


def _dated(note: str) -> str:
    """The note with its days as the locale writes them."""
    return _DAY.sub(lambda found: words.dated(dt.date.fromisoformat(found.group()), "d MMM yyyy"), note)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PackScreen", text)
