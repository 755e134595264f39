"""What the program knows of itself, for the pages of the help: so that a number or a list is not written twice."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication

from workjournal.charts import CHARTS, chart
from workjournal.domain import calibration, offering, query, spacing, trends, xmr
from workjournal.domain.episode import HARD, Episode, Kind, Setting
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.methods import method
from workjournal.domain.methods.method import Prompt
from workjournal.exporters import EXPORTERS
from workjournal.importers import IMPORTERS
from workjournal.journal.copies.keeping import DAYS, MONTHS, WEEKS
from workjournal.journal.every_setting import SETTINGS
from workjournal.journal.setting import Where
from workjournal.settings import Settings
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.method_words import shipped

_SITUATIONS: tuple[tuple[str, dict[str, object], GoalState | None], ...] = (
    (QT_TRANSLATE_NOOP("Help", "in a complex setting"), {"setting": Setting.COMPLEX}, None),
    (QT_TRANSLATE_NOOP("Help", "draining: little energy left"), {"energy": 0}, None),
    (QT_TRANSLATE_NOOP("Help", "for a goal that has ended"), {}, GoalState.ACHIEVED),
    (
        QT_TRANSLATE_NOOP("Help", "a hard challenge, in a setting that is clear or complicated"),
        {"kind": Kind.CHALLENGE, "difficulty": HARD, "setting": Setting.CLEAR},
        None,
    ),
    (QT_TRANSLATE_NOOP("Help", "another challenge"), {"kind": Kind.CHALLENGE}, None),
    (QT_TRANSLATE_NOOP("Help", "something learned"), {"kind": Kind.LEARNING}, None),
    (QT_TRANSLATE_NOOP("Help", "a hard win"), {"kind": Kind.WIN, "difficulty": HARD}, None),
    (QT_TRANSLATE_NOOP("Help", "a win with a result"), {"kind": Kind.WIN, "result": "+"}, None),
    (QT_TRANSLATE_NOOP("Help", "anything else"), {}, None),
)
"""What the work was, as a page says it, and an episode for which it holds; the rules themselves say the rest."""


class Insertions:
    """Facts by the name that stands in braces in a page, and what is said of a method or a chart."""

    def __init__(self) -> None:
        self._facts: dict[str, Callable[[], str]] = {
            "lessons-a-day": partial(str, spacing.MOST_A_DAY),
            "retention": partial(str, spacing.RETENTION),
            "lowest-retention": partial(str, spacing.LOWEST_RETENTION),
            "highest-retention": partial(str, spacing.HIGHEST_RETENTION),
            "fewest": partial(str, trends.FEWEST),
            "early": partial(str, calibration.EARLY),
            "steady": partial(str, calibration.STEADY),
            "xmr-fewest": partial(str, xmr.FEWEST),
            "run": partial(str, xmr.RUN),
            "near": partial(str, xmr.NEAR),
            "of": partial(str, xmr.OF),
            "backup-days": partial(str, DAYS),
            "backup-weeks": partial(str, WEEKS),
            "backup-months": partial(str, MONTHS),
            "idle": lambda: str(Settings().idle_minutes),
            "kinds": lambda: ", ".join(f"`!{words.kind_word(kind).lower()}`" for kind in Kind),
            "offers": _offers,
            "private-charts": lambda: ", ".join(f"*{each.title}*" for each in CHARTS if each.private),
            "filters": _filters,
            "things": lambda: _coded(query.THINGS),
            "settings-computer": partial(_settings, Where.COMPUTER),
            "settings-journal": partial(_settings, Where.JOURNAL),
            "imports": lambda: _rows((f"**{each.title}**", each.about) for each in IMPORTERS),
            "exports": lambda: _rows((f"**{each.title}**", each.about) for each in EXPORTERS),
        }

    def fact(self, name: str) -> str:
        """What stands for it.

        Raises:
            KeyError: a page asks for what is not known; a fault of the page.
        """
        return self._facts[name]()

    def known(self, sort: str, key: str) -> tuple[str, str]:
        """What a method or a chart is called, and what is said of it."""
        return _of_method(key) if sort == "method" else _of_chart(key)


def _of_method(key: str) -> tuple[str, str]:
    asked = method(key)
    told = [_tr("**When:** {offered}").format(offered=shipped(asked.offered))]
    told.append("\n".join(_question(number, prompt) for number, prompt in enumerate(asked.prompts, 1)))
    if asked.caution:
        told.append(f"> {shipped(asked.caution)}")
    if asked.source:
        told.append(_tr("*Source: {source}*").format(source=shipped(asked.source)))
    return shipped(asked.name), "\n\n".join(told)


def _question(number: int, prompt: Prompt) -> str:
    told = f"{number}. **{shipped(prompt.text)}**"
    if prompt.hint:
        told += f" {shipped(prompt.hint)}"
    if prompt.distanced:
        stepped = _tr("from a step back: {question}").format(question=shipped(prompt.distanced))
        told += f" *({stepped})*"
    return told


def _of_chart(key: str) -> tuple[str, str]:
    known = chart(key)
    return known.title, _tr("*For you alone: no pack takes this chart.*") if known.private else ""


def _offers() -> str:
    """A row for each situation, with what the rules of `offering` say to it."""
    day, rows = dt.date(2026, 1, 1), []
    for told, fields, ended in _SITUATIONS:
        goal = Goal(title="", state=ended) if ended else None
        offer = offering.for_episode(Episode(date=day, title="", **fields), goal)  # type: ignore[arg-type] # by name
        rows.append((_tr(told), f"**{shipped(offer.method.name)}.** {shipped(offer.reason)}"))
    free = offering.FREE
    rows.append((_tr("nothing in particular"), f"**{shipped(free.method.name)}.** {shipped(free.reason)}"))
    return _rows(rows)


def _settings(where: Where) -> str:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Setting", text)

    return _rows((f"**{tr(each.label)}**", tr(each.words)) for each in SETTINGS if each.where is where)


def _filters() -> str:
    takes = {"kind": _coded(Kind), "has": _coded(query.HAS), "is": _coded(query.IS)}
    takes |= dict.fromkeys(query.LABELS, _tr("a name"))
    takes |= dict.fromkeys(
        query.DAYS, _tr("a year, a month or a day (2026, 2026-03, 2026-03-14), today or yesterday")
    )
    alike: dict[str, list[str]] = {}
    for name in query.FILTERS:
        alike.setdefault(takes[name], []).append(f"{name}:")
    return _rows((_coded(names), told) for told, names in alike.items())


def _coded(values: Iterable[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"| {name} | {told} |" for name, told in rows)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
