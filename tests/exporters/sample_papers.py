"""The other two papers, made up: a portfolio for the next job and a year in review, as long as real ones are."""

import datetime as dt
import io
import random
from dataclasses import replace
from functools import cache

from PIL import Image, ImageDraw

from exporters.sample_pack import STORY, history
from workjournal.charts import confidence, difficulty
from workjournal.exporters.pack_content import PackContent, PackEntry, PackPicture, PackSection, PackTable
from workjournal.exporters.wording import wording

MADE = dt.date(2026, 12, 31)
STAR = ("situation", "task", "action", "result")
TOLD = (
    "Picking ran at 87 % on time, and every team had a theory of its own about why.",
    "I was asked to bring it to 95 % by the end of the quarter, without more people.",
    """I timed twelve shifts myself, drew where the minutes went, and asked each team to strike out one step:

- the second scan at the gate
- the paper list beside the tablet
- the walk to the printer""",
    "On time rose from 87 % to **96 %** in nine weeks and has stayed there. Two other depots took the chart over.",
)
TITLES = (
    "Brought on-time picking from 87 % to 96 %",
    "Settled a conflict about scope in the open",
    "Handed the capacity plan to the team and stayed out of the method",
    "Found out why the night shift lost forty minutes, and gave them back",
)
SKILLS = ("Planning", "Leading without authority", "Reading numbers")


@cache
def picture(width: int = 1200, height: int = 800, seed: int = 1, *, media_type: str = "image/png") -> bytes:
    """A made-up chart of bars in a frame, which is easily seen to be clipped or pressed."""
    chance = random.Random(seed)
    drawn = Image.new("RGB", (width, height), "#F7F6F3")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, 0, width - 1, height - 1), outline="#B3261E", width=max(1, width // 200))
    slot = width / 12
    for place in range(1, 11):
        top = height * chance.uniform(0.1, 0.7)
        pen.rectangle((place * slot, top, (place + 0.7) * slot, height * 0.9), fill="#0F6B63")
    made = io.BytesIO()
    drawn.save(made, {"image/png": "PNG", "image/jpeg": "JPEG"}[media_type])
    return made.getvalue()


def shown(alt: str, *size: int, seed: int = 1, media_type: str = "image/png") -> PackPicture:
    return PackPicture(alt, media_type, picture(*size, seed=seed, media_type=media_type))


def portfolio(language: str = "en", paper: str = "a4") -> PackContent:
    words = wording(language)
    sections = (
        PackSection("stories", "Stories by skill", tuple(_stories(language))),
        PackSection("lessons", "How I work", _lessons()),
        PackSection(
            "credentials", "Credentials", (PackEntry("Lean practitioner", "Institute · 3 March 2026"),)
        ),
        PackSection("growth", "Growth", (), (difficulty.figure(history()), confidence.figure(history()))),
        PackSection("evidence", "Evidence", _evidence()),
    )
    period = f"{words.day(dt.date(2026, 1, 1))} – {words.day(MADE)}"
    return PackContent("Portfolio of evidence", period, MADE, language, sections, "Sam Okafor", paper)


def _stories(language: str) -> list[PackEntry]:
    star = wording(language).star
    return [
        PackEntry(
            title,
            "3 March 2026 · also Coaching",
            parts=tuple((star[key], told) for key, told in zip(STAR, TOLD, strict=True)),
            group=skill,
        )
        for skill in SKILLS
        for title in TITLES[: 4 - SKILLS.index(skill)]
    ]


def _lessons() -> tuple[PackEntry, ...]:
    return (
        PackEntry("Name the outcome before the method.", "Applied 4 times, worked 3 times"),
        PackEntry("Ask for the second scenario before the first is polished."),
        PackEntry(
            "Bring the chart, not the opinion.",
            "Applied once",
            "A chart of minutes ended a quarrel of weeks.",
        ),
    )


def _evidence() -> tuple[PackEntry, ...]:
    link = "https://git.example.org/ops/playbook/214?branch=main&view=long"
    return (
        PackEntry(
            text="Where the minutes went",
            note="3 March 2026",
            pictures=(shown("Minutes lost by step", 1200, 800),),
        ),
        PackEntry(
            text="Before and after",
            note="9 June 2026",
            link=link,
            pictures=(
                shown("The board before", 900, 1600, seed=2, media_type="image/jpeg"),
                shown("The board after, with the step struck out that took longest", 1600, 900, seed=3),
                shown("", 300, 200, seed=4),
            ),
        ),
    )


def year(paper: str = "a4") -> PackContent:
    sections = (
        PackSection("months", "Month by month", tuple(_months())),
        PackSection(
            "goals", "Stretch goals", (PackEntry("Lead the Q1 planning", "achieved · 31 March 2026", STORY),)
        ),
        PackSection("skills", "Skills", table=ratings()),
        PackSection("growth", "Growth", (), (confidence.figure(history()),)),
        PackSection(
            "commitments", "Next year", (PackEntry(text="Give away one plan a quarter."),), numbered=True
        ),
    )
    return PackContent(
        "Year in review", "1 January 2026 to 31 December 2026", MADE, "en", sections, "", paper
    )


def _months() -> list[PackEntry]:
    names = wording("en").long_months
    return [
        PackEntry(
            TITLES[place % len(TITLES)],
            f"{3 + place} {names[place // 2]} 2026 · win",
            STORY if place % 3 == 0 else TOLD[place % 2],
            TOLD[3] if place % 2 else "",
            group=f"{names[place // 2]} 2026",
        )
        for place in range(24)
    ]


def ratings(rows: int = 6) -> PackTable:
    skills = [*SKILLS, "Coaching", "Writing for people who have no time to read", "Hazard analysis"]
    return PackTable(
        ("Skill", "First rating", "Last rating"),
        tuple(
            (
                skills[row % len(skills)],
                f"{30 + row % 9 * 5} of 100, 3 March 2026",
                "75 of 100, 9 December 2026",
            )
            for row in range(rows)
        ),
    )


def in_paper(content: PackContent, paper: str) -> PackContent:
    return replace(content, paper=paper)
