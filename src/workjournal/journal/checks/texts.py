"""Checks of the database: its pages, every text, every thing, sealed forecasts, attachments."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import lazyload

from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Base
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import TextDigest, VaultState
from workjournal.domain.mapped import MAPPED
from workjournal.domain.skill_record import Credential
from workjournal.errors import JournalError
from workjournal.journal.attachments import AttachmentDamaged, verify
from workjournal.journal.checks.checkup import Checkup
from workjournal.journal.checks.findings import BRING_BACK, Finding, Kind, Severity
from workjournal.journal.skill_records import CredentialDamaged, Credentials
from workjournal.store import lesson_words
from workjournal.store.engine import DatabaseUnreadable, LogUnread
from workjournal.store.examining import examine, pages_of
from workjournal.store.mending import DamagedText
from workjournal.store.migrations import NewerSchema, OlderSchema
from workjournal.vault.vault import DatabaseMissing


class NotUpToDate(JournalError):
    """The journal was written by an older program. Open it once, which brings it up to date, and check it again."""


AT_ONCE = 500
_OTHER_WORDS = "The index of words has other words than {} of the lessons."
UNHARMED = (NewerSchema, OlderSchema, LogUnread, NotUpToDate)
"""Reasons not to open a database that is well."""
BROKEN_ROW = (JournalError, SQLAlchemyError, ValueError, LookupError, TypeError, ArithmeticError)
"""What a row that is not as it was written does to its reader."""


def database(checkup: Checkup) -> Iterator[Finding]:
    """Whether the database opens."""
    error = checkup.trouble
    if error is None or checkup.keys is None:
        return
    name = checkup.keys.header.database
    if isinstance(error, UNHARMED):
        yield Finding(
            Kind.DATABASE, name, str(error), "Its pages were checked, its texts were not.", Severity.NOTE
        )
    else:
        way_out = BRING_BACK + " The stand-alone decryptor in packaging/rescue reads through another engine."
        yield Finding(Kind.DATABASE, name, str(error), way_out)


def pages(checkup: Checkup) -> Iterator[Finding]:
    """Pages, indexes and references."""
    if checkup.keys is None or isinstance(checkup.trouble, DatabaseMissing | DatabaseUnreadable):
        return
    for what in pages_of(checkup.reopen, checkup.progress):
        yield Finding(Kind.PAGES, checkup.keys.header.database, _sentence(what), BRING_BACK)


def texts(checkup: Checkup) -> Iterator[Finding]:
    """Every text: read to its end, without NULs, the long ones as their digests say."""
    if checkup.keys is None or checkup.trouble is not None:
        return
    done = examine(checkup.reopen, checkup.progress)
    checkup.counts.update(done.rows)
    for name, why in done.unreadable.items():
        what = f"Not every row of “{name.replace('_', ' ')}” can be read ({why})."
        yield Finding(Kind.PAGES, checkup.keys.header.database, what, BRING_BACK)
    for text in done.damaged:
        way_out = "Bring it back from a backup, or write it again."
        checkup.named.add(text.thing_id)
        yield Finding(Kind.TEXT, called(text), f"This text is damaged: {text.why}.", way_out)


def things(checkup: Checkup) -> Iterator[Finding]:
    """Every thing, as the program itself reads it."""
    for noun in MAPPED:
        if checkup.store is not None and noun not in {TextDigest, VaultState} and not _loads(checkup, noun):
            yield from _one_by_one(checkup, noun)


def word_index(checkup: Checkup) -> Iterator[Finding]:
    """The index over the words of lessons, against the lessons; made anew where it says otherwise."""
    store = checkup.store
    if store is None:
        return
    with store.reading() as session:
        count = lesson_words.differing(session)
    if count and checkup.read_only:
        way_out = "Check the journal again where it can be written; then the index is made anew."
        yield Finding(Kind.PAGES, lesson_words.TABLE, _OTHER_WORDS.format(count), way_out)
    elif count:
        with store.writing() as session:
            lesson_words.make_anew(session)
        way_out = "It was made anew from the lessons; nothing is lost."
        yield Finding(Kind.PAGES, lesson_words.TABLE, _OTHER_WORDS.format(count), way_out, Severity.NOTE)


def forecasts(checkup: Checkup) -> Iterator[Finding]:
    """Sealed forecasts, which nobody may change afterwards."""
    store = checkup.store
    if store is None or not _loads(checkup, Forecast):
        return
    with store.reading() as session:
        kept = session.scalars(select(Forecast)).all()
        started = set(session.scalars(select(Goal.id).where(Goal.start.is_not(None))))
    for forecast in kept:
        where = f"forecast {forecast.id.hex[-8:]} of goal {forecast.goal_id.hex[-8:]}"
        way_out = "A backup from before holds what was sealed."
        if not forecast.is_intact():
            what = "This forecast is not what was sealed when its goal started."
            yield Finding(Kind.FORECAST, where, what, way_out)
        elif forecast.sealed_at is None and forecast.goal_id in started:
            what = "Its goal has started, and this forecast has no seal."
            yield Finding(Kind.FORECAST, where, what, way_out)


def credentials(checkup: Checkup) -> Iterator[Finding]:
    """Every credential's file against its SHA-256."""
    store = checkup.store
    if store is None or not _loads(checkup, Credential):
        return
    with store.reading() as session:
        kept = session.execute(select(Credential.id, Credential.name).where(Credential.file_name != "")).all()
    for credential_id, name in kept:
        try:
            Credentials(store).content(credential_id)
        except CredentialDamaged:
            what = "The file of the credential is not what was kept."
            yield Finding(Kind.ATTACHMENT, f"{name}, credential {credential_id.hex[-8:]}", what, BRING_BACK)


