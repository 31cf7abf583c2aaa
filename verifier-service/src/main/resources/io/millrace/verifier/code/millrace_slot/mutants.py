"""Small faults, each put into a copy of a program, to see whether tests notice them."""

import copy

import _ast

_MOST = 24

_COMPARISONS = {
    _ast.Lt: _ast.LtE, _ast.LtE: _ast.Lt, _ast.Gt: _ast.GtE, _ast.GtE: _ast.Gt, _ast.Eq: _ast.NotEq, _ast.NotEq: _ast.Eq,
    _ast.In: _ast.NotIn, _ast.NotIn: _ast.In, _ast.Is: _ast.IsNot, _ast.IsNot: _ast.Is,
}
_OPERATORS = {
    _ast.Add: _ast.Sub, _ast.Sub: _ast.Add, _ast.Mult: _ast.Add, _ast.Div: _ast.Mult, _ast.FloorDiv: _ast.Mult,
    _ast.Mod: _ast.Mult, _ast.Pow: _ast.Mult, _ast.BitAnd: _ast.BitOr, _ast.BitOr: _ast.BitAnd, _ast.BitXor: _ast.BitAnd,
    _ast.LShift: _ast.RShift, _ast.RShift: _ast.LShift,
}


def of(source):
    """Sources that differ from this one in one place each, spread over all of it."""
    # Here, since no slot needs it before.
    import ast

    tree = ast.parse(source)
    places = [
        (at, change)
        for at, node in enumerate(ast.walk(tree))
        for change in range(len(_changes(node)))
    ]
    step = max(1, len(places) / _MOST)
    chosen = [places[int(at * step)] for at in range(min(_MOST, len(places)))]
    return [_changed(ast, tree, at, change) for at, change in chosen]


def _changed(ast, tree, at, change):
    mutant = copy.deepcopy(tree)
    node = list(ast.walk(mutant))[at]
    _changes(node)[change]()
    return ast.unparse(ast.fix_missing_locations(mutant))


def _changes(node):
    """What can be done to this node, each as a function that does it."""
    if isinstance(node, _ast.Compare):
        return [lambda: _swap(node.ops, _COMPARISONS)]
    if isinstance(node, (_ast.BinOp, _ast.AugAssign)) and type(node.op) in _OPERATORS:
        return [lambda: setattr(node, "op", _OPERATORS[type(node.op)]())]
    if isinstance(node, _ast.BoolOp):
        other = _ast.Or if isinstance(node.op, _ast.And) else _ast.And
        return [lambda: setattr(node, "op", other())]
    if isinstance(node, (_ast.If, _ast.While, _ast.IfExp)):
        return [lambda: setattr(node, "test", _ast.UnaryOp(_ast.Not(), node.test))]
    if isinstance(node, _ast.Return) and node.value is not None:
        return [lambda: setattr(node, "value", _ast.Constant(None, None))]
    if isinstance(node, _ast.Constant):
        return _changes_of_constant(node)
    return []


def _changes_of_constant(node):
    if isinstance(node.value, bool):
        return [lambda: setattr(node, "value", not node.value)]
    if isinstance(node.value, (int, float)):
        return [lambda: setattr(node, "value", node.value + 1), lambda: setattr(node, "value", node.value - 1)]
    return []


def _swap(operators, others):
    operators[0] = others[type(operators[0])]()
