"""Build the GraphiQL page into `api/assets/graphiql`, once.

Run by `make setup`. Nothing is done when the pages are those of the current sources.
"""

import hashlib
import shutil
from pathlib import Path

from web.node import install, run

WEB = Path(__file__).resolve().parent
TARGET = WEB.parent / "api" / "assets" / "graphiql"
STAMP = TARGET / ".built-from"
OPERATIONS = WEB.parent / "api" / "operations"
SOURCES = (
    "package-lock.json",
    "build.mjs",
    "graphiql.jsx",
    "graphiql.html",
    "page.css",
    "examples.js",
)


def main() -> None:
    """Install the locked packages and bundle the page, if anything changed."""
    sources = [*(WEB / name for name in SOURCES), *sorted(OPERATIONS.glob("*.graphql"))]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == digest:
        return
    shutil.rmtree(TARGET, ignore_errors=True)
    install(WEB)
    run(WEB, "node", "build.mjs", TARGET)
    STAMP.write_text(digest)
    print(f"Built {TARGET.relative_to(WEB.parent)}")


if __name__ == "__main__":
    main()
