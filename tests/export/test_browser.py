"""Pages and pictures as a browser shows them, where Debian's Chromium is installed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bilateral as bl
from tests.browser import CHROMIUM, Browser
from tests.export.told import HOSTILE, event, of, story, timeline_of
from tests.sources import evidence

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

ARTICLE = "examples/xi-putin-beijing-2024.yaml"
LAKES = "examples/lakes-2031.yaml"
LOOKS = """
Object.fromEntries([...document.querySelectorAll('mark')].map((mark) => {
  const style = getComputedStyle(mark);
  return [mark.className, [style.backgroundColor, style.borderBottom].join()];
}))
"""
SHOWN = """
[...document.querySelectorAll('li.moment')].filter((item) => item.checkVisibility()).map(
  (item) => item.querySelector('div + div p').textContent)
"""
COLLISIONS = """
(() => {
  const boxes = [...document.querySelectorAll('text')].map((text) => {
    const box = text.getBoundingClientRect();
    return {left: box.left, right: box.right, top: box.top + 2, bottom: box.bottom - 2,
            text: text.textContent};
  }).filter((box) => box.right > box.left);
  const found = [];
  boxes.forEach((one, number) => boxes.slice(number + 1).forEach((other) => {
    if (one.left < other.right && other.left < one.right
        && one.top < other.bottom && other.top < one.bottom) found.push([one.text, other.text]);
  }));
  return found;
})()
"""
BEYOND = """
[...document.querySelectorAll('text, rect')].filter(
  (part) => part.getBoundingClientRect().right
            > document.documentElement.getBoundingClientRect().right + 1
).map((part) => part.outerHTML)
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests."""
    found = Browser(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Any:
    """Saves a result and shows it."""

    def show(result: bl.Timeline | bl.Coverage, name: str = "x.html", **how: Any) -> Browser:
        bl.export.save(result, tmp_path / name, title="The crisis")
        browser.open(tmp_path / name, **how)
        return browser

    return show


def choose(browser: Browser, field: str, value: str) -> None:
    """Choose an option of the form, as a user would."""
    browser.run(
        f"(() => {{ const field = document.forms.filters.elements.{field};"
        f" field.value = {value!r}; field.dispatchEvent(new Event('input', {{bubbles: true}}));"
        " })()"
    )


def number(browser: Browser, actor: str) -> str:
    """The option of an actor."""
    value: str = browser.run(
        f"[...document.querySelectorAll('option')].find((o) => o.textContent === {actor!r}).value"
    )
    return value


class TestFilters:
    def test_all_are_shown_first(self, opened: Any) -> None:
        """The form is there, and nothing is hidden."""
        page = opened(bl.timeline(story()))
        assert page.run("document.getElementById('filters').checkVisibility()")
        assert len(story().events) + 3 == len(page.run(SHOWN))
        assert "7 of 7 moments shown" == page.run("document.getElementById('shown').textContent")

    def test_by_actor(self, opened: Any) -> None:
        """An actor's moments stay; a country has those of its leaders."""
        page = opened(bl.timeline(story()))
        choose(page, "actor", number(page, "Sylvania"))
        assert [
            "Rufus T. Firefly visits Sylvania",
            "Rufus T. Firefly and Ambassador Trentino: informal meeting",
            "The slap",
        ] == page.run(SHOWN)
        assert "3 of 7 moments shown" == page.run("document.getElementById('shown').textContent")

    def test_by_words(self, opened: Any) -> None:
        """Words are looked for in whatever case they are written."""
        page = opened(bl.timeline(story()))
        choose(page, "words", "SLAP")
        assert ["The slap"] == page.run(SHOWN)

    def test_by_kind_with_the_keyboard(self, opened: Any) -> None:
        """A space unchecks the kind that has the focus; years without moments go."""
        page = opened(bl.timeline(story()))
        page.run("document.querySelector('input[value=event]').focus()")
        page.press(" ", text=" ", windowsVirtualKeyCode=32)
        assert 3 == len(page.run(SHOWN))
        assert ["1933"] == page.run(
            "[...document.querySelectorAll('h2')].filter((h) => h.checkVisibility())"
            ".map((h) => h.textContent)"
        )
        assert 1 == page.run(
            "[...document.querySelectorAll('nav li')].filter((l) => l.checkVisibility()).length"
        )

    def test_show_all(self, opened: Any) -> None:
        """One button takes all choices back."""
        page = opened(bl.timeline(story()))
        choose(page, "words", "slap")
        page.run("document.querySelector('button').click()")
        page.run("new Promise((done) => setTimeout(done, 50))")
        assert 7 == len(page.run(SHOWN))

    def test_coming_back(self, opened: Any, tmp_path: Path) -> None:
        """Whoever comes back finds the fields as they were, and what they choose."""
        page = opened(bl.timeline(story()))
        choose(page, "words", "slap")
        (tmp_path / "other.html").write_text("<p>another page", encoding="utf-8")
        page.go((tmp_path / "other.html").as_uri())
        page.go((tmp_path / "x.html").as_uri(), "history.back()")
        field = page.run("document.forms.filters.elements.words.value")
        assert {"slap": 1, "": 7}[field] == len(page.run(SHOWN))

    def test_every_field_is_reached_with_tab(self, opened: Any) -> None:
        """From the top of the page, each field and link has its turn."""
        page = opened(bl.timeline(story()))
        seen = []
        for _ in range(12):
            page.press("Tab", windowsVirtualKeyCode=9)
            seen.append(page.run("document.activeElement.tagName.toLowerCase()"))
        assert ["a", "select", "input", "input", "input", "input", "input", "button", "a"] == seen[
            :9
        ]


