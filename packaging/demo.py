"""`make demo`: a journal with a year in it, its review pack as PDF, and pictures of every screen. Needs no display.

    python packaging/demo.py [FOLDER] [--today 2026-11-20]

The journal's passphrase is printed: it is a sample, not a secret.
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from workjournal.domain.entity import Audience
from workjournal.domain.goal import GoalState
from workjournal.domain.period import Interval, Period
from workjournal.journal import demo, opening
from workjournal.journal.agenda import DueKind
from workjournal.journal.backups import Reason
from workjournal.journal.journal import Journal
from workjournal.ui import tasks, theme
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.main_window import MainWindow
from workjournal.ui.places import New
from workjournal.ui.program import build
from workjournal.ui.screens import SCREENS

PASSPHRASE = "sample journal to look around in"
SIZES = ((1440, 900), (960, 640))
PACK_WEEKS = 13
END_OF_DAY = dt.time(18, 42)
GOALS = {
    "goal-planned": (GoalState.PLANNED,),
    "goal-closed": (GoalState.ACHIEVED, GoalState.PARTLY, GoalState.MISSED, GoalState.ABANDONED),
}
"""Pictures of goals beside the one that runs, and which states they are of."""
VEIL = QColor(0, 0, 0, 70)
"""Over the window behind a dialog, whose frame a picture does not have."""
Step = tuple[str, Callable[[], None]]


def main() -> int:
    choose = argparse.ArgumentParser(
        description="A sample journal, its review pack and pictures of every screen."
    )
    choose.add_argument("folder", nargs="?", type=Path, help="a new folder; a temporary one without it")
    choose.add_argument("--today", type=dt.date.fromisoformat, help="the day on which the sample year ends")
    chosen = choose.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="workjournal-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    # The settings of whoever runs this stay as they are.
    os.environ["WORKJOURNAL_CONFIG"] = str(folder / "settings")
    now = dt.datetime.combine(chosen.today or dt.datetime.now().astimezone().date(), END_OF_DAY).astimezone()
    vault = folder / "journal"
    demo.make(vault, PASSPHRASE, today=now.date())
    print(f"journal    {vault}\npassphrase {PASSPHRASE}", flush=True)
    with opening.open_journal(vault, PASSPHRASE, lambda: now) as journal:
        journal.ways_in.add_code(PASSPHRASE, journal.ways_in.new_code())
        print(f"backup     {journal.backups.make(Reason.DAILY).path}", flush=True)
        print(f"pack       {_pack(journal, folder)}", flush=True)
        for picture in _pictures(journal, folder):
            print(f"picture    {picture}", flush=True)
    return 0


def _pack(journal: Journal, folder: Path) -> Path:
    end = journal.today()
    start = end - dt.timedelta(weeks=PACK_WEEKS)
    offer = journal.packs.offer(start, end, Audience.MANAGER)
    path = folder / "Review pack.pdf"
    journal.packs.export(offer.choice(start, end, Audience.MANAGER), path)
    return path


def _pictures(journal: Journal, folder: Path) -> list[Path]:
    """One picture of each screen, light and dark, in each size."""
    program = build(None)
    window, made = program.window, []
    window.show()
    looks = partial(_in_all_looks, program.app, window, folder)
    entrance: list[Step] = [(name, partial(window.entrance.turn, name)) for name in ("begin", "create")]
    made += looks([*entrance, ("unlock", partial(_ask_for, window, folder / "journal"))])
    window.enter(Opened(journal, opening.lock_for_window(journal.folder)))
    workspace = window.workspace
    assert workspace is not None
    screens: list[Step] = [
        (picture, partial(workspace.go, screen, what)) for picture, screen, what in _places(journal)
    ]
    made += looks(screens)
    workspace.leave()
    return made


def _ask_for(window: MainWindow, vault: Path) -> None:
    window.unlock_page.ask_for(vault)
    window.entrance.turn("unlock")


def _places(journal: Journal) -> list[tuple[str, str, object]]:
    """Each screen with something worth seeing on it, and some again with another thing: picture, screen, what."""
    reflection = next(each for each in journal.reflections.newest() if each.episodes and each.evidence)
    lesson = max(
        journal.lessons.all(), key=lambda each: (bool(journal.merging.alike(each.id)), len(each.applied()))
    )
    worth: dict[str, object] = {
        "today": journal.episodes.newest(limit=1)[0].date,
        "episode": reflection.episodes[0].id,
        "reflection": reflection.id,
        "goal": _goal(journal, GoalState.ACTIVE),
        "skills": _skill(journal),
        "profiles": _gap(journal),
        "measures": max(journal.measures.all(), key=lambda each: len(journal.measures.changes(each.id))).id,
        "lessons": lesson.id,
        "search": "plan",
        "help": "charts",
        "methods": next((own.id for own in journal.methods.own()), None),
    }
    places = [(kind.name, kind.name, worth.get(kind.name)) for kind in SCREENS]
    for picture, states in GOALS.items():
        goal = _goal(journal, *states)
        places += [(picture, "goal", goal)] if goal else []
    present = Period.of(Interval.WEEK, journal.today())
    review = next(iter(journal.reviews.due(journal.today())), present)
    return [*places, ("review", "reflection", New(about=review)), ("pulse", "today", DueKind.PULSE)]


def _goal(journal: Journal, *states: GoalState) -> UUID | None:
    """The goal of one of these states with the most to see on it."""
    goals = [goal for goal in journal.goals.all() if goal.state in states]
    seen = {goal.id: (len(goal.forecasts), len(journal.evidence.of(goal.id))) for goal in goals}
    return max(seen, key=lambda goal: seen[goal], default=None)


def _skill(journal: Journal) -> UUID:
    """The skill with the most to see: a certificate, many ratings."""
    counts = journal.credentials.counts()
    ratings = journal.ratings.of_all(skill.id for skill in journal.skills.all())
    return max(ratings, key=lambda skill: len(ratings[skill]) * (1 + counts.get(skill, 0)))


def _gap(journal: Journal) -> UUID | None:
    """The skill with the widest gap of those that a goal stretches: all of the menu has something in it."""
    found = {
        each.skill.id: each.gap.missing
        for profile in journal.profiles.all()
        for each in journal.profiles.gaps(profile.id)
        if journal.goals.with_skill(each.skill.id)
    }
    return max(found, key=lambda skill: found[skill], default=None)


def _in_all_looks(app: QApplication, window: MainWindow, folder: Path, steps: list[Step]) -> list[Path]:
    made = []
    for look in ("light", "dark"):
        theme.apply(app, look)
        for width, height in SIZES:
            window.resize(width, height)
            for name, show in steps:
                show()
                tasks.wait_all()
                QTest.qWait(400)
                tasks.wait_all()
                QTest.qWait(200)
                path = folder / f"{name}-{look}-{width}x{height}.png"
                _grabbed(window).save(str(path))
                made.append(path)
    return made


def _grabbed(window: MainWindow) -> QPixmap:
    """The window, with a dialog that is open over its middle, which is closed then."""
    picture = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            place = QRect(QPoint(), dialog.size())
            place.moveCenter(window.rect().center())
            painter = QPainter(picture)
            painter.fillRect(window.rect(), VEIL)
            painter.drawPixmap(place.topLeft(), dialog.grab())
            painter.end()
            dialog.reject()
    return picture


if __name__ == "__main__":
    sys.exit(main())
