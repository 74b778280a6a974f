"""What of sources' texts is cited, as one HTML page with the texts marked up."""

from __future__ import annotations

import re

from bilateral.analysis.covered import Coverage, CoveredSentence, Layer, SourceCoverage
from bilateral.display.characters import one_line
from bilateral.display.html import element, escape
from bilateral.export.page import cited, headline, page

_WIDTHLESS = re.compile("[\xad\u200b\u200e\u200f\u061c\u2060\ufeff]")


def render(coverage: Coverage, title: str) -> str:
    """The page.

    Args:
        coverage: What is shown.
        title: Its heading.
    """
    sections = [_section(number, each) for number, each in enumerate(coverage.sources, start=1)]
    notes = [element("p", escape(note), class_="notes") for note in coverage.notes]
    return page(
        title,
        element("header", headline(title), *notes),
        element("main", *(sections or [element("p", "no text is given")])),
        style="article.css",
    )


def _section(number: int, covered: SourceCoverage) -> str:
    name = f"source{number}"
    swatches = [
        element("span", element("mark", f"{layer} {100 * share:.0f} %", class_=layer))
        for layer, share in covered.shares.items()
    ]
    return element(
        "section",
        element("h2", element("bdi", cited(covered.source)), id=name),
        element("p", escape(covered.summary), class_="notes"),
        element("p", escape(covered.note), class_="notes") if covered.note else "",
        element("p", *swatches, class_="notes kinds"),
        element("ol", *_sentences(covered), role="list"),
        aria_labelledby=name,
    )


def _sentences(covered: SourceCoverage) -> list[str]:
    """A line for each sentence; the first of a paragraph says its number."""
    lines, before = [], 0
    language = {"lang": covered.source.language} if covered.source.language else {}
    for sentence in covered.sentences:
        starts = sentence.paragraph != before
        before = sentence.paragraph
        lines.append(
            element(
                "li",
                element("div", str(before) if starts else "", class_="notes number"),
                element("p", *_marked(sentence), dir="auto", **language),
                element("div", _records(sentence), class_="notes"),
                class_=" ".join(
                    [
                        "sentence",
                        *(["begins"] if starts else []),
                        *([] if sentence.cited_by else ["left" if sentence.reasons else "uncited"]),
                    ]
                ),
            )
        )
    return lines


def _marked(sentence: CoveredSentence) -> list[str]:
    """The text, with each piece that is cited in the colour of its foremost voice."""
    pieces = []
    for text, by in sentence.segments:
        layers = {one.layer for one in by}
        foremost = next((layer for layer in Layer if layer in layers), None)
        piece = escape(one_space(text))
        pieces.append(element("mark", piece, class_=foremost) if foremost else piece)
    return pieces


def one_space(text: str) -> str:
    """A piece of text with each run of white space folded to one space, at its ends too.

    What has no width and does nothing to a page is left out.
    """
    text = _WIDTHLESS.sub("", text)
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and text.strip() else ""
    return f"{start}{one_line(text)}{end}"


def _records(sentence: CoveredSentence) -> str:
    """What cites the sentence, each record once, with its voice; or that none does, and why."""
    if sentence.cited_by:
        items = {
            element("li", element("bdi", escape(one.record.local_id)), f" {one.layer}"): None
            for one in sentence.cited_by
        }
        return element("ul", *items, role="list")
    reasons = "; ".join(map(one_line, sentence.reasons))
    return escape(f"left out: {reasons}" if reasons else "no record")
