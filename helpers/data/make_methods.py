"""Write methods.npz: how six methods fared on the same data, each tuned by cross-validation; minutes of work.

Twice, on handwritten digits and on a table of tumours, for each of SPLITS parts that judge: each method's
settings are chosen by cross-validation on the rest, then it learns from all of the rest, and from fewer. No
form of digits is on both sides of a split. What is written: the share of right answers for each part, and
from so many examples, and what the commonest class would have; the settings chosen for the first part;
processor seconds to learn, and to answer a thousand times; and kilobytes of the model, as Python stores it.
"""

import pickle
import time

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import (
    GridSearchCV,
    GroupKFold,
    GroupShuffleSplit,
    StratifiedKFold,
    StratifiedShuffleSplit,
)
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from helpers.data import digits
from helpers.data.methods import FILE, METHODS, SIZES

SPLITS, FOLDS = 5, 4
CHOICES = {
    "naive Bayes": (GaussianNB(), {"var_smoothing": [1e-9, 1e-3, 1e-2, 1e-1, 1]}),
    "nearest neighbour": (KNeighborsClassifier(), {"n_neighbors": [1, 3, 5, 9, 15]}),
    "logistic regression": (LogisticRegression(max_iter=5000), {"C": [0.003, 0.01, 0.03, 0.1, 1, 10, 100]}),
    "support vectors": (SVC(), {"C": [1, 10, 100], "gamma": [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]}),
    "random forest": (
        RandomForestClassifier(300, random_state=0),
        {"max_features": [0.05, 0.1, 0.3], "min_samples_leaf": [1, 3]},
    ),
    "network": (
        MLPClassifier(max_iter=400, random_state=0),
        {"hidden_layer_sizes": [(32,), (128,)], "alpha": [1e-4, 1e-1, 1, 10]},
    ),
}
"""Method -> scikit-learn's, and the settings to choose from."""
SCALERS = {"digits": [StandardScaler(), "passthrough"], "tumours": [StandardScaler()]}
"""What may be done to the columns first: those of a table have units of their own, pixels all have one."""


def splits(name):
    """Return X, y, the groups, and a list of pairs of rows: to learn from, to judge by."""
    if name == "digits":
        X, y, group = digits()
        cut = GroupShuffleSplit(SPLITS, test_size=3, random_state=0)
    else:
        X, y = load_breast_cancer(return_X_y=True)
        group, cut = np.arange(len(y)), StratifiedShuffleSplit(SPLITS, test_size=0.2, random_state=0)
    return X, y, group, list(cut.split(X, y, group if name == "digits" else None))


def tuned(method, name, X, y, group):
    """Return a method with the settings that cross-validation chose, and these settings."""
    estimator, grid = CHOICES[method]
    model = Pipeline([("scaler", StandardScaler()), ("method", estimator)])
    choices = {f"method__{key}": values for key, values in grid.items()}
    if len(SCALERS[name]) > 1 and method != "random forest":  # whose questions are the same on any scale
        choices["scaler"] = SCALERS[name]
    folds = GroupKFold(FOLDS) if name == "digits" else StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    search = GridSearchCV(model, choices, cv=folds)
    search.fit(X, y, groups=group if name == "digits" else None)
    return search.best_estimator_, {
        key.removeprefix("method__"): value for key, value in search.best_params_.items()
    }


def seconds(work):
    """Return the processor seconds that some work takes, the least of three."""
    found = []
    for _ in range(3):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def cost(model, X, y, learn, judge):
    """Return seconds to learn, seconds to answer a thousand times, kilobytes of the model."""
    answer = 1000 / len(judge) * seconds(lambda: model.predict(X[judge]))
    size = len(pickle.dumps(model)) / 1000
    return seconds(lambda: model.fit(X[learn], y[learn])), answer, size


def main():
    """Write the file."""
    held = {}
    for name, sizes in SIZES.items():
        X, y, group, parts = splits(name)
        right, costs = np.zeros((len(METHODS), SPLITS)), np.zeros((len(METHODS), 3))
        curve, settings = np.zeros((len(METHODS), len(sizes), SPLITS)), []
        for row, method in enumerate(METHODS):
            for split, (learn, judge) in enumerate(parts):
                model, chosen = tuned(method, name, X[learn], y[learn], group[learn])
                right[row, split] = model.score(X[judge], y[judge])
                if split == 0:
                    settings.append(", ".join(f"{key}={value}" for key, value in chosen.items()))
                    costs[row] = cost(model, X, y, learn, judge)
                order = np.random.default_rng(split).permutation(learn)
                for column, size in enumerate(sizes):
                    few = model.fit(X[order[:size]], y[order[:size]])
                    curve[row, column, split] = few.score(X[judge], y[judge])
            print(f"{name}, {method}: {right[row].mean():.3f}, {settings[-1]}, {costs[row]}", flush=True)
        commonest = [DummyClassifier().fit(X[a], y[a]).score(X[b], y[b]) for a, b in parts]
        held |= {
            f"{name}_right": right,
            f"{name}_commonest": np.array(commonest),
            f"{name}_curve": curve,
            f"{name}_cost": costs,
            f"{name}_settings": np.array(settings),
        }
    np.savez_compressed(FILE, **held)


if __name__ == "__main__":
    main()
