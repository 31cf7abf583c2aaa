"""Starts a slot: closes everything around this process that the named layers close, then serves tasks.

    python3 -s -S -B launch.py LAYERS PARENT [LANGUAGE HOME HARNESS VERSION]

LAYERS names what to use, joined by "+": namespaces, landlock. The system call filter is always on, and alone it is not
enough. PARENT is the process id of the service. LANGUAGE is what programs are written in if it is not Python, HOME the
runtime that executes them, HARNESS our own part of their processes, and VERSION what the runtime calls itself. The first
frame on the output says "H" and the interpreter, or "F" and why nothing was started.
"""

import os
import resource
import signal
import sys

# Importing random makes every fork draw a new seed, which costs more than the fork; here all start alike on purpose.
_register_at_fork, os.register_at_fork = os.register_at_fork, lambda **hooks: None
import random

os.register_at_fork = _register_at_fork

# What programs import most is imported before the fork; the rest of the library can be imported, but takes its time.
import bisect, collections, copy, functools, heapq, itertools, json, math, operator, re, string, typing

from millrace_slot import landlock, libc, namespaces, seccomp, slot, wire

_OPEN_FILES = 64


def main(layers, parent, *foreign):
    libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise OSError("the service is gone")
    machine = os.uname().machine
    if (machine, sys.maxsize) != ("x86_64", 2**63 - 1):
        raise OSError("there is a system call filter for 64-bit x86_64 only, and this is " + machine)
    runtime = None
    if foreign:
        # Imported here, because each task of a slot for Python is a copy of all that it has imported.
        from millrace_slot import runtimes

        runtime = runtimes.find(*foreign)
    confine(layers, runtime)
    random.seed(0)
    slot.serve("/tmp" if "namespaces" in layers else None, runtime)


def confine(layers, runtime):
    """Applies the layers from the outside in."""
    if not layers & {"namespaces", "landlock"}:
        raise OSError("neither namespaces nor Landlock may be used")
    os.umask(0o022)
    readable = library_directories()
    executable = {}
    if runtime:
        readable = outermost([*readable, *runtime.readable])
        executable = runtime.executable
    if "namespaces" in layers:
        max_tasks = namespaces.enter(readable, {**executable, **(runtime.moved() if runtime else {})})
        max_tasks += runtime.threads if runtime else 0
        resource.setrlimit(resource.RLIMIT_NPROC, (max_tasks, max_tasks))
    else:
        os.chdir("/")
    os.environ.pop("LD_BIND_NOW", None)
    os.setsid()
    # Programs find the standard library only, not the slot's own files.
    sys.path[:] = [path for path in sys.path[1:] if os.path.isdir(path)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc.drop_capabilities()
    libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
    if "landlock" in layers:
        readable += runtime.harnesses if runtime else []
        landlock.restrict(readable, ["/tmp"] if "namespaces" in layers else [], executable)
    seccomp.install(seccomp.prepare(seccomp.slot_filter(runtime is not None)))


def library_directories():
    """The standard library, and wherever this interpreter's shared objects lie."""
    paths = {os.path.dirname(os.__file__)}
    with open("/proc/self/maps") as maps:
        for line in maps:
            path = line.rstrip("\n").partition("/")[2]
            if ".so" in path:
                paths.add(os.path.dirname("/" + path))
    return outermost(paths)


def outermost(paths):
    """The paths that lie below none of the others."""
    real = sorted({os.path.realpath(path) for path in paths})
    return [path for path in real if not any(path.startswith(other + "/") for other in real)]


if __name__ == "__main__":
    try:
        main(set(sys.argv[1].split("+")), int(sys.argv[2]), *sys.argv[3:])
    except BaseException as error:
        wire.send(1, b"F", ("%s: %s" % (type(error).__name__, error)).encode("utf-8", "replace"))
        raise
