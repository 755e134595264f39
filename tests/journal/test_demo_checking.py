"""A story of goals, figures and skills that contradicts itself is refused."""

from dataclasses import replace

import pytest

from workjournal.journal.demo_checking import check
from workjournal.journal.demo_goal_script import CheckInScript, GoalScript, RevisionScript
from workjournal.journal.demo_growth_script import (
    ChangeScript,
    CredentialScript,
    MeasureScript,
    NeedScript,
    ProfileScript,
    PulseScript,
    RatingScript,
    ReadingScript,
    SkillScript,
)
from workjournal.journal.demo_measuring import expected
from workjournal.journal.demo_meeting_script import AgreementScript, MeetingScript
from workjournal.journal.demo_script import BrokenScript, EpisodeScript, PersonScript, Script

GOAL = GoalScript(key="g", title="x", start=9, state="active")
MEASURE = MeasureScript(key="m", name="x", day=10)
COURSE = replace(MEASURE, course=[[10, 1], [24, 3]])
SKILL = SkillScript(name="s")
RATING = RatingScript(skill="s", day=5, level=40)
EPISODE = EpisodeScript(key="e", day=5, time="19:00", title="x")
PERSON = PersonScript(name="n", relation="manager")
MEETING = MeetingScript(made=8, met=9, weeks=1, recipient="n")
CREDENTIAL = CredentialScript(skill="s", name="c", issuer="i", day=5)


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        (
            Script(goal=(replace(GOAL, revision=(RevisionScript(day=8, probability=5),)),)),
            "g is forecast anew",
        ),
        (
            Script(goal=(replace(GOAL, closed=12, revision=(RevisionScript(day=13, probability=5),)),)),
            "g is forecast anew outside its time, on day 13",
        ),
        (Script(goal=(replace(GOAL, checkin=(CheckInScript(day=8),)),)), "g is checked in on outside"),
        (Script(goal=(replace(GOAL, paused=8),)), "g rests outside its time"),
        (
            Script(goal=(replace(GOAL, checkin=(CheckInScript(day=9, help_needed="x", helped=9),)),)),
            "g is helped before it asks",
        ),
        (Script(goal=(replace(GOAL, measure="m"),)), "g refers to m"),
        (Script(goal=(replace(GOAL, measure="m"),), measure=(MEASURE,)), "g comes before its measure"),
        (
            Script(goal=(replace(GOAL, checkin=(CheckInScript(day=9, value=1),)),)),
            "g has a value of no measure",
        ),
        (Script(measure=(MEASURE, MEASURE)), "two things have the key m"),
        (Script(measure=(replace(MEASURE, day=364),)), "m is on day 364"),
        (Script(measure=(replace(COURSE, day=11),)), "m is counted outside its time"),
        (Script(measure=(replace(COURSE, course=[[24, 3], [10, 1]]),)), "m goes back in time"),
        (Script(measure=(replace(COURSE, notes={"11": "x"}),)), "m is not counted on day 11"),
        (
            Script(measure=(replace(MEASURE, reading=(ReadingScript(day=9, value=1),)),)),
            "m has a value before it is made",
        ),
        (Script(change=(ChangeScript(day=9, text="New", measure="m"),)), "New refers to m"),
        (
            Script(measure=(MEASURE,), change=(ChangeScript(day=9, text="New", measure="m"),)),
            "New comes before its measure",
        ),
        (Script(rating=(RATING,)), "the rating of day 5 refers to s"),
        (Script(skill=(SKILL,), rating=(replace(RATING, episode="e"),)), "the rating of day 5 refers to e"),
        (
            Script(skill=(SKILL,), episode=(EPISODE,), rating=(replace(RATING, episode="e"),)),
            "the rating of day 5 comes before what shows it",
        ),
        (Script(credential=(CREDENTIAL,)), "c refers to s"),
        (Script(skill=(SKILL,), credential=(replace(CREDENTIAL, expires=4),)), "c is over before it was got"),
        (
            Script(profile=(ProfileScript(name="p", day=1, need=(NeedScript(skill="s", level=5),)),)),
            "p refers to s",
        ),
        (Script(meeting=(MEETING,)), "the meeting of day 9 refers to n"),
        (Script(person=(PERSON,), meeting=(replace(MEETING, made=10),)), "the meeting of day 9 is before"),
        (
            Script(
                person=(PERSON,),
                meeting=(replace(MEETING, agreement=(AgreementScript(text="x", done=8),)),),
            ),
            "the meeting of day 9 is before",
        ),
        (Script(pulse=(PulseScript(day=1), PulseScript(day=31))), "the pulse of day 31 may be in the month"),
    ],
)
def test_a_story_of_growth_that_contradicts_itself_is_refused(script: Script, fault: str) -> None:
    with pytest.raises(BrokenScript, match=fault):
        check(script)


def test_one_that_does_not_is_told() -> None:
    goal = replace(GOAL, start=10, measure="m", checkin=(CheckInScript(day=12, value=1),))
    rating = replace(RATING, day=6, episode="e")
    pulses = (PulseScript(day=1), PulseScript(day=32))
    check(
        Script(
            skill=(SKILL,),
            episode=(EPISODE,),
            goal=(goal,),
            measure=(COURSE,),
            rating=(rating,),
            credential=(replace(CREDENTIAL, expires=5),),
            pulse=pulses,
        )
    )


def test_a_course_goes_straight_from_point_to_point() -> None:
    course = [[10, 1.0], [20, 3.0], [24, 1.0]]
    assert [expected(course, day) for day in (10, 15, 20, 23, 24)] == [1, 2, 3, 1.5, 1]
