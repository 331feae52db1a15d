"""Where documents are, told from the store's folder."""

from __future__ import annotations

import os

import pytest

from talentx.store.paths import below, covers, file_of, key_of


@pytest.mark.parametrize(
    ("file", "folder", "key"),
    [
        ("/news/2024/a.txt", "/news", "2024/a.txt"),
        ("/news/a.txt", "/news", "a.txt"),
        ("/news", "/news", "."),
        ("/a.txt", "/news", "../a.txt"),
        ("/news/a.txt", None, "/news/a.txt"),
    ],
)
def test_a_key_leads_from_the_store_to_the_file_and_back(file: str, folder: str | None, key: str) -> None:
    assert key_of(file, folder) == key
    assert os.path.normpath(file_of(key, folder)) == file


def test_bytes_that_are_no_text_are_written_out() -> None:
    assert key_of(os.fsdecode(b"/news/\xff.txt"), "/news") == r"\xff.txt"


@pytest.mark.parametrize(
    ("root", "inside", "key"),
    [(".", "a.txt", "a.txt"), ("news", "2024/a.txt", "news/2024/a.txt"), ("/", "a.txt", "/a.txt")],
)
def test_a_file_in_a_folder_has_a_key_below_it(root: str, inside: str, key: str) -> None:
    assert below(root, inside) == key


@pytest.mark.parametrize(
    ("named", "key", "is_covered"),
    [
        ("news", "news/a.txt", True),
        ("news", "news/2024/a.txt", True),
        ("news/a.txt", "news/a.txt", True),
        ("news", "newspaper/a.txt", False),
        ("news/a", "news/a.txt", False),
        ("news/2024", "news/a.txt", False),
        (".", "a.txt", True),
        (".", "../a.txt", False),
        (".", "/a.txt", False),
        ("..", "../a.txt", True),
        ("/", "/a.txt", True),
    ],
)
def test_what_is_named_covers_itself_and_what_is_below(named: str, key: str, is_covered: bool) -> None:
    assert covers(named, key) == is_covered
