"""The memory that imports left free between what they keep: what a task puts there lies scattered over many pages.

A forked process gets its own copy of each page that it writes to, which costs more than most that a task does.
"""

import collections
import sys

# Sizes in the interpreter's own pools, each of which holds blocks of one size after its head. The smallest come last,
# because looking at addresses takes some of them too.
_IN_POOLS = range(512, 0, -16)
_POOL = 16 << 10 if sys.version_info >= (3, 10) else 4 << 10
_POOL_HEAD = 48
# Sizes on the heap of the C library.
_ON_HEAP = range(4 << 10, 512, -16)
_LARGER_THAN_HOLES = 64 << 10
# Where memory is laid out in another way, filling has to end too.
_MOST = 8000

# Grows without leaving holes itself.
_kept = collections.deque()


def fill():
    """Lets what follows be allocated side by side, in memory that nothing has used."""
    for size in _IN_POOLS:
        block = _block(size)
        while id(block) % _POOL != _POOL_HEAD and len(_kept) < _MOST:
            _kept.append(block)
            block = _block(size)
    for size in _ON_HEAP:
        top = id(bytes(_LARGER_THAN_HOLES))
        block = _block(size)
        while id(block) < top and len(_kept) < _MOST:
            _kept.append(block)
            block = _block(size)


def _block(size):
    if size > 32:
        return bytes(size - sys.getsizeof(b""))
    return float("1") if size > 16 else object()
