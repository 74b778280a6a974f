"""One file or text on its way to records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args

from attrs import Factory, define

from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS
from bilateral.records.record import Record

ARCHIVE = "bilateral.yaml"
"""The name of the file that an archive's other files share."""

SECTIONS: dict[str, type[Any]] = {**GLOBAL_SECTIONS, **LOCAL_SECTIONS}

Profile = Literal["editor", "llm"]
"""Who writes a document: a person, YAML in an editor; or a language model, JSON."""


def check_profile(profile: object, what: str = "profile") -> None:
    """Refuse what is no profile.

    Raises:
        ValueError: It is none; the message names those that there are.
    """
    if profile not in get_args(Profile):
        expected = " or ".join(map(repr, get_args(Profile)))
        raise ValueError(f"no {what} {profile!r}; expected {expected}")


@define(eq=False)
class Document:
    """One file or text.

    Attributes:
        name: What problems call it.
        text: All of it.
        default_id: The article's id where the file gives none; None for an archive's own file.
        data: What stands at its top and is in order.
        id: The article's id; empty where the file tells of no article.
        misspelt: What a section is called in the file, by what it should be called.
        defaults: By section, the values of fields that its records leave out.
        only_source: Its one source, which its records have without saying so.
        whole: All that it declares was read.
        taken: It is loaded; False for a coding beside which another was taken.
        profile: Who has written it.
    """

    name: str
    text: str
    default_id: str | None
    data: dict[str, Any] = Factory(dict)
    id: str = ""
    misspelt: dict[str, str] = Factory(dict)
    defaults: dict[str, dict[str, Any]] = Factory(dict)
    only_source: Record | None = None
    whole: bool = True
    taken: bool = True
    profile: Profile = "editor"

    def records(self, section: str) -> Iterator[tuple[str, Any]]:
        """The ids of a section, each with what stands under it."""
        return iter(self.data.get(section, {}).items())

    def full_id(self, section: str, id: str) -> str:
        """The full id of one of its records."""
        return id if section in GLOBAL_SECTIONS else f"{self.id}:{id}"

    def as_written(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """A path with the name that its section has in the file."""
        if path and path[0] in self.misspelt:
            return (self.misspelt[str(path[0])], *path[1:])
        return path
