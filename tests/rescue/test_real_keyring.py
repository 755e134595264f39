"""The way in that the program gave to a real keyring opens the journal for the decryptor too."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from keyring_session import MISSING, keyring_session
from rescue.by_the_document import Program, Rescue, Written


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
@pytest.mark.skipif(
    not shutil.which("secret-tool"), reason="no secret-tool here: apt-get install libsecret-tools"
)
def test_what_a_real_keyring_keeps_opens_it(written: Written, vault: Path, rescue: Rescue) -> None:
    program = Program(vault.parent)
    with keyring_session() as session:
        program.environment = {**session.environment, "WORKJOURNAL_CONFIG": str(vault.parent / "settings")}
        program("keys", "add", "keyring")
        slots = json.loads((vault / "vault.json").read_bytes())["slots"]
        entry = slots[-1]["parameters"]["entry"]
        look_up = ["secret-tool", "lookup", "service", "Workjournal", "username", entry]
        secret = subprocess.run(
            look_up, env=session.environment, capture_output=True, text=True, check=True
        ).stdout
    rescued = rescue(vault, secret.strip(), "--keyring-secret")
    assert rescued.code == 0, rescued.errors
    assert len(rescued.table("episode")) == len(written.episodes)
