"""Write parcels.csv, a made-up table with the traps of real ones: `python -m helpers.data.make_parcels`.

A parcel is late more often if it goes far, or through rain or snow. Weights are missing here and there, the
weather is a word, a few orders stand in the table twice, and complaints are counted after the parcel came:
they give the answer away.
"""

import csv

import numpy as np

from helpers.data import PARCELS

ORDERS, TWICE, SEED = 300, 12, 0
WEATHER = {"dry": 0.0, "rain": 0.7, "snow": 2.0}
"""Weather -> what it adds to the score of being late."""


def rows():
    """Return the rows of the table, the names of its columns first."""
    rng = np.random.default_rng(SEED)
    table = []
    for order in range(1, ORDERS + 1):
        distance, weight = rng.uniform(5, 300), rng.gamma(2.0, 1.5)
        weather = rng.choice(list(WEATHER), p=[0.6, 0.3, 0.1])
        score = -2.8 + 0.012 * distance + WEATHER[weather]
        late = int(rng.random() < 1 / (1 + np.exp(-score)))
        complaints = rng.poisson(1.8 if late else 0.05)
        shown = "" if rng.random() < 0.06 else f"{weight:.1f}"
        table.append([order, f"{distance:.0f}", shown, weather, complaints, late])
    table += [table[k] for k in sorted(rng.choice(ORDERS, TWICE, replace=False))]
    table = [table[k] for k in rng.permutation(len(table))]
    return [["order", "distance_km", "weight_kg", "weather", "complaints", "late"], *table]


if __name__ == "__main__":
    with PARCELS.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows())
