"""Results as text and as files: one module for each format that a result does not print itself.

>>> import bilateral as bl
>>> moments = bl.timeline(bl.load("examples/xi-putin-beijing-2024.yaml"))
>>> print(bl.export.render(moments[:1], "svg", title="A declaration")[:41])
<svg xmlns="http://www.w3.org/2000/svg" w
"""

from bilateral.export.saving import render, save

__all__ = ["render", "save"]
