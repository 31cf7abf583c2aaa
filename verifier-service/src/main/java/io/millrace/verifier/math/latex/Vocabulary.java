package io.millrace.verifier.math.latex;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The commands that are understood, and the words that stand for them in plain text. */
final class Vocabulary {

    /** Commands that are other names of a command or sign. */
    static final Map<String, String> ALIASES = Map.ofEntries(
            entry("dfrac", "frac"),
            entry("tfrac", "frac"),
            entry("cfrac", "frac"),
            entry("dbinom", "binom"),
            entry("tbinom", "binom"),
            entry("leq", "le"),
            entry("leqslant", "le"),
            entry("geq", "ge"),
            entry("geqslant", "ge"),
            entry("neq", "ne"),
            entry("sim", "approx"),
            entry("simeq", "approx"),
            entry("ast", "cdot"),
            entry("bullet", "cdot"),
            entry("lbrack", "["),
            entry("rbrack", "]"),
            entry("lbrace", "\\{"),
            entry("rbrace", "\\}"),
            entry("vert", "|"),
            entry("mid", "|"),
            entry("colon", ":"),
            entry("textdollar", "$"),
            entry("pounds", "£"),
            entry("euro", "€"),
            entry("varnothing", "emptyset"),
            entry("degree", "circ"),
            entry("dots", "ldots"),
            entry("cdots", "ldots"),
            entry("dotsc", "ldots"),
            entry("land", "and"),
            entry("wedge", "and"),
            entry("lor", "or"),
            entry("vee", "or"),
            entry("backslash", "setminus"),
            entry("imath", "i"));

    /** Commands that only shape the layout. */
    static final Set<String> LAYOUT = Set.of(
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "quad",
            "qquad",
            "thinspace",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "biggl",
            "biggr",
            "Biggl",
            "Biggr",
            "boldsymbol",
            "bm",
            "tiny",
            "scriptsize",
            "scriptstyle",
            "small",
            "normalsize",
            "large",
            "Large",
            "LARGE",
            "huge",
            "Huge",
            "phantom",
            "hfill");

    /** Commands whose argument is text or one name in another typeface. */
    static final Set<String> TEXT = Set.of(
            "text",
            "textnormal",
            "textbf",
            "textit",
            "textrm",
            "textsf",
            "texttt",
            "mbox",
            "hbox",
            "mathrm",
            "mathbf",
            "mathit",
            "mathsf",
            "mathtt",
            "operatorname",
            "rm",
            "bf");

    static final Map<String, Function> FUNCTIONS = Map.ofEntries(
            entry("sin", Function.SIN),
            entry("cos", Function.COS),
            entry("tan", Function.TAN),
            entry("tg", Function.TAN),
            entry("cot", Function.COT),
            entry("ctg", Function.COT),
            entry("sec", Function.SEC),
            entry("csc", Function.CSC),
            entry("arcsin", Function.ARCSIN),
            entry("arccos", Function.ARCCOS),
            entry("arctan", Function.ARCTAN),
            entry("arctg", Function.ARCTAN),
            entry("sinh", Function.SINH),
            entry("cosh", Function.COSH),
            entry("tanh", Function.TANH),
            entry("exp", Function.EXP),
            entry("ln", Function.LN),
            entry("log", Function.LOG),
            entry("lg", Function.LOG),
            entry("gcd", Function.GCD),
            entry("lcm", Function.LCM),
            entry("max", Function.MAX),
            entry("min", Function.MIN));

    static final Map<String, Relator> RELATORS = Map.ofEntries(
            entry("=", Relator.EQUAL),
            entry("<", Relator.LESS),
            entry(">", Relator.GREATER),
            entry("lt", Relator.LESS),
            entry("gt", Relator.GREATER),
            entry("le", Relator.LESS_OR_EQUAL),
            entry("ge", Relator.GREATER_OR_EQUAL),
            entry("ne", Relator.UNEQUAL),
            entry("approx", Relator.APPROXIMATE),
            entry("in", Relator.MEMBER),
            entry("equiv", Relator.OTHER),
            entry("cong", Relator.OTHER),
            entry("to", Relator.OTHER),
            entry("rightarrow", Relator.OTHER),
            entry("subset", Relator.OTHER),
            entry("subseteq", Relator.OTHER),
            entry("supset", Relator.OTHER),
            entry("notin", Relator.OTHER),
            entry("parallel", Relator.OTHER),
            entry("perp", Relator.OTHER),
            entry("propto", Relator.OTHER),
            entry("Rightarrow", Relator.OTHER),
            entry("implies", Relator.OTHER));

    /** Decorations that make another variable of the one they stand on. */
    static final Set<String> DECORATIONS = Set.of(
            "bar",
            "overline",
            "underline",
            "vec",
            "hat",
            "widehat",
            "tilde",
            "widetilde",
            "dot",
            "ddot",
            "overrightarrow",
            "overset",
            "mathbb",
            "mathcal",
            "mathscr",
            "mathfrak");

    /** Operators with bounds, which are not evaluated. */
    static final Set<String> BIG = Set.of("sum", "prod", "int", "iint", "iiint", "oint", "lim", "bigcup", "bigcap");

    /** Plain words that mean a command. */
    static final Set<String> PLAIN = Set.of("sqrt", "pi", "infty", "frac", "and", "or", "cup");

    static final Map<String, String> PLAIN_ALIASES = Map.of(
            "infinity", "infty",
            "inf", "infty",
            "percent", "%",
            "percentage", "%",
            "pct", "%",
            "degrees", "circ",
            "degree", "circ",
            "union", "cup",
            "theta", "theta");

    private Vocabulary() {}
}
