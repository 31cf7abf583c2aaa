"""What a fork shares of the interpreter's own files."""

import contextlib

_LARGE = 512 << 10


def copy_at_fork():
    """Lets every process that this one forks begin with the code of large libraries in place.

    Linux leaves out of a fork what a file can fill again, so that each process meets the interpreter's code in some fifty
    page faults. It copies the page tables of a mapping that has a page of its own, which writing a byte over itself makes.
    """
    with contextlib.suppress(OSError), open("/proc/self/maps") as maps:
        with open("/proc/self/mem", "r+b", buffering=0) as memory:
            for line in maps.read().splitlines():
                start, end, is_code = _code(line)
                if is_code and end - start >= _LARGE:
                    memory.seek(start)
                    byte = memory.read(1)
                    memory.seek(start)
                    memory.write(byte)


def _code(line):
    """Start and end of a mapping, and whether it holds the code of a file."""
    place, mode, _, _, inode, *_ = line.split()
    start, end = (int(part, 16) for part in place.split("-"))
    return start, end, mode == "r-xp" and inode != "0"
