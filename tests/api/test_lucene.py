"""From a text to a Lucene query."""

from hypothesis import given
from hypothesis import strategies as st

from api.lucene import NameSearch, name_query, words_of


def test_a_word_is_looked_for_as_it_is_as_a_beginning_and_with_errors() -> None:
    assert name_query("Orb") == "(+(orb^4 orb*^2))"
    assert name_query("Jeff") == "(+(jeff^4 jeff*^2 jeff~1^1))"


def test_every_word_of_several_is_needed_and_their_order_is_worth_more() -> None:
    assert name_query("DJ Koze") == (
        '(+(dj^4 dj*^2) +(koze^4 koze*^2 koze~1^1)) "dj koze"^6 djkoze^3'
    )


def test_a_long_word_may_be_two_words() -> None:
    assert name_query("abcdef").endswith(" (+abc +def)^3")


def test_longer_words_may_have_more_errors() -> None:
    config = NameSearch()
    assert [config.errors("x" * n, alone=True) for n in (3, 4, 6, 7)] == [0, 1, 1, 2]
    assert [config.errors("x" * n, alone=False) for n in (2, 3, 6, 7)] == [0, 1, 1, 2]


def test_words_the_index_leaves_out_are_not_asked_for() -> None:
    assert "+(the" not in name_query("The Orb")
    assert name_query("The The") == "(+(the^4 the*^2))"


def test_a_text_without_letters_finds_nothing() -> None:
    assert words_of("*:* +-") == []
    assert name_query("*:* +-") == '""'


@given(st.text(max_size=64))
def test_words_hold_letters_and_digits_only(text: str) -> None:
    assert all(word.isalnum() for word in words_of(text))
    assert len(words_of(text)) <= NameSearch().words
