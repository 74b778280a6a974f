from pathlib import Path

import attrs
import pytest

import bilateral as bl
from tests.consistency.tale import CALLED, QUOTED, SLAP, TALE, TEA, changed, told
from tests.drafts import NAME, edited

TIMES = [
    (
        (TEA, "date: 1933-11-18, visit: call", "meeting: tea, ", ""),
        (
            "error outside-visit meetings.tea.date: the meeting 'tea' is dated 1933-11-18,"
            " outside its visit: 'call' is dated 1933-11-16/1933-11-17"
        ),
    ),
    (
        (TEA, "relative: [{before: call, by: weeks}], visit: call", "meeting: tea, ", ""),
        (
            "error outside-visit meetings.tea.visit: the meeting 'tea' lies no later than"
            " 1933-11-09, outside its visit: 'call' is dated 1933-11-16/1933-11-17"
        ),
    ),
    (
        (
            CALLED,
            f"{CALLED}, status: ongoing",
            TEA,
            "date: 1933-11-15, visit: call",
            "meeting: tea, ",
            "",
        ),
        (
            "error outside-visit meetings.tea.date: the meeting 'tea' is dated 1933-11-15,"
            " outside its visit: 'call' is dated 1933-11-16/1933-11-17"
        ),
    ),
    (
        ("meeting: tea, visit: call, date: 1933-11-17", "meeting: tea, date: 1933-11-16"),
        (
            "error outside-meeting statements.offer.date: the statement 'offer' is dated"
            " 1933-11-16, outside its meeting: 'tea' is dated 1933-11-17"
        ),
    ),
    (
        (
            "visit: call, date: 1933-11-17, voice",
            'visit: call, date: "[1933-11-15,1933-11-18]", voice',
            "meeting: tea, ",
            "",
        ),
        (
            "error outside-visit statements.offer.date: the statement 'offer' is dated"
            " [1933-11-15,1933-11-18], outside its visit: 'call' is dated 1933-11-16/1933-11-17"
        ),
    ),
    (
        ("    visit: call\n    date: 1933-11-17", "    visit: call\n    date: 1933-12"),
        (
            "error outside-visit declarations.accord.date: the declaration 'accord' is dated"
            " 1933-12, outside its visit: 'call' is dated 1933-11-16/1933-11-17"
        ),
    ),
    (
        (QUOTED, "due: 1933-11-16, quoted: ["),
        (
            "error due-before statements.offer.due: 'offer' is due 1933-11-16, before it was"
            " said: 'offer' is dated 1933-11-17"
        ),
    ),
    (
        ("voice: mixed, act: offer", "voice: mixed, act: call-for", QUOTED, "due: 1932, quoted: ["),
        (
            "warning due-before statements.offer.due: 'offer' is due 1932, before it was"
            " said: 'offer' is dated 1933-11-17"
        ),
    ),
    (
        ("text: Both sides keep the peace.", "text: Both sides keep the peace, due: 1932"),
        (
            "error due-before declarations.accord.clauses.hand.due: 'accord/hand' is due 1932,"
            " before it was said: 'accord' is dated 1933-11-17"
        ),
    ),
    (
        ("text: Both sides shake hands.", "text: Both sides shake hands, continues: accord/hand"),
        (
            "error later declarations.pact.clauses.hand.continues: 'pact/hand' continues"
            " 'accord/hand', which came later: 'pact/hand' is dated 1930, 'accord/hand' is"
            " dated 1933-11-17"
        ),
    ),
    (
        ("text: Both sides stay where they are.", "text: Both sides stay, continues: accord/hand"),
        (
            "error later declarations.accord.clauses.foot.continues: 'accord/hand' is a clause"
            " of the same declaration"
        ),
    ),
    (
        ("text: Both sides shake hands.", "text: Both sides shake hands, fulfils: [offer]"),
        (
            "error later declarations.pact.clauses.hand.fulfils[0]: 'pact/hand' fulfils"
            " 'offer', which came later: 'pact/hand' is dated 1930, 'offer' is dated 1933-11-17"
        ),
    ),
    (
        (CALLED, f"{CALLED}, fulfils: [slap]"),
        (
            "error later visits.call.fulfils[0]: 'call' fulfils 'slap', which came later:"
            " 'call' is dated 1933-11-16/1933-11-17, 'slap' is dated 1933-11-18"
        ),
    ),
    (
        (SLAP, "date: 1933-11-15, caused_by: [pact, call]}"),
        (
            "error later events.slap.caused_by[1]: 'slap' is caused by 'call', which came"
            " later: 'slap' is dated 1933-11-15, 'call' is dated 1933-11-16/1933-11-17"
        ),
    ),
    (
        (
            QUOTED,
            "claims_for: [SYL], confirmed_by: [again], quoted: [",
            "declarations:\n",
            (
                "  again: {speakers: [firefly], voice: reported, act: note, text: So it is.,"
                " date: 1933-11-17}\ndeclarations:\n"
            ),
        ),
        (
            "error confirmed-by-claimant statements.offer.confirmed_by[0]: 'again' is said by"
            " 'firefly' alone, who made the claim"
        ),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), TIMES)
