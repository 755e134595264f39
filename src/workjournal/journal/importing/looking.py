"""What an exported journal of this program would bring, shown before it is imported."""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.label import Tag
from workjournal.journal.importing.arrivals import Arrival, Troubles, arrived
from workjournal.journal.importing.plan import plan
from workjournal.journal.importing.reading import Reading
from workjournal.journal.importing.wishes import SHOWN, Preview, Sample
from workjournal.store.store import Store


def look(store: Store, reading: Reading, preview: Preview) -> None:
    """Read everything, and fill the preview; nothing is saved.

    Raises:
        JournalError: where the file is none of ours, or damaged.
    """
    troubles = Troubles(reading)
    arrivals = arrived(reading, troubles)
    names = {tag.row["id"]: tag.row["name"] for tag in arrivals[Tag]}
    tagged = [tuple(names[each] for each in it.lists["tags"] if each in names) for it in arrivals[Episode]]
    with store.reading() as session:
        planned = plan(session, arrivals, troubles)
    troubles.conclude()
    preview.found, preview.failed, preview.known = reading.found, reading.failed, planned.skipped
    preview.troubles, preview.notes = reading.troubles, reading.notes
    files = [arrival.file for arrival in arrivals[Attachment] if arrival.file]
    preview.files, preview.size = len(files), sum(file.size for file in files)
    attached = Counter(arrival.row["episode_id"] for arrival in arrivals[Attachment])
    for episode, tags in zip(arrivals[Episode], tagged, strict=True):
        preview.tags.update(tags)
        day = episode.row["date"]
        preview.first, preview.last = min(preview.first or day, day), max(preview.last or day, day)
        if len(preview.samples) < SHOWN:
            known = episode.row["id"] in planned.known
            preview.samples.append(_sample(episode, tags, attached, known=known))


def _sample(episode: Arrival, tags: tuple[str, ...], attached: Mapping[UUID, int], *, known: bool) -> Sample:
    row = episode.row
    files = attached.get(row["id"], 0)
    return Sample(episode.place, row["date"], row["time"], row["title"], tags, files, known)
