"""Arrays to pictures: `draw_*` puts artists on Axes and returns those that move, `update_*` moves them.

style   colours, fonts, new figures
"""
