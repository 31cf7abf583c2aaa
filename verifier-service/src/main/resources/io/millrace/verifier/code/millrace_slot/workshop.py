"""A process that makes mutants of a program, which it reads and never runs."""

import json

from . import mutants, values_out, wire


class MutantsTask(values_out.ValuesOutTask):
    """A task whose result is a list of programs."""

    def be_program(self):
        source = wire.read_whole(self.slot.requests, sum(self.sizes))
        self.keep_only()
        self.confine_program()
        try:
            self.slot.store.say(wire.RESULT, json.dumps(mutants.of(source)).encode("ascii"))
        except (SyntaxError, ValueError, RecursionError) as error:
            self.slot.store.say(wire.BROKEN, b"compile\n" + type(error).__name__.encode())
