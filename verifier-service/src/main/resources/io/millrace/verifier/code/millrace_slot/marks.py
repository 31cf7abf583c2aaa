"""The assertions of a test text, and how each of them fared."""

import _ast

# As receipts show them.
PASSED, FAILED, NOT_REACHED = "P", "F", "-"

_MOST_STEPS = 500
_MOST_MARKS = 1000


class Mark:
    """One assertion, and how it fared."""

    def __init__(self, node):
        self.first = node.lineno
        self.last = node.end_lineno
        self.result = NOT_REACHED


class Step:
    """A part of the tests that is run at once: alone if nothing after it builds on it."""

    def __init__(self, code, touched, alone):
        self.code = code
        self.touched = touched
        self.alone = alone


def split(tests, file):
    """The steps of the tests and the marks of their assertions: those at the top level if there are any, else all."""
    tree = compile(tests, file, "exec", _ast.PyCF_ONLY_AST, dont_inherit=True)
    top = [node for node in tree.body if type(node) is _ast.Assert]
    by_node = {id(node): Mark(node) for node in top or _assertions(tree)}
    marks = sorted(by_node.values(), key=lambda mark: mark.first)
    if not top or len(tree.body) > _MOST_STEPS or any(map(_changes_the_compiler, tree.body)):
        return [Step(compile(tree, file, "exec", dont_inherit=True), [] if not top else marks, False)], marks
    return [_step(node, by_node, file) for node in tree.body], marks


def _step(node, by_node, file):
    code = compile(_ast.Module([node], []), file, "exec", dont_inherit=True)
    assertion = type(node) is _ast.Assert
    return Step(code, [by_node[id(node)]] if assertion else [], assertion)


def _changes_the_compiler(node):
    return type(node) is _ast.ImportFrom and node.module == "__future__"


def _assertions(node):
    found, rest = [], [node]
    while rest:
        node = rest.pop()
        if type(node) is _ast.Assert:
            found.append(node)
        for field in node._fields:
            value = getattr(node, field, None)
            rest += [item for item in (value if type(value) is list else [value]) if isinstance(item, _ast.AST)]
    return found


def succeed(touched):
    for mark in touched:
        mark.result = PASSED


def fail(touched, lines):
    """Marks the assertion that was running in the innermost of these lines, and as passed those before it.

    Returns it, or None if there is none.
    """
    place = next((mark for line in reversed(lines) for mark in touched if mark.first <= line <= mark.last), None)
    reached = place.first if place else max(lines, default=0)
    for mark in touched:
        if mark.result is NOT_REACHED and mark.last < reached:
            mark.result = PASSED
    if place:
        place.result = FAILED
    return place


def text(marks):
    return "".join(mark.result for mark in marks[:_MOST_MARKS]).encode("ascii")
