"""An editor as the YAML language server sees it: it opens files, and is told what is wrong."""

import json
import subprocess
from itertools import count
from pathlib import Path
from typing import Any, Self

SETTINGS = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}


class Editor:
    """Speaks the Language Server Protocol with a server over its standard streams."""

    def __init__(self, *command: str) -> None:
        pipe = subprocess.PIPE
        self.server = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        self.numbers = count(1)

    def __enter__(self) -> Self:
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})
        return self

    def __exit__(self, *_: object) -> None:
        self.server.kill()
        self.server.communicate()

    def open(self, path: Path, text: str | None = None) -> list[tuple[int, int, str]]:
        """The 1-based line and column of each fault of a file, and what is wrong."""
        uri = path.as_uri()
        text = path.read_text("utf-8") if text is None else text
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while True:
            told = self.read()
            of_files = told.get("method") == "textDocument/publishDiagnostics"
            if of_files and told["params"]["uri"] == uri:
                starts = [(one["range"]["start"], one) for one in told["params"]["diagnostics"]]
                return sorted(
                    (at["line"] + 1, at["character"] + 1, one["message"]) for at, one in starts
                )

    def at(self, method: str, path: Path, line: int, column: int) -> Any:
        """What the server answers about a 1-based place in an open file."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(method, {"textDocument": {"uri": path.as_uri()}, "position": place})

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        number = next(self.numbers)
        self.send({"id": number, "method": method, "params": params})
        while True:
            told = self.read()
            if told.get("id") == number and "method" not in told:
                return told["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send what has no answer."""
        self.send({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        """Send a message."""
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.server.stdin.flush()

    def read(self) -> dict[str, Any]:
        """The next message; what the server asks for is given."""
        assert self.server.stdout is not None
        length = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self.server.stdout.read(length))
        if "id" in message and "method" in message:
            self.send({"id": message["id"], "result": None})
        return message
