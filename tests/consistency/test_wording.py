import pytest

from tests.consistency.tale import QUOTED, delegate, told

WORDS = [
    (
        ('text: "Thank you."', 'text: "Thank you.", quoted: ["Thank"]'),
        (
            "warning quoted-in-direct statements.reply.quoted: all of a direct 'text' is"
            " quoted; fragments in 'quoted' belong to the voice 'mixed'"
        ),
    ),
    (
        ('text: "Thank you."', 'text: "\u201cThank you.\u201d"'),
        (
            "warning quotation-marks statements.reply.text: the marks \u201c and \u201d stand"
            " around all of it; leave them out"
        ),
    ),
    (
        ('text: "Thank you."', "text: '\"Thank you.\"'"),
        (
            'warning quotation-marks statements.reply.text: the marks " and " stand around all'
            " of it; leave them out"
        ),
    ),
    (
        ('quoted: ["its hand"]', 'quoted: ["hand", "\u201eits hand\u201c"]'),
        (
            "warning quotation-marks statements.offer.quoted[1]: the marks \u201e and \u201c"
            " stand around all of it; leave them out"
        ),
    ),
    (
        (QUOTED, "position: for, quoted: [", "topics: [peace]", "topics: [war]"),
        (
            "warning position-of-nothing statements.offer.position: for what? none of the"
            " topics has a proposition"
        ),
    ),
    (
        ("text: Both sides shake hands.", "text: Both sides shake hands, position: against"),
        (
            "warning position-of-nothing declarations.pact.clauses.hand.position: against"
            " what? none of the topics has a proposition"
        ),
    ),
    (
        ("held out ... the right hand", "out ... the right hand"),
        (
            "error elision statements.offer.evidence[0]: only 'out' stands before the first"
            " '...'; write two words or more on each side of it"
        ),
    ),
    (
        ("held out ... the right hand", "held out ... hand ... in vain"),
        (
            "error elision statements.offer.evidence[0]: only 'hand' stands between two '...';"
            " write two words or more on each side of it"
        ),
    ),
    (
        ("held out ... the right hand", "held out the right ..."),
        (
            "error elision statements.offer.evidence[0]: nothing stands behind the last '...';"
            " write two words or more on each side of it"
        ),
    ),
    (
        ("held out ... the right hand", "\u2026 held out"),
        (
            "error elision statements.offer.evidence[0]: nothing stands before the first"
            " '...'; write two words or more on each side of it"
        ),
    ),
    (
        delegate('group: some guards, evidence: ["guards ... in arms"]'),
        (
            "error elision visits.call.delegation[1].evidence[0]: only 'guards' stands before"
            " the first '...'; write two words or more on each side of it"
        ),
    ),
    (
        (
            "country: SYL, date",
            ('country: SYL, purpose: [{act: thank, evidence: ["to thank ... \u2014 them"]}], date'),
        ),
        (
            "error elision visits.call.purpose[0].evidence[0]: only '-them' stands"
            " behind the last '...'; write two words or more on each side of it"
        ),
    ),
    (
        (
            "text: Both sides shake hands.",
            'text: Both sides shake hands, evidence: [{words: "hands ...", paragraph: 1}]',
        ),
        (
            "error elision declarations.pact.clauses.hand.evidence[0]: only 'hands' stands"
            " before the first '...'; write two words or more on each side of it"
        ),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), WORDS)
def test_words(changes: tuple[str, ...], expected: str) -> None:
    """Words, quotations and evidence that are marked otherwise than the format has it."""
    assert [expected] == told(*changes)


@pytest.mark.parametrize(
    "changes",
    [
        ('text: "Thank you."', 'text: \'"Yes" and "no"\''),
        ('text: "Thank you."', "text: '\"Yes\" he said'"),
        ('text: "Thank you."', 'text: "\'tis so"'),
        ('text: "Thank you."', "text: '\"\"'"),
        ('text: "Thank you."', 'text: "Well ..."'),
        ("text: Freedonia offers its hand.", "text: '\"Freedonia\"'"),
        (QUOTED, "position: for, quoted: ["),
        (QUOTED, "position: for, quoted: [", "topics: [peace]", "topics: [war, peace]"),
        ("held out ... the right hand", "held out...the right .... a hand"),
        ("held out ... the right hand", "\u63e1\u624b ... \u548c\u5e73"),
        ('["held out ... the right hand"]', "[{paragraph: 1, span: [0, 9]}]"),
    ],
)
def test_words_in_order(changes: tuple[str, ...]) -> None:
    """No alarm where marks are of parts, a text is a paraphrase, or enough words stand around."""
    assert [] == told(*changes)
