"""Numbers to LaTeX: each formula of the course with the current numbers put in.

numbers  one number, rounded and signed
"""
