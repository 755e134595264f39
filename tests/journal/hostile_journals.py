"""A journal with a canary in every private place, and hostile texts in what may be shown."""

import datetime as dt
import io
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from PIL import Image, PngImagePlugin

from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import SHARED_WITH, Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import Measure, Reading
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Depth, Reflection
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.domain.spacing import Grade
from workjournal.journal.journal import Journal

START, DAY, END = dt.date(2026, 11, 1), dt.date(2026, 11, 12), dt.date(2026, 11, 30)
EVERYBODY = frozenset(SHARED_WITH)
CANARY = "zqkvex"
"""How every canary begins; no word of a language does."""


@dataclass
class Planted:
    """What may be shown, by id, and the canaries that were put in."""

    items: set[UUID] = field(default_factory=set)
    pictures: set[UUID] = field(default_factory=set)
    canaries: list[str] = field(default_factory=list)

    def canary(self, place: str) -> str:
        """A sentence for a place, with a word that stands nowhere else."""
        self.canaries.append(f"{CANARY}{place}")
        return f"Nobody may ever read {CANARY}{place} or what stands here"


def fill(journal: Journal, folder: Path, texts: list[str], *, pictures: int) -> Planted:
    """Put one of everything in: the ticked ones with the texts in turn, the others and all that is private with canaries.

    Args:
        pictures: how many the ticked episodes have together.
    """
    planted = Planted()
    turn = [texts[place % len(texts)] for place in range(16)]
    journal.people.save(Person(name=f"{CANARY}person Vexholm"))
    planted.canaries += [f"{CANARY}person", "Vexholm"]
    shown = _episodes(journal, planted, turn)
    _lessons(journal, planted, turn, shown)
    _goals(journal, planted, turn)
    _private(journal, planted, shown)
    _records(journal, planted, turn)
    _attachments(journal, planted, folder, shown, pictures)
    return planted


def _episodes(journal: Journal, planted: Planted, texts: list[str]) -> Episode:
    shown = Episode(
        date=DAY, title=texts[0].strip() or "Shown", story=texts[1], result=texts[2], kind=Kind.WIN
    )
    shown.private_note, shown.source_link, shown.audiences = planted.canary("note"), texts[3], EVERYBODY
    other = Episode(
        date=DAY,
        title=f"{CANARY}person Vexholm's shift",
        story=f"With Vexholm. {texts[4]}",
        audiences=EVERYBODY,
    )
    other.private_note, other.difficulty = planted.canary("othernote"), 65
    for one, skills in ((shown, ["Planning"]), (other, [])):
        journal.episodes.add(one, people=["Vexholm Quorum"], skills=skills, tags=[f"{CANARY}tag"])
        planted.items.add(one.id)
    planted.canaries.append(f"{CANARY}tag")
    hidden = Episode(
        date=DAY,
        title=planted.canary("title"),
        story=planted.canary("story"),
        result=planted.canary("result"),
    )
    hidden.source_link, hidden.kind = f"https://x.example/{CANARY}link", Kind.CHALLENGE
    planted.canaries.append(f"{CANARY}link")
    journal.episodes.add(hidden)
    earlier = journal.episodes.get(shown.id)
    earlier.story = planted.canary("revision")
    journal.episodes.save(earlier)
    earlier.story = texts[1]
    journal.episodes.save(earlier)
    return earlier


def _lessons(journal: Journal, planted: Planted, texts: list[str], shown: Episode) -> None:
    lesson = Lesson(
        date=DAY,
        text=texts[5].strip() or "Shown",
        detail=texts[6],
        trigger=planted.canary("trigger"),
        audiences=EVERYBODY,
    )
    journal.lessons.add(lesson)
    journal.lessons.add(Lesson(date=DAY, text=planted.canary("lesson"), detail=planted.canary("detail")))
    journal.recalls.recall(lesson.id, Grade.AGAIN, DAY, planted.canary("recall"))
    ask = journal.actions.save(Action(date=DAY, text=texts[7].strip() or "Shown", audiences=EVERYBODY))
    journal.actions.save(Action(date=DAY, text=planted.canary("action")))
    planted.items |= {lesson.id, ask.id}
    reflection = Reflection(date=DAY, method="gibbs", evidence=planted.canary("evidence"))
    reflection.answers = {"feelings": planted.canary("feelings"), "evaluation": planted.canary("answer")}
    journal.reflections.keep(reflection, episodes=[shown.id])
    journal.reflections.rate_depth(reflection.id, Depth.CHANGED)


