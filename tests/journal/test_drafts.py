"""Drafts: what is being written, in the vault and nowhere else."""

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import PASSPHRASE, Clock
from workjournal.journal import opening
from workjournal.journal.journal import Journal

VALUES = (
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.lists(st.text(), max_size=3)
)


def test_one_draft_a_place_the_latest_counts(journal: Journal, clock: Clock) -> None:
    journal.drafts.keep("capture", {"title": "A"})
    clock.forward(seconds=3)
    journal.drafts.keep("capture", {"story": "B"})
    draft = journal.drafts.find("capture")
    assert draft
    assert (draft.fields, draft.changed_at) == ({"story": "B"}, clock.now)
    assert len(journal.drafts.all()) == 1


def test_all_are_told_latest_first(journal: Journal, clock: Clock) -> None:
    for place in ("capture", "episode:1", "reflection:2"):
        journal.drafts.keep(place, {})
        clock.forward(seconds=1)
    journal.drafts.keep("capture", {"title": "again"})
    assert [draft.place for draft in journal.drafts.all()] == ["capture", "reflection:2", "episode:1"]


def test_a_dropped_draft_is_gone_and_dropping_nothing_is_nothing(journal: Journal) -> None:
    journal.drafts.keep("capture", {"title": "A"})
    journal.drafts.drop("capture")
    journal.drafts.drop("capture")
    assert journal.drafts.find("capture") is None
    assert journal.drafts.all() == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.dictionaries(st.text(), VALUES, max_size=4))
def test_any_fields_come_back(journal: Journal, fields: dict[str, Any]) -> None:
    journal.drafts.keep("capture", fields)
    draft = journal.drafts.find("capture")
    assert draft
    assert draft.fields == fields


def test_a_draft_is_there_after_the_journal_was_closed(journal: Journal, clock: Clock) -> None:
    journal.drafts.keep("capture", {"title": "A", "date": dt.date(2026, 11, 19).isoformat()})
    journal.close()
    with opening.open_journal(journal.folder, PASSPHRASE, clock) as reopened:
        draft = reopened.drafts.find("capture")
    assert draft
    assert draft.fields == {"title": "A", "date": "2026-11-19"}


def test_fields_given_are_not_shared_with_the_draft(journal: Journal) -> None:
    fields = {"title": "A"}
    journal.drafts.keep("capture", fields)
    fields["title"] = "B"
    draft = journal.drafts.find("capture")
    assert draft
    assert draft.fields == {"title": "A"}
