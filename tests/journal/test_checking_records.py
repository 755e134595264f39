"""Checking what is kept of goals and skills: a seal that was taken away, a credential's file that is another one."""

import pytest

from conftest import PASSPHRASE, Clock
from journal.vault_damage import behind, the
from workjournal.domain.skill_record import Credential
from workjournal.journal.checking import check_folder
from workjournal.journal.checks.findings import Kind, Report
from workjournal.journal.journal import Journal
from workjournal.journal.skill_records import with_file


def checked(journal: Journal, clock: Clock) -> Report:
    return check_folder(journal.folder, PASSPHRASE, clock=clock)


def test_a_seal_that_was_taken_away_is_told(full: Journal, clock: Clock) -> None:
    full.close()
    behind(full.folder, "UPDATE forecast SET probability = 95, sealed_at = NULL, digest = ''")
    report = checked(full, clock)
    assert "has no seal" in the(report, Kind.FORECAST).what
    assert len(report.findings) == 1


@pytest.mark.parametrize("content", ["x'00'", "NULL"])
def test_a_changed_credential_is_told(full: Journal, clock: Clock, content: str) -> None:
    skill = full.skills.named("Planning")[0]
    credential = with_file(Credential(skill_id=skill.id, name="Driver"), "a.txt", b"Passed")
    full.credentials.keep(credential, b"Passed")
    full.credentials.keep(Credential(skill_id=skill.id, name="By hand"))
    full.close()
    assert checked(full, clock).findings == ()
    behind(full.folder, f"UPDATE credential SET content = {content} WHERE name = 'Driver'")
    report = checked(full, clock)
    assert the(report, Kind.ATTACHMENT).where == f"Driver, credential {credential.id.hex[-8:]}"
    assert len(report.findings) == 1
