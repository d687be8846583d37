// For a learner: a bar above each notebook. A dash is a section, a circle an exercise, a diamond the quiz, filled once
// it is solved; where one is now is marked and named. A click or Enter goes there, arrows move along.
//
// What is solved comes from the learner's progress, and from the verdicts on the page: each tells what is solved by now.

import { forEach } from "./added.js";
import { exercisesOf, forEachNotebook, goTo, goToCell, hasTag, inKernel, numberIn } from "./notebooks.js";
import { presenting } from "./talk.js";

const SOLVED = "__import__('helpers.checks') and __import__('helpers.learner.onward', fromlist=['onward']).solved_as_json";
const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/** What the bar shows of a notebook: kind, label, and index of the cell. */
function marksOf(notebook) {
  const exercises = new Map(exercisesOf(notebook).map(exercise => [exercise.index, exercise]));
  const quiz = notebook.widgets.findIndex(cell => hasTag(cell, "quiz"));
  return notebook.widgets.flatMap(({ model }, index) => {
    const { number, title } = exercises.get(index) ?? {};
    if (number) return [{ kind: "exercise", label: `Exercise ${number}: ${title}`, place: number, index }];
    const heading = model.type === "markdown" && model.sharedModel.source.match(/^##? (.+)/)?.[1];
    if (!heading) return [];
    if (index + 1 === quiz) return [{ kind: "quiz", label: heading, place: "quiz", index }];
    return [{ kind: "section", label: heading.replaceAll(/[$`*\\]/g, ""), index }];
  });
}

class Bar {
  constructor(panel) {
    this.notebook = panel.content;
    this.solved = new Set();
    this.node = document.createElement("nav");
    this.node.className = "course-bar";
    this.node.setAttribute("aria-label", "In this notebook");
    this.row = this.node.appendChild(document.createElement("div"));
    this.row.className = "course-bar-marks";
    this.text = this.node.appendChild(document.createElement("span"));
    this.text.className = "course-bar-text";
    this.node.addEventListener("keydown", event => this.step(event));
    for (const type of ["pointerover", "focusin"]) this.node.addEventListener(type, ({ target }) => this.name(target));
    for (const type of ["pointerleave", "focusout"]) this.node.addEventListener(type, () => this.name(null));
    this.build();
  }

  build() {
    this.marks = marksOf(this.notebook);
    this.row.replaceChildren(...this.marks.map(mark => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("role", "link");
      button.className = `course-bar-${mark.kind}`;
      button.addEventListener("click", () => void this.go(mark));
      return button;
    }));
    this.look();
    this.show();
  }

  /** Find where one is: at the active cell if it is on the screen, else at what is in its upper third. */
  look() {
    const { activeCell, activeCellIndex, node, widgets } = this.notebook;
    const { top, bottom, height } = node.getBoundingClientRect();
    const box = activeCell?.node.getBoundingClientRect() ?? { top, bottom: top };
    const above = box.bottom > top && box.top < bottom ? activeCellIndex : widgets.findLastIndex(cell =>
      cell.node.offsetHeight && cell.node.getBoundingClientRect().top < top + height / 3);
    const before = this.here;
    this.here = this.marks.findLast(({ index }) => index <= above) ?? this.marks[0];
    if (this.here !== before) this.show();
  }

  solve(places) {
    if (places.every(place => this.solved.has(place))) return;
    places.forEach(place => this.solved.add(place));
    this.show();
  }

  /** Mark what is solved, and where one is. */
  show() {
    this.marks.forEach((mark, k) => {
      const button = this.row.children[k], solved = this.solved.has(mark.place);
      button.classList.toggle("course-bar-solved", solved);
      if (mark === this.here) button.setAttribute("aria-current", "location");
      else button.removeAttribute("aria-current");
      button.tabIndex = mark === this.here ? 0 : -1;
      button.setAttribute("aria-label", solved ? `${mark.label}, solved` : mark.label);
    });
    this.name(this.row.querySelector(":focus, :hover"));
  }

  /** Write what a mark, or else the place where one is, is called. */
  name(target) {
    const mark = this.marks[[...this.row.children].indexOf(target)] ?? this.here;
    this.text.textContent = mark?.label ?? "";
  }

  step(event) {
    const at = [...this.row.children].indexOf(document.activeElement);
    if (!(event.key in STEPS) || at < 0) return;
    event.preventDefault();
    this.row.children[Math.min(Math.max(at + STEPS[event.key], 0), this.marks.length - 1)].focus();
  }

  async go({ place, index }) {
    await (place ? goTo(this.notebook, place) : goToCell(this.notebook, index));
    this.look();
  }
}

/** Put a bar between the toolbar and the cells of a notebook. */
function addBar(panel, bars) {
  const bar = new Bar(panel);
  let Widget = panel.constructor;
  while (Object.getPrototypeOf(Widget) !== Function.prototype) Widget = Object.getPrototypeOf(Widget);
  const widget = new Widget({ node: bar.node });
  panel.contentHeader.addWidget(widget);
  const presents = () => widget.setHidden(presenting());
  new MutationObserver(presents).observe(document.body, { attributeFilter: ["data-jp-deck-mode"] });
  presents();
  let asked = 0;
  const look = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => panel.isDisposed || bar.look());
  };
  panel.content.node.addEventListener("scroll", look, { capture: true, passive: true });
  panel.content.activeCellChanged.connect(look);
  new ResizeObserver(look).observe(panel.content.node);  // after a deck too
  panel.content.model.cells.changed.connect(() => requestAnimationFrame(() => panel.isDisposed || bar.build()));
  bars.add(bar);
  const number = numberIn(panel);
  if (number && exercisesOf(panel.content).length) void inKernel(panel, `${SOLVED}("${number}")`).then(places => bar.solve(places ?? []));
  panel.disposed.connect(() => bars.delete(bar));
}

function activate(app) {
  const bars = new Set();
  forEachNotebook(app, panel => addBar(panel, bars));
  const note = (part, tag, places) => {
    for (const bar of bars) {
      const holds = bar.notebook.widgets.some(cell => hasTag(cell, tag) && cell.node.contains(part));
      if (holds) bar.solve(places);
    }
  };
  forEach(".verdict[data-solved]", verdict => note(verdict, "check", verdict.dataset.solved.split(" ").filter(Boolean)));
  forEach(".quiz-done", head => note(head, "quiz", ["quiz"]));
}

export default { id: "course:bar", autoStart: true, activate };
