"""The rows of a pack's contents: each section with its things, in the words of the screen."""

import datetime as dt
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from workjournal.charts import FOR_PACKS
from workjournal.domain.pack import SECTIONS, Section
from workjournal.journal.pack_items import PackItem
from workjournal.journal.packs import MOST_CHARTS, PackOffer
from workjournal.ui.parts.pack_draft import PackDraft
from workjournal.ui.widgets.pack_line_model import PackLine

GROWTH = "growth"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def pack_lines(draft: PackDraft, offer: PackOffer, charts: Sequence[str]) -> list[PackLine]:
    """Every section of a pack; a thing is ticked as the draft has it, a chart as the journal prefers it."""
    lines = []
    for section in SECTIONS:
        items = [item for item in offer.items if item.section == section.key]
        rows = _charts(charts) if section.key == GROWTH else tuple(_row(item, draft) for item in items)
        included = section.key not in draft.left_out
        note = _note(section, rows, _typed(section.key, draft)) if included else _tr("Left out")
        lines.append(PackLine(section.key, section.heading, note, ticked=included, rows=rows))
    return lines


def _charts(ticked: Sequence[str]) -> tuple[PackLine, ...]:
    room = len(ticked) < MOST_CHARTS
    return tuple(
        PackLine(chart.key, chart.title, ticked=chart.key in ticked, enabled=room or chart.key in ticked)
        for chart in FOR_PACKS
    )


def _row(item: PackItem, draft: PackDraft) -> PackLine:
    return PackLine(str(item.id), item.title, _dated(item.note), ticked=draft.has(item))


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

    def day(found: re.Match[str]) -> str:
        which = dt.date.fromisoformat(found.group())
        return QLocale().toString(QDate(which.year, which.month, which.day), "d MMM yyyy")

    return _DAY.sub(day, note)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PackScreen", text)
