"""Make the Python and the TypeScript client from the schema and the operations of this folder.

Run by `make examples`. What was made before is thrown away; what is made has been type-checked.
"""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

from web.node import install, run

EXAMPLES = Path(__file__).resolve().parent
GENERATED = EXAMPLES / "generated"
ENVIRONMENT = EXAMPLES / ".venv"
"""The generator of the Python client needs an older graphql-core than Drift, so it has its own."""

NEWS = """\
Python: examples/generated/drift_client
  .venv/bin/python examples/ask.py URL ARTIST ARTIST
TypeScript: examples/generated/typescript
  node examples/generated/javascript/ask.js URL ARTIST ARTIST

URL is that of a running Drift, http://127.0.0.1:8000/graphql after `make demo`.
More is in examples/README.md."""


def main() -> None:
    """Make both clients and say how to use them."""
    generate()
    print(NEWS)


def generate() -> None:
    """Make both clients.

    Raises:
        CalledProcessError: A generator or a type checker complains; what it said is on stderr.
    """
    shutil.rmtree(GENERATED, ignore_errors=True)
    GENERATED.mkdir()
    python_client()
    typescript_client()


def python_client() -> None:
    """`generated/drift_client`, by ariadne-codegen, checked by mypy together with `ask.py`."""
    if not ENVIRONMENT.exists():
        venv.create(ENVIRONMENT)
    tools = ENVIRONMENT / "bin"
    project = EXAMPLES.parent / "pyproject.toml"
    pip = (sys.executable, "-m", "pip", "--python", tools / "python", "install", "--quiet")
    call(*pip, "--group", f"{project}:clients")
    call(tools / "ariadne-codegen", "--config", "ariadne-codegen.toml")
    strict = ("--strict", "--explicit-package-bases", "--cache-dir", ENVIRONMENT / "mypy")
    call(tools / "mypy", *strict, "ask.py", "generated/drift_client")


def typescript_client() -> None:
    """`generated/typescript`, by GraphQL Code Generator, compiled together with `ask.ts`."""
    install(EXAMPLES)
    tools = EXAMPLES / "node_modules" / ".bin"
    run(EXAMPLES, tools / "graphql-codegen", "--config", "codegen.json", "--silent")
    run(EXAMPLES, tools / "tsc")


def call(*command: str | Path) -> None:
    """Run a tool here; what it prints of its progress is not shown."""
    subprocess.run(command, cwd=EXAMPLES, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
