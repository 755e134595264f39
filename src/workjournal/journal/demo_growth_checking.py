"""What a story must keep to in its figures and in what it says of skills."""

from collections.abc import Iterator
from itertools import pairwise

from workjournal.journal.demo_growth_script import RATED_AT, MeasureScript
from workjournal.journal.demo_script import LAST_DAY, Script

LONGEST_MONTH = 31
"""Days between two pulses that are sure to be in two months, on whatever day the story begins."""


def of_growth(script: Script) -> Iterator[str]:
    """Everything that refers to nothing, or comes before what it refers to, or would be lost."""
    yield from _unknown(script)
    yield from _of_measures(script)
    yield from _of_days(script)
    for measure in script.measure:
        yield from _of_course(measure)


def of_meetings(script: Script) -> Iterator[str]:
    """Every meeting with somebody unknown, before its pack, or whose agreements end before it."""
    people = {person.name for person in script.person}
    for meeting in script.meeting:
        if meeting.recipient not in people:
            yield f"the meeting of day {meeting.met} refers to {meeting.recipient}"
        done = [agreement.done for agreement in meeting.agreement if agreement.done is not None]
        if not 0 < meeting.made <= meeting.met <= min([LAST_DAY, *done]):
            yield f"the meeting of day {meeting.met} is before its pack, or something it led to before it"


def _unknown(script: Script) -> Iterator[str]:
    skills = {skill.name for skill in script.skill}
    measures = {measure.key for measure in script.measure}
    wanted = [
        *((rating.skill, f"the rating of day {rating.day}") for rating in script.rating),
        *((credential.skill, credential.name) for credential in script.credential),
        *((need.skill, profile.name) for profile in script.profile for need in profile.need),
    ]
    yield from (f"{where} refers to {name}" for name, where in wanted if name not in skills)
    figures = [
        *((goal.measure, goal.key) for goal in script.goal),
        *((change.measure, change.text) for change in script.change),
    ]
    yield from (f"{where} refers to {key}" for key, where in figures if key and key not in measures)


def _of_measures(script: Script) -> Iterator[str]:
    made = {measure.key: measure.day for measure in script.measure}
    for goal in script.goal:
        if goal.measure and made.get(goal.measure, 0) > goal.begins():
            yield f"{goal.key} comes before its measure"
        if not goal.measure and any(look.value is not None for look in goal.checkin):
            yield f"{goal.key} has a value of no measure"
    for change in script.change:
        if change.measure and made.get(change.measure, 0) > change.day:
            yield f"{change.text} comes before its measure"


def _of_days(script: Script) -> Iterator[str]:
    episodes = {episode.key: (episode.day, episode.time) for episode in script.episode}
    for rating in script.rating:
        if rating.episode and rating.episode not in episodes:
            yield f"the rating of day {rating.day} refers to {rating.episode}"
        elif rating.episode and episodes[rating.episode] >= (rating.day, RATED_AT):
            yield f"the rating of day {rating.day} comes before what shows it"
    for credential in script.credential:
        if credential.expires is not None and credential.expires < credential.day:
            yield f"{credential.name} is over before it was got"
    pulses = [pulse.day for pulse in script.pulse]
    for one, following in pairwise(pulses):
        if following - one < LONGEST_MONTH:
            yield f"the pulse of day {following} may be in the month of the one before"
    dated = [
        *((measure.key, measure.day) for measure in script.measure),
        *((change.text, change.day) for change in script.change),
        *((f"the rating of {rating.skill}", rating.day) for rating in script.rating),
        *((credential.name, credential.day) for credential in script.credential),
        *((profile.name, profile.day) for profile in script.profile),
        *(("the pulse", day) for day in pulses),
    ]
    yield from (f"{name} is on day {day}" for name, day in dated if not 0 <= day <= LAST_DAY)


def _of_course(measure: MeasureScript) -> Iterator[str]:
    places = [place for place, _ in measure.course]
    if places != sorted(set(places)):
        yield f"{measure.key} goes back in time"
    if measure.course and not measure.day <= places[0] <= places[-1] <= LAST_DAY:
        yield f"{measure.key} is counted outside its time"
    counted = {str(day) for day in measure.days()}
    yield from (f"{measure.key} is not counted on day {day}" for day in measure.notes if day not in counted)
    for reading in measure.reading:
        written = reading.day if reading.written is None else reading.written
        if not max(measure.day, reading.day) <= written <= LAST_DAY:
            yield f"{measure.key} has a value before it is made"
