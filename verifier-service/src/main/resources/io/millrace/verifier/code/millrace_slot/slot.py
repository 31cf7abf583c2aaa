"""One slot: takes one task after the other and forks two processes for each, one for the program, one for its tests.

The slot reads headers only. The body of a task, tests first, is read by the two processes: foreign code never sees
another task, and the program never sees its tests.
"""

import contextlib
import gc
import os
import resource
import signal
import struct
import sys
import time

from . import examiner, libc, program, seccomp, values, wire

_MAGIC = 0x4D4C5231
# Magic, lengths of tests, helpers, entry point and program, then CPU, wall (both ms), memory (MiB) and output (KiB).
_HEADER = struct.Struct("<9I")
# Magic, length of the result, flags, ends of tests and program, CPU and wall (both us), peak memory and output (KiB).
_REPLY = struct.Struct("<9I")
CPU_LIMIT, WALL_LIMIT, TESTS_CPU_LIMIT, RECYCLE = 1, 2, 4, 8

_REHEARSALS = 100
# Standard output, which leads to /dev/null.
_NOWHERE = 1
_TESTS_MEMORY = 512 << 20
_MAX_RESULT = 4096
_GRACE_SECONDS = 0.5
_SHORTEST_WAIT = 0.002
_CHILD = (signal.SIGCHLD,)


def serve(scratch):
    """Answers tasks until the service closes the slot's input. The scratch directory, or None, must stay empty."""
    requests, responses = os.dup(0), os.dup(1)
    nothing = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    # The limits of the slot and of the tests; a program gets its own.
    _limit(0, resource.RLIMIT_AS, _TESTS_MEMORY)
    _limit(0, resource.RLIMIT_FSIZE, values.MAX_BYTES)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_BLOCK, _CHILD)
    slot = Slot(requests, responses, scratch)
    _warm_up()
    gc.collect()
    gc.freeze()
    gc.disable()
    # A collection writes to every page it looks at, each of which a fork then copies.
    gc.set_threshold(50_000, 10, 10)
    slot.say_hello()
    while slot.take_task():
        pass


def _warm_up():
    """Rehearses a task, so that what the interpreter allocates or adapts once is done before the fork."""
    for _ in range(_REHEARSALS):
        with contextlib.suppress(wire.Closed):
            calls = _pipe_with((wire.CALL, values.dumps_call([1, 2], {})))
            program.run(b"def add(a, b):\n    return a + b\n", "add", calls, _NOWHERE)
        os.close(calls)
        replies = _pipe_with((wire.STARTED, b""), (wire.READY, b""), (wire.RESULT, values.dumps([3, None])))
        examiner.run(b"assert add(1, 2) == 3\n", b"", "add", _NOWHERE, replies, _NOWHERE)
        os.close(replies)
    del sys.modules["candidate"]


def _pipe_with(*frames):
    """What one side of a task hears from the other, said in advance."""
    hears, says = os.pipe()
    for tag, body in frames:
        wire.send(says, tag, body)
    os.close(says)
    return hears


class Slot:
    """The state of a slot between tasks."""

    def __init__(self, requests, responses, scratch):
        self.requests = requests
        self.responses = responses
        self.scratch = scratch
        self.filter = seccomp.prepare(seccomp.program_filter())

    def say_hello(self):
        version = "CPython %d.%d.%d" % sys.version_info[:3]
        wire.send(self.responses, b"H", version.encode())

    def take_task(self):
        header = self._next_header()
        if header is None:
            return False
        task = Task(self, header)
        task.start()
        task.watch()
        reply = task.reply()
        if self.scratch and os.listdir(self.scratch):
            task.flags |= RECYCLE
        head = _REPLY.pack(_MAGIC, len(reply), task.flags, *task.figures())
        wire.write_whole(self.responses, head + reply)
        return not task.flags & RECYCLE

    def _next_header(self):
        try:
            header = _HEADER.unpack(wire.read_whole(self.requests, _HEADER.size))
        except wire.Closed:
            return None
        return header if header[0] == _MAGIC else None