def _goals(journal: Journal, planted: Planted, texts: list[str]) -> None:
    shown = Goal(
        title=texts[8].strip() or "Shown",
        why=texts[9],
        criterion=texts[10],
        audiences=EVERYBODY,
        confidence_before=40,
    )
    for private in (
        "premortem",
        "prevention",
        "obstacle",
        "plan",
        "wish",
        "outcome",
        "conditions",
        "support",
    ):
        setattr(shown, private, planted.canary(private))
    hidden = Goal(
        title=planted.canary("goal"),
        why=planted.canary("why"),
        criterion=planted.canary("target"),
        confidence_before=70,
    )
    for goal in (shown, hidden):
        journal.goals.add(goal, skills=["Planning"])
        journal.goals.forecast(goal.id, 35, planted.canary("reasons"))
        journal.goals.start(goal.id, DAY)
        journal.goals.revise(goal.id, 85, planted.canary("revised"))
        told = CheckIn(goal_id=goal.id, date=DAY, progress=20, feedback=planted.canary("feedback"))
        told.changed = planted.canary("changed")
        told.help_needed = planted.canary("help") if goal is hidden else ""
        journal.goals.check_in(told)
    planted.items.add(shown.id)


def _private(journal: Journal, planted: Planted, shown: Episode) -> None:
    journal.pulses.give(Pulse(date=DAY, safety=5, accountability=95, note=planted.canary("pulse")))
    journal.drafts.keep(f"episode:{shown.id}", {"story": planted.canary("draft")})
    earlier = Pack(date=START, audience=Audience.MANAGER, period_start=START, period_end=START)
    earlier.notes, earlier.recipient, earlier.met = (
        planted.canary("meeting"),
        planted.canary("recipient"),
        START,
    )
    earlier.asks = [planted.canary("earlierask")]
    journal.meetings.save(earlier)
    trashed = journal.episodes.add(Episode(date=DAY, title=planted.canary("trashed"), audiences=EVERYBODY))
    journal.episodes.trash(trashed.id)
    before = dt.date(2026, 9, 1)
    journal.episodes.add(Episode(date=before, title=planted.canary("before"), audiences=EVERYBODY))


def _records(journal: Journal, planted: Planted, texts: list[str]) -> None:
    skill = journal.skills.named("Planning")[0]
    journal.ratings.rate(
        SkillRating(skill_id=skill.id, date=DAY, level=45, evidence=planted.canary("rating"))
    )
    hidden = Credential(
        skill_id=skill.id, name=planted.canary("credential"), issuer=planted.canary("issuer"), issued=DAY
    )
    journal.credentials.keep(hidden, None)
    shown = Credential(skill_id=skill.id, name=texts[11].strip() or "Shown", issuer=texts[12], issued=DAY)
    planted.items.add(journal.credentials.keep(shown, None).id)
    measure = journal.measures.save(
        Measure(name="Days late", unit="days", description=planted.canary("measure"))
    )
    journal.measures.log(Reading(measure_id=measure.id, date=DAY, value=7.5, note=planted.canary("reading")))


def _attachments(journal: Journal, planted: Planted, folder: Path, shown: Episode, many: int) -> None:
    planted.canaries += [f"{CANARY}exif", f"{CANARY}file", f"{CANARY}chunk"]
    note = folder / f"{CANARY}file.txt"
    note.write_bytes(planted.canary("content").encode())
    journal.episodes.attach(shown.id, note)
    unticked = folder / f"{CANARY}file.jpg"
    unticked.write_bytes(_photo(0) + planted.canary("behind").encode())
    journal.episodes.attach(shown.id, unticked)
    for number in range(many):
        file = folder / (f"photo {number}.jpg" if number % 2 else f"plan {number}.png")
        file.write_bytes(_photo(number) if number % 2 else _drawing(number))
        planted.pictures.add(journal.episodes.attach(shown.id, file).id)


def _photo(number: int) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = exif[0x010E] = f"{CANARY}exif"
    exif.get_ifd(0x8825)[29] = f"{CANARY}exif"
    written = io.BytesIO()
    dots = Image.new("RGB", (40 + number % 7, 30), (number % 256, 90, 60))
    dots.save(written, "JPEG", exif=exif, comment=f"{CANARY}exif", xmp=f"<x>{CANARY}exif</x>".encode())
    return written.getvalue()


def _drawing(number: int) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", f"{CANARY}chunk")
    told.add_itxt("Comment", f"{CANARY}chunk", zip=True)
    written = io.BytesIO()
    Image.new("RGBA", (30, 30 + number % 5), (number % 256, 20, 90, 128)).save(written, "PNG", pnginfo=told)
    return written.getvalue()
