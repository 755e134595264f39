"""How a key of the system brings up the small window: the command of this installation, and where to put it."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from workjournal.ui import form, tab_order, theme
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.segments import Segments

WIDTH = 560
GNOME, KDE, OTHER, WINDOWS, MACOS = "gnome", "kde", "other", "windows", "macos"


def command() -> str:
    """What starts a capture with this installation, as a shell or a shortcut of the system takes it."""
    python = Path(sys.executable)
    if getattr(sys, "frozen", False):
        words = [str(python)]
    elif os.name == "nt":  # the script that pip makes would open a console
        words = [str(python.with_name("pythonw.exe")), "-m", "workjournal"]
    elif (script := python.with_name("workjournal")).exists():
        words = [str(script)]
    else:
        words = [str(python), "-m", "workjournal"]
    words.append("--capture")
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def own_desktop() -> str:
    """Where this program runs."""
    if sys.platform == "win32":
        return WINDOWS
    if sys.platform == "darwin":
        return MACOS
    named = os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
    return next((desktop for desktop in (GNOME, KDE) if desktop in named), OTHER)


class CaptureKeyDialog(Fitted):
    """Nothing is bound by the program itself: that is the system's, and the user's."""

    command: QLineEdit
    copy: QPushButton
    desktop: Segments
    steps: QLabel
    close_: QPushButton

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        form.fill(self, "capture_key")
        self.setMinimumWidth(theme.px(WIDTH))
        self.command.setText(command())
        self.command.setCursorPosition(0)
        self.desktop.set_choices((
            Choice(GNOME, "GNOME"),
            Choice(KDE, "KDE Plasma"),
            Choice(OTHER, self.tr("Other Linux")),
            Choice(WINDOWS, "Windows"),
            Choice(MACOS, "macOS"),
        ))  # fmt: skip
        self.desktop.changed.connect(self._show_steps)
        self.desktop.choice = own_desktop()
        self.copy.clicked.connect(self._copy)
        self.close_.clicked.connect(self.accept)
        tab_order.chain(self)
        self.close_.setDefault(True)
        self.copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())
        self.copy.setText(self.tr("Copied"))

    def _show_steps(self) -> None:
        steps = self._steps()[str(self.desktop.choice)]
        self.steps.setText("\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1)))

    def _steps(self) -> dict[str, tuple[str, ...]]:
        press = self.tr("Press the keys you want, such as Ctrl+Alt+J.")
        return {
            GNOME: (
                self.tr("Open Settings, Keyboard, “View and Customise Shortcuts”, then “Custom Shortcuts”."),
                self.tr("Add a shortcut named “Capture” and paste the command."),
                self.tr("Choose “Set Shortcut”.") + " " + press,
            ),
            KDE: (
                self.tr("Open System Settings and search for “Shortcuts”."),
                self.tr("Choose “Add New”, then “Command or Script…”, and paste the command."),
                self.tr("Select the new entry and “Add custom shortcut”.") + " " + press,
            ),
            OTHER: (
                self.tr("Open the keyboard settings of your desktop and look for own or application shortcuts."),
                self.tr("Add one with this command."),
                press,
            ),
            WINDOWS: (
                self.tr("Right-click the desktop, choose New, then Shortcut, and paste the command as the location."),
                self.tr("Name it “Capture” and finish. The keys work as long as it lies on the desktop or in Start."),
                self.tr("Right-click it, choose Properties, and click into “Shortcut key”.") + " " + press,
            ),
            MACOS: (
                self.tr("In the app Shortcuts make a new shortcut with the action “Run Shell Script”, and paste the command."),
                self.tr("If it is refused, allow “Running Scripts” in the app’s settings under Advanced."),
                self.tr("In the shortcut’s details choose “Add Keyboard Shortcut”.") + " " + press,
            ),
        }  # fmt: skip
