"""Text, Markdown, HTML and JSON as they are shown, read again by other people's readers."""

import json as standard_json
import re
from collections.abc import Callable

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bilateral.display import html, json, markdown, text
from bilateral.display.characters import acts, columns, one_line, visible

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# Mostly what means something to one of the readers, so that examples need not be long.
HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "\\`*_{}[]()<>#+-.!|~&:;=\"'$^@/ \n\t1ax\x00\x1b\x9b\u202e\u2028\u200d北e\u0301"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=20,
)


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 100 columns, whatever the tests are run in."""
    monkeypatch.setenv("COLUMNS", "100")


def cells(page: str) -> list[list[str]]:
    """The text of each row's cells, as an HTML5 parser finds it; no cell has an element in it."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    rows = [list(row) for row in tree.iter("tr")]
    assert not [element for row in rows for cell in row for element in cell]
    return [[cell.text or "" for cell in row] for row in rows]


def body_text(page: str) -> str:
    """All text of a page, as an HTML5 parser finds it."""
    _head, body = html5lib.parse(page, namespaceHTMLElements=False)
    return "".join(body.itertext())


class TestCharacters:
    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            ("Freedonia", "Freedonia"),
            ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
            ("\x9b31m", "\\x9b31m"),
            ("bell\x07 null\x00 delete\x7f", "bell\\x07 null\\x00 delete\\x7f"),
            ("abc\u202edef\u2066", "abc\\u202edef\\u2066"),
            ("hidden\U000e0041\u200b\ufeff", "hidden\\U000e0041\\u200b\\ufeff"),
            ("half\ud800", "half\\ud800"),
            ("क्\u200dष", "क्\u200dष"),
            ("back\r\nreturn", "back\\r\nreturn"),
            ("tab\tline\n", "tab\tline\n"),
            ("北京 São", "北京 São"),
        ],
    )
    def test_visible(self, given: str, shown: str) -> None:
        """What acts unseen is written out, and letters of all scripts stay as they are."""
        assert shown == visible(given)

    def test_one_line(self) -> None:
        """White space of any kind and length becomes one space."""
        assert "a b c d e" == one_line("  a\r\nb\tc \u2028 d\u00a0e\x0b")

    @pytest.mark.parametrize(
        ("given", "width"),
        [("abc", 3), ("北京", 4), ("e\u0301", 1), ("\uff46", 2), ("a\u200db", 2)],
    )
    def test_columns(self, given: str, width: int) -> None:
        """Wide characters take two columns and combining ones none."""
        assert width == columns(given)


class TestText:
    def test_table(self) -> None:
        """Cells stand in columns, and no line ends in spaces."""
        expected = """\
leader               country
-------------------  ---------
Rufus Firefly        Freedonia
Ambassador Trentino"""
        rows = [["Rufus Firefly", "Freedonia"], ["Ambassador Trentino", ""]]
        assert expected == text.table(["leader", "country"], rows)

    def test_table_wraps_its_widest_columns(self) -> None:
        """Narrow columns keep their width, and the wide ones share what room is left."""
        expected = """\
id  said                  heard
--  --------------------  --------------------
s1  The border stands as  Nothing of the kind
    it stood in 1910.     was ever said."""
        rows = [
            ["s1", "The border stands as it stood in 1910.", "Nothing of the kind was ever said."]
        ]
        assert expected == text.table(["id", "said", "heard"], rows, 46)

    def test_table_is_never_too_narrow_to_read(self) -> None:
        """With next to no room columns keep a readable width, and no text is lost."""
        shown = text.table(["a", "b"], [["incomprehensibilities", "x" * 30]], 5)
        assert "incomprehens  xxxxxxxxxxxx" == shown.splitlines()[2]
        assert 30 == shown.count("x")

    def test_table_counts_wide_characters_twice(self) -> None:
        """East Asian text fills its column as a terminal draws it."""
        assert "北京  x\n----  -\n莫    y" == text.table(["北京", "x"], [["莫", "y"]])

    def test_wrapped_never_splits_a_letter_from_its_accent(self) -> None:
        """A word too wide for its line is broken between letters."""
        assert ["e\u0301e\u0301", "e\u0301"] == text.wrapped("e\u0301e\u0301e\u0301", 2)

    def test_wrapped_gives_a_wide_character_its_own_line(self) -> None:
        """Where not even one character fits, it stands all the same."""
        assert ["北", "京", "x"] == text.wrapped("北京 x", 1)

    def test_table_of_nothing(self) -> None:
        """Without headings there is no table, without rows there are headings."""
        assert "" == text.table([], [])
        assert "id\n--" == text.table(["id"], [])

    def test_paragraph(self) -> None:
        """The first line and the others have beginnings of their own."""
        expected = "- There will be\n  no war."
        assert expected == text.paragraph("There will\nbe no war.", 16, first="- ", rest="  ")

    def test_width_of_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a width `COLUMNS` counts."""
        monkeypatch.setenv("COLUMNS", "16")
        assert "There will be no\nwar." == text.paragraph("There will be no war.")

    def test_no_width_in_a_pipe(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where there is neither width nor terminal, nothing wraps, so `grep` finds all."""
        monkeypatch.delenv("COLUMNS", raising=False)
        monkeypatch.setattr("sys.__stdout__", None)
        assert "word " * 99 + "word" == text.paragraph("word " * 100)

    @given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4), st.integers(1, 60))
    def test_nothing_is_lost_and_nothing_acts(
        self, rows: list[tuple[str, str]], width: int
    ) -> None:
        """All characters of all cells are there, and none that a terminal would obey."""
        shown = text.table(["a", "b"], rows, width)
        assert not [character for character in shown if character != "\n" and acts(character)]
        # The rule below the headings is made of hyphens, so those are not counted.
        said = "".join(one_line(cell) for row in rows for cell in row)
        assert sorted(re.sub(r"[\s-]", "", f"ab{said}")) == sorted(re.sub(r"[\s-]", "", shown))

    @given(HOSTILE, st.integers(12, 60))
    def test_paragraph_fits(self, said: str, width: int) -> None:
        """No line is wider than it may be."""
        assert all(columns(line) <= width for line in text.paragraph(said, width).split("\n"))


