"""The harness of two processes: tests of any shape in one, the program in the other, and calls between them."""

import gc
import os
import signal
import time

from . import examiner, program, task, wire

_MAX_RESULT = 4096


class SplitTask(task.Task):
    """A task of two processes. The program never sees its tests."""

    def start(self):
        self.slot.leave_room(0)
        self.call_out, self.call_in = os.pipe()
        self.reply_out, self.reply_in = os.pipe()
        self.result_out, self.result_in = os.pipe()
        self.fork_program()
        self.tests = os.fork()
        if self.tests == 0:
            task.run_and_exit(self._be_tests)
        for end in (self.call_out, self.call_in, self.reply_out, self.reply_in, self.result_in):
            os.close(end)
        self.tests_ended = False

    def _be_tests(self):
        os.close(self.slot.responses)
        os.close(self.call_out)
        os.close(self.reply_in)
        tests, helpers, entry_point = (wire.read_whole(self.slot.requests, size) for size in self.sizes[:3])
        os.close(self.slot.requests)
        # From here on what is left of the task's body is the program's.
        wire.send(self.call_in, wire.STARTED, entry_point)
        self.confine()
        gc.enable()
        examiner.run(tests, helpers, entry_point.decode(), self.call_in, self.reply_out, self.result_in)

    def be_program(self):
        os.close(self.call_in)
        _, entry_point = wire.receive(self.call_out)
        source = wire.read_whole(self.slot.requests, self.sizes[3])
        self.keep_only(self.call_out, self.reply_in)
        self.confine_program()
        program.answer_each(source, entry_point.decode(), 3, 4)

    def ended(self):
        if not self.tests_ended:
            process, self.tests_end = os.waitpid(self.tests, os.WNOHANG)
            self.tests_ended = process != 0
        return self.tests_ended

    def end_late(self):
        if self.flags & task.WALL_LIMIT:
            self._end_tests()
        self.end_program()

    def enforce_cpu(self):
        left = self.cpu - task.cpu_of(self.tests)
        if left <= 0:
            self.flags |= task.TESTS_CPU_LIMIT
            self._end_tests()
        return min(left, super().enforce_cpu())

    def _end_tests(self):
        os.kill(self.tests, signal.SIGKILL)
        self.flags |= task.RECYCLE

    def result(self):
        """What the tests wrote."""
        written = b"" if self.tests_end else os.read(self.result_out, _MAX_RESULT)
        os.close(self.result_out)
        if written[:1] == examiner.DIED:
            # The program's pipe closes a moment before its end can be seen.
            self._await_program()
        if not written:
            self.flags |= task.RECYCLE
        return (written,)

    def _await_program(self):
        deadline = time.monotonic() + task.GRACE_SECONDS
        while not self.usage and time.monotonic() < deadline:
            signal.sigtimedwait(task.CHILD, 0.01)
            self.reap_program(os.WNOHANG)
