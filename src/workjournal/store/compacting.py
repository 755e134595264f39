"""Writing the database anew, so that nothing is left in it of what was deleted.

`secure_delete` is not enough: where rows moved between pages, copies of them stay in the gaps of the old pages (found
in every third trial database of 3,000 rows). VACUUM writes every page from the rows that are there, in one transaction.
It also renumbers rowids: nothing may refer to one but through an INTEGER PRIMARY KEY.
"""

from workjournal.store.engine import open_vault_database
from workjournal.store.faults import Busy, faults_named
from workjournal.vault.vault import Keys


def rewrite(keys: Keys) -> None:
    """Write the database of an opened vault anew and empty its log; safe against a power cut at any moment.

    Raises:
        DiskFull: it needs as much space again for a moment. Busy: another program reads or writes for a long time.
    """
    with faults_named(keys.folder):
        connection = open_vault_database(keys, attach=True)
        try:
            connection.execute("VACUUM")
            is_busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.close()
    if is_busy:
        raise Busy
