"""The process that runs a candidate program. It never holds the tests or anything that they expect."""

import atexit
import functools
import gc
import sys
import types

from . import values, wire

_BUILTIN_ERRORS = frozenset(
    value for value in vars(__import__("builtins")).values()
    if isinstance(value, type) and issubclass(value, BaseException)
)


def answer_each(source, entry_point, calls, replies):
    """Loads the program, then answers calls of its functions for as long as the tests ask."""
    say = functools.partial(wire.send, replies)
    say(wire.STARTED)
    module = _load(source, entry_point, say)
    while module:
        _, request = wire.receive(calls)
        arguments, named = values.loads_call(request)
        before = values.snapshot(arguments)
        _answer(
            say,
            lambda: getattr(module, entry_point)(*arguments, **named),
            lambda result: [result, _changed(arguments, before)],
        )


def answer_all(source, entry_point, calls, say):
    """Loads the program, then makes the calls that are known beforehand, up to the first that leaves it unusable."""
    module = _load(source, entry_point, say)
    if module:
        for arguments in values.loads_calls(calls):
            if not _answer(say, lambda: getattr(module, entry_point)(*arguments), lambda result: result):
                return


def run_whole(source, say):
    """Runs the program as a command. That it exits is no fault, with whatever status."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    sys.argv[:] = ["candidate.py"]
    code = _compile(source, say)
    if code is None:
        return
    try:
        _finish_after(lambda: exec(code, module.__dict__))
    except SystemExit:
        pass
    except BaseException as error:
        _report_raised(say, error, wire.BROKEN)
        return
    say(wire.READY)


def _finish_after(body):
    """Does what an interpreter does at its end."""
    try:
        body()
    finally:
        try:
            if "threading" in sys.modules:
                sys.modules["threading"]._shutdown()
            atexit._run_exitfuncs()
        finally:
            sys.stdout.flush()


def _compile(source, say):
    """The program's code, or None once it is said why there is none."""
    gc.enable()
    try:
        return compile(source, "candidate.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as error:
        report(say, error, b"compile")
    except MemoryError:
        say(wire.OUT_OF_MEMORY)
    return None


def _load(source, entry_point, say):
    """The program as a module, or None once it is said why there is none."""
    module = types.ModuleType("candidate")
    sys.modules["candidate"] = module
    code = _compile(source, say)
    if code is None:
        return None
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        _report_raised(say, error, wire.BROKEN)
        return None
    if not callable(getattr(module, entry_point, None)):
        return report(say, NameError("the program does not define " + entry_point[:80]), b"run")
    say(wire.READY)
    return module


def _answer(say, call, content):
    """Says what a call returned; tells whether further calls make sense."""
    try:
        result = call()
        body = values.dumps(content(result))
    except values.NotPlain as error:
        return _report_not_plain(say, result, error)
    except values.TooLarge:
        say(wire.TOO_LARGE)
    except BaseException as error:
        return _report_raised(say, error, wire.RAISED)
    else:
        say(wire.RESULT, body)
        return True


def _report_not_plain(say, result, error):
    """Of a value that cannot cross, only whether it counts as true does."""
    try:
        truth = b"1" if result else b"0"
    except BaseException as raised:
        return _report_raised(say, raised, wire.RAISED)
    else:
        say(wire.NOT_PLAIN, truth + str(error).encode("utf-8", "replace"))
        return True


def _changed(arguments, before):
    """The arguments if the function has changed them, else None."""
    try:
        return None if values.snapshot(arguments) == before else arguments
    except ValueError:
        return arguments


def _report_raised(say, error, tag):
    """Says what was raised; tells whether further calls make sense."""
    if isinstance(error, MemoryError):
        # The traceback may hold what filled the memory.
        error.__traceback__ = None
        say(wire.OUT_OF_MEMORY)
    elif isinstance(error, SystemExit):
        say(wire.EXITED)
    elif tag is wire.BROKEN:
        report(say, error, b"run")
    else:
        say(tag, _describe(error))
        return True


def report(say, error, phase):
    say(wire.BROKEN, phase + b"\n" + _describe(error))


def _describe(error):
    """Class name, nearest builtin class and message, a line each."""
    builtin = next((kind.__name__ for kind in type(error).__mro__ if kind in _BUILTIN_ERRORS), "Exception")
    try:
        message = str(error)[:300]
    except BaseException:
        message = ""
    text = "%s\n%s\n%s" % (type(error).__name__[:80], builtin, message)
    return text.encode("utf-8", "replace")
