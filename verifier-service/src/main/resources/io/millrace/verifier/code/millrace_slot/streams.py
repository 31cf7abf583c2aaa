"""The harness of commands: a program reads its input and writes its output, and the service compares what it wrote."""

import mmap
import os

from . import program, task, wire

_INPUT = 0
_OUTPUT = 1


class StreamsTask(task.Task):
    """A task of one process, for one input."""

    def start(self):
        self.slot.leave_room(1)
        self.fork_program()

    def be_program(self):
        input_size, _, _, source_size = self.sizes
        given = os.memfd_create("input")
        wire.write_whole(given, wire.read_whole(self.slot.requests, input_size))
        os.lseek(given, 0, os.SEEK_SET)
        source = wire.read_whole(self.slot.requests, source_size)
        os.dup2(given, _INPUT)
        os.dup2(self.output, _OUTPUT)
        os.closerange(3, self.slot.max_files)
        self.confine_program()
        program.run_whole(source, self.slot.store.say)

    def ended(self):
        return self.usage is not None

    def end_late(self):
        self.end_program()

    def result(self):
        """What the process said, after its length, and what the program wrote."""
        said = self.slot.store.content()
        return len(said).to_bytes(4, "little"), said, self._written()

    def _written(self):
        """In place: a copy in the slot's own memory could be read by the programs to come."""
        size = min(os.fstat(self.output).st_size, self.output_kib << 10)
        return mmap.mmap(self.output, size, mmap.MAP_SHARED, mmap.PROT_READ) if size else b""
