// An exercise is one card, and one Shift+Enter checks it:
// - its four cells stand in one frame; the code of the check is folded away, a button in its place
// - an answer that has run is checked, and the cursor stays in it; one that fails leaves no old verdict below it

import { make } from "./elements.js";
import { exercisesOf, forEachNotebook, hasTag, run, writeIn } from "./notebooks.js";

const PARTS = ["exercise", "stub", "check", "solution"];
const RUN = "notebook:run-cell", RUN_AND_NEXT = "notebook:run-cell-and-select-next";

let typing = false;

/** Put the button that checks above the code of the check, and one that opens this code, once the cell is drawn. */
async function addButtons(app, notebook, { number, answer, check }) {
  await check.ready;
  if (check.node.querySelector(".exercise-steps")) return;
  const checks = make("button", { className: "exercise-check-button", type: "button", ariaLabel: `Check exercise ${number}` }, "Check");
  checks.onclick = () => {
    typing = true;
    writeIn(notebook, answer);
    void app.commands.execute(RUN);
  };
  const opens = make("button", { className: "exercise-code-button", type: "button", ariaExpanded: false }, "Code of the check");
  opens.onclick = () => { opens.ariaExpanded = check.node.classList.toggle("exercise-open"); };
  const row = make("div", { className: "exercise-steps" }, checks, make("span", {}, "or Shift+Enter"), opens);
  check.node.querySelector(".jp-Cell-inputWrapper").before(row);
}

/** Frame what belongs together, now and when cells come and go. */
function frame(app, { content }) {
  const look = () => {
    for (const cell of content.widgets)
      for (const part of PARTS) cell.toggleClass(`exercise-${part}`, hasTag(cell, part));
    for (const exercise of exercisesOf(content)) if (hasTag(exercise.check, "check")) void addButtons(app, content, exercise);
  };
  content.model.cells.changed.connect(() => requestAnimationFrame(look));
  look();
}

/** Once the answer has run, run its check; the cursor stays where one was typing. */
async function checkAfter(panel, answer, check, result) {
  const { content } = panel;
  const wasTyping = typing;
  if (wasTyping) writeIn(content, answer);
  else if (content.activeCell === check) content.activeCellIndex += 1;
  if (await result) await run(panel, check);
  else check.model.clearExecution();
  if (!wasTyping || content.activeCell !== answer) return;
  await new Promise(done => setTimeout(done, 100));  // until the verdict has its height
  check.node.scrollIntoView({ block: "nearest" });
}

function activate(app) {
  forEachNotebook(app, panel => frame(app, panel));
  addEventListener("keydown", ({ target }) => { typing = target.closest?.(".cm-content") != null; }, true);
  addEventListener("pointerdown", () => { typing = false; }, true);
  app.commands.commandExecuted.connect((_, { id, result }) => {
    const panel = app.shell.currentWidget, notebook = panel?.content;
    if (![RUN, RUN_AND_NEXT].includes(id) || !notebook?.widgets) return;
    const index = notebook.activeCellIndex - (id === RUN_AND_NEXT);
    const [answer, check] = notebook.widgets.slice(index, index + 2);
    if (hasTag(answer, "stub") && hasTag(check, "check")) void checkAfter(panel, answer, check, result);
  });
}

export default { id: "course:exercise", autoStart: true, activate };
