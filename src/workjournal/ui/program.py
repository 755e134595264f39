"""The window program: one QApplication, one window."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workjournal.settings import Settings
from workjournal.ui import errors, icons, language, tasks, theme
from workjournal.ui.main_window import MainWindow


@dataclass
class Program:
    """The parts that live as long as the process."""

    app: QApplication
    window: MainWindow


def build(vault: Path | None = None) -> Program:
    """Make the application and its window, which is not shown yet; `vault` is opened instead of the last one."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("workjournal")
    app.setApplicationDisplayName("Workjournal")
    app.setDesktopFileName("workjournal")
    language.install(app)
    settings = Settings.load()
    theme.apply(app, settings.theme, settings.scale)
    app.setWindowIcon(QIcon(icons.icon("footprints", "accent")))
    QLocale.setDefault(QLocale.system())
    folder = vault or (Path(settings.last_vault) if settings.last_vault else None)
    return Program(app, MainWindow(settings, folder, restart=restart))


def run(vault: Path | None = None) -> int:
    """Open the window and stay until it is closed; without a display, say what can be done instead."""
    if not _has_display():
        sys.stdout.write(
            "There is no display here, so the window cannot be opened.\n"
            "`make demo` builds a journal with a year in it and writes pictures of every screen and a review pack;\n"
            "`workjournal --help` shows what the terminal can do.\n"
        )
        return 0
    program = build(vault)
    errors.install()
    program.window.show()
    program.window.activateWindow()  # where no window manager does it, shortcuts would not work
    code = program.app.exec()
    tasks.wait_all()
    return code


def restart(vault: Path) -> None:
    """Replace this process by a fresh one at the unlock field: after a plain close texts would stay in its memory."""
    arguments = [sys.executable, "-m", "workjournal", "--vault", str(vault)]
    if getattr(sys, "frozen", False):
        arguments = [sys.executable, "--vault", str(vault)]
    sys.stdout.flush()
    os.execv(sys.executable, arguments)  # noqa: S606 - no shell, our own program


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
