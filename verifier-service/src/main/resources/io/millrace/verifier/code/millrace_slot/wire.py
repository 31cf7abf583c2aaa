"""Frames of four length bytes, a tag byte and a body, between a program and its tests; pipes read and written whole."""

import os

from .values import MAX_BYTES

# From the program.
STARTED, READY, BROKEN, RESULT, RAISED, NOT_PLAIN, TOO_LARGE, OUT_OF_MEMORY, EXITED = (
    b"L", b"N", b"E", b"R", b"X", b"U", b"O", b"M", b"Q",
)
# From the tests.
CALL = b"C"

_LIMIT = 2 * MAX_BYTES + 1024


class Closed(Exception):
    """The other side is gone, or says what no honest side says."""


def read_whole(descriptor, size):
    chunk = os.read(descriptor, size)
    if len(chunk) == size:
        return chunk
    chunks = bytearray(chunk)
    while len(chunks) < size:
        chunk = os.read(descriptor, min(size - len(chunks), 1 << 20))
        if not chunk:
            raise Closed
        chunks += chunk
    return bytes(chunks)


def write_whole(descriptor, data):
    written = os.write(descriptor, data)
    if written < len(data):
        rest = memoryview(data)[written:]
        while rest:
            rest = rest[os.write(descriptor, rest):]


def frame(tag, body=b""):
    return (1 + len(body)).to_bytes(4, "little") + tag + body


def send(descriptor, tag, body=b""):
    write_whole(descriptor, frame(tag, body))


def receive(descriptor):
    """The tag and the body of the next frame."""
    size = int.from_bytes(read_whole(descriptor, 4), "little")
    if not 0 < size <= _LIMIT:
        raise Closed
    content = read_whole(descriptor, size)
    return content[:1], content[1:]
