"""The linear model: its prediction, its loss, its gradient, and its best parameters in closed form."""

import numpy as np

from helpers.maths.validation import as_data, as_examples, as_parameters


def add_bias(X):
    """Return X with a column of ones in front, the x0 = 1 that the intercept multiplies.

    X        (m, n)    inputs
    returns  (m, n+1)

    Raises ValueError if X is not two-dimensional, is empty or holds NaN.
    """
    X = as_data("X", X, 2)
    return np.column_stack([np.ones(len(X)), X])


def predict(theta, X):
    """Return the hypothesis h for every example.

        h = X @ theta

    theta    (n+1,)    parameters, theta[0] the intercept
    X        (m, n+1)  inputs, x0 = 1 in column 0
    returns  (m,)      in the units of y

    Raises ValueError if the shapes do not fit or X holds NaN.
    Source: the chapter, section 3.
    """
    X = as_data("X", X, 2)
    theta = as_parameters(theta, X.shape[1])
    with np.errstate(over="ignore", invalid="ignore"):  # a diverged theta gives inf, as it should
        return X @ theta


def loss(theta, X, y):
    """Return the chapter's loss of theta.

        L(theta) = 1/(2m) sum_i (h_i - y_i)^2

    theta    (n+1,)    parameters
    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      targets
    returns  float     in squared units of y; inf where theta has diverged

    Raises ValueError if the shapes do not fit or the data hold NaN.
    Source: the chapter, section 3.
    """
    X, y = as_examples(X, y)
    return float(half_mean_square(predict(theta, X) - y))


def half_mean_square(errors, axis=-1):
    """Return the chapter's loss of errors h - y, whatever model h is from.

        L = 1/(2m) sum_i e_i^2

    errors   (..., m)  or any shape with the m errors along another axis
    returns  as errors, without that axis; inf where the errors have overflowed
    """
    with np.errstate(over="ignore", invalid="ignore"):
        values = np.sum(errors**2, axis=axis) / (2 * errors.shape[axis])
    return np.where(np.isnan(values), np.inf, values)


def gradient(theta, X, y):
    """Return the gradient of the chapter's loss.

        dL/dtheta_j = 1/m sum_i (h_i - y_i) x_ij

    theta    (n+1,)    parameters
    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      targets
    returns  (n+1,)    loss per unit of theta

    Raises ValueError if the shapes do not fit or the data hold NaN.
    Source: the chapter, section 3.
    """
    X, y = as_examples(X, y)
    with np.errstate(over="ignore", invalid="ignore"):
        return slope(predict(theta, X) - y, X)


def slope(errors, X):
    """Return the gradient of the chapter's loss, of errors that are already known.

        dL/dtheta_j = 1/m sum_i e_i x_ij

    errors   (m,)    h - y
    X        (m, k)  inputs that some of theta multiply, all or a few columns; (m,) for one
    returns  (k,)    loss per unit of theta; a number for one
    """
    return X.T @ errors / len(errors)


def least_squares(X, y):
    """Return the parameters of least loss, in closed form.

        X.T X theta = X.T y

    It is found by numpy.linalg.lstsq from X itself: by way of X.T X, twice as many digits would be lost.

    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      targets
    returns  (n+1,)    the shortest such theta, where several have the least loss

    Raises ValueError if the shapes do not fit or the data hold NaN.
    Source: Goodfellow, Bengio, Courville, "Deep Learning", section 5.1.4.
    """
    X, y = as_examples(X, y)
    return np.linalg.lstsq(X, y, rcond=None)[0]


def least_loss(X, y):
    """Return the least loss that any theta has: L at `least_squares(X, y)`.

    X        (m, n+1)  inputs, x0 = 1 in column 0
    y        (m,)      targets
    returns  float     in squared units of y

    Raises ValueError if the shapes do not fit or the data hold NaN.
    """
    return loss(least_squares(X, y), X, y)


def surface(theta0, theta1, X, y):
    """Return the chapter's loss L on a grid of two parameters, for its contours.

    theta0   (p,)    intercepts
    theta1   (q,)    slopes
    X        (m, 2)  inputs, x0 = 1 in column 0
    y        (m,)    targets
    returns  (q, p)  row k holds L(theta0, theta1[k])

    Raises ValueError if the shapes do not fit or the data hold NaN.
    """
    X, y = as_examples(X, y)
    if X.shape[1] != 2:
        raise ValueError(f"X has shape {X.shape} but (m, 2) is needed: x0 = 1 and one input")
    thetas = np.stack(np.meshgrid(as_data("theta0", theta0, 1), as_data("theta1", theta1, 1)))  # (2, q, p)
    errors = np.tensordot(X, thetas, axes=1) - y[:, None, None]  # (m, 2) with (2, q, p) -> (m, q, p)
    return half_mean_square(errors, axis=0)
