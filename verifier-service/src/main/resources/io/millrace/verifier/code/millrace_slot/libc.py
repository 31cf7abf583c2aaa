"""C library and kernel calls that Python's own library does not offer."""

import ctypes
import os

_libc = ctypes.CDLL(None, use_errno=True)
# Declared once, for it is called in every forked process, where each page that a call touches is copied.
_prctl = _libc["prctl"]
_prctl.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong)

PR_SET_PDEATHSIG = 1
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38

_SYS_CAPSET = 126
_CAPABILITY_VERSION_3 = 0x20080522


def call(name, *arguments):
    """Calls a C function; -1 becomes an OSError that names it."""
    result = getattr(_libc, name)(*[_argument(value) for value in arguments])
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, "%s: %s" % (name, os.strerror(error)))
    return result


def syscall(number, *arguments):
    return call("syscall", number, *arguments)


def prctl(option, value, pointer=None):
    if _prctl(option, value, pointer, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl %d was refused" % option)


def prepared_prctl(option, value, pointer):
    """The same with its arguments converted, to be called without any."""
    numbers = ctypes.c_ulong(option), ctypes.c_ulong(value), ctypes.c_ulong(0)
    unconverted = ctypes.CDLL(None, use_errno=True)["prctl"]

    def prctl_now():
        if unconverted(numbers[0], numbers[1], pointer, numbers[2], numbers[2]):
            raise OSError(ctypes.get_errno(), "prctl %d was refused" % option)

    return prctl_now


def drop_capabilities():
    """Gives up every capability; with no_new_privs none comes back."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    syscall(_SYS_CAPSET, ctypes.byref(header), ctypes.byref(nothing))


def _argument(value):
    # ctypes would pass a Python int as a 32-bit int.
    return ctypes.c_long(value) if type(value) is int else value
