"""Each form of figure in a finished pack: typeset, its words searchable, its reading the alternative text, bytes alike."""

import dataclasses
import datetime as dt
import io

import pikepdf
import pytest

from figure_examples import ALL, BARS, OUTLINES, PANELS, POINTS, ZONES, categories, figure
from workjournal.charts.figure import Figure, Mark, Series
from workjournal.exporters.leak_check import find_leaks
from workjournal.exporters.pack_content import PackContent, PackSection, Secrets
from workjournal.exporters.pdf_pages import page_texts
from workjournal.exporters.review_pack import typeset


def made(*figures: Figure) -> bytes:
    section = PackSection("growth", "Growth", (), figures)
    return typeset(PackContent("Pack", "October 2026", dt.date(2026, 11, 24), "en", (section,)))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return made(*ALL.values())


def shown(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).replace("\u200b", "").split())


def test_the_words_of_every_form_are_text(pdf: bytes) -> None:
    text = shown(pdf)
    words = [
        "Weekly median",
        "Trend",
        "rising",
        "new role",
        "Autumn",
        "Winter",
        "Applied",
        "Written",
        "Share",
    ]
    words += ["3 March 2026", "Coaching", "Safety"]
    words += ["Learning", "Calm", "Mon", "Sun", "less", "more", "Too small", "Miss"]
    assert [word for word in words if word not in text] == []


def test_every_figure_is_tagged_with_its_reading(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked
        held = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
        figures = [each for each in held if each.get("/S") == "/Figure"]
        assert [str(each.Alt) for each in figures] == ["Title. A reading. n = 3."] * len(ALL)
        assert not any("/Image" in str(each.get("/Subtype", "")) for each in held)


def test_the_same_forms_are_the_same_bytes(pdf: bytes) -> None:
    assert made(*ALL.values()) == pdf


@pytest.mark.parametrize("where", ["series", "label", "zone", "mark", "category", "axis", "rim", "panel"])
def test_the_leak_check_finds_a_name_wherever_a_figure_has_one(where: str) -> None:
    name = "Berenike"
    zone = dataclasses.replace(ZONES.zones[0], label=name)
    named = {
        "series": figure(BARS.x, BARS.y, *(dataclasses.replace(one, name=name) for one in BARS.series)),
        "label": figure(POINTS.x, POINTS.y, dataclasses.replace(POINTS.series[0], label=name)),
        "zone": dataclasses.replace(ZONES, zones=(zone,)),
        "mark": dataclasses.replace(POINTS, marks=(Mark(POINTS.x.low, name, ""),)),
        "category": figure(categories(name, "Winter"), BARS.y, *BARS.series),
        "axis": dataclasses.replace(POINTS, y=dataclasses.replace(POINTS.y, title=name)),
        "rim": dataclasses.replace(OUTLINES, y=categories("Safety", "Planning", "Delegating", name)),
        "panel": dataclasses.replace(PANELS, panels=(dataclasses.replace(POINTS, title=name),)),
    }[where]
    assert find_leaks(made(named), Secrets(words=(name,))) != []
    assert find_leaks(made(*ALL.values()), Secrets(words=(name,))) == []


def test_names_too_long_for_their_places_are_all_there() -> None:
    many = categories(*(f"Circumstance{number}" for number in range(14)))
    bars = Series("Kinds", tuple((float(place), 50.0) for place in range(14)), form="bars")
    squeezed = shown(made(figure(many, BARS.y, bars))).replace(" ", "")
    assert [name for name in many.labels if name not in squeezed] == []


def test_around_a_middle_there_are_names_and_no_numbers() -> None:
    text = shown(made(OUTLINES))
    assert all(name in text for name in OUTLINES.y.labels)
    assert "100" not in text
    assert "Share" not in text, "the title of an axis"
