"""How documents are read, and where things stand in them: by who has written them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from bilateral.format.answers import reading as answers
from bilateral.format.documents import Profile
from bilateral.format.limits import Limits
from bilateral.format.locating import Located, Path, locate
from bilateral.format.reading import Irregular, read
from bilateral.format.scanning import Scan, scan


@frozen
class Form:
    """A form of text that documents are written in.

    Attributes:
        read: Gives the data, always the same for the same records, and what was refused.
        locate: Gives the places of paths in the data, and of all that is around them.
    """

    read: Callable[[str, Limits], Scan]
    locate: Callable[[str, Iterable[Path] | None], Located]


def _read_yaml(text: str, limits: Limits) -> Scan:
    try:
        return Scan(read(text, limits))
    except Irregular:
        return scan(text, limits)


FORMS: dict[Profile, Form] = {
    "editor": Form(_read_yaml, locate),
    "llm": Form(answers.read, answers.locate),
}
