"""What is heard of a sampled tone, and how long a frame is, with the numbers put in."""

from helpers.formulas.numbers import exact, number


def heard(frequency, rate, found):
    """Return in LaTeX how the frequency that is heard follows from the tone's and the rate, in hertz."""
    if found == rate / 2:
        halves = rf"{2 * frequency / rate:g} \cdot \tfrac{{1}}{{2}} \cdot {rate:g}"
        return rf"{frequency:g} = {halves}: \quad \text{{each sample is }} 0"
    times = round(frequency / rate)
    if times == 0:
        return rf"{frequency:g} \le \tfrac{{1}}{{2}} \cdot {rate:g}: \quad \text{{heard}} = {found:g}"
    product = f"{rate:g}" if times == 1 else rf"{times} \cdot {rate:g}"
    return rf"\text{{heard}} = |{frequency:g} - {product}| = {found:g}"


def resolution(size, rate):
    """Return in LaTeX how far apart the frequencies of a frame lie, and how long it is."""
    long = rf"1000 \cdot \frac{{{size}}}{{{rate}}} = {number(1000 * size / rate, 0)}"
    return (
        rf"\text{{hertz apart:}} \qquad \frac{{{rate}}}{{{size}}} = {exact(rate / size, 1)} \qquad"
        rf" \text{{milliseconds long:}} \qquad {long}"
    )
