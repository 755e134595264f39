"""Dialogs: they ask or tell and decide nothing; what comes back is a choice or a value.

To add one: a class here, its form in resources/ui if it has fields.
"""
