"""Questions out of Markdown, as a teacher writes them.

    ## Choice: colour

    Which is a colour?

    - [ ] loud {#loud}
      That is heard.
    - [x] red {#red}
      It is seen.

A heading has the kind of the question (Choice, Several or Number) and its name. An option is one line that
ends in its name; its explanation stands below, indented. The options of a Number are numbers without names,
the right one perhaps with a tolerance (`0.1 ± 0.001`), and `otherwise`. Texts may take several lines.

The lines are read here, since a library for Markdown takes each slip for a text of some kind, where this is
to refuse it, and makes italics of formulas that are wanted as they were typed.
"""

import re
from dataclasses import dataclass, field
from itertools import combinations

from helpers.learner.questions import Choice, Number, Option, Several, as_number

NAME = r"[a-z][a-z0-9_]*"
TITLE = re.compile(r"# \S.*")
HEADING = re.compile(rf"## (Choice|Several|Number): ({NAME})")
ITEM = re.compile(r"- \[([ xX])\] +(\S.*)")
ALMOST = re.compile(r"\s*(#|[-*+]\s|[-*+]?\s*\[[ xX]?\])")
"""A line that is meant as a heading or an option, and is written otherwise."""
OPTION = re.compile(rf"(.*\S)\s*\{{#({NAME})\}}")
OTHERWISE = "otherwise"


class QuestionError(ValueError):
    """A question is not written as it has to be: file, line, question, what was found, what is needed."""


@dataclass
class Item:
    """A line with a box, and the lines below it."""

    line: int
    ticked: bool
    head: str
    why: str = ""


@dataclass
class Section:
    """The lines of a question, from its heading on."""

    file: str
    line: int
    kind: str
    name: str
    text: str = ""
    items: list = field(default_factory=list)

    def add(self, number, line):
        """Take the next line, which is no heading."""
        if match := ITEM.fullmatch(line):
            self.items.append(Item(number, match[1] != " ", match[2]))
        elif ALMOST.match(line):
            raise self.error(f"found “{line}”; an option begins with - [ ] or, if it is right, - [x]", number)
        elif self.items and not line.startswith((" ", "\t")):
            raise self.error(f"found “{line}”; an explanation stands indented below its option", number)
        elif self.items:
            self.items[-1].why = f"{self.items[-1].why} {line.strip()}".lstrip()
        else:
            self.text = f"{self.text} {line.strip()}".lstrip()

    def error(self, problem, line=None):
        """Return an error about one line, or about the whole question."""
        return QuestionError(f"{self.file}, line {line or self.line}, question {self.name}: {problem}")


def read(path):
    """Return the questions of a file, and raise, as `questions` does."""
    try:
        return questions(path.read_text(encoding="utf-8-sig"), path.name)
    except FileNotFoundError as error:
        raise QuestionError(f"there is no file {path.name} in {path.parent}") from error
    except UnicodeDecodeError as error:
        raise QuestionError(f"{path.name} is not stored as UTF-8; save it again, as UTF-8") from error


def questions(text, file):
    """Return the questions of a text as a list of Choice, Several and Number.

    file  what an error calls the text

    Raises QuestionError at the first thing that is not written as it has to be.
    """
    sections = _sections(text, file)
    for first, second in combinations(sections, 2):
        if first.name == second.name:
            raise second.error(f"a question of that name begins in line {first.line}; each needs its own")
    return [KINDS[section.kind](section) for section in sections]


def _sections(text, file):
    """Return the Sections of a text; above the first question only a title may stand."""
    sections = []
    for number, line in enumerate(map(str.rstrip, text.split("\n")), start=1):
        if match := HEADING.fullmatch(line):
            sections.append(Section(file, number, *match.groups()))
        elif sections and line and not line.startswith("#"):
            sections[-1].add(number, line)
        elif line and (sections or not TITLE.fullmatch(line)):
            needed = "a question begins with a line such as ## Choice: its_name (or Several, or Number)"
            raise QuestionError(f"{file}, line {number}: found “{line}”; {needed}")
    for section in sections:
        _refuse_gaps(section)
    return sections


def _refuse_gaps(section):
    if not section.text:
        raise section.error("it has no text; write it below the heading")
    if not section.items:
        raise section.error("it has no options; each begins with - [ ] or, if it is right, - [x]")
    for item in section.items:
        if not item.why:
            raise section.error(f"“{item.head}” has no explanation; write it below, indented", item.line)


def _choice(section):
    options = _options(section)
    right = sum(option.holds for option in options)
    if right != 1:
        raise section.error(f"{right} options are marked [x]; a Choice has one, a Several may have more")
    return Choice(section.name, section.text, options)


def _several(section):
    options = _options(section)
    right = sum(option.holds for option in options)
    if not 0 < right < len(options):
        raise section.error(
            f"{right} of {len(options)} options are marked [x]; some need to be right, some wrong"
        )
    return Several(section.name, section.text, options)


def _options(section):
    options = [_option(section, item) for item in section.items]
    for (_, first), (item, second) in combinations(zip(section.items, options, strict=True), 2):
        for what in ("name", "text"):
            if getattr(first, what) == getattr(second, what):
                same = getattr(second, what)
                raise section.error(f"two options have the {what} “{same}”; each needs its own", item.line)
    return options


def _option(section, item):
    match = OPTION.fullmatch(item.head)
    if match is None:
        raise section.error(
            f"“{item.head}” has no name; an option is one line that ends in its name, such as"
            " {#its_name}, of small letters, digits and _",
            item.line,
        )
    return Option(match[2], match[1], item.ticked, item.why)


def _number(section):
    right = _one(section, "number marked [x]", [item for item in section.items if item.ticked])
    wrong = [item for item in section.items if not item.ticked]
    other = _one(section, f"line - [ ] {OTHERWISE}", [item for item in wrong if item.head == OTHERWISE])
    wrong.remove(other)
    head, sign, extra = right.head.partition("±")
    value = _value(section, right, head)
    tolerance = _value(section, right, extra) if sign else Number.tolerance
    wrong_values = [_value(section, item, item.head) for item in wrong]
    _refuse_neighbours(section, [right, *wrong], [value, *wrong_values], tolerance)
    mistakes = {number: item.why for number, item in zip(wrong_values, wrong, strict=True)}
    return Number(section.name, section.text, value, right.why, other.why, tolerance, mistakes)


def _one(section, what, items):
    if len(items) != 1:
        raise section.error(f"found {len(items)} times a {what}; a Number has it once")
    return items[0]


def _value(section, item, text):
    value = as_number(text)
    if value is None:
        raise section.error(
            f"“{item.head}” is not read as a number; write it like 2.5, -3, 1/4 or 0.1 ± 0.001", item.line
        )
    return value


def _refuse_neighbours(section, items, values, tolerance):
    """Refuse numbers that a learner's answer could not be told apart by."""
    if not tolerance > 0:
        raise section.error(f"the tolerance is {tolerance:g}; it has to be above 0", items[0].line)
    for (first, one), (second, two) in combinations(zip(items, values, strict=True), 2):
        if abs(one - two) <= tolerance:
            raise section.error(
                f"{second.head} lies within the tolerance, {tolerance:g}, of {first.head}", second.line
            )


KINDS = {"Choice": _choice, "Several": _several, "Number": _number}
