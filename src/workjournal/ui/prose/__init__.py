"""What a text field does with text: lists that go on, marks, steps of undo, pasting, spelling. No widget, no journal.

Everything works on strings or on a QTextCursor; widgets/prose_edit.py puts it behind keys. Positions count as Qt
counts, in UTF-16 units: `units.utf16` makes a Python string whose indexes are those.
"""
