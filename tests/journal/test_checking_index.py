"""The check of the index over everything that was written, and the way it is mended."""

import pytest
from sqlalchemy import text

from conftest import PASSPHRASE, Clock
from examples import Examples
from workjournal.journal.checking import check_folder
from workjournal.journal.checks.findings import Kind, Severity
from workjournal.journal.journal import Journal
from workjournal.vault import vault

WRONG = {
    "DELETE FROM search_place WHERE kind = 'lesson'": "1 things are not where they should be",
    "INSERT INTO search_words (search_words) VALUES ('delete-all')": "its words are others than those of the texts",
    "UPDATE reflection SET said = 'x' WHERE said = 'Late'": "1 things are not where they should be",
}


@pytest.mark.parametrize("statement", WRONG)
def test_an_index_that_says_something_else_is_made_anew(
    journal: Journal, one: Examples, clock: Clock, statement: str
) -> None:
    """Seen failing without the check."""
    journal.drafts.drop("capture")
    with journal._store.writing() as session:
        session.execute(text("DROP TRIGGER IF EXISTS search_reflection_changed"))
        assert session.execute(text(statement)).rowcount  # type: ignore[attr-defined]
    journal.close()
    told = [
        each
        for each in check_folder(journal.folder, PASSPHRASE, clock=clock).findings
        if each.kind is Kind.PAGES
    ]
    (finding,) = told
    assert (finding.where, finding.severity) == ("search_words", Severity.NOTE)
    assert WRONG[statement] in finding.what
    assert "made anew" in finding.way_out
    again = check_folder(journal.folder, PASSPHRASE, clock=clock)
    assert [each for each in again.findings if each.kind is Kind.PAGES] == []


def test_where_nothing_may_be_written_it_is_told_and_left(
    journal: Journal, one: Examples, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with journal._store.writing() as session:
        session.execute(text("DELETE FROM search_place WHERE kind = 'lesson'"))
    journal.close()
    monkeypatch.setattr(vault, "is_writable", lambda _folder: False)
    for _ in range(2):
        report = check_folder(journal.folder, PASSPHRASE, clock=clock)
        (told,) = [each for each in report.findings if each.kind is Kind.PAGES]
        assert (told.where, told.severity) == ("search_words", Severity.DAMAGE)
        assert "Check the journal again where it can be written" in told.way_out
