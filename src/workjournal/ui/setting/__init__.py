"""The rows of the Settings page, made of journal/every_setting.py: a field for each kind of control, a row, a card.

May import: widgets and the list; they keep nothing themselves.
"""
