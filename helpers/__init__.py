"""The code behind the course. Each folder says in its `__init__.py` what its files are.

    course.py         the one list of notebooks: what each is called, has and needs
    data/             small data sets, made from a seed
    maths/            the mathematics, in NumPy alone
    formulas/         numbers to LaTeX, with the numbers put in
    figures/          arrays to pictures
    live/             pictures that move, and explorers: controls, picture, words
    learner/          what answers meet: verdicts, quizzes, progress
    training/         what the Keras notebooks share; the only folder that needs TensorFlow
    widgets/          the explorers of each notebook
    checks/           the exercises of each notebook, each with the mistakes that it knows
    quizzes/          the quiz of each notebook, and what to repeat today
    progress_view.py  a map of the course with what is done
    setup_check.py    what is missing on this machine, in words

Imports run one way, by folder: tests/test_imports.py has the table.

"The chapter" in docstrings is the chapter of an introduction to deep learning that this course grew from. Its
formulas (section 3) stand in notebook 03, its listing (section 4) in notebook 04.
"""
