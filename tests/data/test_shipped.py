import numpy as np
import pytest

from helpers.data.shipped import arrays


def test_arrays_come_back(tmp_path):
    file = tmp_path / "some.npz"
    np.savez_compressed(file, a=[1, 2], b=np.eye(2))
    found = arrays(file)
    assert found["a"].tolist() == [1, 2]
    assert found["b"].tolist() == [[1, 0], [0, 1]]


@pytest.mark.parametrize("keep", [0, 10, 0.5, 0.95])
def test_a_file_that_was_cut_is_refused_by_name(tmp_path, keep):
    file = tmp_path / "some.npz"
    np.savez_compressed(file, a=np.random.default_rng(0).random(1000))
    whole = file.read_bytes()
    file.write_bytes(whole[: keep if isinstance(keep, int) else int(keep * len(whole))])
    with pytest.raises(ValueError, match=r"some\.npz .* damaged"):
        arrays(file)


def test_a_file_with_other_bytes_inside_is_refused_by_name(tmp_path):
    file = tmp_path / "some.npz"
    np.savez_compressed(file, a=np.random.default_rng(0).random(1000))
    held = bytearray(file.read_bytes())
    held[1000:1010] = bytes(10)
    file.write_bytes(held)
    with pytest.raises(ValueError, match=r"some\.npz .* damaged"):
        arrays(file)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"some\.npz is missing"):
        arrays(tmp_path / "some.npz")
