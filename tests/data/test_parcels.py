"""The table that ships is the one that its script writes, and it has the traps that the lesson needs."""

import csv

import numpy as np

from helpers import data
from helpers.data import make_parcels


def table():
    with data.PARCELS.open(newline="") as file:
        return list(csv.DictReader(file))


def test_it_is_what_its_script_writes():
    names, *rows = make_parcels.rows()
    written = [[str(row[name]) for name in names] for row in table()]
    assert written == [[str(value) for value in row] for row in rows]


def test_it_has_its_traps():
    rows = table()
    assert any(row["weight_kg"] == "" for row in rows)
    assert {row["weather"] for row in rows} == {"dry", "rain", "snow"}
    assert len({row["order"] for row in rows}) == make_parcels.ORDERS < len(rows)
    late = np.array([row["late"] == "1" for row in rows])
    complained = np.array([row["complaints"] != "0" for row in rows])
    assert 0.15 < late.mean() < 0.5
    assert (complained == late).mean() > 0.9
