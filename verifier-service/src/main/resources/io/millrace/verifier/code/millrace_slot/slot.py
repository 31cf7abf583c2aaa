"""One slot: takes one task after the other and forks the processes of each.

The slot reads headers only. The body of a task is read by its processes, and what they found out is passed on unread:
foreign code never sees another task.
"""

import gc
import os
import resource
import signal
import struct
import sys

from . import holes, queries, rehearsal, seccomp, split, store, streams, task, values_out, wire, workshop

_MAGIC = 0x4D4C5231
# Magic, harness, lengths of tests (or calls), helpers, entry point and program, then CPU, wall (both ms), memory (MiB)
# and output (KiB).
_HEADER = struct.Struct("<10I")
# Magic, length of the result, flags, ends of tests and program, CPU and wall (both us), peak memory and output (KiB).
_REPLY = struct.Struct("<9I")
_HARNESSES = (
    split.SplitTask, values_out.ValuesOutTask, streams.StreamsTask, queries.QueryTask, workshop.MutantsTask,
)


def serve(scratch, runtime):
    """Answers tasks until the service closes the slot's input. The scratch directory, or None, must stay empty.

    The runtime executes programs that are not written in Python.
    """
    requests, responses = os.dup(0), os.dup(1)
    nothing = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    # The limits of the slot and of tests; a program may get its own.
    task.limit(resource.RLIMIT_AS, task.INHERITED_MEMORY_MIB << 20)
    task.limit(resource.RLIMIT_FSIZE, task.INHERITED_OUTPUT_KIB << 10)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    slot = Slot(requests, responses, scratch, runtime)
    if runtime:
        runtime.prepare()
    else:
        rehearsal.rehearse()
    signal.pthread_sigmask(signal.SIG_BLOCK, task.CHILD)
    gc.collect()
    holes.fill()
    gc.freeze()
    gc.disable()
    # A collection writes to every page it looks at, each of which a fork then copies.
    gc.set_threshold(50_000, 10, 10)
    slot.say_hello()
    while slot.take_task():
        pass


class Slot:
    """The state of a slot between tasks."""

    def __init__(self, requests, responses, scratch, runtime):
        self.requests = requests
        self.responses = responses
        self.scratch = scratch
        self.process = os.getpid()
        self.runtime = runtime
        self.store = store.Store()
        self.filter = seccomp.prepare(seccomp.runtime_filter() if runtime else seccomp.program_filter())
        self.max_tasks = resource.getrlimit(resource.RLIMIT_NPROC)[0]
        self.room = self.max_tasks
        self.max_files = resource.getrlimit(resource.RLIMIT_NOFILE)[0]

    def say_hello(self):
        version = self.runtime.version if self.runtime else "CPython %d.%d.%d" % sys.version_info[:3]
        wire.send(self.responses, b"H", version.encode())

    def take_task(self):
        header = self._next_header()
        if header is None:
            return False
        harnesses = self.runtime.tasks if self.runtime else _HARNESSES
        current = harnesses[header[1]](self, *header[2:])
        result = current.run()
        if self.scratch and os.listdir(self.scratch):
            current.flags |= task.RECYCLE
        size = sum(map(len, result))
        head = _REPLY.pack(_MAGIC, size, current.flags, *current.figures())
        os.writev(self.responses, (head, *result))
        self.store.wipe()
        return not current.flags & task.RECYCLE

    def leave_room(self, unused):
        """Lets this many fewer processes and threads live beside the slot than there might be."""
        room = self.max_tasks - unused
        if self.scratch and room != self.room:
            task.limit(resource.RLIMIT_NPROC, room)
            self.room = room

    def _next_header(self):
        try:
            header = _HEADER.unpack(wire.read_whole(self.requests, _HEADER.size))
        except wire.Closed:
            return None
        return header if header[0] == _MAGIC else None
