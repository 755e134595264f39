"""Colours, sizes and type of the window: one table of tokens for light, one for dark.

Widgets that paint themselves call `current()` inside paintEvent. A live switch sets a new application palette, so
Qt repaints every widget and sends QEvent.PaletteChange to those that cache something.
"""

import re
from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from workjournal import resources

SPACE = (4, 8, 12, 16, 24, 32, 48)
CAPTION, SMALL, BODY, PROSE, HEADING, TITLE, DISPLAY, FIGURE = 12, 13, 14, 15, 16, 20, 26, 34
RADIUS_S, RADIUS_M, RADIUS_L, RADIUS_XL = 6, 8, 12, 14
RAIL_WIDTH, RAIL_COMPACT, TOP_BAR, CONTENT_WIDTH, ASIDE_WIDTH, TWO_COLUMNS = 240, 68, 68, 860, 340, 1200
MOTION_MS = 120
FAMILY = "Inter"

REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold


@dataclass(frozen=True)
class Tokens:
    """Every colour of one theme, as "#RRGGBB"."""

    name: str
    window: str
    rail: str
    surface: str
    sunken: str
    hover: str
    border: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_line: str
    info: str
    info_soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    selection: str
    series: tuple[str, ...]
    heat: tuple[str, ...]

    def tone(self, tone: str) -> tuple[str, str]:
        """Ink and soft ground of a tone: "accent", "info", "danger", "warn", "ok", or anything else for neutral."""
        if tone in {"accent", "info", "danger", "warn", "ok"}:
            return getattr(self, tone), getattr(self, f"{tone}_soft")
        return self.text2, self.sunken


LIGHT = Tokens(
    name="light",
    window="#F7F6F3",
    rail="#EFEDE8",
    surface="#FFFFFF",
    sunken="#F2F0EC",
    hover="#ECE9E3",
    border="#DEDAD2",
    control="#8C877D",
    text="#1D2125",
    text2="#4B5259",
    text3="#626970",
    accent="#0F6B63",
    accent_hover="#0B5650",
    on_accent="#FFFFFF",
    accent_soft="#DDF0EC",
    accent_line="#A9D6CE",
    info="#0B5C8A",
    info_soft="#DDECF6",
    danger="#B3261E",
    danger_soft="#FBE4E1",
    warn="#8A5300",
    warn_soft="#FBEBCF",
    ok="#1F6B3A",
    ok_soft="#DDF1E2",
    selection="#CFE8E3",
    series=("#0F6B63", "#C77700", "#6B45C6", "#8C1D2B", "#5596D8"),
    heat=("#ECE9E3", "#B4DAD1", "#76BDB0", "#3A9386", "#0F6B63"),
)

DARK = Tokens(
    name="dark",
    window="#15181A",
    rail="#101314",
    surface="#1D2124",
    sunken="#24292C",
    hover="#2A3034",
    border="#343A3E",
    control="#7A838A",
    text="#ECEDEB",
    text2="#B9BFC4",
    text3="#949BA1",
    accent="#5CC9BA",
    accent_hover="#7AD8CB",
    on_accent="#06201D",
    accent_soft="#173B37",
    accent_line="#2C6A62",
    info="#7FC4EE",
    info_soft="#12303F",
    danger="#FF8A80",
    danger_soft="#43201D",
    warn="#F2B84B",
    warn_soft="#3F2F10",
    ok="#7FCF97",
    ok_soft="#17361F",
    selection="#1F4D47",
    series=("#4DB8AA", "#E0A030", "#7C6FF0", "#BE5A6C", "#F1EBD3"),
    heat=("#262B2E", "#1F4D47", "#2B7A70", "#3FA596", "#7FE0D1"),
)


@dataclass
class _Applied:
    """What was applied last; one per process, since a process has one application palette."""

    tokens: Tokens = LIGHT
    mode: str = "system"
    scale: float = 1.0
    ready: bool = False


_applied = _Applied()


def current() -> Tokens:
    """The tokens in force. Ask while painting, never keep them."""
    return _applied.tokens


def color(token: str, alpha: int = 255) -> QColor:
    """The colour of a token of the theme in force."""
    made = QColor(getattr(current(), token))
    made.setAlpha(alpha)
    return made


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
    template = resources.path("ui", "style.qss").read_text(encoding="utf-8")

    def scaled(found: re.Match[str]) -> str:
        return f"{max(1, round(int(found[1]) * scale))}px"

    return Template(re.sub(r"\b(\d+)px", scaled, template)).substitute(names)


def apply(app: QApplication, mode: str = "system", scale: float = 1.0) -> None:
    """Set style, palette, font and style sheet for the whole program; call it again to switch while running.

    Args:
        app: the application.
        mode: "system", "light" or "dark"; a system that does not say counts as light.
        scale: size of everything, 1.0 = 100 %; a large system font enlarges it further.
    """
    if not _applied.ready:
        _applied.ready = True
        for file in ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf"):
            QFontDatabase.addApplicationFont(str(resources.path("fonts", file)))
        app.styleHints().colorSchemeChanged.connect(lambda: _follow_system(app))
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    _applied.mode = mode
    _applied.scale = scale * _system_ratio()
    _applied.tokens = DARK if mode == "dark" or (mode == "system" and _system_is_dark(app)) else LIGHT
    app.setPalette(palette(_applied.tokens))
    app.setFont(font(BODY))
    app.setStyleSheet(stylesheet(_applied.tokens, _applied.scale))


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose dynamic properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _follow_system(app: QApplication) -> None:
    if _applied.mode == "system" and _system_is_dark(app) != (_applied.tokens is DARK):
        apply(app, "system", _applied.scale / _system_ratio())


def _system_ratio() -> float:
    """How much larger than usual the system's own font is; 9 to 11 points at 96 dpi are usual."""
    size = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return min(2.0, max(1.0, size / 15))
