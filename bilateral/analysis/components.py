"""The strongly connected components of a graph: the nodes that lead to each other, all round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def components(leaving: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components, each before those that it leads to (Tarjan 1972).

    >>> components([[1], [0, 2], []])
    [[1, 0], [2]]

    Args:
        leaving: By node, the nodes that it leads to.
    """
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    open_nodes: set[int] = set()
    found: list[list[int]] = []
    for root in range(len(leaving)):
        if root in index:
            continue
        path: list[tuple[int, Iterator[int]]] = [(root, iter(leaving[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        open_nodes.add(root)
        while path:
            node, targets = path[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    open_nodes.add(target)
                    path.append((target, iter(leaving[target])))
                    break
                if target in open_nodes:
                    low[node] = min(low[node], index[target])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == index[node]:
                    part = [stack.pop()]
                    while part[-1] != node:
                        part.append(stack.pop())
                    open_nodes.difference_update(part)
                    found.append(part)
    return found[::-1]
