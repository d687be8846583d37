import json
from importlib import metadata
from pathlib import Path

import pytest

from helpers import setup_check

REQUIRED = [
    "numpy>=2.1",
    "jupyterlab<5,>=4.5",
    'tensorflow-cpu>=2.20; sys_platform == "linux" and platform_machine == "x86_64"',
    'tensorflow>=2.20; sys_platform != "linux" or platform_machine != "x86_64"',
    'pytest>=8; extra == "test"',
]
LINUX = {"sys_platform": "linux", "platform_machine": "x86_64"}
WINDOWS = {"sys_platform": "win32", "platform_machine": "AMD64"}
WHOLE = {"numpy": "2.4.0", "jupyterlab": "4.6.6", "tensorflow-cpu": "2.21.0"}


def packages(versions, environment=LINUX):
    return setup_check.package_problems(REQUIRED, versions.get, environment)


def test_all_is_well():
    assert packages(WHOLE) == []


def test_a_missing_package_is_named_with_the_command_that_mends_it():
    (sentence,) = packages({**WHOLE, "numpy": None})
    assert (
        sentence
        == 'numpy is missing, and the course needs numpy>=2.1. In a new cell, run: %pip install "numpy>=2.1"'
    )


@pytest.mark.parametrize(("name", "version"), [("numpy", "1.26.4"), ("jupyterlab", "5.0.0")])
def test_a_package_that_is_too_old_or_too_new(name, version):
    (sentence,) = packages({**WHOLE, name: version})
    assert f"{name} is version {version}" in sentence
    assert "%pip install" in sentence


def test_a_release_candidate_counts():
    assert packages({**WHOLE, "numpy": "2.5.0rc1"}) == []


def test_each_platform_has_its_tensorflow():
    assert packages({**WHOLE, "tensorflow-cpu": None, "tensorflow": "2.21.0"}) == [], (
        "the larger package will do"
    )
    assert packages({**WHOLE, "tensorflow": "2.21.0"}, WINDOWS) == []
    (sentence,) = packages(WHOLE, WINDOWS)
    assert sentence.startswith("tensorflow is missing")
    (sentence,) = packages({**WHOLE, "tensorflow-cpu": None, "tensorflow": "2.10.0"})
    assert sentence.startswith("tensorflow-cpu is missing")


def test_two_missing_packages_make_two_sentences():
    assert len(packages({})) == 3


@pytest.mark.parametrize("version", ["3.11.0", "3.12.4", "3.13.9", "3.13.0rc2"])
def test_python_that_will_do(version):
    assert setup_check.python_problems(version, ">=3.11,<3.14") == []


@pytest.mark.parametrize("version", ["3.10.14", "3.14.0"])
def test_python_that_will_not_do(version):
    (sentence,) = setup_check.python_problems(version, ">=3.11,<3.14")
    assert f"This is Python {version}" in sentence
    assert "conda env create -f environment.yml" in sentence


def extension(folder):
    package = folder / setup_check.WIDGETS / "package.json"
    package.parent.mkdir(parents=True)
    package.write_text("{}")
    return folder


def setting(folder, text):
    (folder / "labconfig").mkdir(parents=True)
    (folder / "labconfig" / "page_config.json").write_text(text)
    return folder


def disabled(folder, off, name=setup_check.WIDGETS):
    return setting(folder, json.dumps({"disabledExtensions": {name: off}}))


def test_the_extension_for_widgets(tmp_path):
    found = [tmp_path / "elsewhere", extension(tmp_path / "lab")]
    assert setup_check.widget_problems(found, [tmp_path]) == []
    (sentence,) = setup_check.widget_problems([tmp_path / "elsewhere"], [tmp_path])
    assert "%pip install --force-reinstall jupyterlab_widgets" in sentence


@pytest.mark.parametrize("name", [setup_check.WIDGETS, setup_check.WIDGETS + ":plugin"])
def test_the_extension_for_widgets_switched_off(tmp_path, name):
    lab, settings = extension(tmp_path / "lab"), disabled(tmp_path / "settings", True, name)
    (sentence,) = setup_check.widget_problems([lab], [settings])
    assert "!jupyter labextension enable" in sentence
    user = disabled(tmp_path / "user", False, name)
    assert setup_check.widget_problems([lab], [user, settings]) == [], "the user's own settings rule"


@pytest.mark.parametrize("text", ["not json", "[]", '{"disabledExtensions": ["a"]}', "{}"])
def test_settings_that_say_nothing_of_it(tmp_path, text):
    assert setup_check.widget_problems([extension(tmp_path / "lab")], [setting(tmp_path, text)]) == []


def test_notebooks_that_lie_beside_other_helpers(tmp_path):
    def course(name):
        helpers = tmp_path / name / "helpers"
        helpers.mkdir(parents=True)
        (helpers / "setup_check.py").touch()
        (tmp_path / name / "notebooks").mkdir()
        return helpers

    one, other = course("one"), course("other")
    assert setup_check.folder_problems(tmp_path / "one" / "notebooks", one) == []
    assert setup_check.folder_problems(tmp_path, one) == [], "a notebook on its own is no fault"
    (sentence,) = setup_check.folder_problems(tmp_path / "other" / "notebooks", one)
    assert f'%pip install -e "{other.parent}"' in sentence


@pytest.mark.parametrize(
    "text", ['{"floatx": "float16", "backend": "torch"}', "{}", "not json", '{"epsilon": 0.1, "more": []}']
)
def test_settings_of_keras_that_let_it_start(tmp_path, text):
    (tmp_path / "keras.json").write_text(text)
    assert setup_check.keras_problems(tmp_path / "keras.json") == []
    assert setup_check.keras_problems(tmp_path / "none.json") == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"floatx": "bfloat16"}', "floatx"),
        ('{"floatx": "float32", "epsilon": 1}', "epsilon"),
        ('{"image_data_format": "last", "floatx": ["float32"]}', "floatx, image_data_format"),
        ("[]", "the file itself"),
    ],
)
def test_settings_of_keras_that_do_not(tmp_path, text, fault):
    path = tmp_path / "keras.json"
    path.write_text(text)
    (sentence,) = setup_check.keras_problems(path)
    assert f"({fault})" in sentence
    exec(sentence.split("run: ")[1])  # noqa: S102 - our own command
    assert setup_check.keras_problems(path) == []
    assert (tmp_path / "keras.json.old").read_text() == text


def test_a_course_that_is_not_installed(monkeypatch):
    monkeypatch.setattr(setup_check, "COURSE", "no-such-course")
    (sentence,) = setup_check.problems()
    assert sentence.startswith("The course is not installed")
    assert "%pip install -e" in sentence


def test_the_report(monkeypatch, capsys):
    monkeypatch.setattr(setup_check, "problems", lambda: [])
    setup_check.report()
    assert capsys.readouterr().out == "Everything is in place.\n"
    monkeypatch.setattr(setup_check, "problems", lambda: ["This is missing.", "That too."])
    setup_check.report()
    assert capsys.readouterr().out.splitlines() == [
        "This is missing.",
        "That too.",
        "Then choose Restart Kernel in the Kernel menu, and run this cell again.",
    ]


def test_here_all_is_in_place(monkeypatch):
    monkeypatch.chdir(Path(setup_check.__file__).parents[1] / "notebooks")
    assert setup_check.problems() == []
    assert metadata.metadata(setup_check.COURSE)["Requires-Python"]
