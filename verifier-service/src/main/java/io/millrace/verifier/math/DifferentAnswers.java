package io.millrace.verifier.math;

/** Pairs of an expected answer and a wrong one that a careless comparison takes for it. */
final class DifferentAnswers {

    static final String PAIRS = """
            # near-numbers
            1000 || 999.9999999
            1000 || 1000.0000001
            0.000001 || 0.0000014
            0.000001 || 0.0000009
            0.0000000001 || 0.00000000014
            123456789012345678 || 123456789012345679
            10^{20} || 10^{20}+1
            5 || 5.001
            1/3 || 0.333
            1/3 || 33\\%
            33.3 || \\frac{100}{3}
            \\pi || 3.14
            \\pi || \\frac{22}{7}
            \\sqrt{2} || 1.41421
            \\sqrt{2} || 1.41421356238
            x || x+10^{-12}
            x || 1.0000000000001x
            \\sqrt{10^{20}+1} || 10^{10}
            # signs-and-digits
            1292 || 292
            292 || 1292
            26 || -26
            26 || 62
            12 || 1 2
            1234 || 1.234
            1.234 || 1,234
            123 || 0,123
            12 || 12,34
            1,2 || 3
            2 || 2 2/3
            10 || 4 10/3
            21/2 || 2 1/2
            3\\frac12 || \\frac32
            # part-of-the-expected
            \\sqrt{19} || 19
            1\\sqrt{19} || 1
            2\\pi || 2
            2\\pi || 2\\pi ab
            6 || 6m
            5 || 5!
            204 || 204_5
            204_5 || 204
            101_2 || 101_3
            K || k
            x || X
            +C || +c
            E || 2.71828
            # unwrapped
            7 || 3=7
            7 || 7=3=7
            7 || 5=3+4
            7 || 2+4=7
            x=1+5=7 || x=1+2=7
            7 || x+1=7
            7 || 2x=7
            7 || x<7
            7 || 7\\approx 8
            7 || 8\\approx 7
            7 || 7\\pm 1
            0 || 10^{-50}
            0 || \\sqrt{2}\\sqrt{3}-\\sqrt{6}+10^{-60}
            0 || a^2+b=0
            a^2+b=0 || 0
            3 || y\\ne 3
            # other-names
            x=3 || y=3
            x=1, y=2 || x=2, y=1
            x=1, y=2 || (2, 1)
            n=1,2,3 || m=1,2,3
            x_1 || x_2
            x>2 || y>2
            f(x) || g(x)
            x^2 || y^2
            # percent
            50 || 0.5%
            0.1 || 0.1\\%
            0.5 || \\frac12\\%
            10\\% || 0.01
            # several-answers
            7 || 7, 8
            7 || 7 \\text{ or } 8
            7 || 7; 8
            7 || \\{6,7,8\\}
            7 || \\pm 7
            \\pm 7 || 7
            7 || (7, 8)
            1, 2 || 1, 2, 3
            1, 2, 3 || 1, 2
            1, 2 || 1
            \\{1,2\\} || (1,2)
            (1,2) || \\{1,2\\}
            (1,2),(3,4) || (1,2)
            x=1 || x=1 \\text{ or } x=2
            # order-and-brackets
            (1,2) || (2,1)
            (1,2) || [1,2]
            (1,2) || (1,2]
            (1,2,3) || (1,2)
            [0,1) || (0,1]
            (1,4.5) || (1,5.4)
            # intervals
            (2,\\infty) || [2,\\infty)
            (2,\\infty) || x \\ge 2
            (2,\\infty) || (-\\infty,2)
            [0,1)\\cup(1,2] || [0,2]
            x \\ne 0 || x > 0
            (-\\infty,0)\\cup(0,\\infty) || (-\\infty,\\infty)
            (3/5,8/3] || (0.6,2.6667]
            x \\in (2,3) || x^2-5x+6 < 0.1
            (1,1) || (2,2)
            x<1 \\text{ or } x>3 || 1<x<3
            # inequalities
            x \\ge 5 || x \\le 5
            x > 5 || x \\ge 5
            x+y<2 || x+y>2
            x+y<2 || -x-y<-2
            f(2)<f(1) || f(1)<f(2)
            # equations
            x^2=-1 || x^2=-2
            x^2+1=0 || x^4+1=0
            x^2+y^2=4 || x^2+y^2=2
            3x-y+13=0 || 3x+4y+14=0
            y=2x+1 || y=2x
            y=x^2 || y=x^2+10^{-9}
            1=1 || 2=2
            \\log_8 4=\\frac23 || \\log_8 11=\\frac23
            # unevaluated
            \\frac13 || \\int_0^1 x^2 dx
            55 || \\sum_{k=1}^{10} k
            1 || \\lim_{x\\to 0} \\frac{\\sin x}{x}
            6 || \\prod_{k=1}^{3} k
            \\sum_{k=0}^{n-1} a_k || \\sum_{k=0}^{n-2} a_k
            # formulas
            x || |x|
            x || \\sqrt{x^2}
            x^2+2x+1 || x^3+2x+1
            x^2 || x
            \\sin x || x
            \\sin x || \\cos x
            \\sin 2x || 2 \\sin x
            2^{n} || n^2
            \\ln 2 || \\log_2 10
            \\log_2 8 || \\log_3 8
            \\sqrt[3]{x} || \\sqrt[4]{x}
            1-\\frac{1}{e} || 1+\\frac{1}{e}
            \\frac{1}{20!} || \\frac{1}{22!}
            \\frac{2^{205}+1}{3 \\cdot 2^{206}} || \\frac{1}{3 \\cdot 2^{206}}
            c_1 e^x+c_2 || c_1 e^{2x}+c_2
            x^{12} || x^{13}
            e^{-x} || e^{-x}+10^{-15}
            # undefined
            0 || 1/0
            1 || 0/0
            1 || 0^0
            \\infty || -\\infty
            0 || \\frac{1}{\\infty+1}
            # ratios
            3:4 || 4:3
            1:2:3 || 1:4:9
            1:2:3:\\ldots || 2:4:6:\\ldots
            12:00 || 1:00
            12:30 || 12:31
            # matrices
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} || \\begin{pmatrix}1&2\\\\3&5\\end{pmatrix}
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} || \\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}
            \\begin{pmatrix}1&2\\end{pmatrix} || \\begin{pmatrix}1&2&3\\end{pmatrix}
            \\begin{pmatrix}1\\\\2\\end{pmatrix} || (2,1)
            # units
            2 hours || 120 seconds
            12\\text{ cm} || 12\\text{ m}
            5 || 5 bananas or so
            26 || 26 million
            # words
            \\text{yes} || \\text{no}
            \\text{odd} || \\text{oddd}
            \\text{Tuesday} || Thursday
            \\text{Yes} || 7
            7 || seven
            the left one || the right one
            \\text{Yes} || Yes or no
            # choices
            B || C
            B || (B) or (C)
            E || \\mathrm{E}*2
            D || \\text{E}
            A || A and B
            A || AB
            # nothing
            5 || \\text{}
            5 || ?
            5 || []
            5 || \\{\\}
            5 || __import__('os')
            5 || ۵
            5 || ５
            5 || 1e999999999
            5 || 5\\
            5 || {{{{5
            """;

    private DifferentAnswers() {}
}
