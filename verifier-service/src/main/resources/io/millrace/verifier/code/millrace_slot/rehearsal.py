"""Tasks played in the slot itself: what the interpreter looks up, adapts or allocates once is done before the fork."""

import contextlib
import marshal
import os
import signal
import sys

from . import examiner, libc, program, store, task, values, values_out, wire

_ROUNDS = 100
_SOURCE = b"def add(a, b):\n    return a + b\n"
_ENTRY_POINT = b"add"
# Standard output, which leads to /dev/null.
_NOWHERE = 1


class _Stage:
    """What a process of a task uses of its slot, such that nothing is closed or given up in earnest."""

    scratch = "/tmp"
    max_files = 3

    def __init__(self):
        self.store = store.Store(1 << 14)
        # A call like the one that installs the filter, for what is in force already.
        self.filter = libc.prepared_prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL, None)


def rehearse():
    stage = _Stage()
    for _ in range(_ROUNDS):
        _play_values_out(stage)
        _play_program()
        _play_tests()
    del sys.modules["candidate"]


def _play_values_out(stage):
    calls = marshal.dumps([[1, 2], [3, 4]])
    sizes = len(calls), 0, len(_ENTRY_POINT), len(_SOURCE)
    part = values_out.ValuesOutTask(stage, *sizes, 1000, 1000, task.INHERITED_MEMORY_MIB, task.INHERITED_OUTPUT_KIB)
    part.output = _NOWHERE
    with _pipe_with(calls + _ENTRY_POINT + _SOURCE) as stage.requests:
        part.be_program()


def _play_program():
    call = wire.frame(wire.CALL, values.dumps_call([1, 2], {}))
    with _pipe_with(call) as calls, contextlib.suppress(wire.Closed):
        program.answer_each(_SOURCE, _ENTRY_POINT.decode(), calls, _NOWHERE)


def _play_tests():
    said = (wire.STARTED, b""), (wire.READY, b""), (wire.RESULT, values.dumps([3, None]))
    with _pipe_with(b"".join(wire.frame(*each) for each in said)) as replies:
        examiner.run(b"assert add(1, 2) == 3\n", b"", _ENTRY_POINT.decode(), _NOWHERE, replies, _NOWHERE)


@contextlib.contextmanager
def _pipe_with(said):
    """What one side of a task hears from the other, said in advance."""
    hears, says = os.pipe()
    try:
        wire.write_whole(says, said)
        os.close(says)
        yield hears
    finally:
        os.close(hears)
