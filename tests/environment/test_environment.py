"""environment.yml and requirements.txt against pyproject.toml, which alone says what the course needs."""

import re
import tomllib
from pathlib import Path

import pytest
import rattler
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from repo2docker.app import Repo2Docker
from ruamel.yaml import YAML

TOP = Path(__file__).parents[2]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]
NEEDED = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
DEPENDENCIES = YAML(typ="safe").load(TOP / "environment.yml")["dependencies"]
LOCK = (TOP / "requirements.txt").read_text()


def locked():
    """Yield the name, the version and the number of hashes of every entry of the lock."""
    for entry in re.split(r"\n(?=\S)", LOCK):
        if match := re.match(r"([\w.-]+)==(\S+)", entry):
            yield canonicalize_name(match[1]), match[2], entry.count("--hash=sha256:")


def test_environment_yml_lists_what_pyproject_lists_and_then_the_course():
    (pip_lines,) = (line["pip"] for line in DEPENDENCIES if isinstance(line, dict))
    assert pip_lines == [*NEEDED, "-e ."]


def test_conda_lines_are_valid_and_ask_for_nothing_but_python_and_pip():
    lines = [line for line in DEPENDENCIES if isinstance(line, str)]
    specs = {spec.name.normalized: spec for spec in map(rattler.MatchSpec, lines)}
    assert specs.keys() == {"python", "pip"}
    assert str(specs["python"].version) == "3.12.*"


def test_binder_gives_python_3_12(monkeypatch):
    monkeypatch.chdir(TOP)
    app = Repo2Docker()
    pack = next(pack for pack in (kind(app.base_image) for kind in app.buildpacks) if pack.detect())
    assert type(pack).__name__ == "CondaBuildPack"
    assert pack.python_version == "3.12"


@pytest.mark.parametrize("needed", NEEDED)
def test_the_lock_holds_a_version_that_pyproject_allows(needed):
    requirement = Requirement(needed)
    versions = [version for name, version, _ in locked() if name == canonicalize_name(requirement.name)]
    assert versions, f"{requirement.name} is not in requirements.txt: run make lock"
    assert all(version in requirement.specifier for version in versions)


def test_every_entry_of_the_lock_has_a_hash_and_none_an_address():
    assert all(hashes for _, _, hashes in locked())
    assert len(list(locked())) > 100
    assert "://" not in LOCK
    assert "index-url" not in LOCK.replace("--no-emit-index-url", "")
