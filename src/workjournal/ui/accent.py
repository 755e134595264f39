"""One button of a screen stands out: that of what is to be done next."""

from PySide6.QtWidgets import QPushButton

from workjournal.ui import icons, theme


def put(button: QPushButton, icon: str, *, on: bool) -> None:
    """Let a button with an icon stand out, or be as the others are."""
    role = "primary" if on else ""
    if button.property("role") != role:
        button.setProperty("role", role)
        icons.put(button, icon)
        theme.restyle(button)
