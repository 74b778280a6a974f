"""The style and the script of pages and pictures, read when they are first needed."""

from __future__ import annotations

import pkgutil
from functools import cache


@cache
def asset(name: str) -> str:
    """The text of a file that stands beside this module, wherever the package is installed.

    >>> asset("chart.css")[:7]
    ':root {'
    """
    data = pkgutil.get_data(__package__, name)
    return (data or b"").decode()
