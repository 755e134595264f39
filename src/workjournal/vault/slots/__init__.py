"""The ways into a vault, one file each. Each turns a secret and its stored parameters into a wrapping key.

To add one: a module with a `Slot` and its name in SLOTS; creation, opening and tests run over the tuple.
"""

from workjournal.vault.slots.passphrase import PASSPHRASE
from workjournal.vault.slots.recovery_code import RECOVERY_CODE
from workjournal.vault.slots.slot import Slot
from workjournal.vault.slots.system_keyring import SYSTEM_KEYRING

SLOTS: tuple[Slot, ...] = (PASSPHRASE, RECOVERY_CODE, SYSTEM_KEYRING)
