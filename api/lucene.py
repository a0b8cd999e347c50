"""What somebody typed -> a query of the full-text index of names, in Lucene's syntax.

The text is taken apart into words of letters and digits, so nothing of Lucene's syntax survives in
it; each word is then looked for as it is, as the beginning of a word, and with typing errors.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_WORD = re.compile(r"[^\W_]+")

UNINDEXED: Final = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
    "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they",
    "this", "to", "was", "will", "with",
))  # fmt: skip
"""Words that the index's analyzer (`standard-folding`, English) leaves out of every name."""


@dataclass(frozen=True)
class NameSearch:
    """How names are searched.

    Attributes:
        longest: Characters a text may have.
        words: Words of it that are looked at.
        exact: Weight of a word as it was typed.
        beginning: Weight of a word that begins with it.
        near: Weight of a word that differs in a letter or two.
        phrase: Weight of all words in order.
        joined: Weight of words written together that were typed apart, and the reverse.
        part: Letters each half of a word has at least, if it is taken for two.
        one_error: Letters from which a word may have one error; one letter less beside others.
        two_errors: Letters from which it may have two.
    """

    longest: int = 64
    words: int = 8
    exact: float = 4.0
    beginning: float = 2.0
    near: float = 1.0
    phrase: float = 6.0
    joined: float = 3.0
    part: int = 3
    one_error: int = 4
    two_errors: int = 7

    def errors(self, word: str, *, alone: bool) -> int:
        """Typing errors a word may have: insertions, deletions, changes, swaps of letters."""
        return (len(word) >= self.one_error - (not alone)) + (len(word) >= self.two_errors)


SEARCH: Final = NameSearch()


def words_of(text: str, config: NameSearch = SEARCH) -> list[str]:
    """The words of a text in lower case, in order, repeats left out."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return list(dict.fromkeys(_WORD.findall(folded)))[: config.words]


def name_query(text: str, config: NameSearch = SEARCH) -> str:
    """The Lucene query for a text: every word in some form, better forms worth more.

    Returns:
        A query; one that finds nothing if the text has no letter or digit.
    """
    typed = words_of(text, config)
    words = [word for word in typed if word not in UNINDEXED] or typed
    if not words:
        return '""'
    alone = len(words) == 1
    every = " ".join(f"+({_forms(word, config, alone=alone)})" for word in words)
    clauses = [f"({every})"]
    if alone:
        clauses += [
            f"(+{words[0][:at]} +{words[0][at:]})^{config.joined:g}"
            for at in range(config.part, len(words[0]) - config.part + 1)
        ]
    else:
        clauses.append(f'"{" ".join(words)}"^{config.phrase:g}')
        clauses.append(f"{''.join(typed)}^{config.joined:g}")
    return " ".join(clauses)


def _forms(word: str, config: NameSearch, *, alone: bool) -> str:
    forms = [f"{word}^{config.exact:g}", f"{word}*^{config.beginning:g}"]
    if errors := config.errors(word, alone=alone):
        forms.append(f"{word}~{errors}^{config.near:g}")
    return " ".join(forms)
