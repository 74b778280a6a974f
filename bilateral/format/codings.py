"""Parallel codings: several coders' files over one source, of which one coder's are taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from bilateral.errors import Place, nearest
from bilateral.format.documents import Document
from bilateral.format.locating import Path
from bilateral.format.refusals import LISTED, Refused, refuse_word, shown
from bilateral.format.reporting import Report, Spot
from bilateral.vocabulary import CodingStatus

_CODER: Path = ("coding", "coder")


def in_order(documents: Iterable[Document]) -> list[Document]:
    """The documents that are taken, by id and name, however they were given.

    An archive's own file has no id and comes first.
    """
    taken = (document for document in documents if document.taken)
    return sorted(taken, key=lambda document: (document.id, document.name))


def chosen(
    documents: list[Document], coder: str | None, report: Report, *, whole: bool
) -> list[Document]:
    """The documents, of parallel codings only those of one coder.

    Args:
        documents: All of them, outlined and in order.
        coder: Whose coding to take; where they have none, and by default, the adjudicated one.
        report: What to do with a choice that is not made.
        whole: These are all documents that there are.
    """
    whole = whole and all(document.whole for document in documents)
    if coder is not None:
        coder = unicodedata.normalize("NFC", coder)  # as the files are
    coders = {
        document: name for document in documents if (name := _text(document, "coder")) is not None
    }
    groups = [group for group in _groups(coders) if len({coders[one] for one in group}) > 1]
    known = dict.fromkeys(coders.values())
    undecided = [group for group in groups if not _decide(group, coders, coder)]
    if coder is None or coder in known:
        for group in undecided:
            _refuse_undecided(group, coders, coder, report)
    elif whole and documents:
        # That some group has no such coder either is no second fault.
        _refuse_unknown(coder, list(known), coders, documents[0], report)
    return in_order(documents)


def _text(document: Document, field: str) -> str | None:
    """What a document says of its coding; None where it says nothing or nothing that can be."""
    coding = document.data.get("coding")
    value = coding.get(field) if type(coding) is dict else None
    return str(value) if isinstance(value, str) else None


def _groups(documents: Iterable[Document]) -> Iterable[list[Document]]:
    """The documents, together where they share an id or a source, if by way of others."""
    parents: dict[Document, Document] = {}
    first: dict[tuple[str, str], Document] = {}

    def root(document: Document) -> Document:
        while (parent := parents[document]) is not document:
            # Halving each path that is walked keeps all of them short.
            parents[document] = document = parents[parent]
        return document

    for document in documents:
        parents[document] = document
        for key in _shared(document):
            parents[root(first.setdefault(key, document))] = root(document)
    groups: dict[Document, list[Document]] = {}
    for document in parents:
        groups.setdefault(root(document), []).append(document)
    return groups.values()


def _shared(document: Document) -> Iterator[tuple[str, str]]:
    """What makes other files codings of the same: the article's id, its sources' url or hash."""
    yield "id", document.id
    defaults = document.defaults.get("sources", {})
    for _, source in document.records("sources"):
        if type(source) is dict:
            for field in ("url", "sha256"):
                value = source.get(field, defaults.get(field))
                if isinstance(value, str):
                    yield field, value.lower() if field == "sha256" else str(value)


def _decide(group: list[Document], coders: Mapping[Document, str], coder: str | None) -> bool:
    """Take one coder's files of a group, the first one's for want of a better; whether it is."""
    adjudicated = {one for one in group if _text(one, "status") == CodingStatus.ADJUDICATED}
    taken = {one for one in group if coders[one] == coder}
    if not taken and len({coders[one] for one in adjudicated}) == 1:
        taken = adjudicated
    decided = bool(taken)
    if not decided:
        taken = {one for one in group if coders[one] == coders[group[0]]}
    for one in group:
        one.taken = one in taken
        # What refers to a record of a coding that was not chosen yet is no second fault.
        one.whole &= decided
    return decided


def _refuse_undecided(
    group: list[Document], coders: Mapping[Document, str], coder: str | None, report: Report
) -> None:
    one = group[0]
    other = next(document for document in group if coders[document] != coders[one])
    names = list(dict.fromkeys(coders[document] for document in group))
    near = None if coder is None else nearest(coder, names)
    hint = "" if coder is None else f", and {shown(coder)} does not"
    if near is not None:
        hint += f"; did you mean coder={near!r}?"
    else:
        choice = " or ".join(f"coder={shown(name)}" for name in names)
        if len(names) > LISTED:
            choice = f"one of {len(names)} with coder="
        hint += f"; choose {choice}, or set 'status: adjudicated' for one of them alone"

    def why(place: Place) -> Refused:
        message = f"{shown(coders[other])} codes what {shown(coders[one])} codes at {place}{hint}"
        return Refused("codings", message, found=coders[other], suggestion=near)

    report.refuse_beside(other, _CODER, Spot(one, _CODER, at_key=False), why)


def _refuse_unknown(
    coder: str,
    known: list[str],
    coders: Mapping[Document, str],
    document: Document,
    report: Report,
) -> None:
    """Refuse a coder that no file names: where the nearest one is named, if any is."""
    why = refuse_word("coder", coder, known, "codings")
    named = next((one for one in coders if coders[one] == why.suggestion), None)
    if named is None:
        report.refuse(document, why, ())
    else:
        report.refuse(named, why, _CODER)
