"""The process that runs the tests. It reaches the program only by calls that carry plain values."""

import builtins
import os
import struct
import types

from . import marks, values, wire

# What became of the tests, as the service reads it.
PASSED, WRONG, RAISED, UNCOMPILED, EXITED, DIED = b"P", b"W", b"X", b"C", b"E", b"D"
NOT_PLAIN, NOT_PLAIN_ARGUMENT, TOO_LARGE, OUT_OF_MEMORY = b"U", b"A", b"O", b"M"
BAD_TESTS, NEVER_CALLED, NOT_STARTED = b"T", b"V", b"I"

_FILE = "tests.py"
_MAX_DETAIL = 600
_HELPERS_FILE = "helpers.py"
_ENDINGS = {wire.TOO_LARGE: TOO_LARGE, wire.OUT_OF_MEMORY: OUT_OF_MEMORY, wire.EXITED: EXITED}


class _Ended(BaseException):
    """The program can answer no more, whatever the tests make of that."""


def run(tests, helpers, entry_point, calls, replies, result):
    """Runs the tests and writes what became of them; the helpers' names are theirs to use."""
    exam = _Exam(helpers, entry_point, calls, replies)
    kind, detail = exam.take(tests)
    said = marks.text(exam.marks)
    head = kind + struct.pack("<IIH", exam.place, exam.line, len(said))
    os.write(result, head + said + detail.encode("utf-8", "replace")[:_MAX_DETAIL])


class _Exam:
    """One run of the tests against one program."""

    def __init__(self, helpers, entry_point, calls, replies):
        self.helpers = helpers
        self.entry_point = entry_point
        self.calls = calls
        self.replies = replies
        self.asked = 0
        self.raised = None
        self.ending = None
        self.marks = []
        self.failure = None
        # The assertion that failed first, by number, and the line that was running; 0 for none.
        self.place = self.line = 0

    def take(self, tests):
        """What became of the tests, and why: the first failure counts."""
        try:
            steps, self.marks = marks.split(tests, _FILE)
        except (SyntaxError, ValueError, RecursionError) as error:
            return BAD_TESTS, _describe(error)
        try:
            self._await_program()
            self._execute(steps)
        except BaseException as error:
            self._note(error, self.marks)
        failure = self.failure or self.ending
        if self.asked and not failure:
            marks.succeed(self.marks)
        return failure or (PASSED if self.asked else NEVER_CALLED, "")

    def _note(self, error, touched):
        """Marks the assertion that an error stopped."""
        lines = _lines_of(error)
        place = marks.fail(touched, lines)
        if self.failure is None:
            self.failure = self.ending or self._judge(error)
            self.place = self.marks.index(place) + 1 if place else 0
            self.line = lines[-1] if lines else 0

    def _await_program(self):
        if self._hear(or_else=NOT_STARTED)[0] != wire.STARTED:
            self._end(NOT_STARTED)
        tag, body = self._hear()
        if tag != wire.READY:
            self._react(tag, body)

    def _execute(self, steps):
        def proxy(*arguments, **named):
            return self._call(arguments, named)

        proxy.__name__ = self.entry_point
        names = {"__name__": "tests"}
        if self.helpers:
            exec(compile(self.helpers, _HELPERS_FILE, "exec", dont_inherit=True), names)
        names.update({self.entry_point: proxy, "candidate": proxy})
        helpers = set(names)
        for step in steps:
            self._run(step.touched, step.alone, lambda: exec(step.code, names))
        if not self.asked:
            defined = {name: value for name, value in names.items() if name not in helpers}
            self._call_functions(defined, proxy)

    def _run(self, touched, alone, body):
        """Runs a part of the tests; one that others do not build on may fail without ending them."""
        try:
            body()
        except Exception as error:
            if not alone or not self.asked or isinstance(error, MemoryError):
                raise
            self._note(error, touched)
        else:
            marks.succeed(touched)

    def _call_functions(self, defined, proxy):
        """For tests that only define functions: check(candidate), or test_this() and test_that()."""
        functions = {name: value for name, value in defined.items() if type(value) is types.FunctionType}
        if "check" in functions:
            self._run(self._within(functions["check"]), False, lambda: functions["check"](proxy))
            return
        for name, function in functions.items():
            if name.startswith("test"):
                self._run(self._within(function), True, function)

    def _within(self, function):
        """The assertions that stand in a function."""
        lines = {line for _, _, line in function.__code__.co_lines() if line}
        return [mark for mark in self.marks if mark.first in lines]

    def _call(self, arguments, named):
        if self.ending:
            raise _Ended
        self.asked += 1
        try:
            request = values.dumps_call(arguments, named)
        except values.NotPlain as error:
            self._end(NOT_PLAIN_ARGUMENT, str(error))
        try:
            wire.send(self.calls, wire.CALL, request)
        except OSError:
            self._end(DIED)
        tag, body = self._hear()
        if tag == wire.RESULT:
            return self._result(body, arguments)
        if tag == wire.NOT_PLAIN:
            kind = body[1:].decode("utf-8", "replace")
            return _StandIn(body[:1] == b"1", lambda: self._end(NOT_PLAIN, kind))
        self._react(tag, body)

    def _result(self, body, arguments):
        try:
            result, after = values.loads(body)
        except (ValueError, TypeError):
            self._end(NOT_PLAIN, "a reply that is not plain data")
        if type(after) is list:
            values.restore_all(arguments, after)
        return result

    def _hear(self, or_else=DIED):
        try:
            return wire.receive(self.replies)
        except wire.Closed:
            self._end(or_else)

    def _react(self, tag, body):
        """Raises what a frame demands that brings no result."""
        text = body[:2000].decode("utf-8", "replace")
        if tag == wire.RAISED:
            self.raised = _rebuilt(text)
            raise self.raised
        if tag == wire.BROKEN:
            phase, _, description = text.partition("\n")
            self._end(UNCOMPILED if phase == "compile" else RAISED, _one_line(description))
        self._end(_ENDINGS.get(tag, DIED), text)

    def _end(self, kind, detail=""):
        self.ending = (kind, detail)
        raise _Ended

    def _judge(self, error):
        if error is self.raised:
            return RAISED, error.description
        if isinstance(error, MemoryError):
            return OUT_OF_MEMORY, "while the tests handled what the program returned"
        if not self.asked or not isinstance(error, Exception):
            return BAD_TESTS, _describe(error)
        return WRONG, _describe(error)


