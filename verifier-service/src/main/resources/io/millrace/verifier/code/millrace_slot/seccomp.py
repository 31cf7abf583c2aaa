"""System call filters for x86_64, assembled from the tables below: what is not named here fails with EPERM."""

import ctypes
import struct

from . import libc

# What the slot and the programs in it may always call. Left out on purpose: execve, chmod, chown and utime (Landlock
# does not govern them), truncate by path (older Landlock does not), tkill, ptrace, splice, and everything about
# sockets but a connected pair.
PLAIN = dict(
    read=0, write=1, open=2, close=3, stat=4, fstat=5, lstat=6, poll=7, lseek=8, mmap=9, mprotect=10, munmap=11, brk=12,
    rt_sigaction=13, rt_sigprocmask=14, rt_sigreturn=15, pread64=17, pwrite64=18, readv=19, writev=20, access=21,
    pipe=22, select=23, sched_yield=24, mremap=25, msync=26, mincore=27, madvise=28, dup=32, dup2=33, pause=34,
    nanosleep=35, getitimer=36, alarm=37, setitimer=38, getpid=39, recvfrom=45, shutdown=48, getsockname=51,
    getsockopt=55, exit=60, wait4=61, uname=63, flock=73, fsync=74, fdatasync=75, ftruncate=77, getdents=78, getcwd=79,
    chdir=80, fchdir=81, rename=82, mkdir=83, rmdir=84, creat=85, link=86, unlink=87, symlink=88, readlink=89, umask=95,
    gettimeofday=96, getrlimit=97, getrusage=98, sysinfo=99, times=100, getuid=102, getgid=104, geteuid=107,
    getegid=108, getppid=110, getpgrp=111, getgroups=115, getresuid=118, getresgid=120, getpgid=121, getsid=124,
    rt_sigpending=127, rt_sigtimedwait=128, rt_sigsuspend=130, sigaltstack=131, statfs=137, fstatfs=138,
    sched_getparam=143, sched_getscheduler=145, sched_get_priority_max=146, sched_get_priority_min=147, gettid=186,
    time=201, futex=202, sched_getaffinity=204, epoll_create=213, getdents64=217, set_tid_address=218,
    restart_syscall=219, fadvise64=221, timer_create=222, timer_settime=223, timer_gettime=224, timer_getoverrun=225,
    timer_delete=226, clock_gettime=228, clock_getres=229, clock_nanosleep=230, exit_group=231, epoll_wait=232,
    epoll_ctl=233, waitid=247, openat=257, mkdirat=258, newfstatat=262, unlinkat=263, renameat=264, linkat=265,
    symlinkat=266, readlinkat=267, faccessat=269, pselect6=270, ppoll=271, set_robust_list=273, get_robust_list=274,
    epoll_pwait=281, timerfd_create=283, eventfd=284, fallocate=285, timerfd_settime=286, timerfd_gettime=287,
    eventfd2=290, epoll_create1=291, dup3=292, pipe2=293, preadv=295, pwritev=296, getcpu=309, renameat2=316,
    getrandom=318, membarrier=324, copy_file_range=326, preadv2=327, pwritev2=328, statx=332, rseq=334,
    close_range=436, faccessat2=439, epoll_pwait2=441,
)

# What only the slot itself needs; the filter for programs takes it away again.
SLOT_ONLY = dict(fork=57, vfork=58, kill=62, memfd_create=319, prctl=157)

# What a slot also needs that starts a runtime, and the runtime to start; Landlock says what can be executed.
STARTING = dict(execve=59, arch_prctl=158)
MMAP = 9
MAP_SHARED_AND_ANONYMOUS = 0x21
F_ADD_SEALS = 1033

CLONE, SENDTO, IOCTL, FCNTL, PRLIMIT64, SOCKETPAIR, PRCTL, CLONE3, TGKILL = 56, 44, 16, 72, 302, 53, 157, 435, 234

CLONE_THREAD = 0x10000
CLONE_NAMESPACES = 0x7E020080
FIONREAD, FIONBIO, FIOCLEX, FIONCLEX, TCGETS = 0x541B, 0x5421, 0x5451, 0x5450, 0x5401
# Commands up to F_SETLKW: F_SETOWN and F_SETSIG would let a program send any signal to any process.
FCNTL_COMMANDS = (0, 1, 2, 3, 4, 5, 6, 7, 1030)
AF_UNIX = 1
ENOSYS = 38
EPERM = 1

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
ARCH_X86_64 = 0xC000003E
X32_BIT = 0x40000000


