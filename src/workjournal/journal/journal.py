"""An opened journal: every service, over one store."""

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from workjournal.journal.actions import Actions
from workjournal.journal.agenda import Agenda
from workjournal.journal.attaching import Attachments
from workjournal.journal.capturing import Capturing
from workjournal.journal.check_ins import CheckIns
from workjournal.journal.drafts import Drafts
from workjournal.journal.episode_bulk import EpisodeBulk
from workjournal.journal.episodes import Episodes
from workjournal.journal.evidence import Evidence
from workjournal.journal.goals import Goals
from workjournal.journal.labels import People, Skills, Tags
from workjournal.journal.lessons import Lessons
from workjournal.journal.matching import Matching
from workjournal.journal.measures import Changes, Measures, Readings
from workjournal.journal.meetings import Meetings
from workjournal.journal.merging import Merging
from workjournal.journal.methods import Methods
from workjournal.journal.preferences import Preferences
from workjournal.journal.profiles import Profiles
from workjournal.journal.pulses import Pulses
from workjournal.journal.recalls import Recalls
from workjournal.journal.reflections import Reflections
from workjournal.journal.reviews import Reviews
from workjournal.journal.revisions import Revisions
from workjournal.journal.search import Search
from workjournal.journal.skill_records import Credentials, Ratings
from workjournal.journal.spelling import Spelling
from workjournal.journal.text_templates import TextTemplates
from workjournal.journal.timeline import Timeline
from workjournal.journal.trash import Trash
from workjournal.journal.ways_in import WaysIn
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Listener, Store

if TYPE_CHECKING:
    from workjournal.journal.backups import Backups
    from workjournal.journal.checks.findings import Report as Checked
    from workjournal.journal.exports import Exports
    from workjournal.journal.growth import Growth
    from workjournal.journal.imports import Imports
    from workjournal.journal.packs import Packs
    from workjournal.journal.printing import Printing
    from workjournal.journal.rescuing import Rescued
    from workjournal.journal.upkeep import Health


