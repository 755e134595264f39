"""The one-on-ones of one year of the demo's story: the pack that was shared for each, and what came of it."""

import datetime as dt
import hashlib
from uuid import UUID

from workjournal.domain.action import Action, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.pack import Pack
from workjournal.journal.demo_book import Book, Happening, Moments
from workjournal.journal.demo_meeting_script import AgreementScript, MeetingScript
from workjournal.journal.demo_script import LAST_DAY

MADE_AT, MET_AT, DONE_AT = "17:30", "15:00", "12:10"


class Meeting:
    """Shares packs, meets, and keeps what was agreed."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._packs: dict[int, UUID] = {}

    def moments(self) -> Moments:
        """Each pack, its meeting, and the ends of what was agreed there."""
        for meeting in self.book.script.meeting:
            yield self.book.at(meeting.made, MADE_AT), self._sharing(meeting)
            yield self.book.at(meeting.met, MET_AT), self._talking(meeting)
            for agreement in meeting.agreement:
                done = agreement.done if agreement.done or not self.book.over else LAST_DAY
                if done is not None:
                    yield self.book.at(done, DONE_AT), self._ending(agreement)

    def _sharing(self, script: MeetingScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            packs, end = self.book.journal.packs, now.date() - dt.timedelta(days=1)
            start = end - dt.timedelta(weeks=script.weeks) + dt.timedelta(days=1)
            choice = packs.offer(start, end, Audience.MANAGER).choice(start, end, Audience.MANAGER)
            made = packs.typeset(choice)
            # As an export leaves it, but for the file: a demo writes none that nobody asked for.
            pack = Pack(
                date=now.date(),
                audience=choice.audience,
                period_start=start,
                period_end=end,
                sections=list(choice.ordered),
                items=sorted(map(str, choice.items)),
                charts=list(choice.charts),
                asks=list(script.asks),
                commitments=list(script.commitments),
                recipient=script.recipient,
                sha256=hashlib.sha256(made).hexdigest(),
                pdf=made,
            )
            self._packs[script.made] = packs.save(pack).id

        return happen

    def _talking(self, script: MeetingScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            meetings, pack = self.book.journal.meetings, self._packs[script.made]
            meetings.meet(pack, now.date(), script.notes)
            for agreement in script.agreement:
                action = Action(
                    date=now.date(),
                    text=agreement.text,
                    owner=Owner(agreement.owner),
                    due=self.book.due(agreement.due),
                )
                self.book.ids[f"agreement {agreement.text}"] = meetings.agree(pack, action).id
            for heard in script.feedback:
                meetings.hear(
                    pack, Episode(date=now.date(), title=heard.title, story=heard.story), [script.recipient]
                )

        return happen

    def _ending(self, agreement: AgreementScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            action = self.book.ids[f"agreement {agreement.text}"]
            self.book.journal.actions.end(action, ActionState.DONE, now.date())

        return happen
