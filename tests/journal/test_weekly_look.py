"""The weekly look: which sentences changed since the week before."""

import datetime as dt
from dataclasses import replace

import pytest

from workjournal.charts import CHARTS
from workjournal.domain.episode import Episode, Kind, Source
from workjournal.domain.history import History
from workjournal.domain.period import Interval, Period, months_back
from workjournal.journal import weekly_look
from workjournal.journal.journal import Journal

KEYS = ("difficulty", "confidence")


def noted(journal: Journal, day: dt.date, difficulty: int) -> None:
    journal.episodes.add(Episode(date=day, title="Counted the stock", difficulty=difficulty))


@pytest.fixture
def week(journal: Journal) -> Period:
    return Period.of(Interval.WEEK, journal.today())


@pytest.fixture
def rising(journal: Journal, week: Period) -> None:
    """Eight weeks in which it became harder, the last of them the present one."""
    for back in range(8):
        noted(journal, week.start - dt.timedelta(weeks=back), 80 - 10 * back)


def look(journal: Journal, week: Period) -> weekly_look.Look:
    return weekly_look.look(journal.growth, KEYS, week, journal.today(), lambda: None)


def test_a_sentence_that_can_be_said_for_the_first_time_moved(
    journal: Journal, week: Period, rising: None
) -> None:
    found = look(journal, week)
    assert [(saying.key, saying.before) for saying in found.moved] == [("difficulty", "")]
    assert found.moved[0].reading == "Difficulty is rising over these 8 weeks."
    assert found.silent == ("Confidence before and after",)
    assert [figure.key for figure in found.figures] == ["difficulty"]


def test_the_sentence_is_the_one_of_a_pack_of_that_quarter(
    journal: Journal, week: Period, rising: None
) -> None:
    found = look(journal, week)
    shown = journal.growth.shown_history(found.history.start, found.history.end)
    assert found.moved[0].reading == journal.growth.figure("difficulty", shown).reading
    assert found.history.end == journal.today()


def test_a_sentence_in_which_only_a_count_is_another_did_not_move(
    journal: Journal, week: Period, rising: None
) -> None:
    noted(journal, week.start - dt.timedelta(weeks=8), 0)
    found = look(journal, week)
    assert found.moved == ()
    assert found.same[0].reading == "Difficulty is rising over these 9 weeks."
    assert found.same[0].before == ""


def test_what_it_said_before_stands_beside_what_moved(journal: Journal, week: Period) -> None:
    for day, source in (
        (week.start - dt.timedelta(days=9), Source.EXPERIENCE),
        (week.start, Source.EXPOSURE),
        (week.start, Source.EXPOSURE),
    ):
        journal.episodes.add(Episode(date=day, title="Counted the stock", source=source))
    found = weekly_look.look(journal.growth, ["sources", "cadence"], week, journal.today(), lambda: None)
    assert [(saying.key, saying.before) for saying in found.moved] == [
        ("sources", "Experience is named in the one episode that names a source.")
    ]
    assert found.moved[0].reading == "Exposure is named most, in 2 of 3 episodes that name a source."
    assert [saying.key for saying in found.same] == ["cadence"]
    assert [figure.key for figure in found.figures] == ["sources", "cadence"]


def test_what_fell_out_of_the_quarter_moves_nothing(journal: Journal, week: Period) -> None:
    start = months_back(journal.today(), 3) + dt.timedelta(days=1)
    journal.episodes.add(Episode(date=start - dt.timedelta(days=1), title="Old", source=Source.EXPERIENCE))
    journal.episodes.add(Episode(date=start, title="Counted the stock", source=Source.EXPOSURE))
    found = weekly_look.look(journal.growth, ["sources"], week, journal.today(), lambda: None)
    assert found.moved == ()
    assert found.same[0].reading.startswith("Exposure is named")


def test_a_claim_that_its_sentence_does_not_show_did_not_move(
    journal: Journal, week: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or else one would read the same sentence twice."""
    drawn = CHARTS[0].figure(History(week.start, week.end))
    claims = iter((("now",), ("a week before",)))
    monkeypatch.setattr(journal.growth, "figure", lambda _key, _of: replace(drawn, claims=next(claims)))
    found = weekly_look.look(journal.growth, ["any"], week, journal.today(), lambda: None)
    assert (found.moved, len(found.same)) == ((), 1)


def test_an_earlier_week_knows_nothing_of_later_ones(journal: Journal, week: Period, rising: None) -> None:
    found = look(journal, week.before())
    assert found.moved == found.same == ()
    assert found.history.end == week.before().end
    assert len(found.silent) == 2


def test_the_same_sentence_has_not_moved(journal: Journal, week: Period) -> None:
    for back in range(1, 9):
        noted(journal, week.start - dt.timedelta(weeks=back), 90 - 10 * back)
    found = look(journal, week)
    assert found.moved == ()
    assert [saying.reading for saying in found.same] == ["Difficulty is rising over these 8 weeks."]


def test_too_few_for_a_sentence_is_nothing_that_moved(journal: Journal, week: Period) -> None:
    for back in range(3):
        episode = Episode(date=week.start - dt.timedelta(days=back), title="x", kind=Kind.CHALLENGE)
        journal.episodes.add(episode)
    found = weekly_look.look(journal.growth, ["reflection_lag"], week, journal.today(), lambda: None)
    assert found.moved == found.same == ()
    assert found.silent == ("How long work waits for a reflection",)


def test_whoever_waits_no_longer_ends_it(journal: Journal, week: Period) -> None:
    def no_longer() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        weekly_look.look(journal.growth, KEYS, week, journal.today(), no_longer)


def test_the_week_to_look_at_is_the_present_one_from_friday_on() -> None:
    thursday = dt.date(2026, 11, 19)
    assert weekly_look.latest(thursday).end == dt.date(2026, 11, 15)
    assert weekly_look.latest(thursday + dt.timedelta(days=1)).end == dt.date(2026, 11, 22)
