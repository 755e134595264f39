"""What of the journal comes on paper, and what does not without being asked for."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from examples import Examples
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import Paper
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Reflection
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal import printing
from workjournal.journal.chosen import Chosen, ChosenChanged, Stretch
from workjournal.journal.episode_filter import EpisodeFilter, Order
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import LANGUAGE
from workjournal.journal.printing import (
    How,
    NothingToPrint,
    Printed,
    PrintUnwritable,
    Subject,
    TooMuchToPrint,
)
from workjournal.journal.service import NoSuchThing

SECRET = "I was more nervous than I admitted"


def words(made: Printed) -> str:
    return " ".join("\n".join(page_texts(made.pdf)).replace("\xa0", " ").split())


def shown(journal: Journal, subject: Subject, how: How | None = None) -> str:
    return words(journal.printing.typeset(subject, how or How()))


def test_an_episode_with_all_that_hangs_on_it(journal: Journal, one: Examples) -> None:
    text = shown(journal, (one.episode.id,))
    for part in (
        *("Moved the depot", "Challenge", "People Ada Holm", "Tags depot", "Skills Planning"),
        *("Goal Lead the stock count", "Late", "Ask first", "The rota of that day", one.attachment.name),
    ):
        assert part in text, part
    asked = journal.methods.asked(one.reflection)
    why = next(prompt for prompt in asked.prompts if prompt.key == "why")
    assert (why.distanced or why.text) in text
    assert all(other.text not in text for other in asked.prompts if other.key != "why")


def test_without_reflections_there_is_nothing_of_them(journal: Journal, one: Examples) -> None:
    text = shown(journal, (one.episode.id,), How(reflections=False))
    assert "Moved the depot" in text
    assert "Late" not in text
    assert "Ask first" not in text


def test_the_private_note_only_where_it_was_asked_for(journal: Journal, one: Examples) -> None:
    episode = journal.episodes.get(one.episode.id)
    episode.private_note = SECRET
    journal.episodes.save(episode)
    assert SECRET not in shown(journal, (episode.id,))
    assert f"Private note {SECRET}" in shown(journal, (episode.id,), How(private_notes=True))


def test_what_lies_in_the_trash_is_not_printed(journal: Journal, one: Examples) -> None:
    journal.lessons.trash(one.lesson.id)
    assert "Ask first" not in shown(journal, (one.episode.id,))
    journal.reflections.trash(one.reflection.id)
    assert "Late" not in shown(journal, (one.episode.id,))
    journal.episodes.trash(one.episode.id)
    with pytest.raises(NoSuchThing):
        journal.printing.typeset((one.episode.id,), How())
    with pytest.raises(NoSuchThing):
        journal.printing.typeset((uuid4(),), How())


def added(journal: Journal, *titles: str) -> list[Episode]:
    """One a day, the last of them today."""
    today = journal.today()
    return [
        journal.episodes.add(
            Episode(date=today - dt.timedelta(days=len(titles) - 1 - place), title=title), tags=["told"]
        )
        for place, title in enumerate(titles)
    ]


def test_a_filter_and_what_was_chosen_come_oldest_first(journal: Journal) -> None:
    first, second, third = added(journal, "First", "Second", "Third")
    journal.episodes.add(Episode(date=journal.today(), title="Untagged"))
    told = EpisodeFilter(tag="told")
    text = shown(journal, told)
    assert text.index("First") < text.index("Second") < text.index("Third")
    assert "Untagged" not in text
    chosen = Chosen(told, Order.NEWEST, (Stretch(third.id, second.id, 2),))
    made = journal.printing.typeset(chosen, How())
    assert made.episodes == 2
    assert first.title not in words(made)
    journal.episodes.trash(second.id)
    with pytest.raises(ChosenChanged):
        journal.printing.typeset(chosen, How())


def test_a_reflection_on_several_is_told_once_at_the_last_of_them(journal: Journal) -> None:
    first, last = added(journal, "First", "Last")
    lesson = Lesson(date=journal.today(), text="One sentence")
    journal.reflections.keep(
        Reflection(date=journal.today(), method="aar-short", answers={"why": "Both were late"}),
        episodes=[last.id, first.id],
        lessons=[lesson],
    )
    text = shown(journal, EpisodeFilter())
    assert text.count("Both were late") == text.count("One sentence") == 1
    assert text.index("see “Last”") < text.index("Both were late")
    assert "see “" not in shown(journal, (first.id,))


def test_a_bare_period_has_its_review(journal: Journal) -> None:
    week = Period.of(Interval.WEEK, journal.today())
    review = Reflection(
        date=week.end,
        method="period-review",
        answers={journal.methods.find("period-review").prompts[0].key: "A good week"},
        period_start=week.start,
        period_end=week.end,
    )
    journal.reflections.keep(review)
    days = EpisodeFilter(start=week.start, end=week.end)
    assert "A good week" in shown(journal, days)  # also where nothing else happened
    added(journal, "Today")
    assert "A good week" in shown(journal, days)
    assert "A good week" not in shown(journal, days, How(reflections=False))
    assert "A good week" not in shown(journal, replace(days, tag="told"))
    assert "A good week" not in shown(journal, EpisodeFilter(start=journal.today(), end=journal.today()))


def test_nothing_and_too_much_are_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NothingToPrint):
        journal.printing.typeset(EpisodeFilter(), How())
    added(journal, "First", "Second", "Third")
    monkeypatch.setattr(printing, "MOST", 2)
    with pytest.raises(TooMuchToPrint, match="3 episodes are too many"):
        journal.printing.typeset(EpisodeFilter(), How())


def test_it_can_be_given_up_and_tells_how_far_it_is(journal: Journal, one: Examples) -> None:
    heard: list[float] = []
    journal.printing.typeset((one.episode.id,), How(), lambda fraction, _: heard.append(fraction))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0

    def stop(_fraction: float, _text: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        journal.printing.typeset((one.episode.id,), How(), stop)


def test_more_than_the_driver_takes_at_once(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workjournal.journal.printed_entries.BATCH", 2)
    added(journal, *(f"Number {number}" for number in range(5)))
    text = shown(journal, EpisodeFilter())
    assert all(f"Number {number}" in text for number in range(5))


def test_the_paper_is_remembered_and_the_language_is_the_journals(journal: Journal) -> None:
    assert journal.printing.usual() == How()
    journal.printing.remember(Paper.LETTER)
    journal.preferences.set(LANGUAGE, "de")
    assert journal.printing.usual() == How(paper=Paper.LETTER, language="de")


def test_saved_it_is_readable_by_its_owner_alone(journal: Journal, tmp_path: Path) -> None:
    added(journal, "First")
    pdf = journal.printing.typeset(EpisodeFilter(), How()).pdf
    journal.printing.save(pdf, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == pdf
    assert (tmp_path / "out.pdf").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.pdf", "vault"]
    for place in (journal.folder / "out.pdf", tmp_path, tmp_path / "nowhere" / "out.pdf"):
        with pytest.raises(PrintUnwritable):
            journal.printing.save(pdf, place)
    assert not (journal.folder / "out.pdf").exists()
