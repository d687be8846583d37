"""What a learner's answers meet.

exercise   a check as a function: what is known of its mistakes, and its hints
comparing  an answer beside what is right: numbers, shapes, known mistakes
running    a learner's function called with a limit of time
verdict    what is said of an answer, and how it looks
questions  the kinds of question of a quiz
quiz       a quiz as widgets
schedule   which questions are worth repeating today
progress   what a learner solved, answered and viewed, kept on their disk
"""
