// For a reader: on the stored picture of an explorer, and on stored questions, stands a button that makes them live. It
// runs what they need: of the cells above those that have not run yet, and their own.

import { forEach } from "./added.js";
import { make } from "./elements.js";
import { forEachNotebook, hasTag, runWithNeeded, scrollTo } from "./notebooks.js";

const STORED = ".jp-OutputArea-output figure:has(> figcaption)";
const RUN_AND_NEXT = "notebook:run-cell-and-select-next";
const SHOWN = ".explorer [role=slider], .quiz :is(input, button)";

function makeButton(app, text) {
  const button = make("button", { className: "explorer-wake", type: "button" }, text);
  button.addEventListener("click", async () => {
    const panel = app.shell.currentWidget;
    const index = panel.content.widgets.findIndex(cell => cell.node.contains(button));
    if (index < 0) return;
    const { node } = panel.content.widgets[index];
    button.disabled = true;
    button.textContent = "Running the cells above …";
    panel.content.activeCellIndex = index;
    await runWithNeeded(panel, index);
    Object.assign(button, { disabled: false, textContent: text });  // where what it made live is gone, it is needed again
    for (let tries = 0; tries < 50 && !node.querySelector(SHOWN); tries++) await new Promise(done => setTimeout(done, 100));
    node.querySelector(SHOWN)?.focus({ preventScroll: true });
  });
  return button;
}

function offer(app, figure) {
  if (figure.querySelector(".explorer-wake")) return;
  figure.classList.add("explorer-stored");
  figure.append(makeButton(app, "Make it live"));
}

/** Stored questions are text without anything to press: in their place stands the button. */
async function offerQuiz(app, cell) {
  cell.addClass("course-quiz");
  await cell.ready;
  const outputs = cell.node.querySelector(".jp-Cell-outputWrapper");
  if (!cell.node.querySelector(".explorer-wake")) outputs?.before(makeButton(app, "Begin the quiz"));
}

function activate(app) {
  forEach(STORED, figure => offer(app, figure));
  forEachNotebook(app, ({ content }) => content.widgets.filter(cell => hasTag(cell, "quiz")).forEach(cell => void offerQuiz(app, cell)));
  app.commands.commandExecuted.connect(async (_, { id, result }) => {  // to go on would scroll the first question away
    const notebook = app.shell.currentWidget?.content, index = notebook?.activeCellIndex - 1;
    if (id !== RUN_AND_NEXT || !hasTag(notebook?.widgets?.[index], "quiz")) return;
    await result;
    notebook.activeCellIndex = index;
    await scrollTo(notebook, index - 1);
  });
}

export default { id: "course:live", autoStart: true, activate };
