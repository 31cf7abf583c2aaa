"""The process that runs a candidate program. It never holds the tests or anything that they expect."""

import gc
import os
import sys
import types

from . import values, wire

_BUILTIN_ERRORS = frozenset(
    value for value in vars(__import__("builtins")).values()
    if isinstance(value, type) and issubclass(value, BaseException)
)


def run(source, entry_point, calls, replies):
    """Loads the program, then answers calls of its functions for as long as the tests ask."""
    wire.send(replies, wire.STARTED)
    gc.enable()
    module = types.ModuleType("candidate")
    sys.modules["candidate"] = module
    if _load(source, module, entry_point, replies):
        while True:
            _, request = wire.receive(calls)
            _answer(getattr(module, entry_point), request, replies)


def _load(source, module, entry_point, replies):
    try:
        code = compile(source, "candidate.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as error:
        _report(replies, error, b"compile")
        return False
    except MemoryError:
        wire.send(replies, wire.OUT_OF_MEMORY)
        return False
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        _report_raised(replies, error, wire.BROKEN)
        return False
    if not callable(getattr(module, entry_point, None)):
        _report(replies, NameError("the program does not define " + entry_point[:80]), b"run")
        return False
    wire.send(replies, wire.READY)
    return True


def _answer(function, request, replies):
    arguments, named = values.loads_call(request)
    before = values.snapshot(arguments)
    try:
        result = function(*arguments, **named)
        body = values.dumps([result, _changed(arguments, before)])
    except values.NotPlain as error:
        _report_not_plain(replies, result, error)
    except values.TooLarge:
        wire.send(replies, wire.TOO_LARGE)
    except BaseException as error:
        _report_raised(replies, error, wire.RAISED)
    else:
        wire.send(replies, wire.RESULT, body)


def _report_not_plain(replies, result, error):
    """Of a value that cannot cross, only whether it counts as true does."""
    try:
        truth = b"1" if result else b"0"
    except BaseException as raised:
        _report_raised(replies, raised, wire.RAISED)
    else:
        wire.send(replies, wire.NOT_PLAIN, truth + str(error).encode("utf-8", "replace"))


def _changed(arguments, before):
    """The arguments if the function has changed them, else None."""
    try:
        return None if values.snapshot(arguments) == before else arguments
    except ValueError:
        return arguments


def _report_raised(replies, error, tag):
    if isinstance(error, MemoryError):
        # The traceback may hold what filled the memory.
        error.__traceback__ = None
        wire.send(replies, wire.OUT_OF_MEMORY)
    elif isinstance(error, SystemExit):
        wire.send(replies, wire.EXITED)
    elif tag is wire.BROKEN:
        _report(replies, error, b"run")
    else:
        wire.send(replies, tag, _describe(error))


def _report(replies, error, phase):
    wire.send(replies, wire.BROKEN, phase + b"\n" + _describe(error))


def _describe(error):
    """Class name, nearest builtin class and message, a line each."""
    builtin = next((kind.__name__ for kind in type(error).__mro__ if kind in _BUILTIN_ERRORS), "Exception")
    try:
        message = str(error)[:300]
    except BaseException:
        message = ""
    text = "%s\n%s\n%s" % (type(error).__name__[:80], builtin, message)
    return text.encode("utf-8", "replace")
