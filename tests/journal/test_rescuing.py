"""A new journal out of a damaged one, and another header in place of a damaged one."""

import datetime as dt
import hashlib
import shutil
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock, Filled, make_keys_cheap
from damage import flip, page_count, schema_pages
from examples import Examples
from journal.vault_damage import behind
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.checking import check_folder
from workjournal.journal.checks.findings import Kind
from workjournal.journal.checks.stand_ins import TITLE
from workjournal.journal.rescuing import WORK, Rescued, rescue
from workjournal.store.engine import DatabaseUnreadable
from workjournal.store.migrations import NewerSchema
from workjournal.vault import vault, ways_in
from workjournal.vault.vault import VaultExists, WrongPassphrase

DAY = dt.date(2026, 11, 19)
EPISODES = 40


@pytest.fixture(scope="module")
def written(filled_vault: Filled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled vault with more days and a large attachment, made once to be copied."""
    place = tmp_path_factory.mktemp("written")
    shutil.copytree(filled_vault.vault, place / "vault")
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        patch.setenv("WORKJOURNAL_CONFIG", str(place / "settings"))
        with opening.open_journal(place / "vault", PASSPHRASE, Clock()) as journal:
            (place / "plan.bin").write_bytes(b"plan " * 100_000)
            journal.episodes.attach(filled_vault.examples().episode.id, place / "plan.bin")
            for number in range(EPISODES):
                episode = Episode(date=DAY, title=f"Day {number}", story=f"{number} pallets. " * 400)
                journal.episodes.add(episode, tags=["depot"])
    return place / "vault"


@pytest.fixture
def damaged(written: Path, folder: Path) -> Path:
    """The folder of a filled vault, closed and ready to be damaged."""
    return Path(shutil.copytree(written, folder))


@pytest.fixture
def one(filled_vault: Filled) -> Examples:
    """What is in it."""
    return filled_vault.examples()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "rescued"


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def done(damaged: Path, target: Path, clock: Clock) -> Rescued:
    """Rescued, and the damaged one as it was."""
    before = fingerprint(damaged)
    rescued = rescue(damaged, PASSPHRASE, target, clock=clock)
    assert fingerprint(damaged) == before
    assert not (target / WORK).exists()
    return rescued


def titles(folder: Path, clock: Clock) -> set[str]:
    with opening.open_journal(folder, PASSPHRASE, clock) as journal, journal._store.reading() as session:
        return {episode.title for episode in session.query(Episode)}


def test_a_whole_journal_comes_over_whole(damaged: Path, target: Path, clock: Clock, one: Examples) -> None:
    told: list[float] = []
    rescued = rescue(damaged, PASSPHRASE, target, lambda fraction, _: told.append(fraction), clock)
    assert rescued.findings == ()
    assert told == sorted(told)
    assert (rescued.folder, rescued.rows["episode"], rescued.rows["attachment"]) == (target, EPISODES + 1, 2)
    with opening.open_journal(target, PASSPHRASE, clock) as journal:
        assert journal.notices == ()
        episode = journal.episodes.get(one.episode.id)
        assert [tag.name for tag in episode.tags] == ["depot"]
        names = [
            (kept.name, len(journal.episodes.attachment_content(kept.id)))
            for kept in journal.episodes.attachments(episode.id)
        ]
        assert sorted(names) == [("note.txt", 7), ("plan.bin", 500_000)]
        journal.episodes.add(Episode(date=DAY, title="After"))
    assert check_folder(target, PASSPHRASE, clock=clock).is_good


def test_it_has_the_same_ways_in_and_another_salt(damaged: Path, target: Path, clock: Clock) -> None:
    keys = vault.unlock(damaged, PASSPHRASE)
    ways_in.add_passphrase(keys, "For Ada", "nine calm lanterns drift")
    done(damaged, target, clock)
    again = vault.unlock(target, "nine calm lanterns drift")
    assert again.header.vault_id == keys.header.vault_id
    assert again.header.salt != keys.header.salt


def test_what_waits_in_the_log_comes_over(damaged: Path, target: Path, clock: Clock) -> None:
    journal = opening.open_journal(damaged, PASSPHRASE, clock)
    journal.episodes.add(Episode(date=DAY, title="In the log"))
    log = (damaged / "journal.db-wal").read_bytes()
    database = (damaged / "journal.db").read_bytes()
    journal.close()
    (damaged / "journal.db").write_bytes(database)
    (damaged / "journal.db-wal").write_bytes(log)
    done(damaged, target, clock)
    assert "In the log" in titles(target, clock)


@pytest.mark.parametrize("step", [31, pytest.param(9, marks=pytest.mark.slow)])
def test_a_bit_in_some_pages_costs_what_is_named_and_nothing_else(
    damaged: Path, target: Path, clock: Clock, step: int
) -> None:
    before = titles(damaged, clock)
    intact = (damaged / "journal.db").read_bytes()
    named, listed = 0, schema_pages(vault.unlock(damaged, PASSPHRASE))
    for page in sorted({*range(4, page_count(damaged / "journal.db") + 1, step)} - listed):
        flip(damaged / "journal.db", page)
        rescued = done(damaged, target, clock)
        gone = before - titles(target, clock)
        lost = [finding for finding in rescued.findings if finding.where.startswith("episode ")]
        assert len(gone) <= len(lost), page
        named += bool(rescued.findings)
        assert not [
            finding
            for finding in check_folder(target, PASSPHRASE, clock=clock).findings
            if finding.kind is Kind.PAGES
        ]
        (damaged / "journal.db").write_bytes(intact)
        shutil.rmtree(target)
    assert named


def test_what_belongs_to_a_lost_episode_is_kept_with_a_stand_in(
    damaged: Path, target: Path, clock: Clock, one: Examples
) -> None:
    """Seen failing (the file's episode is missing, and the pages of the new journal are reported) without stand-ins."""
    behind(damaged, f"DELETE FROM episode WHERE id = '{one.episode.id.hex}'")
    rescued = done(damaged, target, clock)
    with opening.open_journal(target, PASSPHRASE, clock) as journal:
        stand_in = journal.episodes.get(one.episode.id)
        assert stand_in.title == TITLE
        assert [kept.name for kept in journal.episodes.attachments(stand_in.id)] == ["note.txt", "plan.bin"]
    assert {finding.where for finding in rescued.findings} == {
        "episode person",
        "episode skill",
        "episode tag",
        "reflection episode",
    }
    assert check_folder(target, PASSPHRASE, clock=clock).is_good


@pytest.mark.parametrize("table", ["goal", "reflection", "lesson"])
def test_a_stand_in_of_each_kind_can_be_read(
    damaged: Path, target: Path, clock: Clock, one: Examples, table: str
) -> None:
    behind(
        damaged,
        f"INSERT INTO application (lesson_id, episode_id, id, created_at, changed_at, version)"
        f" VALUES ('{one.lesson.id.hex}', '{one.episode.id.hex}', '{one.plan.id.hex}', '2026-11-19', '2026-11-19', 1)",
    )
    behind(damaged, f"DELETE FROM {table}")
    done(damaged, target, clock)
    report = check_folder(target, PASSPHRASE, clock=clock)
    assert report.is_good, report.findings
    assert report.counts[table] == 1


def test_damaged_texts_are_named_by_their_title(damaged: Path, target: Path, clock: Clock) -> None:
    behind(damaged, "UPDATE episode SET role = 'le' || char(0) || 'd' WHERE title = 'Day 7'")
    rescued = done(damaged, target, clock)
    (finding,) = rescued.findings
    assert finding.kind is Kind.TEXT
    assert "“Day 7”" in finding.what
    assert "Day 7" in titles(target, clock)


def test_a_damaged_large_attachment_comes_over_as_it_is_and_is_named(
    damaged: Path, target: Path, clock: Clock
) -> None:
    (file,) = (damaged / "objects").iterdir()
    content = bytearray(file.read_bytes())
    content[70_000] ^= 1
    file.write_bytes(content)
    rescued = done(damaged, target, clock)
    assert [(finding.kind, finding.where.split(",")[0]) for finding in rescued.findings] == [
        (Kind.ATTACHMENT, "plan.bin")
    ]
    assert (target / "objects" / file.name).read_bytes() == bytes(content)


def test_a_changed_small_attachment_is_named(damaged: Path, target: Path, clock: Clock) -> None:
    behind(damaged, "UPDATE attachment SET content = x'00' WHERE name = 'note.txt'")
    (finding,) = done(damaged, target, clock).findings
    assert finding.where.startswith("note.txt")


def test_it_needs_a_place_that_is_free_and_outside(damaged: Path, target: Path, clock: Clock) -> None:
    target.mkdir()
    (target / "mine.txt").touch()
    for taken in (target, damaged, damaged / "inside", target / "mine.txt"):
        with pytest.raises(VaultExists):
            rescue(damaged, PASSPHRASE, taken, clock=clock)
    assert (target / "mine.txt").exists()
    assert not (damaged / "inside").exists()


def test_what_a_killed_rescue_left_is_taken_away(damaged: Path, target: Path, clock: Clock) -> None:
    (target / WORK).mkdir(parents=True)
    (target / "journal.db").write_bytes(b"half")
    assert done(damaged, target, clock).findings == ()


def test_who_gives_up_leaves_nothing(damaged: Path, target: Path, clock: Clock) -> None:
    class Cancelled(Exception):
        pass

    def give_up(fraction: float, _text: str) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        rescue(damaged, PASSPHRASE, target, give_up, clock)
    assert not target.exists()


def test_where_nothing_can_be_read_it_says_so_and_leaves_nothing(
    damaged: Path, target: Path, clock: Clock
) -> None:
    flip(damaged / "journal.db", 1)
    with pytest.raises(DatabaseUnreadable, match="backup"):
        rescue(damaged, PASSPHRASE, target, clock=clock)
    assert not target.exists()


def test_a_newer_journal_is_left_to_the_newer_program(damaged: Path, target: Path, clock: Clock) -> None:
    behind(damaged, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema):
        rescue(damaged, PASSPHRASE, target, clock=clock)
    assert not target.exists()


def test_a_wrong_passphrase_rescues_nothing(damaged: Path, target: Path) -> None:
    with pytest.raises(WrongPassphrase):
        rescue(damaged, "wrong", target)