def attachments(checkup: Checkup) -> Iterator[Finding]:
    """Every attached file, in the database or beside it, against its SHA-256."""
    store = checkup.store
    if store is None:
        return
    with store.reading() as session:
        kept = session.execute(select(Attachment.id, Attachment.episode_id, Attachment.name)).all()
    for number, (attachment_id, episode_id, name) in enumerate(kept):
        checkup.progress(number / len(kept), "Reading every attachment")
        try:
            verify(store, attachment_id)
        except AttachmentDamaged as error:
            where = f"{name}, with episode {episode_id.hex[-8:]}"
            yield Finding(
                Kind.ATTACHMENT, where, f"The attachment is damaged: {error.fields['reason']}.", BRING_BACK
            )
        except BROKEN_ROW as error:
            where = f"{name}, with episode {episode_id.hex[-8:]}"
            yield Finding(
                Kind.ATTACHMENT, where, f"The attachment cannot be read: {_named(error)}", BRING_BACK
            )


def called(text: DamagedText) -> str:
    """What a person can look for: the noun, the end of its id as the terminal shows it, the field."""
    name = f"{text.table.replace('_', ' ')} {_end(text.thing_id)}".strip()
    return f"{name}, {text.field.replace('_', ' ')}" if text.field else name


def _end(thing_id: str) -> str:
    """The end of an id; all of what is none, but nothing that would not print."""
    try:
        return UUID(thing_id).hex[-8:]
    except ValueError:
        return thing_id if thing_id.isprintable() else ""


def _loads(checkup: Checkup, noun: type[Base]) -> bool:
    store = checkup.store
    assert store is not None
    try:
        with store.reading() as session:
            query = select(noun).options(lazyload("*")).execution_options(yield_per=AT_ONCE)
            for _ in session.scalars(query):
                pass
    except BROKEN_ROW:
        store.engine.dispose()  # a connection that met damage reads nothing more
        return False
    return True


def _one_by_one(checkup: Checkup, noun: type[Base]) -> Iterator[Finding]:
    """Which of them do not load; not those of which a text was named already."""
    store, name = checkup.store, noun.__tablename__.replace("_", " ")
    assert store is not None
    key = inspect(noun).primary_key[0]
    way_out = "A backup may hold it whole; `workjournal rescue DIR` makes a new journal without it."
    try:
        with store.reading() as session:
            known = session.scalars(select(key)).all()
    except BROKEN_ROW as error:
        store.engine.dispose()
        yield Finding(Kind.THING, name, f"They cannot even be listed: {_named(error)}", BRING_BACK)
        return
    for thing_key in known:
        try:
            with store.reading() as session:
                session.get(noun, thing_key, options=[lazyload("*")])
        except BROKEN_ROW as error:
            store.engine.dispose()
            stored = thing_key.hex if isinstance(thing_key, UUID) else str(thing_key)
            if stored not in checkup.named:
                where = f"{name} {_end(stored)}".strip()
                yield Finding(Kind.THING, where, f"It cannot be read: {_named(error)}", way_out)


def _named(error: Exception) -> str:
    """In words, and never with a statement's parameters."""
    return str(error) if isinstance(error, JournalError) else "it is not as it was written."


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."
