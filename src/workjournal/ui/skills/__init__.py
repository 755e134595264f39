"""The page of a skill and its cards: rating it, the history of that, credentials. They open the dialogs they need.

May import: dialogs, parts and services, never a screen.
"""
