"""When two names are the same name."""

import re

from anyascii import anyascii

_HOMONYM = re.compile(r"\s*\(\d{1,3}\)\s*$")
_AND = re.compile(r"[&+]")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def normalise_name(name: str) -> str:
    """The name as it is compared: Latin letters and digits, lower case, nothing between them.

    Other scripts and accents are transliterated, a homonym's number at the end is cut, `&` and `+`
    are "and". "DJ" stays, since with and without it are often two people. The result is empty if
    nothing remains.

    >>> normalise_name("Âme & Dixon (2)")
    'ameanddixon'
    """
    bare = _HOMONYM.sub("", name)
    latin = anyascii(_AND.sub(" and ", bare)).casefold()
    return _NOT_ALPHANUMERIC.sub("", latin)
