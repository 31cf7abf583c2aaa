"""Plain values of exact builtin types: all that may cross between a program and its tests.

From the tests to the program they cross in Python's own marshal format, whose reader believes what it reads. What the
program answers is believed by nobody and crosses as JSON. Lists, texts, truth values, floats and ordinary ints are themselves; {"u": [...]} is a tuple, "m" a dict as pairs,
"s" a set, "f" a frozenset, "i" a huge int, "c" a complex, "b" bytes and "a" a bytearray. Nothing else crosses:
a value of a class of its own could claim to equal anything.
"""

import json
import marshal
from collections import Counter, OrderedDict, defaultdict

MAX_DEPTH = 64
MAX_BYTES = 8 << 20

_AS_THEY_ARE = frozenset((str, float, bool, type(None)))
_WITHOUT_REFERENCES = 2
_HUGE = 1 << 4096
_SCALARS = _AS_THEY_ARE | {int, complex, bytes}
_CONTAINERS = frozenset((list, tuple, dict, set, frozenset))
_DICTS = frozenset((dict, OrderedDict, defaultdict, Counter))
_MUTABLE = frozenset((list, dict, set))

_type, _len, _map, _int, _min, _max = type, len, map, int, min, max
# What json.JSONEncoder makes anew for each value: no search for cycles or indentation, the separators, no sorting of keys,
# no skipping, and NaN allowed.
_chunks = json.encoder.c_make_encoder(
    None, None, json.encoder.encode_basestring_ascii, None, ":", ",", False, False, True,
)


class NotPlain(Exception):
    """A value that is not plain data; the message names its type."""


class TooLarge(Exception):
    """A value whose encoding would exceed MAX_BYTES."""


def dumps(value):
    """Encodes a plain value."""
    text = "".join(_chunks(_Walk().plain(value, 0), 0)).encode("ascii")
    if _len(text) > MAX_BYTES:
        raise TooLarge
    return text


def loads(text):
    """Decodes what dumps() made; anything else is a ValueError, whoever wrote it."""
    try:
        return _decode(text.decode("ascii"))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError) as error:
        raise ValueError("not an encoded value: " + _type(error).__name__) from None


def dumps_call(arguments, named):
    """Encodes the arguments of a call for the program."""
    _check(arguments)
    _check(named.values())
    return marshal.dumps((list(arguments), named), _WITHOUT_REFERENCES)


def _check(values):
    """Refuses what marshal would take for something else, or not at all."""
    for kind in frozenset(_map(_type, values)) - _SCALARS:
        if kind not in _CONTAINERS:
            raise NotPlain(kind.__name__)
    for value in values:
        if _type(value) in _CONTAINERS:
            _check(value)
            if _type(value) is dict:
                _check(value.values())


def loads_call(request):
    """Decodes the arguments of one call, in the process of the program."""
    return marshal.loads(request)


def loads_calls(request):
    """Decodes the arguments of all calls that a task makes, no part of which is shared."""
    return marshal.loads(request)


def snapshot(arguments):
    """What differs after arguments were changed in place."""
    return marshal.dumps(arguments, _WITHOUT_REFERENCES)


def restore(old, new):
    """Gives a mutable value the content of another of its type, keeping inner objects where they match."""
    kind = _type(old)
    if kind is list:
        inner = [_restored(a, b) for a, b in zip(old, new)]
        old[:] = inner + new[_len(inner):]
    elif kind is dict:
        merged = {key: _restored(old.get(key), value) for key, value in new.items()}
        old.clear()
        old.update(merged)
    else:
        old.clear()
        old.update(new)


def _restored(old, new):
    if _type(old) is not _type(new) or _type(old) not in _MUTABLE:
        return new
    restore(old, new)
    return old


def restore_all(olds, news):
    """The same for the arguments of a call."""
    for old, new in zip(olds, news):
        _restored(old, new)


class _Walk:
    """One walk over a value; counts what it visits, for shared parts are written out each time."""

    def __init__(self):
        self.budget = MAX_BYTES

    def plain(self, value, depth):
        kind = _type(value)
        self.budget -= 1
        if kind in _AS_THEY_ARE:
            return value
        if kind is _int:
            return value if -_HUGE < value < _HUGE else {"i": hex(value)}
        if depth > MAX_DEPTH:
            raise NotPlain("data nested deeper than %d" % MAX_DEPTH)
        if self.budget < 0:
            raise TooLarge
        return self.container(kind, value, depth + 1)

    def container(self, kind, value, depth):
        if kind is list:
            return self.items(value, depth)
        if kind is tuple:
            return {"u": self.items(value, depth)}
        if kind in _DICTS:
            return {"m": [[self.plain(key, depth), self.plain(item, depth)] for key, item in dict.items(value)]}
        if kind is set or kind is frozenset:
            return {"s" if kind is set else "f": [self.plain(item, depth) for item in value]}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        if kind is bytes or kind is bytearray:
            return {"b" if kind is bytes else "a": value.hex()}
        raise NotPlain(kind.__name__[:80])

    def items(self, values, depth):
        kinds = frozenset(_map(_type, values))
        if kinds <= _AS_THEY_ARE or kinds == {_int} and -_HUGE < _min(values) and _max(values) < _HUGE:
            self.budget -= _len(values)
            return values
        return [self.plain(item, depth) for item in values]


_BUILDERS = {
    "u": tuple,
    "m": dict,
    "s": set,
    "f": frozenset,
    "i": lambda text: int(text, 16),
    "c": lambda parts: complex(*parts),
    "b": bytes.fromhex,
    "a": bytearray.fromhex,
}


def _untag(tagged):
    ((tag, content),) = tagged.items()
    return _BUILDERS[tag](content)


_decode = json.JSONDecoder(object_hook=_untag).decode
