"""A browser without a window, driven over a pipe in the Chrome DevTools Protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium")
_PATIENCE = 60.0


class Browser:
    """Chromium with one page.

    Args:
        profile: An empty folder for what it keeps.
    """

    def __init__(self, profile: Path) -> None:
        theirs, self._out = os.pipe()
        self._in, back = os.pipe()
        self._read = b""
        self._number = 0
        options = f"--headless --no-sandbox --disable-gpu --user-data-dir={profile}"
        # Its ends of the pipes are to be numbers 3 and 4.
        command = f"exec {CHROMIUM} {options} --remote-debugging-pipe 3<&{theirs} 4>&{back}"
        self._process = subprocess.Popen(
            ["bash", "-c", command],
            pass_fds=(theirs, back),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(back)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]

    _session: str | None = None

    def call(self, method: str, **parameters: Any) -> Any:
        """What a command of the protocol gives."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    def _message(self) -> Any:
        while b"\0" not in self._read:
            piece = os.read(self._in, 1 << 20)
            assert piece, "the browser has ended"
            self._read += piece
        message, _, self._read = self._read.partition(b"\0")
        return json.loads(message)

    def open(self, file: Path, width: int = 1280, *, dark: bool = False) -> None:
        """Show a file in a window of some width."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self.go(file.as_uri())

    def go(self, address: str, how: str | None = None) -> None:
        """Load an address, or do what leads to it."""
        if how is None:
            self.call("Page.navigate", url=address)
        else:
            self.run(how)
        end = time.monotonic() + _PATIENCE
        while not self.run(f"document.readyState === 'complete' && location.href === '{address}'"):
            assert time.monotonic() < end, "the page does not load"
            time.sleep(0.05)

    def run(self, expression: str) -> Any:
        """What an expression of JavaScript gives."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, **more: Any) -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, **more)

    def close(self) -> None:
        """End the browser."""
        self._session = None
        self.call("Browser.close")
        self._process.wait(_PATIENCE)
        os.close(self._out)
        os.close(self._in)
