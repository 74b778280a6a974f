"""What is tried with answers of models, and with texts and the words that are cited of them."""

from __future__ import annotations

import bilateral as bl
from bilateral.analysis.texts.folding import fold
from fuzz.corpus import CUT
from fuzz.mutating import decode
from fuzz.outcomes import NAME, ensure, look_at, same


class Answers:
    """`loads` of a model's answer: a dossier that YAML tells as well, or problems in the answer."""

    def __call__(self, data: bytes) -> bool:
        """Try an input: whether it loads."""
        text = decode(data)
        try:
            dossier = bl.loads(text, name=NAME, profile="llm")
        except bl.LoadError as error:
            look_at(error.problems, {NAME: text})
            return False
        same(dossier, bl.loads(bl.dumps(dossier)), "written as YAML and read again")
        for record in dossier:
            ensure(dossier.places[record.id].line > 0, "a record without a place")
        look_at_all(bl.consistency(dossier), text)
        return True


def look_at_all(problems: tuple[bl.Problem, ...], text: str) -> None:
    """Problems, if there are any, have places in the text."""
    if problems:
        look_at(problems, {NAME: text})


class Words:
    """`verify` and `coverage`: what is found stands there, and a text is covered just once."""

    def __call__(self, data: bytes) -> bool:
        """Try an input, a text and two passages: whether any is found in it."""
        text, *passages = decode(data).split(CUT, 2)
        words = [passage.strip() or "x" for passage in passages]
        source = bl.Source(id="a:text", title="A title")
        said = [
            bl.Statement(
                id=f"a:{number}",
                speakers=(),
                voice=bl.Voice.DIRECT,
                act=bl.Act.NOTE,
                text=each,
                date=bl.Edtf("1933"),
                evidence=(bl.Evidence(words=each), bl.Evidence(words=each, suffix=words[0])),
                source=source,
            )
            for number, each in enumerate(words)
        ]
        dossier = bl.Dossier(
            sources=bl.Records(bl.Source, [source]), statements=bl.Records(bl.Statement, said)
        )
        # A short line may be the name of a file, which a text never is.
        findings = bl.verify(dossier, {"text": f"{text}\n"})
        for finding in findings:
            self.look_at(finding, f"{text}\n")
        (covered,) = bl.coverage(dossier, {"text": f"{text}\n"}).sources
        self.look_at_coverage(covered, f"{text}\n")
        return any(finding.spans for finding in findings)

    def look_at(self, finding: bl.Finding, text: str) -> None:
        """What is found has its letters where it is told to stand."""
        ensure(str(finding), "no message")
        for start, end in finding.spans:
            ensure(0 <= start < end <= len(text), "a span beyond the text")
            letters = [c for c in fold(text[start:end]).text if c.isalnum()]
            wanted = [c for c in fold(finding.text).text if c.isalnum()]
            ensure(
                letters[:1] == wanted[:1] and letters[-1:] == wanted[-1:], "other words are there"
            )
            ensure("..." in fold(finding.text).text or letters == wanted, "other words are there")
        nearest = finding.nearest
        if nearest is not None:
            ensure(text[slice(*nearest.span)] == nearest.text, "the nearest is elsewhere")
            ensure(any(each.coded != each.source for each in nearest.changes), "nothing differs")

    def look_at_coverage(self, covered: bl.SourceCoverage, text: str) -> None:
        """Sentences are in order, and their pieces make them up."""
        ensure(0 <= covered.cited_words <= covered.words, "words are counted twice")
        reached = 0
        for sentence in covered.sentences:
            start, end = sentence.span
            ensure(reached <= start < end <= len(text), "sentences overlap")
            ensure(text[start:end] == sentence.text, "another sentence")
            ensure("".join(piece for piece, _ in sentence.segments) == sentence.text, "pieces")
            reached = end
