"""Colours, sizes and type of the window, by the tables in tokens.py, and whether anything moves.

Widgets that paint themselves call `current()` inside paintEvent. A live switch sets a new application palette, so
Qt repaints every widget and sends QEvent.PaletteChange to those that cache something.
"""

import re
from dataclasses import dataclass, field, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from workjournal import resources
from workjournal.ui import tokens as tables

SPACE = (4, 8, 12, 16, 24, 32, 48)
CAPTION, SMALL, BODY, PROSE, HEADING, TITLE, DISPLAY, FIGURE = 12, 13, 14, 15, 16, 20, 26, 34
RADIUS_S, RADIUS_M, RADIUS_L, RADIUS_XL = 6, 8, 12, 14
RAIL_WIDTH, RAIL_COMPACT, TOP_BAR, CONTENT_WIDTH, ASIDE_WIDTH, TWO_COLUMNS = 240, 68, 68, 860, 340, 1200
MOTION_MS = 120
FAMILY = "Inter"

REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
Tokens = tables.Tokens
LIGHT, DARK = tables.LIGHT, tables.DARK
SYSTEM, MORE, USUAL = "system", "more", "usual"
"""Contrasts: as the system says, 7:1 and more for all text, or as the window is meant to look."""


@dataclass
class _Applied:
    """What was applied last; one per process, since a process has one application palette."""

    tokens: Tokens = LIGHT
    mode: str = SYSTEM
    contrast: str = SYSTEM
    scale: float = 1.0
    still: bool = False
    ready: bool = False
    cursor_ms: int = 0
    effects: dict[Qt.UIEffect, bool] = field(default_factory=dict)


_applied = _Applied()


def current() -> Tokens:
    """The tokens in force. Ask while painting, never keep them."""
    return _applied.tokens


def color(token: str, alpha: int = 255) -> QColor:
    """The colour of a token of the theme in force."""
    made = QColor(getattr(current(), token))
    made.setAlpha(alpha)
    return made


def is_still() -> bool:
    """Whether nothing shall move by itself."""
    return _applied.still


def is_dark() -> bool:
    """Whether the theme in force is one of the dark ones."""
    return _applied.tokens in {DARK, tables.DARK_CONTRAST}


def px(size: float) -> int:
    """A length of the table, times the scale in force."""
    return max(1, round(size * _applied.scale))


def font(size: int, weight: QFont.Weight = REGULAR, *, tabular: bool = False) -> QFont:
    """Inter at a size of the table, times the scale in force; tabular figures where numbers stand in columns."""
    made = QFont(FAMILY)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def palette(tokens: Tokens) -> QPalette:
    """The QPalette of a theme, for everything the style sheet does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.window,
        role.PlaceholderText: tokens.text3,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.border,
        role.Dark: tokens.control,
        role.Shadow: tokens.border,
    }
    made = QPalette()
    for which, value in colours.items():
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.control))
    return made


def stylesheet(tokens: Tokens, scale: float) -> str:
    """resources/ui/style.qss with the tokens filled in and every length but hairlines multiplied by the scale."""
    names = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    names["marks"] = resources.path("icons", "qss").as_posix()
    names["motion"] = "0" if is_still() else str(MOTION_MS)
    template = resources.path("ui", "style.qss").read_text(encoding="utf-8")

    def scaled(found: re.Match[str]) -> str:
        return f"{max(1, round(int(found[1]) * scale))}px"

    return Template(re.sub(r"\b(\d+)px", scaled, template)).substitute(names)


def apply(
    app: QApplication,
    mode: str = SYSTEM,
    scale: float = 1.0,
    *,
    contrast: str = SYSTEM,
    still: bool = False,
) -> None:
    """Set style, palette, font and style sheet for the whole program; call it again to switch while running.

    Args:
        app: the application.
        mode: "system", "light" or "dark"; a system that does not say counts as light.
        scale: size of everything, 1.0 = 100 %; a large system font enlarges it further.
        contrast: SYSTEM, MORE or USUAL; a system that does not say wants the usual.
        still: nothing moves by itself. Qt 6.11 does not tell what the system says of that.
    """
    if not _applied.ready:
        _begin(app)
    _applied.mode, _applied.contrast = mode, contrast
    _applied.scale = scale * _system_ratio()
    _applied.tokens = _wanted(app)
    _hold_still(app, still=still)
    app.setPalette(palette(_applied.tokens))
    app.setFont(font(BODY))
    app.setStyleSheet(stylesheet(_applied.tokens, _applied.scale))


def _begin(app: QApplication) -> None:
    """What is done once: style and fonts, an ear for the system, what of its movements there were at first."""
    _applied.ready = True
    app.setStyle("Fusion")
    for file in ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", file)))
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda: _follow_system(app))
    hints.accessibility().contrastPreferenceChanged.connect(lambda: _follow_system(app))
    _applied.cursor_ms = app.cursorFlashTime()
    _applied.effects = {effect: app.isEffectEnabled(effect) for effect in Qt.UIEffect}


def _hold_still(app: QApplication, *, still: bool) -> None:
    """Menus and lists come up without fading, the cursor does not blink; waiting is widgets/busy_bar.py."""
    if still == _applied.still:
        return
    _applied.still = still
    app.setCursorFlashTime(0 if still else _applied.cursor_ms)
    for effect, usual in _applied.effects.items():
        app.setEffectEnabled(effect, usual and not still)


def _wanted(app: QApplication) -> Tokens:
    """The table that fits what was chosen, and where that was left to the system, what it says."""
    dark = _applied.mode == "dark" or (_applied.mode == SYSTEM and _system_is_dark(app))
    if _applied.contrast == MORE or (_applied.contrast == SYSTEM and _system_wants_contrast(app)):
        return tables.DARK_CONTRAST if dark else tables.LIGHT_CONTRAST
    return DARK if dark else LIGHT


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose dynamic properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _system_wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _follow_system(app: QApplication) -> None:
    if _wanted(app) is not _applied.tokens:
        scale = _applied.scale / _system_ratio()
        apply(app, _applied.mode, scale, contrast=_applied.contrast, still=_applied.still)


def _system_ratio() -> float:
    """How much larger than usual the system's own font is; 9 to 11 points at 96 dpi are usual."""
    size = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return min(2.0, max(1.0, size / 15))
