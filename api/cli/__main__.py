"""`python -m api.cli` is `drift`."""

from api.cli import main

if __name__ == "__main__":
    main()
