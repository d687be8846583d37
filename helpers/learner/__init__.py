"""What a learner's answers meet.

exercise   a check made of data, a solution, known mistakes and hints
numbers    an answer beside what is right and what known mistakes give
diagnosis  the name of what is wrong with a function, from several calls of it
ideas      what a library's exception means
stubs      what is still open in an answer
wording    numbers, shapes and arguments in sentences
running    a learner's function called with a limit of time
verdict    what is said of an answer, and how it looks
questions  the kinds of question of a quiz
reading    the questions of a quiz, read from Markdown
quiz       a quiz as widgets
schedule   which questions are worth repeating today
onward     how much of a notebook is done, and what comes next
predictions  what a learner predicted, and what surprised them
progress   what a learner solved, answered, viewed and predicted, kept on their disk
"""
