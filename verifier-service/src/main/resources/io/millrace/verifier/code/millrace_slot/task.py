"""One task: the process that runs its program, the limits of that process, and how far it has come."""

import _signal
import os
import resource
import signal
import time

from . import libc, seccomp

CPU_LIMIT, WALL_LIMIT, TESTS_CPU_LIMIT, RECYCLE = 1, 2, 4, 8
CHILD = (_signal.SIGCHLD,)
GRACE_SECONDS = 0.5
_SHORTEST_WAIT = 0.002
# What a slot and all that it forks live under: the defaults of programs, so that few need limits of their own.
INHERITED_MEMORY_MIB = 512
INHERITED_OUTPUT_KIB = 1024


class Task:
    """What every harness does; the harness adds start, be_program, ended, end_late and result."""

    def __init__(self, slot, tests, helpers, name, source, cpu_millis, wall_millis, memory_mib, output_kib):
        self.slot = slot
        self.sizes = tests, helpers, name, source
        self.cpu = cpu_millis / 1000
        self.memory_mib = memory_mib
        self.output_kib = output_kib
        self.started = time.monotonic()
        self.deadline = self.started + wall_millis / 1000
        self.flags = 0
        self.program = self.program_end = self.tests_end = 0
        self.usage = None

    def run(self):
        """Runs the task until no process of it is left; returns the parts of its result, which nobody has looked at."""
        self.output = os.memfd_create("output")
        self.start()
        self._watch()
        result = self.result()
        self.end_program()
        self.output_size = os.lseek(self.output, 0, os.SEEK_END)
        os.close(self.output)
        return result

    def fork_program(self):
        self.program = os.fork()
        if self.program == 0:
            run_and_exit(self.be_program)

    def keep_only(self, *descriptors):
        """Closes every descriptor but these, from 3 on, and an output that nobody believes."""
        for number, kept in enumerate((self.output, self.output, *descriptors), 1):
            os.dup2(kept, number)
        os.closerange(3 + len(descriptors), self.slot.max_files)

    def confine_program(self):
        """The last step before foreign code."""
        if self.memory_mib != INHERITED_MEMORY_MIB:
            limit(resource.RLIMIT_AS, self.memory_mib << 20)
        if self.output_kib != INHERITED_OUTPUT_KIB:
            limit(resource.RLIMIT_FSIZE, self.output_kib << 10)
        self.confine()

    def confine(self):
        # Not as the library offers it, which makes a set of enumerated signals on pages that have to be copied.
        _signal.pthread_sigmask(_signal.SIG_SETMASK, ())
        if not self.slot.scratch:
            # Without namespaces nothing else ends a process whose slot is gone.
            libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != self.slot.process:
                raise OSError("the slot is gone")
        seccomp.install(self.slot.filter)

    def _watch(self):
        """Waits until the task has ended, and ends what exceeds its limits."""
        wait = self.cpu
        while True:
            _signal.sigtimedwait(CHILD, wait)
            self.reap_program(os.WNOHANG)
            if self.ended():
                return
            wait = self._enforce()

    def _enforce(self):
        """Ends what exceeds a limit; returns for how long nothing can."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            self.end_late()
            self.flags |= WALL_LIMIT
            self.deadline += GRACE_SECONDS
            return _SHORTEST_WAIT
        return max(_SHORTEST_WAIT, min(left, self.enforce_cpu()))

    def enforce_cpu(self):
        """Ends what has used up its CPU time; returns how much is left."""
        if self.usage:
            return self.cpu
        left = self.cpu - cpu_of(self.program)
        if left <= 0:
            self.flags |= CPU_LIMIT
            self.end_program()
        return left

    def end_program(self):
        if not self.usage:
            os.kill(self.program, signal.SIGKILL)
            self.reap_program(0)
            # How we ended it says nothing about the program.
            self.program_end = 0

    def reap_program(self, options):
        if not self.usage:
            process, end, usage = os.wait4(self.program, options)
            if process:
                self.program_end, self.usage = end, usage

    def figures(self):
        cpu = self.usage.ru_utime + self.usage.ru_stime
        wall = time.monotonic() - self.started
        return (
            self.tests_end, self.program_end, int(cpu * 1e6), int(wall * 1e6), self.usage.ru_maxrss,
            (self.output_size + 1023) >> 10,
        )


def run_and_exit(body):
    """Runs the rest of a forked process; whatever happens, it never returns to the slot's own work."""
    status = 1
    try:
        body()
        status = 0
    finally:
        os._exit(status)


def limit(resource_kind, soft):
    """Lowers a limit of this process."""
    hard = resource.getrlimit(resource_kind)[1]
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource_kind, (soft, hard))


def cpu_of(process):
    try:
        return time.clock_gettime(~process << 3 | 2)
    except OSError:
        return 0.0