class TestForScreenReaders:
    def test_names_and_roles(self, opened: Any) -> None:
        """Fields have names, moments are a list under the heading of their year."""
        page = opened(bl.timeline(story()))
        page.call("Accessibility.enable")
        nodes = page.call("Accessibility.getFullAXTree")["nodes"]
        told = [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node["ignored"]
        ]
        assert ("combobox", "Actor (a country: with its leaders and organizations)") in told
        assert ("searchbox", "Words") in told
        assert ("group", "Kind") in told
        assert ("checkbox", "visit") in told
        assert ("heading", "1933") in told
        assert ("navigation", "Years") in told
        assert 7 <= len([role for role, _ in told if role == "listitem"])
        assert "status" in {role for role, _ in told}


class TestLooks:
    @pytest.mark.parametrize("width", [320, 500, 800, 1280])
    def test_nothing_sticks_out(self, opened: Any, width: int) -> None:
        """At any width there is nothing to scroll sideways, and no label on another."""
        for timeline in (bl.timeline(bl.load(ARTICLE)), of("w" * 300)):
            page = opened(timeline, width=width)
            assert page.run("document.scrollingElement.scrollWidth") <= width
            assert [] == page.run(COLLISIONS)

    @pytest.mark.parametrize("width", [320, 500, 1280])
    def test_marked_article(self, opened: Any, width: int) -> None:
        """A text that is marked up fits any width, and each voice has a look of its own."""
        d = bl.load(LAKES)
        page = opened(bl.coverage(d, {"wire": Path(LAKES).with_suffix(".txt")}), width=width)
        assert page.run("document.scrollingElement.scrollWidth") <= width
        looks = page.run(LOOKS)
        assert {"direct", "mixed", "declared", "narrated", "interpreted", "named"} <= looks.keys()
        assert len(looks) == len(set(looks.values()))
        long = bl.coverage(evidence("w" * 300), {"gazette": f"{'w' * 300} left."})
        assert opened(long, width=width).run("document.scrollingElement.scrollWidth") <= width

    def test_light_and_dark(self, opened: Any) -> None:
        """The page follows the reader's choice."""
        ground = "getComputedStyle(document.body).backgroundColor"
        ink = "getComputedStyle(document.body).color"
        light = opened(bl.timeline(story())).run(f"[{ground}, {ink}]")
        dark = opened(bl.timeline(story()), dark=True).run(f"[{ground}, {ink}]")
        assert ["rgb(255, 255, 255)", "rgb(28, 28, 26)"] == light
        assert ["rgb(22, 24, 27)", "rgb(236, 236, 230)"] == dark

    @pytest.mark.parametrize(
        "timeline",
        [
            bl.timeline(story()),
            of("w" * 300),
            of("many words " * 40),
            of("\u4e60\u8fd1\u5e73" * 40),
            of("MMMM WWWW " * 30),
            of("\u0416\u0428\u0429\u042e \u0436\u0448\u0449\u044e " * 20),
            of("\u0153\u00e6\u00c6\u0152 \u00bc\u00bd \u27f6\u27f5 " * 20),
            timeline_of(
                *(event(f"{day}", f"2024-05-{day:02}", id=f"e{day}") for day in range(1, 31))
            ),
        ],
    )
    def test_labels_of_a_picture(self, opened: Any, timeline: bl.Timeline) -> None:
        """No text of a picture lies on another, or reaches into the bars or out of it."""
        page = opened(timeline, "x.svg")
        assert [] == page.run(COLLISIONS)
        assert [] == page.run(
            "[...document.querySelectorAll('text.title')]"
            ".filter((text) => text.getBoundingClientRect().right > 638)"
            ".map((text) => text.textContent)"
        )

    def test_article(self, opened: Any) -> None:
        """The article's picture is as it should be."""
        page = opened(bl.timeline(bl.load(ARTICLE)), "x.svg")
        assert [] == page.run(COLLISIONS)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_nothing(opened: Any, text: str) -> None:
    """No script of a text runs, and the page has no element more than one of a harmless text."""
    elements = "document.querySelectorAll('*').length"
    harmless = opened(of("A text")).run(elements)
    page = opened(of(text))
    assert "The crisis" == page.run("document.title")
    assert harmless == page.run(elements)
    assert " ".join(text.split()) in page.run(SHOWN)
    assert ["https://example.org/?a&b"] == page.run(
        "[...document.links].map((link) => link.href).filter((href) => !href.startsWith('file:'))"
    )


def test_policy_stops_what_would_get_through(browser: Browser, tmp_path: Path) -> None:
    """Even a script that found its way into the page would not run; the page's own does."""
    file = tmp_path / "x.html"
    bl.export.save(bl.timeline(story()), file, title="The crisis")
    page = file.read_text("utf-8")
    for evil in (
        "<script>document.title = 'x'</script>",
        "<img src=x onerror=\"document.title = 'x'\">",
    ):
        file.write_text(page.replace("<main", f"{evil}<main"), encoding="utf-8")
        browser.open(file)
        assert "The crisis" == browser.run("document.title")
        assert "7 of 7 moments shown" == browser.run("document.getElementById('shown').textContent")
