"""The steps of an import: read, built or planned, saved in one transaction, taken back; imports.py has the verbs.

Items of other programs become episodes (building, files, saving); rows of this program come back as they were
(arrivals, plan, rows).
"""
