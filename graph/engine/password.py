"""The generated password: made once for a data folder, readable by its owner only."""

import os
import secrets
from pathlib import Path

from pydantic import SecretStr

RANDOM_BYTES = 24


def read(path: Path) -> SecretStr | None:
    """The kept password; None if there is none."""
    try:
        return SecretStr(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        return None


def keep(path: Path) -> SecretStr:
    """The kept password; a new one is generated and kept first if there is none."""
    kept = read(path)
    if kept is not None:
        return kept
    generated = secrets.token_urlsafe(RANDOM_BYTES)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(generated)
        file.flush()
        os.fsync(handle)
    os.replace(part, path)
    return SecretStr(generated)
