"""Namespaces: a world of its own, with no network, no other processes and a root directory of libraries only."""

import os
import signal

from . import libc

NEWNS, NEWCGROUP, NEWUTS, NEWIPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC = 1, 2, 4, 32, 4096, 16384
MS_PRIVATE, MS_RELATIME = 1 << 18, 1 << 21
MNT_DETACH = 2
_SYS_PIVOT_ROOT = 155
# The flags of statvfs() that have the value mount() gives them; a bind mount may not lose them.
_KEPT_FLAGS = 0xC0F
_ST_RELATIME = 4096

NOBODY = 65534
# The slot, the two processes of a task, and seven more threads.
_MAX_TASKS = 10


def enter(readable, named):
    """Returns, as process 1 of the new world, in /tmp, how many processes and threads it may hold.

    What is readable keeps its path; what is named gets another one. The caller stays behind as a guard that only waits.
    """
    as_root = os.geteuid() == 0
    _unshare_with_identity(as_root)
    _fork_process_one()
    _build_root(readable, named)
    libc.call("sethostname", b"sandbox", 7)
    if as_root:
        # A limit on processes binds everybody but the real root.
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
    # The guard counts too where it is the same user.
    return _MAX_TASKS + (0 if as_root else 1)


def _unshare_with_identity(as_root):
    spaces = NEWUSER | NEWNS | NEWPID | NEWNET | NEWIPC | NEWUTS | NEWCGROUP
    if not as_root:
        uid, gid = os.getuid(), os.getgid()
        libc.call("unshare", spaces)
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", "%d %d 1" % (NOBODY, uid))
        _write("/proc/self/gid_map", "%d %d 1" % (NOBODY, gid))
        return
    # Only a process outside the new user namespace may map a user that is not its own.
    ready, go = os.pipe()
    helper = os.fork()
    if helper == 0:
        os.close(go)
        os.read(ready, 1)
        os._exit(_map_root_and_nobody(os.getppid()))
    libc.call("unshare", spaces)
    os.close(ready)
    os.close(go)
    if os.waitpid(helper, 0)[1]:
        raise OSError("the users of the new namespace could not be mapped")


def _map_root_and_nobody(process):
    try:
        for kind in ("uid_map", "gid_map"):
            _write("/proc/%d/%s" % (process, kind), "0 0 1\n%d %d 1\n" % (NOBODY, NOBODY))
        return 0
    except OSError:
        return 1


def _fork_process_one():
    child = os.fork()
    if child == 0:
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        return
    # With the guard's copies gone, the service sees the end of the slot's output as soon as the slot ends.
    os.close(0)
    os.close(1)
    os.waitpid(child, 0)
    os._exit(0)


def _build_root(readable, named):
    _mount(None, "/", None, MS_REC | MS_PRIVATE)
    _mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,nr_inodes=2000,mode=755")
    os.mkdir("/tmp/outside")
    os.chdir("/tmp")
    libc.syscall(_SYS_PIVOT_ROOT, b".", b"outside")
    os.chdir("/")
    for path in readable:
        _bind(path, path)
        _forbid_writing(path)
    for name, path in named.items():
        if not os.path.exists(name):
            _bind(path, name)
            _forbid_writing(name)
    _bind("/dev/null", "/dev/null")
    os.mkdir("/tmp")
    _mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "size=64m,nr_inodes=1024,mode=1777")
    libc.call("umount2", b"/outside", MNT_DETACH)
    os.rmdir("/outside")
    _mount(None, "/", None, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV)
    os.chdir("/tmp")


def _bind(path, name):
    if os.path.isdir("/outside" + path):
        os.makedirs(name, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(name), exist_ok=True)
        open(name, "w").close()
    _mount("/outside" + path, name, None, MS_BIND | MS_REC)


def _forbid_writing(name):
    flags = os.statvfs(name).f_flag
    kept = flags & _KEPT_FLAGS | (MS_RELATIME if flags & _ST_RELATIME else 0)
    _mount(None, name, None, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV | kept)


def _mount(source, target, kind, flags, options=None):
    encode = lambda text: None if text is None else text.encode()
    libc.call("mount", encode(source), encode(target), encode(kind), flags, encode(options))


def _write(path, text):
    with open(path, "w") as file:
        file.write(text)
