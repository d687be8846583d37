// For a reader: an answer waits until its prediction was made. A cell tagged "answer", and what follows on its slide, is
// veiled until a guess was typed, or "Show me" was pressed; then the guess stands beside it. Guesses are kept with the
// learner's progress, by helpers/learner/predictions.py, and never scored. A deck has its own way: the next Space.

import { make } from "./elements.js";
import { forEachNotebook, hasTag, inKernel, numberIn, sourceOf, tagsOf } from "./notebooks.js";
import { presenting, slideType } from "./talk.js";

const ENDS = new Set(["predict", "exercise", "stuck", "summary", "quiz"]);
const KEEPER = "__import__('helpers.learner.predictions', fromlist=['predictions'])";

const HEADING = /^#+ (.+)/;
const allShown = new WeakSet();  // of panels

const endsTheSlide = cell => tagsOf(cell).some(tag => ENDS.has(tag)) || slideType(cell) === "slide"
  || cell.model.type === "markdown" && sourceOf(cell).startsWith("#");

/** The predictions of a notebook: of each the cell that asks, the one that answers, and what follows until the slide ends. */
function predictionsIn({ widgets }) {
  return [...widgets.entries()].filter(([, cell]) => hasTag(cell, "predict")).flatMap(([asks]) => {
    const answers = widgets.findIndex((cell, k) => k > asks && hasTag(cell, "answer"));
    if (answers < 0) return [];
    let end = answers + 1;
    while (end < widgets.length && !endsTheSlide(widgets[end])) end++;
    const after = widgets.slice(answers + 1, end).filter(cell => !hasTag(cell, "teacher"));
    const headings = widgets.slice(0, asks + 1).map(cell => cell.model.type === "markdown" && sourceOf(cell).match(HEADING)?.[1]);
    return [{ question: widgets[asks], section: headings.findLast(Boolean) ?? "", answer: widgets[answers], after }];
  });
}

/** What a cell asks: what follows "Predict", or its last paragraph, without Markdown's marks. */
const asked = cell => (sourceOf(cell).match(/\bPredict[:,]\s*([^]*)/)?.[1] ?? sourceOf(cell).split("\n\n").at(-1))
  .replaceAll(/[$*`\n]+/g, " ").trim();

const python = value => (value === null ? "None" : typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value));

/** Make an element; it keeps its keys from JupyterLab. */
function element(tag, properties, ...children) {
  const made = make(tag, properties, ...children);
  made.dataset.lmSuppressShortcuts = "true";
  return made;
}

class Prediction {
  constructor(panel, number, { question, section, answer, after }) {
    Object.assign(this, { panel, section, answer, after, asked: asked(question) });
    this.name = `predict.${number}.${question.model.id}`;
    this.node = element("div", { className: "prediction", role: "group", ariaLabel: "Your prediction" });
    void answer.ready.then(() => answer.node.querySelector(".jp-Cell-inputWrapper, .jp-MarkdownOutput")?.before(this.node));
    this.veil(!allShown.has(panel));
    this.ask();
  }

  veil(on) {
    this.answer.toggleClass("course-veiled", on);
    for (const cell of this.after) cell.toggleClass("course-waits", on);
  }

  /** Ask for a prediction; before is one that came otherwise than thought. */
  ask(before) {
    const placeholder = before ? `what do you expect now? You once thought: ${before}` : "what do you expect?";
    const field = element("input", { type: "text", placeholder, ariaLabel: "Your prediction" });
    const commit = () => (field.value.trim() ? this.commit(field.value.trim()) : field.focus());
    field.onkeydown = event => { if (event.key === "Enter") commit(); };
    const form = element("div", { className: "prediction-asked" }, field,
      element("button", { textContent: "That is my prediction", onclick: commit }),
      element("button", { textContent: "Show me", className: "prediction-quiet", onclick: () => this.commit("") }));
    this.node.replaceChildren(form);
  }

  commit(guess) {
    void this.keep(guess, null);
    this.show(guess, null);
    const said = this.node.querySelector("p");
    said.tabIndex = -1;
    said.focus({ preventScroll: true });
  }

  /** Show the answer, beside the guess; "" is none. Asked once: was it so? */
  show(guess, right) {
    this.veil(false);
    if (!guess) return this.node.replaceChildren(element("p", { textContent: "Shown without a prediction." }));
    const compare = said => { this.show(guess, said); void this.keep(guess, said); };
    const yes = element("button", { textContent: "As I thought", onclick: () => compare(true) });
    const no = element("button", { textContent: "It surprised me", onclick: () => compare(false) });
    yes.ariaPressed = right === true;
    no.ariaPressed = right === false;
    this.node.replaceChildren(element("p", {}, "You predicted: ", element("q", { textContent: guess })), yes, no);
  }

  keep(guess, right) {
    const values = [this.name, this.section, this.asked, guess, right].map(python).join(", ");
    return inKernel(this.panel, `${KEEPER}.keep(${values})`);
  }
}

async function watch(panel) {
  const number = numberIn(panel);
  if (!number) return;
  const predictions = predictionsIn(panel.content).map(cells => new Prediction(panel, number, cells));
  panel.node.addEventListener("keydown", event => {  // to run what is veiled would show it to nobody
    const { activeCell } = panel.content;
    if (event.key !== "Enter" || !(event.shiftKey || event.ctrlKey) || !activeCell?.hasClass("course-veiled")) return;
    if (presenting()) return;
    event.preventDefault();
    event.stopPropagation();
    activeCell.node.querySelector(".prediction input")?.focus();
  }, true);
  if (!predictions.length) return;
  const kept = await inKernel(panel, `${KEEPER}.kept(${python(number)})`) ?? {};
  for (const prediction of predictions) {
    const { guess, right, again } = kept[prediction.name] ?? {};
    if (again) prediction.ask(guess);
    else if (guess !== undefined) prediction.show(guess, right);
  }
}

/** For who has read it all before: every answer of the notebook at once. */
function showAll({ shell: { currentWidget: panel } }) {
  if (!panel?.content?.widgets) return;
  allShown.add(panel);
  for (const name of ["course-veiled", "course-waits"]) panel.content.widgets.forEach(cell => cell.removeClass(name));
}

function activate(app) {
  forEachNotebook(app, panel => void watch(panel));
  app.commands.addCommand("course:show-answers", { label: "Show All Answers", execute: () => showAll(app) });
}

export default { id: "course:predict", autoStart: true, activate };
