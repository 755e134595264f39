"""What is kept of skills: levels in words, credentials, gaps to a role, the month's pulse."""

import datetime as dt
from uuid import UUID

import pytest

from workjournal.domain.entity import Missing, OutOfRange, new_id
from workjournal.domain.label import Skill
from workjournal.domain.levels import Level, SameLevel, as_kept, levels, meaning
from workjournal.domain.pulse import is_due
from workjournal.domain.role_profile import Gap, RoleProfile, RoleTarget, covered, gaps
from workjournal.domain.skill_record import LARGEST, Credential, CredentialTooLarge, WrongDates

DAY = dt.date(2026, 11, 19)
NEXT = DAY + dt.timedelta(days=1)
WORDS = [Level(0, "Has seen it"), Level(40, "Alone, a small one"), Level(80, "Teaches it")]


@pytest.mark.parametrize(
    ("rating", "words"),
    [(None, ""), (0, "Has seen it"), (35, "Has seen it"), (40, WORDS[1].text), (100, "Teaches it")],
)
def test_what_a_rating_means(rating: int | None, words: str) -> None:
    assert meaning(WORDS[::-1], rating) == words


def test_below_the_lowest_level_nothing_is_meant() -> None:
    assert meaning(WORDS[1:], 35) == ""
    assert meaning([], 50) == ""


def test_levels_are_kept_in_order() -> None:
    skill = Skill(name="Planning", levels=as_kept(WORDS[::-1]))
    skill.levels.reverse()
    skill.check()
    assert levels(skill.levels) == WORDS
    assert [each["at"] for each in skill.levels] == [0, 40, 80]


@pytest.mark.parametrize(
    ("kept", "trouble"),
    [
        ([Level(40, "a"), Level(40, "b")], SameLevel),
        ([Level(41, "a")], OutOfRange),
        ([Level(40, " ")], Missing),
    ],
)
def test_what_no_levels_are(kept: list[Level], trouble: type[Exception]) -> None:
    with pytest.raises(trouble):
        Skill(name="Planning", levels=as_kept(kept)).check()


def test_a_credential_ends_after_its_last_day() -> None:
    credential = Credential(skill_id=new_id(), name="Planner", issued=DAY, expires=DAY)
    assert not credential.is_expired(DAY)
    assert credential.is_expired(NEXT)
    assert not Credential(skill_id=new_id(), name="Planner").is_expired(NEXT)


def test_a_credential_does_not_end_before_it_begins() -> None:
    with pytest.raises(WrongDates, match="issued on 2026-11-20"):
        Credential(skill_id=new_id(), name="Planner", issued=NEXT, expires=DAY).check()


def test_a_credentials_file_has_a_limit() -> None:
    Credential(skill_id=new_id(), name="Planner", file_name="a.pdf", size=LARGEST).check()
    with pytest.raises(CredentialTooLarge, match=r"a\.pdf is 6 MB"):
        Credential(skill_id=new_id(), name="Planner", file_name="a.pdf", size=LARGEST + 1).check()


def role(*needed: tuple[UUID, int]) -> RoleProfile:
    profile = RoleProfile(name="Depot lead")
    profile.targets = [
        RoleTarget(profile_id=profile.id, skill_id=skill, level=level) for skill, level in needed
    ]
    return profile


def test_the_widest_gap_comes_first() -> None:
    asking, planning, driving, counting = (new_id() for _ in range(4))
    profile = role((asking, 60), (planning, 80), (driving, 40), (counting, 0))
    found = gaps(profile, {asking: 50, driving: 70})
    assert found == [
        Gap(planning, 80, None),
        Gap(asking, 60, 50),
        Gap(driving, 40, 70),
        Gap(counting, 0, None),
    ]
    assert [gap.missing for gap in found] == [80, 10, 0, 0]
    assert covered(found) == (1, 4)  # what was never rated is not reached
    assert covered([]) == (0, 0)


@pytest.mark.parametrize(
    ("last", "today", "began", "due"),
    [
        (None, DAY, None, False),  # nothing was ever written
        (None, DAY, dt.date(2026, 11, 1), False),  # the journal is new
        (None, DAY, dt.date(2026, 10, 31), True),
        (dt.date(2026, 11, 1), DAY, dt.date(2026, 1, 1), False),
        (dt.date(2026, 10, 31), dt.date(2026, 11, 1), dt.date(2026, 1, 1), True),
        (dt.date(2025, 11, 19), DAY, dt.date(2025, 1, 1), True),
        (dt.date(2026, 12, 1), DAY, dt.date(2026, 1, 1), False),  # the clock was set back
    ],
)
def test_the_pulse_is_asked_for_once_a_month(
    last: dt.date | None, today: dt.date, began: dt.date | None, due: bool
) -> None:
    assert is_due(last, today, began) is due
