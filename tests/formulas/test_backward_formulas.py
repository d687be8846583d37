import re

import pytest

from helpers.formulas import backward


@pytest.mark.parametrize(("slope", "nudge"), [(1.0, 0.5), (-4.0, 0.25), (0.0, 1.0), (0.38612, -0.5)])
def test_the_numbers_that_are_put_in_multiply_to_what_was_foretold(slope, nudge):
    text = backward.foretold("W_{1,00}", slope, nudge, 0.625)
    factors, product = re.search(r"\\varepsilon = (.*?) = (\S+)", text).groups()
    first, second = (float(part.strip("() ")) for part in factors.split(r"\cdot"))
    assert first * second == pytest.approx(float(product), abs=1e-3)
    assert float(product) == pytest.approx(slope * nudge, abs=1e-4)
    assert text.endswith("0.6250")
    assert r"\partial W_{1,00}" in text
