#!/bin/sh
# Make .venv, install the locked requirements with their hashes checked, then the course itself.
# Called by make, from the top folder. What goes wrong is said in one sentence.

NEEDED_MB=${NEEDED_MB:-3500}
LOG=.venv/install.log

fail() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

in_range() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-python3.12 python3.13 python3.11 python3 python}; do
        if in_range "$name"; then
            echo "$name"
            return
        fi
    done
    found=$(${PYTHON:-python3} --version 2>&1) || found="no Python"
    fail "The course needs Python 3.11, 3.12 or 3.13, and found $found. Install one of them, or name it: make lab PYTHON=/path/to/python3.12"
}

explain() {
    if grep -qiE 'no space left|errno 28' $LOG; then
        fail "The disk is full: the course needs about $NEEDED_MB MB in $(pwd)/.venv. Free some space and run make again."
    elif grep -qiE 'do not match the hashes' $LOG; then
        fail "A downloaded package is not the one that requirements.txt names (its hash differs), so it was not installed. Run make again; if it stays so, ask whoever runs your network."
    elif grep -qiE 'connection|timed out|resolve|no matching distribution|proxy|network' $LOG; then
        fail "The packages could not be downloaded: is there a network? Connect and run make again; what has arrived is kept."
    fi
    tail -n 15 $LOG >&2
    fail "The installation failed; the lines above say why, and all of them are in $LOG."
}

free_mb=$(df -Pm . | awk 'NR == 2 { print $4 }')
if [ ! -x .venv/bin/jupyter ] && [ "$free_mb" -lt "$NEEDED_MB" ]; then
    fail "The disk is too full: the course needs about $NEEDED_MB MB here and $free_mb MB are free. Free some space and run make again."
fi

if ! in_range .venv/bin/python; then
    python=$(find_python) || exit 1
    rm -rf .venv
    if ! message=$("$python" -m venv .venv 2>&1); then
        mkdir -p .venv && printf '%s\n' "$message" > $LOG
        case $message in
            *ensurepip*) fail "This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv" ;;
        esac
        explain
    fi
fi

echo "Installing the course into .venv: once, and about 700 MB to download."
export PIP_USER=0  # whatever pip.conf says: .venv takes no packages of the user's own
pip=".venv/bin/python -m pip --disable-pip-version-check"
$pip install --retries 2 --require-hashes -r requirements.txt 2> $LOG || explain
$pip install --quiet --no-deps --no-build-isolation --no-index --editable . 2>> $LOG || explain
mkdir -p .venv/etc/ipython && cp jupyter/ipython_kernel_config.py .venv/etc/ipython/
touch .venv/ready
echo "The course is installed."
