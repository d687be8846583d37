"""Each refusal names the argument, what came and what is needed."""

import numpy as np
import pytest

from helpers.maths import validation


@pytest.mark.parametrize("value", [[1, 2], (1.5,), np.array([True, False]), np.arange(3, dtype=np.uint8), 4])
def test_numbers_become_floats(value):
    array = validation.as_numbers("a", value)
    assert array.dtype == float
    np.testing.assert_array_equal(array, value)


@pytest.mark.parametrize("function", [validation.as_numbers, lambda name, a: validation.as_data(name, a, 1)])
def test_floats_are_copied_not_shared(function):
    value = np.ones(3)
    function("a", value)[:] = 9
    assert (value == 1).all()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (["1", "2"], "weights must be an array of real numbers, got <U1 values"),
        ([1 + 2j], "weights must be an array of real numbers, got complex128 values"),
        (None, "weights must be an array of real numbers, got object values"),
        ([[1], [1, 2]], "weights must be an array of numbers, got rows of different lengths"),
    ],
)
def test_what_is_no_number_is_refused(value, message):
    with pytest.raises(TypeError, match=message):
        validation.as_numbers("weights", value)


def test_numbers_may_be_inf_or_nan():
    assert np.isnan(validation.as_numbers("a", [np.nan])).all()


@pytest.mark.parametrize(
    ("value", "ndim", "message"),
    [
        ([1, 2], 2, r"^A has shape \(2,\) but \(m, n\) is needed; A\[:, None\] makes it one column$"),
        (
            [[1], [2]],
            1,
            r"^A has shape \(2, 1\) but \(m,\) is needed; A\.ravel\(\) makes it one-dimensional$",
        ),
        ([[1, 2]], 1, r"^A has shape \(1, 2\) but \(m,\) is needed; A\.ravel\(\) makes it one-dimensional$"),
        ([[1, 2], [3, 4]], 1, r"^A has shape \(2, 2\) but \(m,\) is needed$"),
        (3, 2, r"^A has shape \(\) but \(m, n\) is needed$"),
        ([], 1, r"^A is empty, with shape \(0,\); at least one example is needed$"),
        ([[], []], 2, r"^A is empty, with shape \(2, 0\)"),
        ([1, 2, np.nan], 1, r"^A holds nan at index \(2,\); every entry must be a finite number$"),
        ([[1, 2], [-np.inf, np.nan]], 2, r"^A holds -inf at index \(1, 0\)"),
    ],
)
def test_data_that_do_not_fit_are_refused(value, ndim, message):
    with pytest.raises(ValueError, match=message):
        validation.as_data("A", value, ndim)


def test_examples_need_a_target_each():
    X, y = validation.as_examples([[1, 2], [3, 4]], [5, 6])
    assert X.shape == (2, 2)
    assert y.shape == (2,)
    with pytest.raises(ValueError, match="X has 1 rows but y has 2 entries; each row of X needs one target"):
        validation.as_examples([[1, 2]], [5, 6])


def test_parameters_must_fit_and_may_have_diverged():
    assert validation.as_parameters([np.inf, np.nan], 2).shape == (2,)
    with pytest.raises(ValueError, match=r"theta has shape \(2, 1\) but X has 2 columns"):
        validation.as_parameters([[1], [2]], 2)


@pytest.mark.parametrize("value", [1e-300, 3, np.float32(0.5), np.int64(2)])
def test_positive_numbers_pass(value):
    assert validation.positive("alpha", value) == value
    assert type(validation.positive("alpha", value)) is float


@pytest.mark.parametrize("value", [0, -1, np.inf, np.nan])
def test_what_is_not_positive_is_refused(value):
    with pytest.raises(ValueError, match="alpha must be positive and finite, got"):
        validation.positive("alpha", value)


@pytest.mark.parametrize("value", [True, "1", None, [1.0], 1j])
def test_what_is_no_positive_number_is_refused(value):
    with pytest.raises(TypeError, match="alpha must be a number, got"):
        validation.positive("alpha", value)


@pytest.mark.parametrize("value", [2, np.int64(2), 5])
def test_whole_numbers_pass(value):
    assert validation.whole("steps", value, 2, high=5) == value
    assert type(validation.whole("steps", value, 2, high=5)) is int


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (1, ValueError, "steps must be at least 2, got 1"),
        (6, ValueError, "steps must be at most 5, got 6"),
        (2.0, TypeError, "steps must be a whole number, got 2.0"),
        (False, TypeError, "steps must be a whole number, got False"),
        ("3", TypeError, "steps must be a whole number, got '3'"),
    ],
)
def test_numbers_that_are_not_whole_or_out_of_range_are_refused(value, error, message):
    with pytest.raises(error, match=message):
        validation.whole("steps", value, 2, high=5)


def test_zero_is_not_negative():
    assert validation.not_negative("noise", 0) == 0
    assert type(validation.not_negative("noise", 0)) is float


@pytest.mark.parametrize("value", [-1, -1e-9, float("nan"), float("inf")])
def test_refuses_what_is_negative_or_endless(value):
    with pytest.raises(ValueError, match="noise must be zero or a positive, finite number"):
        validation.not_negative("noise", value)


@pytest.mark.parametrize("value", ["1", None, True])
def test_refuses_what_is_no_number_where_zero_is_allowed(value):
    with pytest.raises(TypeError, match="noise must be a number"):
        validation.not_negative("noise", value)


@pytest.mark.parametrize("value", [0, 0.25, 1, np.float32(0.5)])
def test_a_fraction_may_be_nothing_and_all(value):
    assert validation.fraction("share", value) == value
    assert type(validation.fraction("share", value)) is float


@pytest.mark.parametrize("value", [-1e-9, 1.01, np.nan, np.inf])
def test_what_is_no_fraction_is_refused(value):
    with pytest.raises(ValueError, match="share must lie between 0 and 1, got"):
        validation.fraction("share", value)


@pytest.mark.parametrize("value", ["1", None, True])
def test_what_is_no_number_is_no_fraction(value):
    with pytest.raises(TypeError, match="share must be a number"):
        validation.fraction("share", value)
