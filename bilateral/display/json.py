"""JSON that may stand in a page's script and be printed to a terminal."""

from __future__ import annotations

import json
import re

from bilateral.display.characters import acts

# All that is not plain ASCII is looked at, and the three that HTML reads.
_SUSPECT = re.compile(r"[<>&]|[^\n -~]")


def dumps(value: object) -> str:
    r"""The value as JSON, indented; `<`, `>`, `&` and what acts unseen as `\u` escapes.

    >>> print(dumps("</script>"))
    "\u003c/script\u003e"
    """
    return _SUSPECT.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2))


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if character in "<>&\x7f":
        return f"\\u{ord(character):04x}"
    return json.dumps(character)[1:-1] if acts(character) else character
