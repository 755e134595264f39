"""The window program: one QApplication, one window."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workjournal.settings import Settings
from workjournal.ui import clipboard, errors, icons, language, machine, neighbour, tasks
from workjournal.ui.main_window import MainWindow
from workjournal.ui.reminders import RECORDED, Reminders

BEHIND, MINIMISED, TRAY = "behind", "minimised", "tray"
_PLACE = "WORKJOURNAL_WINDOW"
"""How the window was when the journal locked: the fresh one must not jump over what somebody works at."""

_FRAME = QSize(16, 48)
"""About as much as a title bar and borders take; they are not known before the window is shown."""


@dataclass
class Program:
    """The parts that live as long as the process."""

    app: QApplication
    window: MainWindow


def build(vault: Path | None = None) -> Program:
    """Make the application and its window, which is not shown yet; `vault` is opened instead of the last one."""
    settings = Settings.load()
    app = _dressed(settings)
    return Program(app, MainWindow(settings, _folder(vault, settings), restart=restart))


def _dressed(settings: Settings) -> QApplication:
    """The application with its name, language, colours and icon."""
    app = _application()
    app.setApplicationName("workjournal")
    app.setApplicationDisplayName("Workjournal")
    app.setDesktopFileName("workjournal")
    language.install(app)
    machine.dress(app, settings)
    app.setWindowIcon(QIcon(icons.icon("footprints", "accent")))
    QLocale.setDefault(QLocale.system())
    clipboard.guard(app)
    return app


def run(vault: Path | None = None, *, capture: bool = False) -> int:
    """Open the window and stay until it is closed; without a display, say what can be done instead.

    Where there is a window on this journal already, that one comes up instead. To `capture` is to bring up its small
    window, or one of its own.
    """
    if not _has_display():
        sys.stdout.write(
            "There is no display here, so the window cannot be opened.\n"
            "`make demo` builds a journal with a year in it and writes pictures of every screen and a review pack;\n"
            "`workjournal --help` shows what the terminal can do.\n"
        )
        return 0
    place = os.environ.pop(_PLACE, None)
    Reminders.recorded_on = os.environ.pop(RECORDED, "")
    if place is None and _is_up_already(vault, neighbour.CAPTURE if capture else neighbour.RAISE):
        told = "you can write in its small window now" if capture else "it was brought to the front"
        sys.stdout.write(f"This journal has a window already; {told}.\n")
        return 0
    settings = Settings.load()
    if capture and (folder := _folder(vault, settings)) is not None:
        return _capture_alone(settings, folder)
    program = build(vault)
    errors.install()
    _show(program.window, place)
    code = program.app.exec()
    tasks.wait_all()
    return code


def _capture_alone(settings: Settings, folder: Path) -> int:
    """No program is there for this journal: be one for as long as one capture takes."""
    from workjournal.ui.lone_capture import LoneCapture

    app = _dressed(settings)
    errors.install()
    lone = LoneCapture(app, settings, folder, restart)
    lone.begin()
    code = app.exec()
    tasks.wait_all()
    return code


def restart(vault: Path) -> None:
    """Replace this process by a fresh one at the unlock field: after a plain close texts would stay in its memory.

    An empty path stands for no vault: the last one, or a new one.
    """
    arguments = [] if vault == Path() else ["--vault", str(vault)]
    frozen = getattr(sys, "frozen", False)
    arguments = [sys.executable, *([] if frozen else ["-m", "workjournal"]), *arguments]
    sys.stdout.flush()
    os.environ[_PLACE] = _place_of_window()
    os.environ[RECORDED] = Reminders.recorded_on
    if os.name == "nt":  # there execv would be a new process too, and one that its starter waits for in vain
        import subprocess

        subprocess.Popen(arguments, close_fds=True)  # noqa: S603 - our own program
        os._exit(0)
    os.execv(sys.executable, arguments)  # noqa: S606 - no shell, our own program


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    return app


def _folder(vault: Path | None, settings: Settings) -> Path | None:
    return vault or (Path(settings.last_vault) if settings.last_vault else None)


def _is_up_already(vault: Path | None, word: str) -> bool:
    app = _application()  # sockets need one, and it must be the window's kind
    folder = _folder(vault, Settings.load())
    return app is not None and folder is not None and neighbour.ask(folder, word)


def _show(window: MainWindow, place: str | None) -> None:
    _fit_screen(window)
    if place == TRAY:
        window.outposts.start_hidden()
        return
    if place == MINIMISED:
        window.showMinimized()
        return
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, place == BEHIND)
    window.show()
    if place != BEHIND:
        window.activateWindow()  # where no window manager does it, shortcuts would not work


def _fit_screen(window: MainWindow) -> None:
    """No larger than the screen has room for, with the frame that is drawn around it."""
    room = window.screen().availableGeometry().size() - _FRAME
    window.resize(window.size().boundedTo(room))


def _place_of_window() -> str:
    windows = QApplication.topLevelWidgets()
    if any(window.outposts.hidden for window in windows if isinstance(window, MainWindow)):
        return TRAY
    shown = [window for window in windows if window.isVisible()]
    if any(window.isMinimized() for window in shown if isinstance(window, MainWindow)):
        return MINIMISED
    return "" if QApplication.activeWindow() is not None else BEHIND


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
