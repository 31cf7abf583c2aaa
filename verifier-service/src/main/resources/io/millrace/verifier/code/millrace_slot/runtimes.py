"""What executes programs that are not written in Python: where its files lie, and how it is started."""

import mmap
import os
import resource
import struct
import subprocess

from . import foreign, libc, task, wire

# Where the kernel looks for the loader of every dynamically linked program.
_LOADER = "/lib64/ld-linux-x86-64.so.2"
_HARNESS = "/harness"
_ENVIRONMENT = {"HOME": "/tmp", "LANG": "C.UTF-8"}


def find(language, home, harness, version):
    """The runtime for a language."""
    return _KINDS[language](home, harness, version)


def _libraries(*files):
    """The directories of the shared objects that these files need."""
    found = set()
    for file in files:
        listed = subprocess.run([_LOADER, "--list", file], capture_output=True, text=True, check=True, timeout=20)
        paths = [word for line in listed.stdout.splitlines() for word in line.split() if word.startswith("/")]
        found.update(os.path.dirname(os.path.realpath(path)) for path in paths)
    return sorted(found)


class Runtime:
    """A runtime outside of Python.

    version   what it calls itself
    readable  what it reads, beside Python's own libraries
    executable  the files that may be executed, each by the name that it is executed by
    threads   how many it needs
    overhead_mib  memory that is not the program's
    answers   the descriptor on which our own part of its process answers
    tasks     what a task is run by, by the number of its harness
    progress  how far the process of a task got that was to become the runtime, in one byte that they share
    """

    tasks = foreign.HARNESSES

    def __init__(self, program, libraries, version):
        self.program = program
        self.progress = mmap.mmap(-1, 1)
        self.version = version
        self.readable = libraries
        self.harnesses = []
        self.executable = {program: os.path.realpath(program), _LOADER: os.path.realpath(_LOADER)}

    def moved(self):
        """Our own files that get another path in a root directory of the sandbox's own: the path to bind at each name."""
        return {}

    def prepare(self):
        """Gets ready for programs, within the sandbox."""

    def translated(self, source):
        """What the runtime gets instead of a source text; a wire.Closed says that there is no telling."""
        return source

    def spent(self):
        """CPU time used for programs outside of their own processes."""
        return 0.0

    def become(self, memory_mib, *arguments):
        """Replaces this process."""
        os.execve(self.program, [self.program, *self.flags(memory_mib), *arguments], self.environment())

    def environment(self):
        return _ENVIRONMENT


class Node(Runtime):
    """V8, for JavaScript."""

    threads = 24
    overhead_mib = 384
    answers = 3

    def __init__(self, home, harness, version):
        super().__init__(home, _libraries(home), version)
        with open(harness, encoding="utf-8") as file:
            self.harness = file.read()

    def flags(self, memory_mib):
        return ["--max-old-space-size=%d" % memory_mib, "--no-addons", "--openssl-config=/dev/null", "-e", self.harness]


class Java(Runtime):
    """A JVM for each program, and one that compiles them all and runs none."""

    threads = 64
    overhead_mib = 192
    answers = 2

    _MAIN = "io.millrace.verifier.code.jvm."
    _COMPILER_MIB = 256
    _SMALL = [
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-Xlog:disable",
        "-XX:-UseContainerSupport", "-XX:MaxMetaspaceSize=128m", "-XX:ReservedCodeCacheSize=48m", "-Xshare:auto",
    ]

    def __init__(self, home, harness, version):
        program = home + "/bin/java"
        super().__init__(program, [home, *_libraries(program, home + "/lib/server/libjvm.so")], version)
        self.harnesses = [harness]
        self.home = home

    def moved(self):
        # Where temporary files lie outside is nothing but the program's own inside.
        moved = {_HARNESS: self.harnesses[0]}
        self.harnesses = [_HARNESS]
        return moved

    def environment(self):
        # Without /proc the loader cannot tell where a program lies, and thus not where its libraries do.
        return {**_ENVIRONMENT, "LD_LIBRARY_PATH": "%s/lib:%s/lib/server" % (self.home, self.home)}

    def flags(self, memory_mib):
        heap = ["-Xmx%dm" % memory_mib, "-Xss8m", "-Djdk.reflect.useNativeAccessorOnly=true", "-Djava.io.tmpdir=/tmp"]
        return [*self._SMALL, *heap, "-cp", self.harnesses[0], self._MAIN + "ProgramRunner"]

    def prepare(self):
        sources, self.sources = os.pipe()
        self.classes, classes = os.pipe()
        self.compiler = os.fork()
        if self.compiler == 0:
            task.run_and_exit(lambda: self._become_compiler(sources, classes))
        os.close(sources)
        os.close(classes)
        # Its first word comes once it is warm.
        wire.read_whole(self.classes, 5)

    def _become_compiler(self, sources, classes):
        libc.prctl(libc.PR_SET_PDEATHSIG, 9)
        os.dup2(sources, 0)
        os.dup2(classes, 1)
        os.closerange(3, 64)
        foreign.confine_memory(self._COMPILER_MIB + self.overhead_mib)
        task.limit(resource.RLIMIT_FSIZE, 0)
        flags = [*self._SMALL, "-Xmx%dm" % self._COMPILER_MIB, "-Xss8m", "-cp", self.harnesses[0]]
        os.execve(self.program, [self.program, *flags, self._MAIN + "SourceCompiler"], self.environment())

    def translated(self, source):
        wire.write_whole(self.sources, struct.pack(">I", len(source)) + source)
        kind, size = struct.unpack(">cI", wire.read_whole(self.classes, 5))
        body = wire.read_whole(self.classes, size)
        if kind != b"K":
            raise foreign.Untranslatable(body.decode("utf-8", "replace"))
        return body

    def spent(self):
        return task.cpu_of(self.compiler)


_KINDS = {"javascript": Node, "java": Java}