class TestMarkdown:
    def test_table(self) -> None:
        """Each row is a line between pipes."""
        expected = """\
| leader | said |
| --- | --- |
| Rufus \\| Firefly | \\*War\\* &amp; peace, snake\\_case |"""
        rows = [["Rufus | Firefly", "*War* &\npeace, snake_case"]]
        assert expected == markdown.table(["leader", "said"], rows)

    def test_table_of_nothing(self) -> None:
        """Without headings there is no table."""
        assert "" == markdown.table([], [])

    @given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=3))
    @example([("left | right", "\\|"), ("\\", "`|`"), ("[x](javascript:alert(1))", "<script>")])
    def test_table_is_read_as_it_was(self, rows: list[tuple[str, str]]) -> None:
        """A reader of Markdown shows just the text of each cell."""
        page = READER.render(markdown.table(["a | b", ""], rows))
        shown = [[one_line(cell) for cell in row] for row in [("a | b", ""), *rows]]
        assert shown == cells(page)

    @pytest.mark.parametrize("before", ["", "- ", "## ", "> ", "1. "])
    @pytest.mark.parametrize(
        "said",
        [
            "# heading #",
            "- item",
            "+ item",
            "1. item",
            "2024) item",
            "=====",
            "-----",
            "~~~",
            ": definition",
            "> quote",
            "![picture](x)",
            "https://example.org/a_b and www.example.org/a_b",
            "&copy; \\&amp;",
            "US$5 and US$6",
            "a trailing \\",
            "***",
        ],
    )
    def test_nothing_begins_a_block(self, before: str, said: str) -> None:
        """Text in a paragraph, list, heading or quotation stays text."""
        assert said == body_text(READER.render(before + markdown.escape(said))).strip()

    @given(HOSTILE)
    def test_paragraph_is_read_as_it_was(self, said: str) -> None:
        """A reader of Markdown shows just the text that stands by itself."""
        page = READER.render(markdown.escape(said))
        assert one_line(said) == body_text(page).strip("\n")
        assert not said.strip() or page.count("<") in {0, 2}


class TestHtml:
    def test_table(self) -> None:
        """Each row is a line, and data has no markup."""
        expected = """\
<table>
<thead><tr><th>leader</th><th>said</th></tr></thead>
<tbody>
<tr><td>Rufus &lt;b&gt; Firefly</td><td>&quot;War&quot; &amp; &#x27;peace&#x27;</td></tr>
</tbody>
</table>"""
        rows = [["Rufus <b> Firefly", "\"War\" & 'peace'"]]
        assert expected == html.table(["leader", "said"], rows)

    @given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=3))
    @example([("<b onmouseover=alert(1)>x</b>", "</td></tr></table><script>")])
    def test_table_is_read_as_it_was(self, rows: list[tuple[str, str]]) -> None:
        """A browser shows just the text of each cell."""
        shown = [[visible(cell) for cell in row] for row in [("a", "<b>"), *rows]]
        assert shown == cells(html.table(["a", "<b>"], rows))

    def test_paragraph(self) -> None:
        """A paragraph holds text."""
        assert "<p>a &lt; b</p>" == html.paragraph("a < b")


class TestJson:
    def test_nothing_ends_a_script(self) -> None:
        """What HTML or a terminal would read is escaped, and letters are not."""
        expected = '"\\u003c/script\\u003e \\u0026 \\u202e \\u007f \\u009b \\ud83d\\ude00 北"'
        assert expected.replace("\\ud83d\\ude00", "😀") == json.dumps(
            "</script> & \u202e \x7f \x9b 😀 北"
        )

    @given(st.dictionaries(HOSTILE, st.lists(HOSTILE)))
    @example({"\U000e0041": ["\x7f"]})
    def test_reads_as_it_was(self, value: dict[str, list[str]]) -> None:
        """The standard reader gives the value back."""
        assert value == standard_json.loads(json.dumps(value))


@pytest.mark.parametrize("table", [text.table, markdown.table, html.table])
@pytest.mark.parametrize("row", [["one"], ["one", "two", "three"]])
def test_uneven_rows(table: Callable[[list[str], list[list[str]]], str], row: list[str]) -> None:
    """A row with more or fewer cells than headings is refused."""
    with pytest.raises(ValueError, match="zip"):
        table(["a", "b"], [row])


@pytest.mark.parametrize("marks", [0, 3, 100_000])
def test_wrapping_words_with_marks(marks: int) -> None:
    """Marks that take no room stay with their letter, however many there are."""
    word = "w" * 15 + "\u0301" * marks
    assert ["a", "w" * 12, word[12:]] == text.wrapped(f"a {word}", 12)
