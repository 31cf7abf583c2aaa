"""The harness without tests: a program gets nothing but arguments, and the service compares what it returns."""

from . import program, task, wire


class ValuesOutTask(task.Task):
    """A task of one process."""

    def start(self):
        # No thread of the program may take the place of the process that tests would have.
        self.slot.leave_room(1)
        self.fork_program()

    def be_program(self):
        calls_size, _, name_size, source_size = self.sizes
        body = wire.read_whole(self.slot.requests, calls_size + name_size + source_size)
        self.keep_only()
        self.confine_program()
        name_end = calls_size + name_size
        entry_point = body[calls_size:name_end].decode()
        program.answer_all(body[name_end:], entry_point, body[:calls_size], self.slot.store.say)

    def ended(self):
        return self.usage is not None

    def end_late(self):
        self.end_program()

    def result(self):
        return (self.slot.store.content(),)
