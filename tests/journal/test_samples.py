"""A journal of every format and schema that was ever released opens with all that is in it (tests/make_sample.py)."""

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path
from uuid import UUID

import pytest

from conftest import PASSPHRASE, Clock
from examples import DAY, START
from workjournal.domain.entity import Audience
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Depth
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.backups import Reason, State
from workjournal.journal.matching import Writing
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.restoring import restore
from workjournal.store import lesson_words, migrations
from workjournal.store.migrations import NewerSchema
from workjournal.vault.header import FORMAT, NewerVault

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())


@pytest.fixture(params=NAMES)
def sample(request: pytest.FixtureRequest, folder: Path) -> Path:
    shutil.copytree(SAMPLES / request.param, folder)
    return folder


def test_there_is_one_of_the_present(sample: Path) -> None:
    assert f"{FORMAT}-{migrations.HEAD}" in NAMES


def test_it_opens_with_all_that_is_in_it(sample: Path, clock: Clock) -> None:
    for _ in range(2):  # the second time it is of the present format
        with opening.open_journal(sample, PASSPHRASE, clock) as journal:
            episode = journal.episodes.newest()[0]
            assert (episode.title, [tag.name for tag in episode.tags]) == ("Moved the depot", ["depot"])
            assert [person.name for person in episode.people] == ["Ada Holm"]
            attachment = journal.episodes.attachments(episode.id)[0]
            assert journal.episodes.attachment_content(attachment.id) == b"Content"
            assert journal.reflections.newest()[0].answers == {"why": "Late"}
            assert journal.lessons.all()[0].text == "Ask first"
            assert {goal.title for goal in journal.goals.all()} == {
                "Lead the stock count",
                "Speak at the fair",
            }
            draft = journal.drafts.find("capture")
            assert draft
            assert draft.fields == {"title": "Half"}
            assert journal.notices == ()
    assert json.loads((sample / "vault.json").read_text())["format"] == FORMAT


def test_its_lessons_come_back_and_are_found(sample: Path, clock: Clock) -> None:
    """What a schema of its day did not have is filled in. Seen failing without the UPDATE and INSERT of 0003."""
    for _ in range(2):
        with opening.open_journal(sample, PASSPHRASE, clock) as journal:
            (lesson,) = journal.lessons.all()
            assert lesson.due == lesson.date + dt.timedelta(days=1)
            assert [each.id for each in journal.recalls.due(lesson.due)] == [lesson.id]
            with journal._store.reading() as session:
                assert list(lesson_words.closest(session, ["ask"], 9)) == [lesson.id]
                assert lesson_words.differing(session) == 0
            (match,) = journal.matching.lessons(Writing(skills=("Planning",)))
            assert match.lesson.id == lesson.id
            reflection = journal.reflections.newest()[0]
            assert journal.lessons.sources(lesson.id)[0].id == reflection.id
            assert journal.methods.asked(reflection).key == "aar-short"


