"""The harness of queries: tables in memory, one statement that only reads, and its rows."""

from . import program, task, values, values_out, wire

_MOST_ROWS = 100_000
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


class QueryTask(values_out.ValuesOutTask):
    """A task of one process that evaluates a query. The tables are the tests, the variation is the entry point."""

    def be_program(self):
        tables_size, _, name_size, query_size = self.sizes
        tables = wire.read_whole(self.slot.requests, tables_size).decode()
        variation = int(wire.read_whole(self.slot.requests, name_size))
        query = wire.read_whole(self.slot.requests, query_size).decode()
        self.keep_only()
        self.confine_program()
        say = self.slot.store.say
        try:
            import sqlite3
        except ImportError:
            return say(wire.NOT_PLAIN, b"sqlite3")
        try:
            connection = _fill(sqlite3, tables, variation)
        except sqlite3.Error as error:
            return program.report(say, error, b"tables")
        _answer(sqlite3, connection, query, say)


def _fill(sqlite3, tables, variation):
    """A database of these tables; every variation but the first, 0, lacks some rows of each."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_DENY if action in _FOREIGN else sqlite3.SQLITE_OK)
    connection.executescript(tables)
    for (name,) in connection.execute(_TABLES).fetchall() if variation > 0 else ():
        quoted = '"%s"' % name.replace('"', '""')
        try:
            connection.execute("DELETE FROM %s WHERE (rowid * 7 + ?) %% 3 = 0" % quoted, (variation,))
        except sqlite3.OperationalError:
            # A table without row ids stays as it is.
            continue
    return connection


# ATTACH and DETACH.
_FOREIGN = frozenset((24, 25))
# READ, SELECT, FUNCTION and RECURSIVE.
_READING = frozenset((20, 21, 31, 33))


def _answer(sqlite3, connection, query, say):
    def authorize(action, _, name, *__):
        harmless = action in _READING and str(name).lower() != "load_extension"
        return sqlite3.SQLITE_OK if harmless else sqlite3.SQLITE_DENY

    connection.set_authorizer(authorize)
    try:
        cursor = connection.execute(query)
        if cursor.description is None:
            return say(wire.NOT_PLAIN, b"no rows")
        rows = cursor.fetchmany(_MOST_ROWS + 1)
        body = values.dumps([[column[0] for column in cursor.description], *map(list, rows)])
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        return program.report(say, error, b"run")
    except MemoryError:
        return say(wire.OUT_OF_MEMORY)
    except values.TooLarge:
        return say(wire.TOO_LARGE)
    if len(rows) > _MOST_ROWS:
        return say(wire.TOO_LARGE)
    say(wire.RESULT, body)
