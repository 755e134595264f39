"""What the tests of shared packs have in common: packs in the journal, and the screen with one of them."""

import datetime as dt
import hashlib
import io
from uuid import UUID

import pikepdf

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Pack
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.screens.shared_packs import SharedPacksScreen
from workjournal.ui.widgets.row_list import Row, RowList

DAY = dt.date(2026, 11, 17)
"""Two days before the tests' today."""


def pdf() -> bytes:
    """Two empty pages."""
    made, written = pikepdf.new(), io.BytesIO()
    for _ in range(2):
        made.add_blank_page()
    made.save(written)
    return written.getvalue()


def kept(
    journal: Journal, day: dt.date = DAY, audience: Audience = Audience.MANAGER, **fields: object
) -> UUID:
    """A pack that was shared on a day."""
    pack = Pack(date=day, audience=audience, period_start=dt.date(2026, 9, 1), period_end=day)
    pack.sections = [section.key for section in SECTIONS[audience]]
    pack.sha256 = hashlib.sha256(b"%PDF").hexdigest()
    for name, value in fields.items():
        setattr(pack, name, value)
    return journal.meetings.save(pack).id


def shown(screen: SharedPacksScreen, what: object = None) -> SharedPacksScreen:
    """As the workspace brings it up."""
    screen.renew()
    screen.arrive(what)
    tasks.wait_all()
    return screen


def rows(found: RowList) -> list[tuple[str, str]]:
    """Titles and second lines; of a heading the second is empty."""
    return [(row.title, row.second) for row in found.rows() if isinstance(row, Row)]


def row_id(found: RowList, title: str) -> object:
    """The id of the row of that title."""
    return next(row.id for row in found.rows() if isinstance(row, Row) and row.title == title)
