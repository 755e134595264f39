"""Every verb of every service: what it changes is announced once, what it only reads or fails to save never."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from examples import VERBS, Examples
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal


class Refused(Exception):
    """No commit goes through."""


@contextmanager
def no_commit() -> Iterator[None]:
    """Let every transaction fail after its flush, before it is committed."""

    def refuse(session: Session) -> None:
        session.flush()
        raise Refused

    event.listen(Session, "before_commit", refuse)
    try:
        yield
    finally:
        event.remove(Session, "before_commit", refuse)


def verbs_of(journal: Journal) -> set[str]:
    """Every public verb of every service of an open journal."""
    public = {name: thing for name, thing in inspect.getmembers(journal) if not name.startswith("_")}
    return {
        f"{name}.{verb}"
        for name, service in public.items()
        if type(service).__module__.startswith("workjournal.")
        for verb, _ in inspect.getmembers(service, inspect.ismethod)
        if not verb.startswith("_")
    }


def test_every_verb_there_is_stands_in_the_table(journal: Journal) -> None:
    assert verbs_of(journal) == set(VERBS)


def test_what_a_verb_changes_is_announced_once(journal: Journal, one: Examples) -> None:
    heard: list[frozenset[type]] = []
    journal.subscribe(heard.append)
    wrong = {}
    for name, (call, changes) in VERBS.items():
        heard.clear()
        call(journal, one)
        if heard != ([changes] if changes else []):
            wrong[name] = [*heard]
    assert wrong == {}


def test_what_is_not_saved_is_not_announced(journal: Journal, one: Examples) -> None:
    heard: list[frozenset[type]] = []
    journal.subscribe(heard.append)
    writing = {name: call for name, (call, changes) in VERBS.items() if changes}
    for name, call in writing.items():
        with no_commit(), pytest.raises((Refused, JournalError)):
            call(journal, one)
        assert heard == [], name
    assert len(writing) > 40
