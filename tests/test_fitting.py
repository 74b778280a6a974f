from typing import Any

import attrs
import pytest

import bilateral as bl

ELBONIA = bl.Country(id="ELB", name="Elbonia")
WIRE = bl.Source(id="story:wire", title="A wire")
EVENT = bl.Event(
    id="story:flood", kind=bl.EventKind.WAR, title="x", date=bl.Edtf.parse("2031"), source=WIRE
)
TREATY = bl.JointDeclaration(
    id="story:treaty", title="x", parties=(ELBONIA,), date=bl.Edtf.parse("2031"), source=WIRE
)
LOCKS = bl.Clause(id="story:treaty/locks", act=bl.Act.PLEDGE, text="The locks are opened.")


class NoAnswer:
    """Cannot be compared, as pandas' NA cannot."""

    def __eq__(self, other: object) -> bool:
        raise TypeError("no answer")

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "<NA>"


def holding(**changes: Any) -> bl.Dossier:
    """A dossier of one article, one country and one source, with these sections changed."""
    sections: dict[str, Any] = {
        "articles": [bl.Article(id="story", title="x")],
        "countries": [ELBONIA],
        "sources": [WIRE],
    }
    return bl.Dossier(**{**sections, **changes})


def changed(record: Any, **fields: Any) -> Any:
    """The record with fields that its class would not take from a type checker."""
    return attrs.evolve(record, **fields)


@pytest.mark.parametrize(
    ("sections", "message"),
    [
        (
            {"events": [changed(EVENT, date="2032")]},
            "story:flood: date: expected a date, found '2032', a str; write Edtf.parse('2032')",
        ),
        (
            {"events": [changed(EVENT, date=2032)]},
            "story:flood: date: expected a date, found 2032, an int",
        ),
        (
            {"events": [changed(EVENT, title=None)]},
            "story:flood: title: expected text, found None",
        ),
        (
            {"events": [changed(EVENT, note=7)]},
            "story:flood: note: expected text, found 7, an int",
        ),
        (
            {"events": [changed(EVENT, note=NoAnswer())]},
            "story:flood: note: expected text, found <NA>, a NoAnswer",
        ),
        (
            {"events": [changed(EVENT, note=["x" * 99])]},
            f"story:flood: note: expected text, found ['{'x' * 55}..., a list",
        ),
        (
            {"events": [changed(EVENT, actors=("ELB",))]},
            (
                "story:flood: actors[0]: expected a leader or a country or an organization itself,"
                " found 'ELB', a str"
            ),
        ),
        (
            {"events": [changed(EVENT, relative=(bl.Relative(after="x", by="1 day"),))]},  # type: ignore[arg-type]
            (
                "story:flood: relative[0].by: expected a gap, found '1 day', a str;"
                " write Gap.parse('1 day')"
            ),
        ),
        (
            {"events": [changed(EVENT, evidence=("said so",))]},
            (
                "story:flood: evidence[0]: expected evidence, found 'said so', a str;"
                " write Evidence(words='said so')"
            ),
        ),
        (
            {"events": [changed(EVENT, evidence=(bl.Evidence(words="x", paragraph=True),))]},
            "story:flood: evidence[0].paragraph: expected a whole number, found True, a bool",
        ),
        (
            {"events": [changed(EVENT, inferred={"date": 3})]},
            "story:flood: inferred['date']: expected text, found 3, an int",
        ),
        (
            {"events": [changed(EVENT, codes={3: "x"})]},
            "story:flood: codes[3]: expected text, found 3, an int",
        ),
        (
            {"events": [changed(EVENT, codes="high")]},
            "story:flood: codes: expected a mapping, found 'high', a str",
        ),
        (
            {"countries": [changed(ELBONIA, aliases="Mud")]},
            "ELB: aliases: expected a tuple, found 'Mud', a str; write ('Mud',)",
        ),
        (
            {"declarations": [changed(TREATY, complete="yes")]},
            "story:treaty: complete: expected True or False, found 'yes', a str",
        ),
        (
            {"declarations": [changed(TREATY, clauses=(changed(LOCKS, text=7),))]},
            "story:treaty/locks: text: expected text, found 7, an int",
        ),
        (
            {"articles": [bl.Article(id="story", coding="A. Coder")]},  # type: ignore[arg-type]
            "story: coding: expected a coding, found 'A. Coder', a str",
        ),
        (
            {"events": [TREATY]},
            (f"story:treaty: expected an event, found {repr(TREATY)[:57]}..., a JointDeclaration"),
        ),
        (
            {"events": [changed(EVENT, id=7)]},
            "7: id: expected text, found 7, an int",
        ),
        (
            {"events": [changed(EVENT, note="a\u202eb")]},
            (
                "story:flood: note: U+202E RIGHT-TO-LEFT OVERRIDE changes the direction of the"
                " text around it; take it out"
            ),
        ),
        (
            {"countries": [changed(ELBONIA, aliases=("Elbonie\u0301",))]},
            (
                "ELB: aliases[0]: the text is not in Unicode's NFC;"
                " write unicodedata.normalize('NFC', text)"
            ),
        ),
    ],
)
def test_what_does_not_fit_its_field(sections: dict[str, Any], message: str) -> None:
    """A value that its field does not take is refused with the record, the field and a remedy."""
    with pytest.raises(bl.BilateralError) as refused:
        bl.dumps(holding(**sections))
    assert f"cannot be written: {message}" == str(refused.value)


