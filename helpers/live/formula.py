r"""A formula on a page: in pieces that a narrow page puts one below the other, so that none is cut off."""

import html
import re

LONG = 60
"""Characters of LaTeX; a longer clause may break before an operator."""
OPERATOR = re.compile(r"[{(|]|[})|]|(?<= )[=+-](?= )")


def as_html(formula):
    r"""Return a formula in LaTeX as HTML for MathJax; it may break at each \qquad, and in long clauses."""
    clauses = formula.split(r"\qquad")
    shown = ["".join(map(_piece, pieces(clause.strip()))) for clause in clauses]
    return "".join(f'<span class="formula-clause">{clause}</span>' for clause in shown)


def pieces(clause):
    r"""Return a clause cut before operators that stand in no brackets, in pieces of about LONG characters."""
    terms, start, depth, in_bars = [], 0, 0, False
    for found in OPERATOR.finditer(clause):
        character = found[0]
        if character == "|":
            in_bars = not in_bars
        elif character in "{(":
            depth += 1
        elif character in "})":
            depth -= 1
        elif not depth and not in_bars:
            terms.append(clause[start : found.start()])
            start = found.start()
    together = [""]
    for term in [*terms, clause[start:]]:
        if together[-1] and len(together[-1] + term) > LONG:
            together.append("{}")  # an operator keeps its room on both sides
        together[-1] += term
    return together


def _piece(latex):
    return f'<span class="formula-piece">$\\displaystyle {html.escape(latex)}$</span> '
