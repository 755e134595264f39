"""Trouble that a person can mend. Everything else that is raised is a bug."""

import inspect


class JournalError(Exception):
    """Something went wrong that can be mended.

    A subclass's docstring is its message; names in braces are filled from the keyword arguments it is
    raised with, so one sentence stands in one place for the window, the terminal and the tests.
    """

    def __init__(self, **fields: object) -> None:
        super().__init__(type(self).__name__)
        self.fields = fields

    def __str__(self) -> str:
        message = " ".join(inspect.cleandoc(type(self).__doc__ or "").split())
        return message.format(**self.fields)
