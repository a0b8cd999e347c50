"""Seeded chance."""

from collections import Counter

from loaders.world.dice import Pool, stream, zipf_weights
from loaders.world.names import Names


def test_a_stream_is_the_same_every_time_and_another_for_each_part() -> None:
    first, again, other = (stream(1, part).random() for part in ("nights", "nights", "labels"))
    assert first == again != other


def test_a_stream_keeps_its_numbers_over_versions_of_python() -> None:
    assert stream(1, "nights").randrange(1000) == 574


def test_items_are_drawn_as_often_as_they_weigh() -> None:
    pool, dice = Pool("abc", (1, 0, 3)), stream(1, "test")
    drawn = Counter(pool.draw(dice) for _ in range(4000))
    assert set(drawn) == {"a", "c"}
    assert 2.6 < drawn["c"] / drawn["a"] < 3.4


def test_distinct_draws_end_when_nothing_new_is_left() -> None:
    dice = stream(1, "test")
    assert sorted(Pool("abc", (1, 1, 1)).draw_distinct(dice, 9)) == ["a", "b", "c"]
    assert Pool("", ()).draw_distinct(dice, 2) == []


def test_zipf_weights_fall_with_the_rank() -> None:
    assert zipf_weights(3, 1.0) == [1, 1 / 2, 1 / 3]


def test_no_name_is_given_out_twice() -> None:
    names = Names(stream(1, "names"))
    given = [names.person() for _ in range(5000)]
    assert len({name.casefold() for name in given}) == len(given)
