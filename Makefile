# Each target works on a fresh machine that has Python 3.11 to 3.13 and make.
#   make lab        the course in JupyterLab
#   make test       everything verified
#   make notebooks  run every notebook again and store it (NB=03 for one)
#   make bench      how fast the pictures answer
#   make lock       requirements.txt again, from pyproject.toml
#   make clean      remove the environment

PORT = 8888
BROWSER =
NB =

BIN := .venv/bin
PYTHON := $(BIN)/python
NOTEBOOKS = $(wildcard notebooks/$(NB)*.ipynb)
WORKERS = 2

.DELETE_ON_ERROR:
.PHONY: lab test notebooks bench lock clean

lab: .venv/ready
	$(BIN)/jupyter lab notebooks/00_start_here.ipynb --port=$(PORT) $(if $(BROWSER),$(if $(filter none,$(BROWSER)),--no-browser,--browser="$(BROWSER)")) --config=jupyter_config.py

test: .venv/ready
	$(BIN)/ruff check && $(BIN)/ruff format --check
	$(PYTHON) -m pytest tests notebooks --nbval --nbval-current-env --nbval-cell-timeout=120 -n $(WORKERS) --dist loadfile

notebooks: .venv/ready
	$(BIN)/ruff format notebooks
	$(PYTHON) tests/notebooks/stored.py $(NOTEBOOKS)

bench: .venv/ready
	$(PYTHON) tests/bench.py

lock: .venv/ready
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --generate-hashes --no-emit-index-url --upgrade --output-file requirements.txt

.venv/ready: requirements.txt pyproject.toml
	@sh tests/install.sh

clean:
	rm -rf .venv build *.egg-info
	find . -name __pycache__ -prune -exec rm -rf {} +