def test_times(changes: tuple[str, ...], expected: str) -> None:
    """What cannot have been when it is said to, beside what it refers to."""
    assert [expected] == told(*changes)


@pytest.mark.parametrize(
    "changes",
    [
        (TEA, "date: 1933-11-15/1933-11-17, visit: call"),
        (TEA, "date: 1933, visit: call"),
        (TEA, "date: 1933-11-17~, visit: call"),
        (TEA, "date: 1933-11-18, status: postponed, visit: call", "meeting: tea, ", ""),
        (TEA, "relative: [{after: slap}, {before: slap}], visit: call"),
        (TEA, "relative: [{after: pact}], visit: call"),
        (
            "visit: call, date: 1933-11-17, voice",
            "visit: call, date: 1933-11-18, date_basis: reported, voice",
        ),
        (CALLED, "date: 1936, status: cancelled"),
        (CALLED, "date: 1936, status: postponed"),
        (CALLED, "date: 1936, status: planned"),
        (CALLED, "date: 1933-11-15, status: ongoing"),
        (TEA, "date: 1933-11-18, status: planned, visit: call", "meeting: tea, ", ""),
        (TEA, "date: 1933-11-18, status: planned, visit: call"),
        (QUOTED, "due: 1933-11, quoted: ["),
        (QUOTED, "due: 1930/.., quoted: ["),
        (QUOTED, "due: 1933-11-16, date_basis: reported, quoted: ["),
        (
            "text: Both sides keep the peace.",
            "text: Both sides keep the peace, continues: pact/hand",
        ),
        ("text: Both sides shake hands.", "text: Both sides shake hands, about: [offer, pride]"),
        (SLAP, "date: 1933-11, caused_by: [accord/hand]}"),
        (SLAP, "caused_by: [accord], relative: [{after: pact, by: days}]}"),
        (SLAP, "date: 1933-11-15, status: cancelled, caused_by: [call]}"),
        (SLAP, "date: 1933-11-15, caused_by: [pride]}"),
        (CALLED, f"{CALLED}, fulfils: [slap]", SLAP, "date: 1933-12, status: planned}"),
        (CALLED, f"{CALLED}, fulfils: [slap]", SLAP, "date: 1933-12, status: postponed}"),
        (QUOTED, "claims_for: [SYL], confirmed_by: [reply, accord, accord/hand], quoted: ["),
        # Whoever is of the side may confirm what is claimed for it.
        (
            QUOTED,
            "claims_for: [FRD], confirmed_by: [again], quoted: [",
            "declarations:\n",
            (
                "  again: {speakers: [firefly], voice: reported, act: note, text: So it is.,"
                " date: 1933-11-17}\ndeclarations:\n"
            ),
        ),
        (
            QUOTED,
            "claims_for: [pinky], confirmed_by: [again], quoted: [",
            "declarations:\n",
            (
                "  again: {speakers: [firefly], voice: reported, act: note, text: So it is.,"
                " date: 1933-11-17}\ndeclarations:\n"
            ),
        ),
        (
            QUOTED,
            "claims_for: [league], confirmed_by: [again], quoted: [",
            "speakers: [firefly], meeting",
            "speakers: [league-man], meeting",
            "declarations:\n",
            (
                "  again: {speakers: [league-man], voice: reported, act: note, text: So it is.,"
                " date: 1933-11-17}\ndeclarations:\n"
            ),
        ),
        (
            QUOTED,
            "confirmed_by: [offer-2], quoted: [",
            "declarations:\n",
            (
                "  offer-2: {speakers: [firefly], voice: reported, act: note, text: So it is.,"
                " date: 1933-11-17}\ndeclarations:\n"
            ),
        ),
    ],
)
def test_times_in_order(changes: tuple[str, ...]) -> None:
    """No alarm where dates leave it possible, or are those of plans and reports."""
    assert [] == told(*changes)


