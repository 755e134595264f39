"""Backups, piece by piece: how copies lie on disk, are made, examined, kept, sealed and brought to a second place.

`journal.backups` and `journal.restoring` are the verbs over them. May import: store, vault.
"""
