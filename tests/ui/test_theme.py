import itertools
import re

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from workjournal import resources
from workjournal.ui import theme
from workjournal.ui.theme import DARK, LIGHT, Tokens
from workjournal.ui.tokens import DARK_CONTRAST, LIGHT_CONTRAST

TABLES = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)
both = pytest.mark.parametrize("tokens", TABLES, ids=[each.name for each in TABLES])
strong = pytest.mark.parametrize("tokens", TABLES[2:], ids=[each.name for each in TABLES[2:]])

TEXT_PAIRS = [
    *(
        (ink, ground)
        for ink in ("text", "text2")
        for ground in ("window", "rail", "surface", "sunken", "hover")
    ),
    *(("text3", ground) for ground in ("window", "surface", "sunken")),
    *((tone, f"{tone}_soft") for tone in ("accent", "info", "danger", "warn", "ok")),
    *((tone, "surface") for tone in ("accent", "info", "danger", "warn", "ok")),
    *(("accent", ground) for ground in ("window", "rail")),
    ("text2", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("text", "selection"),
    ("window", "text"),
    ("window", "danger"),
]

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "none": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def contrast(one: str, other: str) -> float:
    lights = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def seen_as(colour: str, blindness: str) -> Triple:
    """CIELAB of a colour as somebody with that blindness sees it."""
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, rgb, strict=True)))) for row in BLINDNESS[blindness]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@both
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@strong
@pytest.mark.parametrize(
    ("ink", "ground"),
    [*TEXT_PAIRS, ("text3", "rail"), ("text3", "hover"), ("control", "sunken"), ("accent_line", "text")],
)
def test_with_high_contrast_text_reaches_seven_to_one(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@strong
def test_with_high_contrast_lines_are_seen(tokens: Tokens) -> None:
    for ground in (tokens.window, tokens.surface, tokens.sunken, tokens.rail):
        assert contrast(tokens.border, ground) >= 4.5
        assert contrast(tokens.control, ground) >= 7
        assert contrast(tokens.accent, ground) >= 7


@both
def test_controls_and_series_stand_out(tokens: Tokens) -> None:
    for ground in (tokens.surface, tokens.window):
        for colour in (tokens.control, tokens.accent):
            assert contrast(colour, ground) >= 3, colour
    for colour in tokens.series:  # charts stand on cards
        assert contrast(colour, tokens.surface) >= 3, colour


@both
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_series_can_be_told_apart(tokens: Tokens, blindness: str) -> None:
    for one, other in itertools.combinations(tokens.series, 2):
        distance = sum(
            (a - b) ** 2 for a, b in zip(seen_as(one, blindness), seen_as(other, blindness), strict=True)
        )
        assert distance**0.5 >= 16, (one, other)


@both
def test_the_style_sheet_is_filled_in(tokens: Tokens) -> None:
    sheet = theme.stylesheet(tokens, 1.0)
    assert "$" not in sheet
    allowed = {value for value in vars(tokens).values() if isinstance(value, str)}
    assert set(re.findall(r"#[0-9A-F]{6}", sheet)) <= allowed


@both
def test_the_marks_have_the_colours_of_the_theme(tokens: Tokens) -> None:
    files = sorted(resources.path("icons", "qss").glob(f"*-{tokens.name}.svg"))
    assert len(files) == 6
    for file in files:
        ink = tokens.on_accent if file.name.startswith(("check", "minus")) else tokens.text2
        assert f'stroke="{ink}"' in file.read_text(encoding="utf-8")


def test_lengths_grow_with_the_scale() -> None:
    assert "min-height: 67px" in theme.stylesheet(LIGHT, 1.0)
    assert "min-height: 134px" in theme.stylesheet(LIGHT, 2.0)


def test_a_switch_reaches_palette_and_widgets(qapp: QApplication) -> None:
    button = QPushButton("Save")
    button.setProperty("role", "primary")
    theme.apply(qapp, "dark")
    try:
        assert theme.current() is DARK
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
        assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor(DARK.accent)
    finally:
        theme.apply(qapp, "light")


def test_a_system_that_does_not_say_is_light(qapp: QApplication) -> None:
    theme.apply(qapp, "system")
    assert theme.current() is LIGHT


@pytest.mark.parametrize(
    ("mode", "chosen", "system", "found"),
    [
        ("light", "more", False, LIGHT_CONTRAST),
        ("dark", "more", False, DARK_CONTRAST),
        ("dark", "system", True, DARK_CONTRAST),
        ("light", "usual", True, LIGHT),
        ("light", "system", False, LIGHT),
    ],
)
def test_contrast_is_as_chosen_or_as_the_system_says(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
    chosen: str,
    *,
    system: bool,
    found: Tokens,
) -> None:
    monkeypatch.setattr(theme, "_system_wants_contrast", lambda _app: system)
    theme.apply(qapp, mode, contrast=chosen)
    assert theme.current() is found
    assert theme.is_dark() == (mode == "dark")


def test_the_system_is_followed_while_running(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.apply(qapp, "light", 1.25, still=True)
    monkeypatch.setattr(theme, "_system_wants_contrast", lambda _app: True)
    theme._follow_system(qapp)
    assert theme.current() is LIGHT_CONTRAST
    assert (theme.px(100), theme.is_still()) == (125, True)


def test_the_cursor_blinks_again_after_it_stood_still(qapp: QApplication) -> None:
    before = qapp.cursorFlashTime()
    theme.apply(qapp, "light", still=True)
    assert (qapp.cursorFlashTime(), before > 0) == (0, True)
    assert "widget-animation-duration: 0;" in qapp.styleSheet()
    theme.apply(qapp, "light")
    assert qapp.cursorFlashTime() == before
    assert "widget-animation-duration: 120;" in qapp.styleSheet()


@pytest.mark.parametrize("weight", [theme.REGULAR, theme.MEDIUM, theme.SEMIBOLD])
def test_inter_is_there_in_three_weights(weight: QFont.Weight) -> None:
    found = QFontInfo(theme.font(theme.BODY, weight))
    assert (found.family(), found.weight(), found.pixelSize()) == ("Inter", weight, 14)
