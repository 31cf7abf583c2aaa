"""The harnesses of programs that are not written in Python: a process gets everything ready, then becomes their runtime."""

import fcntl
import mmap
import os
import resource
import struct

from . import task, values, wire

_SEALS = 1033, 1 | 2  # F_ADD_SEALS: no further seals, and no shrinking.
_ALLOW_SEALING = 2
_MOST_CPU_BESIDE = 5.0

# How far the process got before it became the runtime.
_PREPARING, _READY, _STUCK, _LOST = range(4)


class Untranslatable(Exception):
    """A program that is none, for the reason in the message."""


class CallsTask(task.Task):
    """A task of one process, which gets arguments and says what the program returns."""

    mode = "calls"

    def start(self):
        self.runtime = self.slot.runtime
        self.progress = self.slot.runtime.progress
        self.progress[0] = _PREPARING
        self.spent_before = self.runtime.spent()
        self.answers = os.memfd_create("answers", os.MFD_CLOEXEC | _ALLOW_SEALING)
        # What was once said stays there, so a program cannot make it look as if it had never been started.
        fcntl.fcntl(self.answers, *_SEALS)
        self.fork_program()

    def be_program(self):
        tests_size, _, name_size, source_size = self.sizes
        body = wire.read_whole(self.slot.requests, tests_size + name_size + source_size)
        name, source = body[tests_size:tests_size + name_size], body[tests_size + name_size:]
        try:
            translated = self.runtime.translated(source)
        except Untranslatable as error:
            wire.send(self.answers, wire.STARTED)
            wire.send(self.answers, wire.BROKEN, b"compile\njavac\n\n" + str(error).encode("utf-8", "replace"))
            self.progress[0] = _READY
            return
        except (wire.Closed, OSError):
            self.progress[0] = _LOST
            return
        given = os.memfd_create("given")
        wire.write_whole(given, struct.pack(">2I", len(translated), len(name)) + translated + name + body[:tests_size])
        os.lseek(given, 0, os.SEEK_SET)
        self._become_runtime(given)

    def _become_runtime(self, given):
        last = max(2, self.runtime.answers)
        for number, kept in enumerate((given, self.output)):
            os.dup2(kept, number)
        os.dup2(self.answers, self.runtime.answers)
        os.closerange(last + 1, self.slot.max_files)
        self.confine_program()
        self.progress[0] = _READY
        try:
            self.runtime.become(self.memory_mib, self.mode)
        except OSError:
            self.progress[0] = _STUCK

    def confine_program(self):
        task.limit(resource.RLIMIT_FSIZE, max(self.output_kib << 10, values.MAX_BYTES))
        confine_memory(self.memory_mib + self.runtime.overhead_mib)
        self.confine()

    def enforce_cpu(self):
        left = super().enforce_cpu()
        if self.runtime.spent() - self.spent_before > _MOST_CPU_BESIDE and not self.usage:
            self.flags |= task.CPU_LIMIT
            self.end_program()
        return left

    def ended(self):
        return self.usage is not None

    def end_late(self):
        self.end_program()

    def result(self):
        return (self._said(),)

    def _said(self):
        """What the process said after the word that it was started."""
        if self.progress[0] != _READY:
            # The compiler may still be at it.
            self.flags |= task.RECYCLE
        said = content(self.answers)
        os.close(self.answers)
        if self.progress[0] == _LOST:
            return wire.frame(wire.BROKEN, b"compile\njavac\n\nthe compiler gave up")
        if self.progress[0] == _STUCK or not said and not self.flags & (task.CPU_LIMIT | task.WALL_LIMIT):
            raise OSError("the runtime was not started")
        return memoryview(said)[len(wire.frame(wire.STARTED)):]


class CommandTask(CallsTask):
    """A task of one process, which runs the program as a command on one input."""

    mode = "command"

    def result(self):
        """What the process said, after its length, and what the program wrote."""
        said = self._said()
        return len(said).to_bytes(4, "little"), said, content(self.output, self.output_kib << 10)


# By the number that the service gives them; a place without one stays empty.
HARNESSES = (None, CallsTask, CommandTask)


def confine_memory(mib):
    """Limits the memory of a runtime, which reserves far more addresses than it uses."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)
    task.limit(resource.RLIMIT_DATA, mib << 20)


def content(descriptor, most=values.MAX_BYTES):
    """In place: a copy in the slot's own memory could be read by the programs to come."""
    size = min(os.fstat(descriptor).st_size, most)
    return mmap.mmap(descriptor, size, mmap.MAP_SHARED, mmap.PROT_READ) if size else b""
