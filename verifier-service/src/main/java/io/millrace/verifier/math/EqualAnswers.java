package io.millrace.verifier.math;

/** Pairs of an expected answer and another way to write it; a line that begins with # names the kind of those below it. */
final class EqualAnswers {

    static final String PAIRS = """
            # whole-numbers
            17 || 17
            17 || +17
            17 || 17.
            17 || 17.000
            -17 || \u221217
            -17 || -17.0
            4096 || 2^{12}
            720 || 6!
            126 || \\binom{9}{4}
            60 || \\text{lcm}(12, 20)
            0 || -0
            17 || \\text{17}
            17 || \\boxed{17}
            17 || \\mathbf{17}
            # thousands
            12345 || 12,345
            12,345 || 12345
            12345 || 12{,}345
            12345 || 12,\\!345
            12345 || 12\\,345
            1234567 || 1 234 567
            1234567.5 || 1,234,567.5
            2,500 || \\$2,500
            # decimals
            0.125 || .125
            0.125 || 0.1250
            0.000001 || 0.0000010
            0.000001 || 10^{-6}
            3/8 || 0.375
            0.375 || \\frac{3}{8}
            \\frac{1}{7} || 0.142857142857
            \\sqrt{3} || 1.7320508075689
            1.7320508075688772 || \\sqrt{3}
            0,5 || 0.5
            2,75 || 2.75
            2.75 || 2,75
            \\frac13 || 0.\\overline{3}
            \\frac{41}{330} || 0.1\\overline{24}
            2300 || 2.3e3
            2300 || 2.3 \\times 10^{3}
            0.00023 || 2.3 \\cdot 10^{-4}
            # fractions
            3/4 || \\frac{3}{4}
            3/4 || \\dfrac34
            3/4 || \\tfrac{6}{8}
            3/4 || 3 / 4
            -3/4 || \\frac{-3}{4}
            -3/4 || \\frac{3}{-4}
            -3/4 || -\\frac34
            5 || \\frac{10}{2}
            \\frac{2}{3} || \\frac{1}{1+\\frac{1}{2}}
            # mixed-numbers
            8/3 || 2 2/3
            8/3 || 2\\frac{2}{3}
            -7/2 || -3\\frac12
            -3 1/2 || -\\frac{7}{2}
            2.25 || 2 \\frac14
            # percent
            10% || 0.1
            10\\% || \\frac{1}{10}
            0.1 || 10%
            10 || 10\\%
            10% || 10
            12.5\\% || 1/8
            -5% || -0.05
            10\\% || 10 percent
            # units
            12 || 12 cm
            12 cm || 12
            12\\text{ cm} || 12 centimeters
            15 || 15\\text{ cm}^2
            15\\text{ cm}^{2} || 15 cm²
            30 km/h || 30 \\text{ km/h}
            9 || \\$9
            9 || 9 dollars
            5 apples || 5 apples
            5\\text{ apples} || 5
            2 hours || 2 h
            6\\text{ m}^2 || 6 m^2
            30^{\\circ}\\text{C} || 30
            98.6^\\circ F || 98.6
            4 || 4\\text{ square units}
            # angles
            30^\\circ || 30
            30 || 30°
            30^{\\circ} || 30 degrees
            180^\\circ || \\pi
            \\frac{\\pi}{4} || 45^\\circ
            2-\\sqrt{3} || \\tan 15^\\circ
            \\frac12 || \\sin 30^{\\circ}
            # roots
            2\\sqrt{3} || \\sqrt{12}
            \\frac{\\sqrt{3}}{3} || \\frac{1}{\\sqrt{3}}
            \\sqrt{2}+\\sqrt{3} || \\sqrt{5+2\\sqrt{6}}
            -2 || \\sqrt[3]{-8}
            -2 || (-8)^{1/3}
            2 || \\sqrt[5]{32}
            x^{1/2} || \\sqrt{x}
            x^{2/3} || \\sqrt[3]{x^2}
            |x| || \\sqrt{x^2}
            3 || \\sqrt9
            0 || \\sqrt{2}\\sqrt{3}-\\sqrt{6}
            # formulas
            (x+1)^2 || x^2+2x+1
            x^2-9 || (x-3)(x+3)
            \\frac{x^2-9}{x-3} || x+3
            a(b+c) || ab+ac
            \\frac{1}{x}+\\frac{1}{y} || \\frac{x+y}{xy}
            2^{n+1} || 2 \\cdot 2^n
            n! || n (n-1)!
            \\binom{n}{2} || \\frac{n(n-1)}{2}
            5-2t || -2t+5
            x_1+x_2 || x_{2}+x_{1}
            f(x)+1 || 1+f(x)
            f(2x) || f(x+x)
            e^{2x} || (e^x)^2
            \\sin 2x || 2\\sin x\\cos x
            \\cos^2 x || 1-\\sin^2 x
            \\tan x || \\frac{\\sin x}{\\cos x}
            \\sin^{-1} x || \\arcsin x
            \\sqrt{-x^2-1} || i\\sqrt{x^2+1}
            # logarithms
            \\log_3 9 || 2
            \\ln 9 || 2\\ln 3
            3\\ln 2 || \\log 8
            \\log x^2 || \\frac{\\ln x^2}{\\ln 10}
            \\log_2 x || \\frac{\\ln x}{\\ln 2}
            \\lg 1000 || 3
            # complex-numbers
            3+2i || 2i+3
            -1 || i^2
            -1 || e^{i\\pi}
            \\frac{1-i}{2} || \\frac{1}{1+i}
            5 || |3+4i|
            # constants
            F_n=\\sum_{k=1}^{n} a_k b_k || F_n=\\sum_{k=1}^{n} b_k a_k
            6\\pi || 2\\pi \\cdot 3
            \\pi r^2 || r^2 \\pi
            # plus-minus
            \\pm 3 || 3, -3
            \\pm 3 || \\{-3, 3\\}
            x=\\pm 3 || x=3, x=-3
            2\\pm\\sqrt{5} || 2-\\sqrt{5}, 2+\\sqrt{5}
            # lists
            1, 2, 3 || 3, 2, 1
            1, 2, 3 || 1 \\text{ and } 2 \\text{ and } 3
            1, 2 and 3 || 1, 2, 3
            n=1,2,3 || 1,2,3
            n=1,2,3 || n=3, n=2, n=1
            x=1 \\text{ or } x=2 || 1, 2
            x=1, y=2 || y=2, x=1
            x=1, y=2 || (1, 2)
            x=1, y=2 || 1, 2
            (1,2),(3,4) || (3,4), (1,2)
            (x,y)=(1,2),(3,4) || (1,2) \\text{ and } (3,4)
            # sets
            \\{1,2\\} || \\{2,1\\}
            \\{1,2\\} || \\{1,2,2\\}
            \\{1,2\\} || 1, 2
            \\{\\frac12\\} || \\{0.5\\}
            \\emptyset || \\{\\}
            \\mathbb{R} || (-\\infty, \\infty)
            # tuples
            (1,\\frac12) || (1, 0.5)
            (3, \\frac{\\pi}{2}) || \\left(3, \\frac{\\pi}{2}\\right)
            (x,y)=(1,2) || (1,2)
            \\begin{pmatrix}1\\\\2\\end{pmatrix} || (1,2)
            \\langle 1,2 \\rangle || (1,2)
            # intervals
            [0,1) || [0, 1)
            (1,2)\\cup(2,3) || (2,3)\\cup(1,2)
            [0,1)\\cup[1,2] || [0,2]
            [0,1]\\cup[\\frac12,3) || [0,3)
            (-2,\\infty) || x > -2
            (-2,\\infty) || (-2,+\\infty)
            x\\in(-2,5] || -2 < x \\le 5
            (-\\infty,0)\\cup(0,\\infty) || x \\ne 0
            (-\\infty,0)\\cup(0,\\infty) || \\mathbb{R} \\setminus \\{0\\}
            \\{x | x>3\\} || (3,\\infty)
            x<-1 \\text{ or } x>1 || (-\\infty,-1)\\cup(1,\\infty)
            # inequalities
            x \\ge 4 || 4 \\le x
            x \\ge 4 || x >= 4
            x < 2 || -x > -2
            x < 2 || 3x < 6
            1 < x < 3 || x>1 \\text{ and } x<3
            x \\neq 5 || x != 5
            x+y < 2 || 2x+2y < 4
            x+y < 2 || -x-y > -2
            # equations
            x=3 || 3
            3 || x=3
            y=2x+1 || 2x-y+1=0
            y=2x+1 || y-1=2x
            x^2+y^2=4 || 2x^2+2y^2=8
            x^2-5x+6=0 || x^2-5x+6=0
            y=x || x=y
            |AB|=5 || 5
            f(x)=x^2 || x^2
            7 || 2+5=7
            7 || x=2+5=7
            \\frac{\\pi}{4} || \\frac{\\pi}{4}\\approx 0.785
            \\frac{\\sqrt{2}}{2}\\approx 0.707 || \\frac{1}{\\sqrt{2}}
            # ratios
            3:4 || 6:8
            3:4 || \\frac{3}{4}
            7:32 || 7:32
            1:2:3 || 2:4:6
            S_1:S_2=7:32 || 7:32
            12:30 || 12:30
            # bases
            204_5 || 204_{5}
            204_5 || 54
            1101_2 || 13
            # matrices
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} || \\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}
            \\begin{pmatrix}\\frac12&0\\\\0&1\\end{pmatrix} || \\frac12\\begin{pmatrix}1&0\\\\0&2\\end{pmatrix}
            \\begin{pmatrix}1&0\\\\0&1\\end{pmatrix} || \\begin{array}{cc}1&0\\\\0&1\\end{array}
            # cases
            \\begin{cases}x=1\\\\y=2\\end{cases} || x=1, y=2
            # words
            \\text{Tuesday} || Tuesday
            \\text{Tuesday} || tuesday
            \\text{yes} || \\text{Yes}
            \\text{yes} || yes
            the left one || The left one
            # choices
            B || (B)
            (B) || B
            B || \\text{(B)}
            B || B) 12
            \\text{C} || C
            \\text{(A) } 5 || A
            \\textbf{(D)} || (D)
            """;

    private EqualAnswers() {}
}
