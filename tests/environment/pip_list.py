"""Print the pip list of environment.yml, as conda hands it to pip."""

from pathlib import Path

from ruamel.yaml import YAML

environment = YAML(typ="safe").load(Path(__file__).parents[2] / "environment.yml")
print(*environment["dependencies"][-1]["pip"], sep="\n")
