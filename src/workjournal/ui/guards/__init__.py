"""What the pages of backups and of the check are made of: cards, what can be done with a copy, how it is said.

May import: the kit, dialogs, parts and services, never a screen.
"""