def test_contradictory_dates_are_told_once() -> None:
    """Of records whose dates contradict, `contradictions` tells, and nothing is drawn from them."""
    changes = (
        TEA,
        "date: 1933-11-18, visit: call, relative: [{before: call}]",
        "meeting: tea, ",
        "",
    )
    found = bl.contradictions(bl.loads(edited(*changes, text=TALE)))
    assert ["dates-contradict"] == [each.code for each in found]
    assert [] == told(*changes)


def test_another_files_records_are_told_in_full(tmp_path: Path) -> None:
    """A record of another file has its whole id, and its own file's place is told."""
    (tmp_path / "a.yaml").write_text(TALE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "bilateral: 1\nevents:\n"
        "  brawl: {kind: assault, title: A brawl, date: 1932, caused_by: [slap]}\n",
        encoding="utf-8",
    )
    (problem,) = bl.consistency(bl.load(tmp_path, root=None))
    assert (
        f"{tmp_path / 'b.yaml'}:3:66: 'b:brawl' is caused by 'duck-1933:slap', which came later:"
        " 'b:brawl' is dated 1932, 'duck-1933:slap' is dated 1933-11-18" == str(problem)
    )


ITSELF = [
    ("visits", "fulfils", "visits.call.fulfils[0]: 'call' is this visit itself"),
    ("visits", "first_since", "visits.call.first_since: 'call' is this visit itself"),
    ("meetings", "same_as", "meetings.tea.same_as[0]: 'tea' is this meeting itself"),
    (
        "statements",
        "confirmed_by",
        "statements.offer.confirmed_by[0]: 'offer' is this statement itself",
    ),
    (
        "declarations",
        "same_as",
        "declarations.accord.same_as[0]: 'accord' is this declaration itself",
    ),
    ("events", "caused_by", "events.slap.caused_by[0]: 'slap' is this event itself"),
    ("readings", "same_as", "readings.pride.same_as[0]: 'pride' is this reading itself"),
]


@pytest.mark.parametrize(("section", "field", "expected"), ITSELF)
def test_itself(section: str, field: str, expected: str) -> None:
    """A record made in Python may name itself, as one in a file cannot."""
    dossier = bl.loads(TALE, name=NAME)
    first, *others = dossier.section(section)
    value = first.id if field == "first_since" else (first.id,)
    record = attrs.evolve(first, **{field: value})
    (problem,) = bl.consistency(changed(dossier, **{section: [record, *others]}))
    assert ("cycle", expected) == (problem.code, f"{problem.path}: {problem.message}")


def test_a_clause_that_continues_itself() -> None:
    """Of a clause that names itself, no more is told than that."""
    dossier = bl.loads(TALE, name=NAME)
    accord, pact = dossier.declarations
    hand = attrs.evolve(pact.clauses[0], continues=pact.clauses[0].id)
    declarations = [accord, attrs.evolve(pact, clauses=(hand,))]
    (problem,) = bl.consistency(changed(dossier, declarations=declarations))
    assert "declarations.pact.clauses.hand.continues" == problem.path
    assert "'pact/hand' is this clause itself" == problem.message
