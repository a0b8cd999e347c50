"""Reading files: what is accepted, and what the message says when it cannot be."""

import gzip
from pathlib import Path

import pytest

from graph.errors import SourceCorrupt, SourceMissing, SourceUnknown
from loaders.files import fingerprint, lines, source_folder, table
from loaders.registry import find_source


def test_lines_end_at_lf_only(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes("a\u2028b\r\n\nc\x85d\n".encode())
    assert list(lines(path)) == [(1, "a\u2028b".encode()), (3, "c\x85d".encode())]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\n')
    assert list(lines(path)) == [(1, b'{"a": 1}')]


def test_a_file_that_was_cut_off_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    whole = gzip.compress(b"\n".join(b"%d" % at for at in range(10_000)))
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceCorrupt, match=r"rows\.jsonl\.gz cannot be read to its end") as cut:
        list(lines(path))
    assert str(path) in cut.value.hint


def test_a_file_that_is_no_gzip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv.gz"
    path.write_bytes(b"a,b\n1,2\n")
    with pytest.raises(SourceCorrupt, match=r"rows\.csv\.gz"):
        list(table(path, ("a",)))


def test_a_table_without_a_column_says_which(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(SourceCorrupt, match="no column c"):
        list(table(path, ("a", "c")))


def test_a_table_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(b"a\nS\xe4ule\n")
    with pytest.raises(SourceCorrupt, match=r"rows\.csv"):
        list(table(path, ("a",)))


def test_a_folder_is_found_by_itself_and_by_the_one_that_holds_it(tmp_path: Path) -> None:
    inside = tmp_path / "toy"
    inside.mkdir()
    (inside / "rows.csv").touch()
    assert source_folder(tmp_path, "toy", ("rows.csv",)) == inside
    assert source_folder(inside, "toy", ("rows.csv",)) == inside


def test_a_missing_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="is not a folder"):
        source_folder(tmp_path / "nowhere", "toy", ("rows.csv",))
    with pytest.raises(SourceMissing, match=r"rows\.csv not found"):
        source_folder(tmp_path, "toy", ("rows.csv",))


def test_an_unknown_source_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SourceUnknown) as unknown:
        find_source("ra-paris", tmp_path)
    assert "ra-london" in unknown.value.hint


def test_a_fingerprint_changes_with_any_byte_and_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"2")
    first = fingerprint(tmp_path, ("a", "b"))
    assert first == fingerprint(tmp_path, ("a", "b"))
    (tmp_path / "a").write_bytes(b"2")
    (tmp_path / "b").write_bytes(b"1")
    assert first != fingerprint(tmp_path, ("a", "b"))
