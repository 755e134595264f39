"""Checking a vault: a whole one gives nothing; each kind of damage to the database is named, with a way out."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from conftest import PASSPHRASE, Clock
from journal.vault_damage import behind, end_of_id, found, object_of, the, turn
from workjournal.journal import checking
from workjournal.journal.checking import CHECKS, check, check_folder
from workjournal.journal.checks import texts as checks_of_texts
from workjournal.journal.checks.findings import Finding, Kind, Severity
from workjournal.journal.journal import Journal
from workjournal.store.engine import open_vault_database
from workjournal.vault import vault
from workjournal.vault.vault import NotAVault, WrongPassphrase

DAY = dt.date(2026, 11, 19)


def test_a_whole_journal_gives_nothing_and_counts_what_was_read(full: Journal, clock: Clock) -> None:
    told: list[float] = []
    report = check(full._store, lambda fraction, _: told.append(fraction))
    assert report.findings == ()
    assert report.is_good
    assert (report.counts["episode"], report.counts["lesson"], report.counts["attachment"]) == (61, 1, 2)
    assert report.seconds > 0
    assert told == sorted(told)
    assert told[-1] == 1.0
    full.close()
    again = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert (again.findings, again.counts) == ((), report.counts)


def test_one_that_is_only_read_is_checked_too(
    full: Journal, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.close()
    monkeypatch.setattr(vault, "is_writable", lambda _folder: False)
    assert check_folder(full.folder, PASSPHRASE, clock=clock).findings == ()


def test_who_gives_up_waiting_is_heard(full: Journal) -> None:
    class Cancelled(Exception):
        pass

    def give_up(fraction: float, _text: str) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        check(full._store, give_up)


# The database


def test_a_database_of_which_nothing_can_be_read_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    turn(full.folder / "journal.db", 5000)
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert "workjournal rescue" in the(report, Kind.DATABASE).way_out
    assert "decryptor" in the(report, Kind.DATABASE).way_out
    assert not report.is_good


def test_a_missing_database_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    (full.folder / "journal.db").unlink()
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert "missing" in the(report, Kind.DATABASE).what
    assert found(report) == [(Kind.DATABASE, "journal.db")]


def test_a_changed_salt_is_told_though_we_do_not_need_it(full: Journal, clock: Clock) -> None:
    full.close()
    turn(full.folder / "journal.db", 3)
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert "first bytes" in the(report, Kind.DATABASE).what
    assert len(report.findings) == 1


def test_a_damaged_page_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    turn(full.folder / "journal.db", 40 * 16384 + 5000)
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert (Kind.PAGES, "journal.db") in found(report)
    assert "Page 41" in " ".join(finding.what for finding in report.findings)


def test_a_row_that_points_at_nothing_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "DELETE FROM reflection")
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert all(kind is Kind.PAGES for kind, _ in found(report))
    assert any("point" in finding.what for finding in report.findings)


def test_an_index_that_differs_from_its_table_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE episode SET energy = 5 WHERE rowid = 2")
    with closing(open_vault_database(vault.unlock(full.folder, PASSPHRASE))) as connection:
        connection.execute("PRAGMA writable_schema=on")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'date, time, id', 'id, date, time') WHERE name = 'ix_episode_timeline'"
        )
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert Kind.PAGES in {kind for kind, _ in found(report)}


def test_an_index_of_other_words_is_made_anew(
    full: Journal, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full._store.writing() as session:
        session.execute(text("UPDATE lesson_words SET text = 'something else'"))
    full.close()
    with monkeypatch.context() as reading:
        reading.setattr(vault, "is_writable", lambda _folder: False)
        (told,) = check_folder(full.folder, PASSPHRASE, clock=clock).findings
    assert (told.where, told.severity) == ("lesson_words", Severity.DAMAGE)
    (told,) = check_folder(full.folder, PASSPHRASE, clock=clock).findings
    assert "other words than 1 of the lessons" in told.what
    assert told.severity is Severity.NOTE
    assert check_folder(full.folder, PASSPHRASE, clock=clock).findings == ()


def test_a_journal_of_an_older_program_is_left_as_it_is(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE alembic_version SET version_num = '0001'")
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert "Open it once" in the(report, Kind.DATABASE).what
    assert report.is_good


def test_a_journal_of_a_newer_program_is_no_damage(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE alembic_version SET version_num = '9999'")
    assert the(check_folder(full.folder, PASSPHRASE, clock=clock), Kind.DATABASE).severity is Severity.NOTE


# What was written


def test_a_long_text_that_is_not_what_was_written_is_told(full: Journal, clock: Clock) -> None:
    """Seen failing with texts_with_other_digest giving nothing."""
    full.close()
    behind(full.folder, "UPDATE episode SET story = 'x' || substr(story, 2) WHERE title = 'Day 7'")
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    end = end_of_id(full.folder, "episode", "title = 'Day 7'")
    assert found(report) == [(Kind.TEXT, f"episode {end}, story")]
    assert "not what was written" in report.findings[0].what


def test_a_text_with_nul_is_told_once(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE lesson SET text = 'a' || char(0)")
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert found(report) == [(Kind.TEXT, f"lesson {end_of_id(full.folder, 'lesson')}, text")]


@pytest.mark.parametrize(
    ("statement", "name", "where"),
    [
        ("UPDATE lesson SET state = 'nonsense'", "lesson", "1"),
        ("UPDATE lesson SET date = 'nonsense'", "lesson", "1"),
        ("UPDATE goal SET challenges = 'nonsense' WHERE title LIKE 'Lead%'", "goal", "title LIKE 'Lead%'"),
        ("UPDATE action SET created_at = 'nonsense'", "action", "1"),
    ],
)
def test_a_thing_that_cannot_be_read_is_told(
    full: Journal, clock: Clock, statement: str, name: str, where: str
) -> None:
    full.close()
    behind(full.folder, statement)
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert (Kind.THING, f"{name} {end_of_id(full.folder, name, where)}") in found(report)
    assert not report.is_good


def test_things_whose_keys_are_broken_are_told_together(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE pack SET id = 'nonsense'")
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert "cannot even be listed" in the(report, Kind.THING).what


def test_a_forecast_that_was_changed_after_it_was_sealed_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE forecast SET probability = 95")
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert "sealed" in the(report, Kind.FORECAST).what
    assert len(report.findings) == 1


def test_a_changed_small_attachment_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE attachment SET content = x'00' WHERE name = 'note.txt'")
    report = check_folder(full.folder, PASSPHRASE, clock=clock)
    assert the(report, Kind.ATTACHMENT).where.startswith("note.txt, with episode ")
    assert len(report.findings) == 1


def test_a_damaged_and_a_missing_large_attachment_are_told(full: Journal) -> None:
    large = object_of(full.folder)
    content = large.read_bytes()
    turn(large, 1000)
    assert "damaged" in the(check(full._store), Kind.ATTACHMENT).what
    large.write_bytes(content)
    assert check(full._store).findings == ()
    large.unlink()
    assert "missing" in the(check(full._store), Kind.ATTACHMENT).what


def test_a_file_that_no_attachment_names_is_noted(full: Journal) -> None:
    (full.folder / "objects" / ("ab" * 16)).write_bytes(b"left")
    report = check(full._store)
    assert found(report) == [(Kind.UNREFERENCED, f"objects/{'ab' * 16}")]
    assert report.is_good


# What is no damage


def test_a_wrong_passphrase_and_a_folder_without_a_vault_are_errors(full: Journal, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        check_folder(full.folder, "wrong")
    with pytest.raises(NotAVault):
        check_folder(tmp_path, PASSPHRASE)


@pytest.fixture
def broken_check(monkeypatch: pytest.MonkeyPatch) -> None:
    def things(checkup: object) -> Iterator[Finding]:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(checking, "CHECKS", (things, *CHECKS))


@pytest.mark.usefixtures("broken_check")
def test_a_check_that_cannot_be_finished_is_damage_and_the_others_go_on(full: Journal) -> None:
    object_of(full.folder).unlink()
    report = check(full._store)
    assert "check of things could not be finished" in report.findings[0].what
    assert the(report, Kind.ATTACHMENT)


def test_every_kind_of_finding_is_brought_about_by_a_test() -> None:
    here = Path(__file__).parent
    source = "".join(
        (here / name).read_text(encoding="utf-8") for name in ("test_checking.py", "test_checking_files.py")
    )
    assert [kind.name for kind in Kind if f"Kind.{kind.name}" not in source] == []


def test_an_id_that_is_none_is_shown_without_what_does_not_print() -> None:
    assert [checks_of_texts._end(stored) for stored in ("\0\0", "half", "ab" * 16)] == [
        "",
        "half",
        "abababab",
    ]
