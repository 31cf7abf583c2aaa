"""Landlock: what the kernel lets this process, and all that it forks, see of the file system."""

import os
import struct

from . import libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_RULE_PATH_BENEATH = 1

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
MAKE_CHAR, MAKE_SOCK, MAKE_FIFO, MAKE_BLOCK = 1 << 6, 1 << 9, 1 << 10, 1 << 11
EXECUTE, REFER, TRUNCATE, IOCTL_DEV = 1 << 0, 1 << 13, 1 << 14, 1 << 15
_FIRST_RIGHTS = (1 << 13) - 1
_FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
_TCP_BIND_AND_CONNECT = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3


def version():
    """The kernel's Landlock version, 0 where it has none."""
    try:
        return libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def restrict(readable, writable, executable):
    """Closes the file system but for these; needs no_new_privs."""
    abi = version()
    rights = _rights(abi)
    ruleset = _ruleset(abi, rights)
    for path in readable:
        _allow(ruleset, path, (READ_FILE | READ_DIR) & rights)
    for path in executable.values():
        _allow(ruleset, path, (READ_FILE | EXECUTE) & rights)
    _allow(ruleset, "/dev/null", (READ_FILE | WRITE_FILE) & rights)
    for path in writable:
        _allow(ruleset, path, rights & ~(EXECUTE | MAKE_CHAR | MAKE_SOCK | MAKE_FIFO | MAKE_BLOCK))
    libc.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _rights(abi):
    rights = _FIRST_RIGHTS
    for since, right in ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEV)):
        if abi >= since:
            rights |= right
    return rights


def _ruleset(abi, rights):
    attributes = struct.pack("<Q", rights)
    if abi >= 4:
        attributes += struct.pack("<Q", _TCP_BIND_AND_CONNECT)
    if abi >= 6:
        attributes += struct.pack("<Q", _ABSTRACT_SOCKETS_AND_SIGNALS)
    return libc.syscall(_CREATE_RULESET, attributes, len(attributes), 0)


def _allow(ruleset, path, rights):
    if not os.path.isdir(path):
        rights &= _FILE_RIGHTS
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    libc.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, struct.pack("<Qi", rights, place), 0)
    os.close(place)
