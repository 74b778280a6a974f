"""The tests' main fixture: a made-up archive, its first article alone and all of it merged."""

from pathlib import Path

import pytest

from bilateral.format.loading import load
from bilateral.records.dossier import Dossier


@pytest.fixture(scope="session")
def archive() -> Path:
    """The folder of the archive."""
    return Path(__file__).parent / "data/archive"


@pytest.fixture(scope="session")
def story(archive: Path) -> Dossier:
    """The first article by itself."""
    return load(archive / "accord-2019.yaml")


@pytest.fixture(scope="session")
def dossier(archive: Path) -> Dossier:
    """Both articles, in which many short ids stand for two records."""
    return load(archive)
