"""What makes a check of a few comparisons: see `exercise`."""

import functools

from helpers.learner import progress
from helpers.learner.comparing import not_attempted
from helpers.learner.verdict import Feedback

SOLUTION = "A solution is folded away in the cell above; open it to read it. It passes the same check."


def exercise(name, *, right, mistakes, hints):
    """Return a decorator that makes a check of a generator.

    name      under which progress keeps it, the notebook's number first: "03.gradient"
    right     sentence for an answer that is right
    mistakes  dict of a short key -> the sentence that names this mistake
    hints     list of two or three, each saying more than the one before

    The generator is called with the answer and yields verdicts, of which the first that is not None counts:
    the key of a mistake, or a Feedback. `compare` and `compare_value` return such verdicts.

    The check is called with the answer. With keep=False it belongs to the course's own solution: nothing is
    recorded, no hint is offered.
    """

    def decorate(judge):
        @functools.wraps(judge)
        def check(answer, keep=True):
            verdict = not_attempted(answer) or next((v for v in judge(answer) if v is not None), None)
            feedback = _feedback(verdict, right, mistakes)
            if not keep:
                return Feedback(True, SOLUTION, word="Solution") if feedback.passed else feedback
            if feedback.passed:
                trouble = progress.record("solved", name)
                feedback.message += f" {trouble}" if trouble else ""
            else:
                feedback.hints = list(hints)
            return feedback

        del check.__wrapped__  # so that its signature shows keep
        check.name, check.right, check.mistakes, check.hints = name, right, dict(mistakes), list(hints)
        return check

    return decorate


def _feedback(verdict, right, mistakes):
    if verdict is None:
        return Feedback(True, right)
    return verdict if isinstance(verdict, Feedback) else Feedback(False, mistakes[verdict])
