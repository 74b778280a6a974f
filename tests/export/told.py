"""Timelines to write out: made-up ones, and such with hostile texts."""

import bilateral as bl

FREEDONIA = bl.Country(id="FRD", name="Freedonia")
SYLVANIA = bl.Country(id="SYL", name="Sylvania")
FIREFLY = bl.Leader(id="firefly", name="Rufus T. Firefly", country=FREEDONIA)
TRENTINO = bl.Leader(id="trentino", name="Ambassador Trentino", country=SYLVANIA)
GAZETTE = bl.Source(
    id="duck:gazette", title="Firefly calls", publisher="Gazette", url="https://example.org/?a&b"
)

HOSTILE = [
    "</script><script>document.title = 'x'</script>",
    "<!--<script>",
    "</style><script>document.title = 'x'</script>",
    "</title></svg><svg onload=\"document.title = 'x'\">",
    "<img src=x onerror=\"document.title = 'x'\">",
    "<b onmouseover=alert(1)>x</b> & \"q\" 's'",
    "\"><a href='javascript:alert(1)'>x",
    "]]><x>",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
    "left | right",
    "\u4e60\u8fd1\u5e73 \u0645\u0631\u062d\u0628\u0627 \u0939\u093f\u0928\u094d\u0926\u0940",
    "\U0001f1e8\U0001f1f3 e\u0301",
    "w" * 300,
    "many words " * 40 + "end",
]
"""Texts that would do something where they are taken for more than text."""

UNSEEN = ["a\u202eb", "a\x1bb", "a\ufffeb", "a\ufdd0b", "a\U0001ffffb"]
"""Texts with what acts unseen or is no character, which outputs write out."""


def event(name: str, date: str | None, **fields: object) -> bl.Event:
    """An event of this title."""
    return bl.Event(
        id=f"duck:{fields.pop('id', 'event')}",
        title=name,
        kind=bl.EventKind.STATE_OF_AFFAIRS,
        date=bl.Edtf(date) if date else None,
        **fields,  # type: ignore[arg-type]
    )


def timeline_of(*events: bl.Event) -> bl.Timeline:
    """A timeline of events alone."""
    return bl.timeline(bl.Dossier(events=bl.Records(bl.Event, events)))


def story() -> bl.Dossier:
    """Some of each kind, of which some are in doubt."""
    return bl.Dossier(
        visits=bl.Records(
            bl.Visit,
            [
                bl.Visit(
                    id="duck:call",
                    guests=(FIREFLY,),
                    hosts=(TRENTINO,),
                    country=SYLVANIA,
                    date=bl.Edtf("1933-11-16/1933-11-17"),
                    source=GAZETTE,
                )
            ],
        ),
        meetings=bl.Records(
            bl.Meeting,
            [
                bl.Meeting(
                    id="duck:tea",
                    kind=bl.MeetingKind.INFORMAL,
                    participants=(FIREFLY, TRENTINO),
                    date=bl.Edtf("[1933-11-16,1933-11-17]"),
                    source=GAZETTE,
                )
            ],
        ),
        statements=bl.Records(
            bl.Statement,
            [
                bl.Statement(
                    id="duck:offer",
                    speakers=(FIREFLY,),
                    voice=bl.Voice.DIRECT,
                    act=bl.Act.OFFER,
                    text="Peace!",
                    relative=(bl.Relative(after="duck:call", by=bl.Gap("1 day")),),
                )
            ],
        ),
        events=bl.Records(
            bl.Event,
            [
                event("The slap", "1933-12", id="slap", actors=(TRENTINO,)),
                event("The war", "1934/..", id="war", actors=(FREEDONIA,)),
                event("Bad blood", "../1930", id="blood"),
                event("The ducks", None, id="ducks"),
            ],
        ),
    )


def of(text: str) -> bl.Timeline:
    """A timeline in which a text stands wherever texts stand."""
    source = bl.Source(id="duck:source", title=text, url=text, publisher=text)
    country = bl.Country(id="FRD", name=text)
    other = event("The other", "1935", id="other", actors=(SYLVANIA,), source=GAZETTE)
    first = event(text, "1934", id="first", actors=(country,), source=source)
    return timeline_of(first, other)
