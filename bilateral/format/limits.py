"""How much the loader takes on before it refuses."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import and_, ge, instance_of

_COUNT = and_(instance_of(int), ge(1))


@frozen(kw_only=True)
class Limits:
    """Bounds that are counted while a file is read, before it can exhaust stack or memory.

    Attributes:
        file_size: Bytes in one file.
        depth: Mappings and lists within one another.
        nodes: Values and keys in one file.
        key_length: Characters in one key.

    Raises:
        TypeError: A limit is no whole number.
        ValueError: A limit is less than 1.
    """

    file_size: int = field(default=16 * 1024 * 1024, validator=_COUNT)
    depth: int = field(default=32, validator=_COUNT)
    nodes: int = field(default=2_000_000, validator=_COUNT)
    key_length: int = field(default=128, validator=_COUNT)


DEFAULT_LIMITS = Limits()
