# Each target works on a fresh machine that has Python 3.11 to 3.13 and make.
#   make lab        the course in JupyterLab
#   make slides     one notebook as a deck: make slides NB=03
#   make test       everything verified
#   make notebooks  run every notebook again and store it (NB=03 for one)
#   make html       the course as pages to read and print, in build/html
#   make bench      how fast the pictures answer
#   make lock       requirements.txt again, from pyproject.toml
#   make clean      remove the environment

# For make lab and make slides: PORT=9000; BROWSER=none for a server, or a browser's name; LAB_OPTIONS for jupyter lab itself.
PORT = 8888
LAB_OPTIONS =
# The learner's own copies of the notebooks; FOLDER=notebooks opens those of the course themselves, to change them.
FOLDER = my-course
OPENS = /lab/tree/$(FOLDER)/00_start_here.ipynb
NB =
WORKERS = 2

BIN := .venv/bin
NOTEBOOKS = $(wildcard notebooks/$(NB)*.ipynb)
# One named on the command line goes to jupyter; one in the environment is found there, as Python's webbrowser does.
BROWSER_NAMED = $(if $(filter command,$(origin BROWSER)),--browser="$(BROWSER)")
BROWSER_OPTION = $(if $(filter none,$(BROWSER)),--no-browser,$(BROWSER_NAMED))

.DELETE_ON_ERROR:
.PHONY: lab slides test notebooks html bench lock clean

lab: .venv/ready
	@$(if $(filter-out notebooks,$(FOLDER)),$(BIN)/python jupyter/editions.py notebooks $(FOLDER))
	$(BIN)/jupyter lab --config=jupyter_lab_config.py --LabApp.default_url=$(OPENS) --port=$(PORT) \
		$(BROWSER_OPTION) $(LAB_OPTIONS)

slides: .venv/ready
	@test "$(words $(NOTEBOOKS))" = 1 || { echo "Name one notebook, as in: make slides NB=03" >&2; exit 1; }
	$(MAKE) lab OPENS=/lab/workspaces/deck/tree/$(FOLDER)/$(notdir $(NOTEBOOKS))

test: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/python -m pytest tests notebooks --nbval --nbval-current-env --nbval-cell-timeout=120 \
		-n $(WORKERS)

notebooks: .venv/ready
	$(BIN)/ruff format notebooks
	$(BIN)/python tests/notebooks/stored.py $(NOTEBOOKS)

html: .venv/ready
	rm -rf build/html
	$(BIN)/python docs/html/build.py build/html

bench: .venv/ready
	$(BIN)/python tests/bench.py
	PYTHONPATH=tests $(BIN)/python -m browser.bench

lock: .venv/ready
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --generate-hashes --no-emit-index-url --upgrade --output-file requirements.txt

.venv/ready: requirements.txt pyproject.toml jupyter/ipython_kernel_config.py
	@PYTHON='$(PYTHON)' sh .ci/install.sh

clean:
	rm -rf .venv build *.egg-info
	find . -name __pycache__ -prune -exec rm -rf {} +
