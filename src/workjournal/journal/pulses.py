"""The pulse: given once a month, seen by the writer alone, and by no pack, chart for others or export."""

import datetime as dt

from sqlalchemy import select

from workjournal.domain.episode import Episode
from workjournal.domain.pulse import Pulse, is_due
from workjournal.journal.preferences import PULSE_PASSED_OVER, Preferences
from workjournal.journal.service import Service
from workjournal.store.store import Store


class Pulses(Service[Pulse]):
    """The verbs for the pulse."""

    noun = Pulse

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._preferences = Preferences(store)

    def all(self) -> list[Pulse]:
        """Every one, the newest first."""
        with self.store.reading() as session:
            query = select(Pulse).where(Pulse.trashed_at.is_(None))
            return list(session.scalars(query.order_by(Pulse.date.desc(), Pulse.id.desc())))

    def of_month(self, day: dt.date) -> Pulse | None:
        """The one of the month `day` is in."""
        first = day.replace(day=1)
        with self.store.reading() as session:
            query = select(Pulse).where(Pulse.trashed_at.is_(None), Pulse.date >= first)
            found = session.scalars(query.order_by(Pulse.date.desc(), Pulse.id.desc()))
            return next((pulse for pulse in found if pulse.date.replace(day=1) == first), None)

    def give(self, pulse: Pulse) -> Pulse:
        """Keep the pulse of its month; one there is already is changed, with its note's earlier wording kept.

        Raises:
            OutOfRange, Missing
        """
        known = self.of_month(pulse.date)
        if known is None or known.id == pulse.id:
            return self.save(pulse)
        known.date, known.note = pulse.date, pulse.note
        known.safety, known.accountability = pulse.safety, pulse.accountability
        return self.save(known)

    def is_due(self, today: dt.date) -> bool:
        """Whether to ask this month: it has not been given, and was not passed over."""
        if self._preferences.get(PULSE_PASSED_OVER) == f"{today:%Y-%m}":
            return False
        with self.store.reading() as session:
            last = session.scalar(
                select(Pulse.date).where(Pulse.trashed_at.is_(None)).order_by(Pulse.date.desc()).limit(1)
            )
            began = session.scalar(
                select(Episode.date).where(Episode.trashed_at.is_(None)).order_by(Episode.date).limit(1)
            )
        return is_due(last, today, began)

    def pass_over(self, today: dt.date) -> None:
        """Ask no more this month."""
        self._preferences.set(PULSE_PASSED_OVER, f"{today:%Y-%m}")

    def ask_again(self) -> None:
        """Take the passing over back."""
        self._preferences.set(PULSE_PASSED_OVER, "")
