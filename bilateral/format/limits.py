"""How much the loader takes on before it refuses."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Limits:
    """Bounds that are counted while a file is read, before it can exhaust stack or memory.

    Attributes:
        file_size: Bytes in one file.
        depth: Mappings and lists within one another.
        nodes: Values and keys in one file.
        key_length: Characters in one key.
    """

    file_size: int = 16 * 1024 * 1024
    depth: int = 32
    nodes: int = 2_000_000
    key_length: int = 128


DEFAULT_LIMITS = Limits()
