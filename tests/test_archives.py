"""The made-up archives that the benchmarks load."""

from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.archives import archive_file, article_file, statements_file, write_archive
from bilateral.format.loading import load, loads


def test_made_up_archive_loads(tmp_path: Path) -> None:
    """A made-up archive is in order, a hundred article files in each of its folders."""
    write_archive(tmp_path, 120)
    dossier = load(tmp_path, root=None)
    assert len(dossier.articles) == 120
    assert [len(list(folder.iterdir())) for folder in sorted(tmp_path.glob("*/"))] == [100, 20]
    assert all(
        dossier.section(section)
        for section in ("visits", "meetings", "statements", "declarations", "events", "readings")
    )


def test_article_files_have_60_to_120_lines() -> None:
    """No article file is shorter or longer than hand-coded ones are said to be."""
    lines = [article_file(number).count("\n") for number in range(500)]
    assert min(lines) >= 60
    assert max(lines) <= 120


def test_file_of_statements_stands_alone() -> None:
    """A file of statements declares all that it refers to, and has as many as are asked for."""
    assert len(loads(statements_file(50)).statements) == 50


def test_numbers_tell_files_apart() -> None:
    """Another number gives another file, and the same number the same."""
    assert len({article_file(number) for number in range(100)}) == 100
    assert article_file(7) == article_file(7)


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        (archive_file(), "4c389f4ecc85a240"),
        (article_file(0), "d89734f01587a1fc"),
        (statements_file(20), "36ffa5de6433488e"),
    ],
)
def test_files_are_the_same_everywhere(text: str, digest: str) -> None:
    """The bytes do not depend on the machine or on Python's version."""
    assert sha256(text.encode()).hexdigest()[:16] == digest
