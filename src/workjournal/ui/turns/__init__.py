"""What happens to a thing after a question: a goal starts, is forecast anew, ends; a check-in is corrected.

May import: dialogs, parts and the services, never a screen.
"""