class _StandIn:
    """Stands for a value that cannot cross: its truth is known, and any other use of it ends the tests."""

    def __init__(self, truth, end):
        self._truth = truth
        self._end = end

    def __bool__(self):
        return self._truth


def _refuse(stand_in, *_):
    stand_in._end()


for _use in (
    "eq ne lt le gt ge hash len iter next contains getitem call getattr str repr format int float index abs neg "
    "add radd sub rsub mul rmul mod rmod truediv floordiv and rand or ror xor rxor"
).split():
    setattr(_StandIn, "__%s__" % _use, _refuse)


def _lines_of(error):
    """The lines of the tests that were running, from the outermost to the innermost."""
    lines, step = [], error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == _FILE:
            lines.append(step.tb_lineno)
        step = step.tb_next
    return lines


def _rebuilt(text):
    """An exception of the nearest builtin class to the one that the program raised."""
    name, _, rest = text.partition("\n")
    builtin, _, message = rest.partition("\n")
    error = _construct(getattr(builtins, builtin, None), message)
    error.description = name + ": " + message
    return error


def _construct(kind, message):
    if not isinstance(kind, type) or not issubclass(kind, Exception):
        return Exception(message)
    for ancestor in kind.__mro__:
        try:
            return ancestor(message)
        except TypeError:
            # Some classes want more than a message.
            continue


def _one_line(description):
    name, _, rest = description.partition("\n")
    return name + ": " + rest.partition("\n")[2]


def _describe(error):
    return "%s: %s" % (type(error).__name__, str(error)[:200])