class Journal:
    """All verbs, by noun. Close it, or use it in a `with`."""

    is_closed = False
    """Whether nothing may be asked of it any more, such as by a timer that still runs."""

    def __init__(self, folder: Path, store: Store, notices: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.notices = notices
        """What was noticed at opening that the user should know of, such as an older copy put in place."""
        self.health: Health | None = None
        self.checked: Checked | None = None
        """What the last looking after, and the last check, found since it was opened."""
        self._store = store
        self.episodes = Episodes(store)
        self.timeline = Timeline(store)
        self.episode_bulk = EpisodeBulk(store)
        self.reflections = Reflections(store)
        self.methods = Methods(store)
        self.reviews = Reviews(store)
        self.lessons = Lessons(store)
        self.recalls = Recalls(store)
        self.merging = Merging(store)
        self.matching = Matching(store)
        self.goals = Goals(store)
        self.check_ins = CheckIns(store)
        self.evidence = Evidence(store)
        self.measures = Measures(store)
        self.readings = Readings(store)
        self.changes = Changes(store)
        self.actions = Actions(store)
        self.meetings = Meetings(store)
        self.tags = Tags(store)
        self.skills = Skills(store)
        self.people = People(store)
        self.ratings = Ratings(store)
        self.credentials = Credentials(store)
        self.profiles = Profiles(store)
        self.pulses = Pulses(store)
        self.agenda = Agenda(store)
        self.drafts = Drafts(store)
        self.revisions = Revisions(store)
        self.preferences = Preferences(store)
        self.search = Search(store)
        self.trash = Trash(store)
        self.ways_in = WaysIn(store)

    @cached_property
    def attachments(self) -> Attachments:
        """The files kept with episodes."""
        return Attachments(self._store)

    @cached_property
    def spelling(self) -> Spelling:
        """Which words are no mistakes here."""
        return Spelling(self._store)

    @cached_property
    def text_templates(self) -> TextTemplates:
        """Texts to begin with."""
        return TextTemplates(self._store)

    @cached_property
    def capturing(self) -> Capturing:
        """One sentence with signs in it becomes an episode."""
        return Capturing(self._store)

    @cached_property
    def backups(self) -> "Backups":
        """Verified copies of this journal; made on first use."""
        from workjournal.journal.backups import Backups

        return Backups(self._store)

    @cached_property
    def imports(self) -> "Imports":
        """Journals of other programs; made on first use, since their readers take time to load."""
        from workjournal.journal.imports import Imports

        return Imports(self._store)

    @cached_property
    def exports(self) -> "Exports":
        """The journal for other programs; made on first use, since its writers take time to load."""
        from workjournal.journal.exports import Exports

        return Exports(self._store)

    @cached_property
    def printing(self) -> "Printing":
        """Episodes on paper; made on first use, since typesetting takes time to load."""
        from workjournal.journal.printing import Printing

        return Printing(self._store)

    @cached_property
    def growth(self) -> "Growth":
        """Charts; made on first use, since NumPy takes longer to load than a list to print."""
        from workjournal.journal.growth import Growth

        return Growth(self._store)

    @cached_property
    def packs(self) -> "Packs":
        """Review packs; made on first use, since typesetting and the readers of PDF take time to load."""
        from workjournal.journal.packs import Packs

        return Packs(self._store, self.folder)

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading, since its folder cannot be written."""
        return self._store.read_only

    def changed_elsewhere(self) -> bool:
        """Whether another program saved something since this was asked last; quick enough to ask every second."""
        return self._store.changed_elsewhere()

    def accept_notices(self) -> None:
        """The user knows that this is an older state of the journal; from here on it counts as the present one."""
        self._store.accept_state()
        self.notices = ()

    def now(self) -> dt.datetime:
        """The time by the journal's clock, local and aware."""
        return self._store.clock().astimezone()

    def today(self) -> dt.date:
        """The local day by the journal's clock."""
        return self.now().date()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the classes of things that each save changed; returns the way to stop that."""
        return self._store.subscribe(listener)

    def back_up_if_due(self) -> str:
        """At the end of a command: if it saved something and there is no backup of today, make one.

        Returns:
            what went wrong, or "".
        """
        if not self._store.saved or not self.backups.due(self.today()):
            return ""
        try:
            return self.backups.tend().trouble
        finally:
            self._store.close()

    def look_after(self, report: Report = unheard) -> "Health":
        """Check the journal and make the day's backup; see `upkeep.look_after`."""
        from workjournal.journal.upkeep import look_after

        self.health = look_after(self._store, report)
        return self.health

    def check(self, report: Report = unheard) -> "Checked":
        """Read everything there is and tell what is damaged; see `checking.check`."""
        from workjournal.journal.checking import check

        self.checked = check(self._store, report)
        return self.checked

    def rescue(self, secret: str, target: Path, report: Report = unheard) -> "Rescued":
        """Make a new journal of what can still be read of this one, which stays as it is; see `rescuing.rescue`."""
        from workjournal.journal.rescuing import rescue_opened

        return rescue_opened(self._store, secret, target, report)

    def mend_header(self, secret: str) -> str:
        """Put a whole header in place of the damaged one; see `header_mending.mend_header`."""
        from workjournal.journal.checks.header_mending import mend_header

        return mend_header(self.folder, secret)

    def remove_unreferenced(self) -> None:
        """Take away the files of attachments that no attachment names; see `attachments.remove_unreferenced`."""
        from workjournal.journal.attachments import remove_unreferenced

        remove_unreferenced(self._store)

    def move(self, target: Path, report: Report = unheard) -> Path:
        """Close the journal and move its folder to `target`, or give it another name; see `relocating.move`."""
        from workjournal.journal.relocating import move

        self.close()
        return move(self._store.keys, self._store.keys.header.session, target, report)

    def destroy(self, confirm: str) -> list[str]:
        """Close the journal and destroy it for good, with the backups in its folder; see `relocating.destroy`.

        Raises:
            WrongPassphrase
        """
        from workjournal.journal.relocating import destroy

        self.ways_in.confirm(confirm)
        self.close()
        return destroy(self._store.keys)

    def close(self) -> None:
        """Bring everything into one file and close it."""
        self.is_closed = True
        self.attachments.remove_private_copies()
        self._store.close()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