class Flood(bl.Event):
    """An event of somebody's own."""


class Day(bl.Edtf):
    """A date of somebody's own."""


def of_class(cls: Any, value: Any) -> Any:
    """The value as an instance of a subclass."""
    return cls(**{a.name: getattr(value, a.name) for a in attrs.fields(type(value)) if a.init})


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (of_class(Flood, EVENT), "story:flood: expected an event, found {!r}, a Flood"),
        (
            changed(EVENT, date=of_class(Day, EVENT.date)),
            "story:flood: date: expected a date, found {.date!r}, a Day",
        ),
    ],
    ids=["record", "value"],
)
def test_subclasses_do_not_come_back(event: Any, message: str) -> None:
    """An instance of a subclass is refused, since what a file gives is none."""
    found = refusal(holding(events=[event])).replace(repr(event)[:57] + "...", repr(event))
    hint = "; no instance of a subclass comes back from a file"
    assert f"cannot be written: {message.format(event)}{hint}" == found


def refusal(dossier: bl.Dossier) -> str:
    """Why a dossier is not written."""
    with pytest.raises(bl.BilateralError) as refused:
        bl.dumps(dossier)
    return str(refused.value)


@pytest.mark.parametrize("text", ["", " "])
def test_a_text_says_something(text: str) -> None:
    """A text without words is refused for what it is."""
    word = "blank" if text else "empty"
    message = f"cannot be written: story:flood: note: the text is {word}"
    assert message == refusal(holding(events=[changed(EVENT, note=text)]))


def test_a_list_that_is_needed_holds_something() -> None:
    """Where a field must be given, an empty one is refused."""
    assert refusal(holding(declarations=[changed(TREATY, parties=())])) == (
        "cannot be written: story:treaty: parties: nothing stands in it; write one member at least"
    )


# References


LEE = bl.Leader(id="lee", name="Lee", country=ELBONIA)
VISIT = bl.Visit(
    id="story:visit", guests=(LEE,), country=ELBONIA, date=bl.Edtf.parse("2031"), source=WIRE
)


@pytest.mark.parametrize(
    ("leader", "message"),
    [
        (
            changed(LEE, name="Other"),
            (
                "this leader 'lee' differs from the one among the leaders in 'name': 'Other' here,"
                " 'Lee' there; write that one here, or change it there"
            ),
        ),
        (
            changed(LEE, id="li"),
            "the dossier has no leader 'li'; put it among its leaders",
        ),
    ],
)
def test_a_reference_is_to_what_the_dossier_holds(leader: bl.Leader, message: str) -> None:
    """What a reference holds otherwise would be lost, and is refused wherever it stands."""
    found = refusal(holding(leaders=[LEE], visits=[changed(VISIT, guests=(leader,))]))
    assert f"cannot be written: story:visit: guests[0]: {message}" == found
    lee = changed(LEE, country=changed(ELBONIA, note=NoAnswer()))
    found = refusal(holding(leaders=[LEE], visits=[changed(VISIT, guests=(lee,))]))
    assert found == (
        "cannot be written: story:visit: guests[0].country.note: expected text, found <NA>,"
        " a NoAnswer"
    )


def test_a_reference_to_the_same_is_as_good() -> None:
    """A copy of what the dossier holds is no other."""
    copy = changed(LEE, country=changed(ELBONIA))
    visits = [changed(VISIT, guests=(copy,)), changed(VISIT, id="story:other", guests=(copy,))]
    dossier = holding(leaders=[LEE], visits=visits)
    assert dossier == bl.loads(bl.dumps(dossier))


def test_a_folder_takes_what_fits_alone() -> None:
    """What goes to a folder is looked at as well."""
    articles: Any = [bl.Article(id="one"), changed(bl.Article(id="two"), note=7)]
    with pytest.raises(bl.BilateralError, match="two: note: expected text, found 7"):
        bl.dump(bl.Dossier(articles=articles), "nowhere")


def test_what_fits() -> None:
    """Whatever its field takes is written."""
    dossier = holding(events=[EVENT], declarations=[TREATY])
    assert dossier == bl.loads(bl.dumps(dossier))
