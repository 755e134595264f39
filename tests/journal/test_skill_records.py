"""Ratings and credentials of a skill."""

import datetime as dt
import json
from pathlib import Path

import pytest
from sqlalchemy import text

from workjournal.domain.entity import new_id
from workjournal.domain.episode import Episode
from workjournal.domain.label import Skill
from workjournal.domain.skill_record import LARGEST, Credential, CredentialTooLarge, SkillRating
from workjournal.journal.attachment_sources import FileUnreadable
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing
from workjournal.journal.skill_records import CredentialDamaged, NoFile

DAY = dt.date(2026, 11, 19)
BADGE = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://example.org/a/1",
    "issuedOn": "2026-03-01",
    "expires": "2028-03-01",
    "recipient": {"type": "email", "hashed": False, "identity": "mara@example.org"},
    "badge": {
        "type": "BadgeClass",
        "name": "Forklift driver",
        "description": "Drives safely",
        "issuer": {"type": "Issuer", "name": "The guild"},
    },
}


@pytest.fixture
def skill(journal: Journal) -> Skill:
    return journal.skills.named("Driving")[0]


def test_ratings_are_a_history(journal: Journal, skill: Skill) -> None:
    for days, level in ((0, 60), (-30, 40), (-30, 45)):
        day = DAY + dt.timedelta(days=days)
        journal.ratings.rate(SkillRating(skill_id=skill.id, date=day, level=level))
    assert [each.level for each in journal.ratings.of(skill.id)] == [40, 45, 60]
    assert journal.ratings.latest()[skill.id].level == 60
    journal.ratings.trash(journal.ratings.latest()[skill.id].id)
    assert journal.ratings.latest()[skill.id].level == 45
    with pytest.raises(NoSuchThing):
        journal.ratings.rate(SkillRating(skill_id=new_id(), date=DAY, level=5))


def test_episodes_that_are_evidence_are_read_in_one_query(journal: Journal, skill: Skill) -> None:
    other = journal.skills.named("Planning")[0]
    seen = {}
    for number, of in enumerate((skill, skill, other)):
        episode = journal.episodes.add(Episode(date=DAY, title=f"Round {number}"))
        journal.ratings.rate(SkillRating(skill_id=of.id, date=DAY, level=60, episode_id=episode.id))
        seen[episode.id] = episode.title
    journal.ratings.rate(SkillRating(skill_id=skill.id, date=DAY, level=65))
    seen.popitem()
    assert journal.ratings.seen_in(skill.id) == seen


def test_a_broken_badge_is_a_file_like_any_other(journal: Journal, skill: Skill, tmp_path: Path) -> None:
    file = tmp_path / "half.json"
    file.write_text(json.dumps(BADGE)[:-20], encoding="utf-8")
    credential, content = journal.credentials.draft(file, skill.id)
    assert (credential.name, credential.issuer, credential.badge) == ("half", "", None)
    kept = journal.credentials.keep(credential, content)
    assert journal.credentials.content(kept.id) == file.read_bytes()


def test_a_credential_with_its_file(journal: Journal, skill: Skill, tmp_path: Path) -> None:
    file = tmp_path / "licence.pdf"
    file.write_bytes(b"%PDF \0 and more")
    credential, content = journal.credentials.draft(file, skill.id)
    assert (credential.name, credential.media_type, credential.size) == ("licence", "application/pdf", 15)
    assert journal.credentials.of(skill.id) == []  # nothing is kept by reading
    credential.name, credential.issued = "Driving licence", DAY
    journal.credentials.keep(credential, content)
    file.unlink()
    (kept,) = journal.credentials.of(skill.id)
    assert (kept.name, kept.file_name, kept.issued) == ("Driving licence", "licence.pdf", DAY)
    assert journal.credentials.content(kept.id) == b"%PDF \0 and more"
    kept.issuer = "The office"
    journal.credentials.keep(kept)
    assert journal.credentials.content(kept.id) == b"%PDF \0 and more"
    assert journal.credentials.counts() == {skill.id: 1}


def test_what_a_badge_tells_is_filled_in(journal: Journal, skill: Skill, tmp_path: Path) -> None:
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(BADGE), encoding="utf-8")
    credential, content = journal.credentials.draft(file, skill.id)
    journal.credentials.keep(credential, content)
    (kept,) = journal.credentials.of(skill.id)
    assert (kept.name, kept.issuer, kept.description) == ("Forklift driver", "The guild", "Drives safely")
    assert (kept.issued, kept.expires) == (dt.date(2026, 3, 1), dt.date(2028, 3, 1))
    assert kept.badge is not None
    assert kept.badge["version"] == "2.0"
    assert "mara@example.org" in {value for _, value in kept.badge["fields"]}


def test_what_cannot_be_read_is_told_and_nothing_kept(journal: Journal, skill: Skill, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(CredentialTooLarge, match=r"film\.mp4"):
        journal.credentials.draft(large, skill.id)
    with pytest.raises(FileUnreadable):
        journal.credentials.draft(tmp_path / "none.pdf", skill.id)
    assert journal.credentials.of(skill.id) == []


def test_one_without_a_file_says_so(journal: Journal, skill: Skill) -> None:
    credential = journal.credentials.keep(Credential(skill_id=skill.id, name="By hand"))
    with pytest.raises(NoFile, match="By hand"):
        journal.credentials.content(credential.id)
    with pytest.raises(NoSuchThing):
        journal.credentials.content(new_id())


def test_another_content_is_never_handed_out(journal: Journal, skill: Skill, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"Passed")
    credential, content = journal.credentials.draft(file, skill.id)
    journal.credentials.keep(credential, content)
    with journal._store.writer.begin() as connection:
        connection.execute(text("UPDATE credential SET content = x'00'"))
    with pytest.raises(CredentialDamaged, match="is not what was kept"):
        journal.credentials.content(credential.id)
