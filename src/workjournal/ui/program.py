"""The window program: one QApplication, one window."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workjournal.settings import Settings
from workjournal.ui import clipboard, errors, icons, language, neighbour, tasks, theme
from workjournal.ui.main_window import MainWindow

BEHIND, MINIMISED = "behind", "minimised"
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
    app = _application()
    app.setApplicationName("workjournal")
    app.setApplicationDisplayName("Workjournal")
    app.setDesktopFileName("workjournal")
    language.install(app)
    settings = Settings.load()
    theme.apply(app, settings.theme, settings.scale)
    app.setWindowIcon(QIcon(icons.icon("footprints", "accent")))
    QLocale.setDefault(QLocale.system())
    clipboard.guard(app)
    return Program(app, MainWindow(settings, _folder(vault, settings), restart=restart))


def run(vault: Path | None = None) -> int:
    """Open the window and stay until it is closed; without a display, say what can be done instead.

    Where there is a window on this journal already, that one comes up instead.
    """
    if not _has_display():
        sys.stdout.write(
            "There is no display here, so the window cannot be opened.\n"
            "`make demo` builds a journal with a year in it and writes pictures of every screen and a review pack;\n"
            "`workjournal --help` shows what the terminal can do.\n"
        )
        return 0
    place = os.environ.pop(_PLACE, None)
    if place is None and _is_up_already(vault):
        sys.stdout.write("This journal has a window already; it was brought to the front.\n")
        return 0
    program = build(vault)
    errors.install()
    _show(program.window, place)
    code = program.app.exec()
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


def _is_up_already(vault: Path | None) -> bool:
    app = _application()  # sockets need one, and it must be the window's kind
    folder = _folder(vault, Settings.load())
    return app is not None and folder is not None and neighbour.ask(folder, neighbour.RAISE)


def _show(window: MainWindow, place: str | None) -> None:
    _fit_screen(window)
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
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    if any(window.isMinimized() for window in shown if isinstance(window, MainWindow)):
        return MINIMISED
    return "" if QApplication.activeWindow() is not None else BEHIND


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
