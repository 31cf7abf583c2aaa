"""Memory that a slot shares with the processes it forks: what a program returned stays there when its process is gone."""

import mmap

from . import wire
from .values import MAX_BYTES

_LENGTH_BYTES = 4
_SIZE = MAX_BYTES + (1 << 16)


class Store:
    """Frames, after a length that a program may have forged like all the rest."""

    def __init__(self, size=_SIZE):
        self.memory = mmap.mmap(-1, size)
        self.used = _LENGTH_BYTES

    def say(self, tag, body=b""):
        """Adds a frame, or if it does not fit the word that it was too large."""
        frame = wire.frame(tag, body)
        if self.used + len(frame) > len(self.memory):
            frame = wire.frame(wire.TOO_LARGE)
        end = self.used + len(frame)
        self.memory[self.used:end] = frame
        # Last, so that a process which dies in between leaves whole frames.
        self.memory[:_LENGTH_BYTES] = end.to_bytes(_LENGTH_BYTES, "little")
        self.used = end

    def content(self):
        """What was said, in place: a copy in the slot's own memory could be read by the programs to come."""
        end = int.from_bytes(self.memory[:_LENGTH_BYTES], "little")
        return memoryview(self.memory)[_LENGTH_BYTES:max(_LENGTH_BYTES, end)]

    def wipe(self):
        self.memory.madvise(mmap.MADV_REMOVE)
