"""The encrypted database: engine, sessions, change feed, revisions of text, migrations.

Knows the mapped classes and no feature. May import: vault, domain, errors. A change of schema is one Alembic
revision in migrations/versions/ and its id in migrations.HEAD.
"""