def refuse(error):
    return 0x00050000 | error


# Instructions of classic BPF: code, jump if true, jump if false, constant. A jump counts the instructions to skip.
def load(offset):
    return (0x20, 0, 0, offset)


def load_argument(index, half=0):
    return load(16 + 8 * index + 4 * half)


def jump_if_equal(value, then, otherwise):
    return (0x15, then, otherwise, value)


def jump_if_at_least(value, then, otherwise):
    return (0x35, then, otherwise, value)


def jump_if_any_bit(bits, then, otherwise):
    return (0x45, then, otherwise, bits)


def keep_bits(bits):
    return (0x54, 0, 0, bits)


def give(action):
    return (0x06, 0, 0, action)


def on(number, *block):
    """Runs the block, which ends by giving an action, for one system call."""
    return [jump_if_equal(number, 0, len(block))] + list(block)


def on_each(numbers, action):
    return [step for number in numbers for step in on(number, give(action))]


def allow_values(number, argument, values):
    tests = [jump_if_equal(value, len(values) - at, 0) for at, value in enumerate(values)]
    return on(number, load_argument(argument), *tests, give(refuse(EPERM)), give(ALLOW))


def allow_null(number, argument, otherwise=refuse(EPERM)):
    """Allows the call if a pointer argument is null."""
    return on(
        number,
        load_argument(argument), jump_if_equal(0, 0, 2),
        load_argument(argument, half=1), jump_if_equal(0, 1, 0),
        give(otherwise), give(ALLOW),
    )


def slot_filter(may_execute):
    """The filter under which the slot and all that it forks live."""
    return [
        load(4), jump_if_equal(ARCH_X86_64, 1, 0), give(KILL_PROCESS),
        load(0), jump_if_at_least(X32_BIT, 0, 1), give(KILL_PROCESS),
        # A C library that is told so falls back to clone, whose flags can be seen.
        *on(CLONE3, give(refuse(ENOSYS))),
        *on(CLONE, load_argument(0), jump_if_any_bit(CLONE_NAMESPACES, 0, 1), give(refuse(EPERM)), give(ALLOW)),
        *allow_values(IOCTL, 1, (FIONREAD, FIONBIO, FIOCLEX, FIONCLEX, TCGETS)),
        *allow_values(FCNTL, 1, FCNTL_COMMANDS + ((F_ADD_SEALS,) if may_execute else ())),
        *allow_values(PRCTL, 0, (libc.PR_SET_PDEATHSIG, libc.PR_SET_SECCOMP)),
        *allow_values(SOCKETPAIR, 0, (AF_UNIX,)),
        # An address would reach sockets of the host.
        *allow_null(SENDTO, 4),
        *on(PRLIMIT64, give(ALLOW)),
        *on_each(STARTING.values() if may_execute else (), ALLOW),
        *on_each(sorted(set(PLAIN.values()) | set(SLOT_ONLY.values())), ALLOW),
        give(refuse(EPERM)),
    ]


def program_filter():
    """What is taken away, on top, from a process that is about to run foreign code."""
    return [
        load(0),
        *on_each([*SLOT_ONLY.values(), TGKILL], refuse(EPERM)),
        *on(CLONE, load_argument(0), jump_if_any_bit(CLONE_THREAD, 1, 0), give(refuse(EPERM)), give(ALLOW)),
        # Limits may be read, never set.
        *allow_null(PRLIMIT64, 2),
        give(ALLOW),
    ]


def runtime_filter():
    """The same for a process that is about to become a runtime. Its memory is counted as far as it is not shared."""
    return [
        load(0),
        *on(
            MMAP,
            load_argument(3), keep_bits(MAP_SHARED_AND_ANONYMOUS),
            jump_if_equal(MAP_SHARED_AND_ANONYMOUS, 0, 1), give(refuse(EPERM)), give(ALLOW),
        ),
        *program_filter(),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def prepare(instructions):
    """Turns a filter into what install() takes, so that installing costs one call that has nothing to convert."""
    code = b"".join(struct.pack("<HBBI", *instruction) for instruction in instructions)
    program = _Program(len(instructions), code)
    return libc.prepared_prctl(libc.PR_SET_SECCOMP, 2, ctypes.byref(program))


def install(prepared):
    prepared()
