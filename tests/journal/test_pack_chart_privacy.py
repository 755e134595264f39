"""Charts in a pack: private ones are refused in every way in, and names are replaced in all that a chart says."""

import datetime as dt

import pytest

from workjournal.charts import CHARTS, FOR_PACKS
from workjournal.charts.chart import Chart
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Relation, Skill
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.pulse import Pulse
from workjournal.domain.skill_record import SkillRating
from workjournal.exporters.pack_content import texts_of
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_errors import PrivateChart
from workjournal.journal.preferences import PACK_CHARTS

START, END = dt.date(2026, 11, 1), dt.date(2026, 11, 30)
DAY = dt.date(2026, 11, 12)
PRIVATE = [chart for chart in CHARTS if chart.private]


def choice(*charts: str) -> PackChoice:
    return PackChoice(start=START, end=END, audience=Audience.MANAGER, charts=charts)


def test_zones_energy_and_what_counts_activity_are_private() -> None:
    keys = {chart.key for chart in PRIVATE}
    assert {"zones", "energy", "cadence", "lesson_funnel", "reflection_lag", "calibration"} <= keys
    assert keys.isdisjoint(chart.key for chart in FOR_PACKS)


@pytest.mark.parametrize("chart", PRIVATE, ids=lambda chart: chart.key)
def test_a_private_chart_is_refused(journal: Journal, chart: Chart) -> None:
    journal.pulses.give(Pulse(date=DAY, safety=5, accountability=95))
    journal.episodes.add(Episode(date=DAY, title="Shipped it", difficulty=80, energy=5))
    for verb in (journal.packs.compose, journal.packs.typeset, journal.packs.stand_ins):
        with pytest.raises(PrivateChart, match=chart.title):
            verb(choice("difficulty", chart.key))
    with pytest.raises(PrivateChart, match=chart.title):
        pack_charts.tick(journal.preferences, ["difficulty", chart.key])
    assert chart.key not in pack_charts.ticked(journal.preferences)


def test_one_that_was_ticked_before_it_was_private_is_left_out(journal: Journal) -> None:
    journal.preferences.set(PACK_CHARTS, '["zones", "difficulty"]')
    assert pack_charts.ticked(journal.preferences) == ("difficulty",)


@pytest.mark.parametrize("audience", Audience)
def test_no_private_chart_is_proposed(journal: Journal, audience: Audience) -> None:
    offered = journal.packs.offer(START, END, audience).choice(START, END, audience)
    assert set(offered.charts) <= {chart.key for chart in FOR_PACKS}
    assert set(pack_charts.ticked(journal.preferences)) <= {chart.key for chart in FOR_PACKS}


def named(journal: Journal) -> None:
    """A person in the name of a measure, in a marked change and in the name of a skill."""
    journal.people.save(Person(name="Priya Sharma", pseudonym="the planner", relation=Relation.PEER))
    measure = journal.measures.save(Measure(name="Orders for Priya", unit="orders"))
    for day in range(1, 25):
        journal.measures.log(
            Reading(measure_id=measure.id, date=START + dt.timedelta(days=day), value=day % 5)
        )
    journal.measures.mark(MarkedChange(date=DAY, text="Priya Sharma took over"))
    skill = journal.skills.save(Skill(name="Briefing Priya"))
    journal.ratings.rate(SkillRating(skill_id=skill.id, date=DAY, level=40))


def test_names_are_replaced_in_all_that_a_chart_says(journal: Journal) -> None:
    named(journal)
    content = journal.packs.compose(choice("measures", "around_change", "skills"))
    (growth,) = (section for section in content.sections if section.key == "growth")
    assert len(growth.figures) == 3
    told = "\n".join(texts_of(growth))
    assert "Orders for the planner" in told
    assert "coincides with “The planner took over”" in told
    assert "Briefing the planner" in told
    assert "priya" not in told.casefold()
    assert "Priya" not in " ".join(
        page_texts(journal.packs.typeset(choice("measures", "around_change", "skills")))
    )
    assert journal.packs.stand_ins(choice("measures")) == {"Priya Sharma": "the planner"}


def test_a_name_that_is_a_month_stops_no_chart(journal: Journal) -> None:
    named(journal)
    journal.people.save(Person(name="November", relation=Relation.PEER))
    content = journal.packs.compose(choice("around_change"))
    assert "(12 November 2026)" in "\n".join(texts_of(content.sections))
    assert journal.packs.typeset(choice("around_change"))
