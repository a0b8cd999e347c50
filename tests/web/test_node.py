"""Which Node is taken, and when packages are installed."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from web.node import install, node_folder, node_version


def node(folder: Path, version: str) -> Path:
    """A program called node that only tells its version."""
    folder.mkdir()
    program = folder / "node"
    program.write_text(f"#!/bin/sh\necho {version}\n")
    program.chmod(0o755)
    return program


def test_version_is_what_the_program_says(tmp_path: Path) -> None:
    assert node_version(str(node(tmp_path / "new", "v24.19.0"))) == (24, 19, 0)
    assert node_version(str(node(tmp_path / "odd", "something"))) == ()


def test_first_node_that_is_new_enough_is_taken(tmp_path: Path) -> None:
    old, new = node(tmp_path / "old", "v18.20.1").parent, node(tmp_path / "new", "v22.1.0").parent
    assert node_folder((old, new)) == new
    assert node_folder((tmp_path / "none", new, old)) == new


def test_packages_are_installed_again_only_when_the_lock_changed(tmp_path: Path) -> None:
    lock = tmp_path / "package-lock.json"
    lock.write_text("{}")
    stamp = tmp_path / "node_modules" / ".installed-from"
    stamp.parent.mkdir()
    stamp.write_text(hashlib.sha256(b"{}").hexdigest())
    install(tmp_path)
    lock.write_text('{"changed": true}')
    with pytest.raises(subprocess.CalledProcessError):
        install(tmp_path)  # there is no package.json
