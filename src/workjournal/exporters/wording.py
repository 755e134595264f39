"""The words that a typeset page adds of its own, by language."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from workjournal.domain.action import ActionKind, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Kind
from workjournal.domain.goal import GoalState
from workjournal.domain.label import Relation
from workjournal.domain.pseudonyms import STAND_INS


@dataclass(frozen=True, kw_only=True)
class Wording:
    """`months` are short names, January first, and `long_months` whole ones; what has {braces} is filled.

    `count` is filled with a chart's n, `some` with how many panels are shown of how many; `less` and `more` stand at the
    ends of a heat map's colours. `headings` are those of sections by key, or by audience and key; English ones are those
    of domain/pack.py.
    """

    page: str
    of: str
    result: str
    picture: str
    """Said of a picture that has no words of its own."""
    count: str
    some: str
    less: str
    more: str
    months: tuple[str, ...]
    long_months: tuple[str, ...]
    date: str
    """With {day}, {month} and {year}."""
    period: str
    titles: Mapping[Audience, str]
    nothing: str
    nothing_ticked: str
    stand_ins: Mapping[Relation, str]
    star: Mapping[str, str]
    also: str
    other_work: str
    kinds: Mapping[Kind, str]
    goal_states: Mapping[GoalState, str]
    week: str
    week_of: str
    target: str
    progress: str
    of_hundred: str
    feedback_from: str
    help_needed: str
    reason: str
    owners: Mapping[Owner, str]
    action_states: Mapping[ActionState, str]
    action_kinds: Mapping[ActionKind, str]
    carried_over: str
    due: str
    applied: str
    worked: str
    once: str
    twice: str
    several: str
    valid_until: str
    skill: str
    first_rating: str
    last_rating: str
    rated: str
    headings: Mapping[str, str] = field(default_factory=dict)
    headings_for: Mapping[tuple[Audience, str], str] = field(default_factory=dict)

    def heading(self, audience: Audience, key: str, usual: str) -> str:
        """The heading of a section; `usual` is the English one."""
        return self.headings_for.get((audience, key)) or self.headings.get(key, usual)

    def day(self, day: dt.date) -> str:
        """As in "3 March 2026"."""
        return self.date.format(day=day.day, month=self.long_months[day.month - 1], year=day.year)

    def month(self, day: dt.date) -> str:
        """As in "March 2026"."""
        return f"{self.long_months[day.month - 1]} {day.year}"

    def times(self, number: int) -> str:
        """As in "once", "twice", "3 times"."""
        return {1: self.once, 2: self.twice}.get(number) or self.several.format(n=number)


_ENGLISH = Wording(
    page="page",
    of="of",
    result="Result",
    picture="Picture",
    count="n = {n}",
    some="{shown} of {all} shown",
    less="less",
    more="more",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    long_months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    date="{day} {month} {year}",
    period="{start} to {end}",
    titles={
        Audience.MANAGER: "One-on-one review pack",
        Audience.NEXT_JOB: "Portfolio of evidence",
        Audience.OWN: "Year in review",
    },
    nothing="Nothing chosen",
    nothing_ticked="Nothing was ticked for this period.",
    stand_ins=STAND_INS,
    star={
        "situation": "Situation",
        "task": "Task",
        "action": "Action",
        "result": "Result",
        "learning": "Learning",
    },
    also="also {skills}",
    other_work="Other work",
    kinds={kind: kind.value for kind in Kind},
    goal_states={state: state.value for state in GoalState},
    week="week {n}",
    week_of="week {n} of {all}",
    target="Target",
    progress="Progress",
    of_hundred="{n} of 100",
    feedback_from="Feedback from",
    help_needed="Help needed",
    reason="Reason",
    owners={Owner.ME: "me", Owner.MANAGER: "my manager"},
    action_states={state: state.value.replace("-", " ") for state in ActionState},
    action_kinds={ActionKind.ACTION: "", ActionKind.ASK: "", ActionKind.IMPROVEMENT: "improvement idea"},
    carried_over="carried over",
    due="due {day}",
    applied="Applied {times}",
    worked="worked {times}",
    once="once",
    twice="twice",
    several="{n} times",
    valid_until="valid until {day}",
    skill="Skill",
    first_rating="First rating",
    last_rating="Last rating",
    rated="{level} of 100, {day}",
)
_GERMAN = Wording(
    page="Seite",
    of="von",
    result="Ergebnis",
    picture="Bild",
    count="n = {n}",
    some="{shown} von {all} gezeigt",
    less="weniger",
    more="mehr",
    months=("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    long_months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    date="{day}. {month} {year}",
    period="{start} bis {end}",
    titles={
        Audience.MANAGER: "Unterlage für das Vier-Augen-Gespräch",
        Audience.NEXT_JOB: "Portfolio mit Belegen",
        Audience.OWN: "Jahresrückblick",
    },
    nothing="Nichts ausgewählt",
    nothing_ticked="Für diesen Zeitraum wurde nichts angekreuzt.",
    stand_ins={
        Relation.MANAGER: "meine Führungskraft",
        Relation.PEER: "jemand aus dem Kollegium",
        Relation.REPORT: "jemand aus dem Team",
        Relation.CUSTOMER: "jemand auf Kundenseite",
        Relation.SUPPLIER: "jemand auf Lieferantenseite",
        Relation.MENTOR: "jemand, der mich begleitet",
        Relation.OTHER: "jemand bei der Arbeit",
    },
    star={
        "situation": "Situation",
        "task": "Aufgabe",
        "action": "Vorgehen",
        "result": "Ergebnis",
        "learning": "Gelernt",
    },
    also="auch {skills}",
    other_work="Andere Arbeit",
    kinds={
        Kind.WORK: "Arbeit",
        Kind.WIN: "Erfolg",
        Kind.CHALLENGE: "Herausforderung",
        Kind.FEEDBACK: "Rückmeldung",
        Kind.DECISION: "Entscheidung",
        Kind.LEARNING: "Gelerntes",
    },
    goal_states={
        GoalState.PLANNED: "geplant",
        GoalState.ACTIVE: "läuft",
        GoalState.ACHIEVED: "erreicht",
        GoalState.PARTLY: "teilweise erreicht",
        GoalState.MISSED: "verfehlt",
        GoalState.ABANDONED: "aufgegeben",
    },
    week="Woche {n}",
    week_of="Woche {n} von {all}",
    target="Zielwert",
    progress="Fortschritt",
    of_hundred="{n} von 100",
    feedback_from="Rückmeldung von",
    help_needed="Nötige Hilfe",
    reason="Grund",
    owners={Owner.ME: "ich", Owner.MANAGER: "meine Führungskraft"},
    action_states={
        ActionState.OPEN: "offen",
        ActionState.DONE: "erledigt",
        ActionState.DROPPED: "fallen gelassen",
        ActionState.NOT_MET: "nicht eingehalten",
        ActionState.NEVER_AROSE: "nie eingetreten",
    },
    action_kinds={ActionKind.ACTION: "", ActionKind.ASK: "", ActionKind.IMPROVEMENT: "Verbesserungsidee"},
    carried_over="weiter offen",
    due="bis {day}",
    applied="Angewandt: {times}",
    worked="mit Erfolg: {times}",
    once="einmal",
    twice="zweimal",
    several="{n}-mal",
    valid_until="gültig bis {day}",
    skill="Fähigkeit",
    first_rating="Erste Einschätzung",
    last_rating="Letzte Einschätzung",
    rated="{level} von 100, {day}",
    headings={
        "since-last-time": "Seit dem letzten Gespräch",
        "highlights": "Höhepunkte und Tiefpunkte",
        "stories": "Beispiele nach Fähigkeiten",
        "months": "Monat für Monat",
        "goals": "Ziele, die mich fordern",
        "lessons": "Was ich gelernt und wo ich es angewandt habe",
        "skills": "Fähigkeiten",
        "credentials": "Nachweise",
        "asks": "Worum ich bitte",
        "growth": "Entwicklung",
        "commitments": "Nächster Zeitraum",
        "evidence": "Belege",
    },
    headings_for={
        (Audience.NEXT_JOB, "lessons"): "Wie ich arbeite",
        (Audience.NEXT_JOB, "goals"): "Ziele, die mich gefordert haben",
        (Audience.OWN, "goals"): "Ziele, die mich gefordert haben",
        (Audience.OWN, "commitments"): "Nächstes Jahr",
    },
)


def wording(language: str) -> Wording:
    """The words for a language tag such as "de" or "de-AT"; English where there are none."""
    return _GERMAN if language.partition("-")[0].lower() == "de" else _ENGLISH
