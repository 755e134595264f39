"""Bring resources/i18n up to date with the texts in the source: `make translations`.

English is the language of the source; its file holds only plurals ("%n day(s)" becomes "1 day" or "2 days"). A plural
that has no English words yet is taken from its brackets and named, to be looked at.
"""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "resources" / "i18n" / "workjournal_en.ts"


def main() -> int:
    sources = sorted((ROOT / "src" / "workjournal" / "ui").rglob("*.py"))
    forms = sorted((ROOT / "resources" / "ui").glob("*.ui"))
    files = [str(file.relative_to(ROOT)) for file in (*sources, *forms)]
    tools = Path(sys.executable).parent
    ts = str(TEXTS.relative_to(ROOT))
    update = [
        "-pluralonly",
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "en",
        "-target-language",
        "en",
    ]
    subprocess.run([tools / "pyside6-lupdate", *files, "-ts", ts, *update], cwd=ROOT, check=True)
    _fill_plurals()
    subprocess.run([tools / "pyside6-lrelease", ts, "-qm", ts.replace(".ts", ".qm")], cwd=ROOT, check=True)
    return 0


def _fill_plurals() -> None:
    """English for "%n day(s)": without the bracket for one, with its content for more."""
    tree = ET.parse(TEXTS)
    for message in tree.iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform")
        if len(forms) == 2 and translation.get("type") == "unfinished":
            forms[0].text = re.sub(r"\(\w+\)", "", source)
            forms[1].text = re.sub(r"\((\w+)\)", r"\1", source)
            del translation.attrib["type"]
            print(f"new plural: {forms[0].text!r}, {forms[1].text!r}")
    tree.write(TEXTS, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    sys.exit(main())
