"""Qt's mark for texts that are translated later, with the type it has (PySide6's stubs say object).

Same name as Qt's, since lupdate looks for the name.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - lupdate reads the context from the source
    """`text` itself; `context` is the class that will translate it."""
    return text
