"""`python -m api.cli` is `drift`."""

from api.cli import main

main()
