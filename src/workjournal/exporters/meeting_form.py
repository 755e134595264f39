"""A blank form for a one-on-one, to print and to write on: the review pack's sections, and nothing of the journal."""

from dataclasses import dataclass

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Paper
from workjournal.exporters.typesetting import Document, compile_pdf, drawable, language_of
from workjournal.exporters.wording import wording

TEMPLATE = "meeting-form.typ"


@dataclass(frozen=True)
class _Words:
    """`prompts` are by section, in the pack's order, each with how many lines there are to write on."""

    title: str
    lead: str
    name: str
    partner: str
    date: str
    prompts: dict[str, tuple[str, int]]
    agreed: str
    agreed_prompt: str
    columns: tuple[str, str, str, str]
    rows: int
    next_date: str


_ENGLISH = _Words(
    title="One-on-one: notes",
    lead="Fill in what matters before the meeting; leave the rest empty. The last part is for both of you.",
    name="Name",
    partner="With",
    date="Date",
    prompts={
        "since-last-time": ("What did we agree last time, and what became of it?", 3),
        "highlights": (
            "What went well, and what did not? What was my part, and what did it change for whom?",
            5,
        ),
        "goals": ("What am I reaching for, how far is it, and whose feedback do I need?", 3),
        "lessons": ("What would I do differently now? Where have I tried it?", 3),
        "asks": (
            "A decision, a resource, a chance to be seen, protection, feedback: what, and until when?",
            3,
        ),
        "growth": ("What can I do now that I could not do before? How can one tell?", 2),
        "commitments": ("One to three things I will do before we meet again.", 3),
        "evidence": ("What shall I bring or show?", 2),
    },
    agreed="What we agreed",
    agreed_prompt="Filled in together, at the end.",
    columns=("Done", "What", "Who", "By when"),
    rows=7,
    next_date="Next meeting",
)
_GERMAN = _Words(
    title="Vier-Augen-Gespräch: Notizen",
    lead="Vor dem Gespräch ausfüllen, was wichtig ist; der Rest bleibt leer. Der letzte Teil ist für beide.",
    name="Name",
    partner="Mit",
    date="Datum",
    prompts={
        "since-last-time": ("Was haben wir zuletzt vereinbart, und was ist daraus geworden?", 3),
        "highlights": ("Was ging gut, was nicht? Was war mein Anteil, und was hat es für wen verändert?", 5),
        "goals": ("Wonach strecke ich mich, wie weit bin ich, und wessen Rückmeldung brauche ich?", 3),
        "lessons": ("Was würde ich heute anders machen? Wo habe ich es versucht?", 3),
        "asks": ("Entscheidung, Mittel, Sichtbarkeit, Schutz, Rückmeldung: was, und bis wann?", 3),
        "growth": ("Was kann ich jetzt, was ich vorher nicht konnte? Woran sieht man es?", 2),
        "commitments": ("Ein bis drei Dinge, die ich bis zum nächsten Gespräch tue.", 3),
        "evidence": ("Was bringe ich mit, was zeige ich?", 2),
    },
    agreed="Was wir vereinbart haben",
    agreed_prompt="Am Ende gemeinsam ausgefüllt.",
    columns=("Erledigt", "Was", "Wer", "Bis wann"),
    rows=7,
    next_date="Nächstes Gespräch",
)


def typeset(language: str, paper: Paper) -> bytes:
    """The form as PDF/UA-1, two pages; it has no date, which PDF/A would want, and is the same bytes each time."""
    return compile_pdf(TEMPLATE, _document(language, paper), archival=False)


def _document(language: str, paper: Paper) -> Document:
    words, common = _GERMAN if language_of(language)[0] == "de" else _ENGLISH, wording(language)
    lang, region = language_of(language)
    sections = SECTIONS[Audience.MANAGER]
    headings = {part.key: common.heading(Audience.MANAGER, part.key, part.heading) for part in sections}
    return drawable(
        {
            "title_plain": words.title,
            "title": words.title,
            "running": words.title,
            "lead": words.lead,
            "lang": lang,
            "region": region,
            "paper": paper.value,
            "words": {"page": common.page, "of": common.of},
            "fields": [words.name, words.partner, words.date],
            "sections": [[headings[key], *words.prompts[key]] for key in headings],
            "agreed": [words.agreed, words.agreed_prompt],
            "columns": list(words.columns),
            "rows": words.rows,
            "next": words.next_date,
        },
        None,
    )
