"""What the tests of the review pack's screen have in common: a journal with work in it, and the screen."""

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from ui.asking import asked
from ui.showing import on_screen
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.parts.pack_preview import Preview
from workjournal.ui.screens.pack import PackScreen

D = TypeVar("D", bound=QDialog)
SECRET = "I was more nervous than I admitted to anyone"


def worked(journal: Journal) -> list[Episode]:
    """A person, a goal that runs, and two episodes of the last days."""
    journal.people.save(Person(name="Marco Ruiz", pseudonym="the product lead"))
    today = journal.today()
    goal = journal.goals.add(Goal(title="Lead the planning", criterion="Accepted in one round"))
    journal.goals.start(goal.id, today - dt.timedelta(days=9))
    return [
        journal.episodes.add(
            Episode(
                date=today - dt.timedelta(days=days),
                title=title,
                kind=Kind.WIN,
                result="It held",
                private_note=SECRET,
            )
        )
        for days, title in ((3, "Told Marco about the scope cut"), (5, "Wrote the runbook"))
    ]


def opened(qtbot: QtBot, journal: Journal) -> PackScreen:
    """As the workspace brings it up, with its pages made."""
    screen = on_screen(qtbot, PackScreen(journal))
    screen.renew()
    screen.arrive(None)
    tasks.wait_all()
    return screen


def settle(screen: PackScreen) -> None:
    """As if the pause after the last change had passed."""
    assert not screen.pages.are_current()
    screen.pages.settle()
    tasks.wait_all()


def seen(screen: PackScreen) -> Preview:
    """What was made last."""
    assert screen.pages.preview is not None
    return screen.pages.preview


def text(screen: PackScreen) -> str:
    """What the pages say."""
    return " ".join("".join(page_texts(seen(screen).pdf)).split())


def turn_to(screen: PackScreen, audience: Audience) -> None:
    """Press the button of an audience, and wait for its pages."""
    screen.period.audience.button(audience).click()
    settle(screen)


def row(screen: PackScreen, section: str, thing: object = "") -> str:
    """What a reader says of a row of the contents."""
    return str(screen.contents.index_of(section, str(thing)).data())


def look_into(screen: PackScreen, section: str, thing: object, kind: type[D]) -> D:
    """Open what leaves of a thing."""
    screen.contents.open(screen.contents.index_of(section, str(thing)))
    tasks.wait_all()
    return asked(kind)


def answer_path(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """Answer the next questions where to save; what was suggested is gathered."""
    suggestions: list[str] = []

    def ask(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        suggestions.append(Path(suggested).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return suggestions
