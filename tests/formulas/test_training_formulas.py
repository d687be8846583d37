from helpers.formulas import training


def test_dense_puts_the_numbers_in():
    assert training.dense(0.64, 1.5, -0.5, 0.46) == r"h = x\,W + b = 0.64 \cdot 1.50 - 0.50 = 0.46"


def test_dense_brackets_a_negative_weight():
    assert r"0.64 \cdot (-1.50)" in training.dense(0.64, -1.5, 0.5, -0.46)


def test_line_and_loss():
    text = training.line_and_loss([2.0, 3.0], 0.1234)
    assert text == r"h = x\,W + b = 3.00\,x + 2.00 \qquad L(\theta) = 0.123"


def test_line_and_loss_of_a_diverged_line():
    text = training.line_and_loss([float("nan"), float("inf")], float("inf"))
    assert r"\infty\,x" in text
    assert "nan" not in text


def test_update_of_twice_the_loss():
    text = training.update(0.01, 2, r"\mathrm{MSE}")
    assert text.endswith(r"\theta - 0.01\,\nabla \mathrm{MSE} = \theta - 0.02\,\nabla L")


def test_update_of_the_loss_itself_is_said_once():
    assert training.update(0.01, 1, "L").endswith(r"= \theta - 0.01\,\nabla L")
    assert training.update(0.01, 1, "L").count("nabla") == 1


def test_sum_of_neurons():
    text = training.sum_of_neurons(16, -0.25, 0.00512)
    assert r"\sum_{k=1}^{16}" in text
    assert "- 0.25" in text
    assert text.endswith("L = 0.0051")
