"""The sheet with a recovery code: one page to print or write out, made in memory only, the same bytes each time."""

import datetime as dt
from dataclasses import dataclass, field

from workjournal.exporters.letters import short
from workjournal.exporters.typesetting import Document, compile_pdf, drawable
from workjournal.exporters.wording import wording

TEMPLATE = "recovery-sheet.typ"
LONGEST_NAME = 60
"""Letters of the journal's name, so that everything stays on one page."""
ID_LETTERS = 8
"""Of the vault's id: enough to tell one's own vaults apart."""


@dataclass(frozen=True)
class RecoverySheet:
    """What the sheet says. `code` is its groups joined by hyphens; `vault_name` is the folder's name."""

    vault_name: str
    vault_id: str
    made: dt.date
    code: str = field(repr=False)
    language: str = "en"


@dataclass(frozen=True)
class _Words:
    title: str
    journal: str
    made: str
    vault: str
    opens: str
    opens_text: str
    keep: str
    keep_text: tuple[str, ...]
    use: str
    use_text: tuple[str, ...]
    letters: str


_ENGLISH = _Words(
    title="Recovery code",
    journal="Journal",
    made="Made on",
    vault="Vault",
    opens="What it opens",
    opens_text=(
        "This code opens the encrypted journal “{name}” when its passphrase is forgotten. "
        "Whoever has this sheet and the journal’s folder can read everything in it."
    ),
    keep="Where to keep it",
    keep_text=(
        "On paper, away from the computer: with your passport, in a safe, with someone you trust.",
        "Not in the laptop’s bag, not as a photo, not as a file on the same computer.",
        "If it may have been seen or lost, make a new code in the program and remove this one.",
    ),
    use="How to use it",
    use_text=(
        "Start Workjournal and choose “Forgot the passphrase?” below the field.",
        "Type the nine groups. Capitals, spaces and hyphens do not matter.",
        "Choose a new passphrase. This code goes on working until you remove it.",
    ),
    letters="There is no letter I, L, O or U in it: what looks like one is the digit 1 or 0, or a V.",
)
_GERMAN = _Words(
    title="Wiederherstellungscode",
    journal="Journal",
    made="Erstellt am",
    vault="Tresor",
    opens="Was er öffnet",
    opens_text=(
        "Dieser Code öffnet das verschlüsselte Journal „{name}“, wenn die Passphrase vergessen ist. "
        "Wer dieses Blatt und den Ordner des Journals hat, kann alles darin lesen."
    ),
    keep="Wo er hingehört",
    keep_text=(
        "Auf Papier, fern vom Computer: zum Reisepass, in einen Safe, zu jemandem, dem Sie vertrauen.",
        "Nicht in die Laptoptasche, nicht als Foto, nicht als Datei auf demselben Computer.",
        "Falls er gesehen wurde oder verloren ist: im Programm einen neuen machen und diesen entfernen.",
    ),
    use="Wie man ihn benutzt",
    use_text=(
        "Workjournal starten und unter dem Feld „Passphrase vergessen?“ wählen.",
        "Die neun Gruppen tippen. Großschreibung, Leerzeichen und Striche sind gleichgültig.",
        "Eine neue Passphrase wählen. Der Code gilt weiter, bis Sie ihn entfernen.",
    ),
    letters="Die Buchstaben I, L, O und U kommen nicht vor: was so aussieht, ist eine 1, eine 0 oder ein V.",
)


def typeset(sheet: RecoverySheet) -> bytes:
    """The sheet as PDF/UA-1 and PDF/A-2a, A4; it names neither an author nor a program in its metadata."""
    return compile_pdf(TEMPLATE, _document(sheet))


def _document(sheet: RecoverySheet) -> Document:
    words = _GERMAN if sheet.language.partition("-")[0] == "de" else _ENGLISH
    name = short(sheet.vault_name, LONGEST_NAME)
    return drawable(
        {
            "title_plain": words.title,
            "title": words.title,
            "lang": sheet.language.partition("-")[0].lower(),
            "made": {"year": sheet.made.year, "month": sheet.made.month, "day": sheet.made.day},
            "facts": [
                [words.journal, name],
                [words.made, wording(sheet.language).day(sheet.made)],
                [words.vault, sheet.vault_id[:ID_LETTERS]],
            ],
            "groups": sheet.code.split("-"),
            "letters": words.letters,
            "opens": [words.opens, words.opens_text.format(name=name)],
            "keep": [words.keep, list(words.keep_text)],
            "use": [words.use, list(words.use_text)],
        },
        None,
    )