@pytest.mark.parametrize("name", NAMES)
def test_reflections_of_an_earlier_schema_have_no_evidence_and_no_depth(
    name: str, folder: Path, clock: Clock
) -> None:
    shutil.copytree(SAMPLES / name, folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as journal:
        kept = journal.reflections.newest()[0]
        told = (kept.evidence, kept.distanced, kept.depth, kept.asked)
        memory = journal.lessons.all()[0].memory
        if name < "2-0003":
            assert (told, memory) == (("", False, None, None), None)
        else:
            assert told == ("The rota of that day", True, Depth.EXPLAINED, None)
            assert memory
            assert journal.recalls.of(journal.lessons.all()[0].id)[0].answer == "Wait"


def test_the_present_one_has_what_schema_0003_brought(folder: Path, clock: Clock) -> None:
    shutil.copytree(SAMPLES / "2-0003", folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as journal:
        (own,) = journal.methods.own()
        assert (own.name, own.basis, own.edition) == ("My month", "4ls", 1)
        (review,) = [each for each in journal.reflections.newest() if each.period]
        assert review.method == str(own.id)
        assert journal.methods.asked(review).name == "My month"
        assert (found := journal.reviews.find(Period.of(Interval.MONTH, dt.date(2026, 10, 1))))
        assert found.id == review.id
        (lesson,) = journal.lessons.all()
        assert [goal.title for goal in journal.lessons.goals_of(lesson.id)] == ["Lead the stock count"]
        assert [source.method for source in journal.lessons.sources(lesson.id)] == [
            "aar-short",
            "what-so-what",
        ]
        assert (lesson.detail, lesson.worked()) == ("> Ring before you drive", 1)


def test_its_goals_go_on_in_their_rhythm_and_its_seals_hold(sample: Path, clock: Clock) -> None:
    """A seal of an earlier schema has no day in it, and must not look broken for that."""
    with opening.open_journal(sample, PASSPHRASE, clock) as journal:
        goals = {goal.title: goal for goal in journal.goals.all()}
        running, planned = goals["Lead the stock count"], goals["Speak at the fair"]
        assert (running.rhythm_days, planned.rhythm_days, running.paused_on) == (7, 7, None)
        assert running.forecast is not None
        assert (running.forecast.probability, running.forecast.is_intact()) == (60, True)
        assert "Planning" in journal.skills.names()
        assert planned.prevention == ""


def test_one_has_what_schema_0004_brought(folder: Path, clock: Clock) -> None:
    shutil.copytree(SAMPLES / "2-0004", folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as journal:
        goal = next(goal for goal in journal.goals.all() if goal.title == "Lead the stock count")
        assert [(each.probability, each.is_intact()) for each in goal.revisions] == [(35, True)]
        (measure,) = journal.measures.all()
        assert (measure.name, goal.measure_id) == ("Days late", measure.id)
        assert [(each.value, each.from_check_in) for each in journal.measures.values(measure.id)] == [
            (8.0, True),
            (7.5, False),
        ]
        assert [each.text for each in journal.measures.changes(measure.id)] == ["The second depot opened"]
        (planning,) = [skill for skill in journal.skills.all() if skill.name == "Planning"]
        assert planning.levels == [{"at": 40, "text": "Plans a small one alone"}]
        assert [(each.level, each.evidence) for each in journal.ratings.of(planning.id)] == [
            (45, "The rota held")
        ]
        (credential,) = journal.credentials.of(planning.id)
        assert journal.credentials.content(credential.id) == b"Passed"
        (profile,) = journal.profiles.all()
        assert [(each.gap.needed, each.gap.rated) for each in journal.profiles.gaps(profile.id)] == [(70, 45)]
        assert [(each.safety, each.note) for each in journal.pulses.all()] == [(65, "A good talk")]
        (vans,) = [each for each in journal.trash.contents() if each.noun == "tag"]
        journal.trash.restore(vans.id)
        assert [tag.name for tag in journal.episodes.newest()[-1].tags] == ["vans"]


def test_one_has_what_schemas_0005_and_0006_brought(folder: Path, clock: Clock) -> None:
    shutil.copytree(SAMPLES / "2-0006", folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as journal:
        kept, talked_about = (shared.pack for shared in journal.meetings.ledger())
        assert (kept.recipient, kept.protected) == ("Priya Sharma", False)
        assert hashlib.sha256(journal.meetings.pdf_of(kept.id)).hexdigest() == kept.sha256
        assert (talked_about.met, talked_about.notes) == (DAY, "She had read it before")
        (agreed,), (heard,) = (
            journal.meetings.agreed(talked_about.id),
            journal.meetings.heard(talked_about.id),
        )
        assert (agreed.text, heard.title) == ("Write the plan", "She liked the rota")
        told = PackChoice(start=START, end=DAY, audience=Audience.MANAGER)
        fields = {field.key: field for field in journal.packs.fields(UUID(kept.items[0]), told)}
        assert (fields["story"].text, fields["story"].reworded) == ("Told otherwise", True)
        assert [hit.title for hit in journal.search.find("liked").hits] == ["She liked the rota"]


def test_one_has_what_schema_0007_brought(folder: Path, clock: Clock) -> None:
    shutil.copytree(SAMPLES / "2-0007", folder)
    with opening.open_journal(folder, PASSPHRASE, clock) as journal:
        (intake,) = journal.imports.past()
        assert (intake.source, intake.name, intake.imported) == ("jrnl", "old.txt", 2)
        came = next(each for each in journal.episodes.newest() if each.title == "Told Priya.")
        origin = journal.imports.origin(came.id)
        assert origin is not None
        assert (origin.format, origin.name) == ("jrnl", "old.txt")
        assert journal.imports.undo(intake.id).taken_back == 2


def test_a_copy_is_made_before_the_schema_changes(folder: Path, clock: Clock) -> None:
    """Seen failing with `upgrading` left out in `Store.open`."""
    shutil.copytree(SAMPLES / "1-0001", folder)
    for _ in range(2):
        with opening.open_journal(folder, PASSPHRASE, clock) as journal:
            (copy,) = journal.backups.all()
            assert (copy.state, copy.reason) == (State.VERIFIED, Reason.MIGRATION)
    assert restore(copy.path, folder.parent / "restored", PASSPHRASE)
    with opening.open_journal(folder.parent / "restored", PASSPHRASE, clock) as restored:
        assert restored.episodes.newest()[0].title == "Moved the depot"


def test_without_room_for_a_copy_the_schema_stays(folder: Path, clock: Clock) -> None:
    shutil.copytree(SAMPLES / "1-0001", folder)
    (folder / "backups").write_text("no folder", encoding="ascii")
    before = (folder / "journal.db").read_bytes()
    with pytest.raises(JournalError, match="backups"):
        opening.open_journal(folder, PASSPHRASE, clock)
    assert (folder / "journal.db").read_bytes() == before


def test_an_older_program_leaves_it_alone(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opening.open_journal(sample, PASSPHRASE) as journal:
        journal.drafts.keep("x", {})
    before = {file.name: file.read_bytes() for file in sample.glob("[vj]o*")}
    with monkeypatch.context() as older:
        older.setattr(migrations, "HEAD", "0000")
        with pytest.raises(NewerSchema, match="left unchanged"):
            opening.open_journal(sample, PASSPHRASE)
    with monkeypatch.context() as older:
        older.setattr("workjournal.vault.header.FORMAT", FORMAT - 1)
        with pytest.raises(NewerVault, match="left unchanged"):
            opening.open_journal(sample, PASSPHRASE)
    assert {file.name: file.read_bytes() for file in sample.glob("[vj]o*")} == before
