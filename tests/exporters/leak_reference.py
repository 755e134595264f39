"""The leak check told as plainly as can be: every form of every text, in every place, one after another."""

import re
import unicodedata
from collections.abc import Iterator

from workjournal.exporters import fonts, letters
from workjournal.exporters.markdown_tree import plain
from workjournal.exporters.pack_content import Secrets
from workjournal.exporters.pdf_streams import Blob, Said

BROKEN = re.compile("[\ufffe\x02\u00ad]\\s*|[-\u2010]\\s*\n\\s*|\u200b\\s*|[\u200c\u200d\u2060\ufeff]")


def folded(text: str) -> str:
    whole = BROKEN.sub("", unicodedata.normalize("NFKC", text))
    whole = re.sub("[\u0622\u0623\u0625\u0627]", "", whole)
    return unicodedata.normalize("NFKC", whole.casefold())


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", folded(text))


def spaced(text: str) -> str:
    return " " + re.sub(r"[\W_]+", " ", folded(text)).strip() + " "


def bare(content: bytes) -> bytes:
    return re.sub(rb"[^a-z0-9]+", b"", content.lower())


def forms(text: str) -> Iterator[str]:
    yield text
    read = plain(text)
    yield read
    strange = frozenset(
        each for each in read if each not in letters.SAFE and unicodedata.category(each) != "Cs"
    )
    yield letters.shown(read, fonts.missing(strange))


def stands_in(text: str, said: list[Said], blobs: list[Blob]) -> bool:
    """Whether a text is somewhere: 6 letters as whole words, 24 anywhere, 12 plain ones in bytes."""
    for form in forms(text):
        sought = squeezed(form)
        for one in said:
            if len(sought) >= 24 and sought in squeezed(one.text):
                return True
            if len(sought) >= 6 and sought in squeezed(one.text) and spaced(form) in spaced(one.text):
                return True
        code = bare(sought.encode())
        if len(code) >= 12 and any(code in bare(one.content) for one in blobs):
            return True
    return False


def word_stands_in(word: str, said: list[Said], blobs: list[Blob], *, own: bool = False) -> bool:
    """Whether a word is somewhere as a whole; one of the computer's `own` in the metadata, and six letters in bytes."""
    sought = " ".join(folded(word).split())
    parts = r"\s+".join(map(re.escape, sought.split()))
    whole = re.compile(rf"(?<![^\W_]){parts}(?![^\W_])")
    if any(whole.search(folded(one.text)) for one in said if one.metadata or not own):
        return True
    drawn = [one.content.decode(errors="ignore") for one in blobs if not one.dots and not own]
    return len(sought) >= 6 and any(whole.search(folded(text)) for text in drawn)


def leaks(said: list[Said], blobs: list[Blob], secrets: Secrets) -> tuple[set[str], set[str]]:
    """The texts and the words (folded) that leaked."""
    texts = {text for text in secrets.texts if stands_in(text, said, blobs)}
    words = {" ".join(folded(word).split()) for word in secrets.words if word_stands_in(word, said, blobs)}
    own = {
        " ".join(folded(word).split())
        for word in secrets.metadata_words
        if word_stands_in(word, said, blobs, own=True)
    }
    return texts, words | own