class Task:
    """One task: its two processes, their pipes, and how far they have come."""

    def __init__(self, slot, header):
        self.slot = slot
        _, *self.sizes, cpu_millis, wall_millis, self.memory_mib, self.output_kib = header
        self.cpu = cpu_millis / 1000
        self.started = time.monotonic()
        self.deadline = self.started + wall_millis / 1000
        self.flags = 0
        self.tests = self.program = 0
        self.tests_end = self.program_end = 0
        self.usage = None

    def start(self):
        self.call_out, self.call_in = os.pipe()
        self.reply_out, self.reply_in = os.pipe()
        self.result_out, self.result_in = os.pipe()
        self.output = os.memfd_create("output")
        self.program = os.fork()
        if self.program == 0:
            _run_and_exit(self._be_program)
        # It waits for the tests, so these are in force before the first line of foreign code.
        _limit(self.program, resource.RLIMIT_AS, self.memory_mib << 20)
        _limit(self.program, resource.RLIMIT_FSIZE, self.output_kib << 10)
        self.tests = os.fork()
        if self.tests == 0:
            _run_and_exit(self._be_tests)
        for end in (self.call_out, self.call_in, self.reply_out, self.reply_in, self.result_in):
            os.close(end)

    def _be_tests(self):
        os.close(self.slot.responses)
        os.close(self.call_out)
        os.close(self.reply_in)
        tests, helpers, entry_point = (wire.read_whole(self.slot.requests, size) for size in self.sizes[:3])
        os.close(self.slot.requests)
        # From here on what is left of the task's body is the program's.
        wire.send(self.call_in, wire.STARTED, entry_point)
        self._confine()
        gc.enable()
        examiner.run(tests, helpers, entry_point.decode(), self.call_in, self.reply_out, self.result_in)

    def _be_program(self):
        os.close(self.call_in)
        _, entry_point = wire.receive(self.call_out)
        source = wire.read_whole(self.slot.requests, self.sizes[3])
        calls, replies = self._keep_only(self.call_out, self.reply_in)
        self._confine()
        program.run(source, entry_point.decode(), calls, replies)

    def _keep_only(self, calls, replies):
        """Closes every descriptor but these two and an output that nobody believes."""
        os.dup2(self.output, 1)
        os.dup2(self.output, 2)
        os.dup2(calls, 3)
        os.dup2(replies, 4)
        os.closerange(5, 64)
        return 3, 4

    def _confine(self):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        if not self.slot.scratch:
            # Without namespaces nothing else ends a process whose slot is gone.
            libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        seccomp.install(self.slot.filter)

    def watch(self):
        """Waits until the tests have ended, and ends what exceeds its limits."""
        wait = self.cpu
        while True:
            signal.sigtimedwait(_CHILD, wait)
            if self.program and not self.usage:
                self._reap_program(os.WNOHANG)
            if self._reap_tests(os.WNOHANG):
                return
            wait = self._enforce()

    def _enforce(self):
        """Ends what exceeds a limit; returns for how long nothing can."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            if self.flags & WALL_LIMIT:
                os.kill(self.tests, signal.SIGKILL)
                self.flags |= RECYCLE
            self.flags |= WALL_LIMIT
            self._end_program()
            self.deadline += _GRACE_SECONDS
            return _GRACE_SECONDS
        program_left = self.cpu
        if not self.usage:
            program_left = self.cpu - _cpu_of(self.program)
            if program_left <= 0:
                self.flags |= CPU_LIMIT
                self._end_program()
                program_left = self.cpu
        tests_left = self.cpu - _cpu_of(self.tests)
        if tests_left <= 0:
            self.flags |= TESTS_CPU_LIMIT | RECYCLE
            os.kill(self.tests, signal.SIGKILL)
        return max(_SHORTEST_WAIT, min(left, program_left, tests_left))

    def _end_program(self):
        if not self.usage:
            os.kill(self.program, signal.SIGKILL)
            self._reap_program(0)
            # How we ended it says nothing about the program.
            self.program_end = 0

    def _reap_program(self, options):
        process, end, usage = os.wait4(self.program, options)
        if process:
            self.program_end, self.usage = end, usage

    def _reap_tests(self, options):
        process, end = os.waitpid(self.tests, options)
        self.tests_end = end
        return process != 0

    def reply(self):
        """What the tests wrote, once no process of the task is left."""
        result = b"" if self.tests_end else os.read(self.result_out, _MAX_RESULT)
        if result[:1] == examiner.DIED:
            # The program's pipe closes a moment before its end can be seen.
            self._await_program()
        self._end_program()
        os.close(self.result_out)
        self.output_size = os.fstat(self.output).st_size
        os.close(self.output)
        if not result:
            self.flags |= RECYCLE
        return result

    def _await_program(self):
        deadline = time.monotonic() + _GRACE_SECONDS
        while not self.usage and time.monotonic() < deadline:
            signal.sigtimedwait(_CHILD, 0.01)
            self._reap_program(os.WNOHANG)

    def figures(self):
        cpu = self.usage.ru_utime + self.usage.ru_stime
        wall = time.monotonic() - self.started
        return (
            self.tests_end, self.program_end, int(cpu * 1e6), int(wall * 1e6), self.usage.ru_maxrss,
            (self.output_size + 1023) >> 10,
        )


def _run_and_exit(body):
    """Runs the rest of a forked process; whatever happens, it never returns to the slot's own work."""
    status = 1
    try:
        body()
        status = 0
    finally:
        os._exit(status)


def _limit(process, resource_kind, soft):
    hard = resource.prlimit(process, resource_kind)[1]
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.prlimit(process, resource_kind, (soft, hard))


def _cpu_of(process):
    try:
        return time.clock_gettime(~process << 3 | 2)
    except OSError:
        return 0.0
