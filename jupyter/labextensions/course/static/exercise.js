// An exercise is one card, and one Shift+Enter checks it:
// - its four cells stand in one frame; the code of the check is folded away, a button in its place
// - an answer that has run is checked, and the cursor stays in it; one that fails leaves no old verdict below it

import { exercisesOf, forEachNotebook, hasTag, writeIn } from "./notebooks.js";

const PARTS = ["exercise", "stub", "check", "solution"];
const RUN = "notebook:run-cell", RUN_AND_NEXT = "notebook:run-cell-and-select-next";

let typing = false;

function makeButton(className, text, act) {
  const button = Object.assign(document.createElement("button"), { className, textContent: text, type: "button" });
  button.addEventListener("click", act);
  return button;
}

/** Put the button that checks above the code of the check, and one that opens this code, once the cell is drawn. */
async function addButtons(app, notebook, { number, answer, check }) {
  await check.ready;
  if (check.node.querySelector(".exercise-steps")) return;
  const row = document.createElement("div");
  row.className = "exercise-steps";
  const checks = makeButton("exercise-check-button", "Check", () => {
    typing = true;
    writeIn(notebook, answer);
    void app.commands.execute(RUN);
  });
  checks.setAttribute("aria-label", `Check exercise ${number}`);
  const opens = makeButton("exercise-code-button", "Code of the check", () => {
    opens.setAttribute("aria-expanded", check.node.classList.toggle("exercise-open"));
  });
  opens.setAttribute("aria-expanded", "false");
  const keys = Object.assign(document.createElement("span"), { textContent: "or Shift+Enter" });
  row.append(checks, keys, opens);
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
async function checkAfter({ content, sessionContext }, answer, check, result) {
  const wasTyping = typing;
  if (wasTyping) writeIn(content, answer);
  else if (content.activeCell === check) content.activeCellIndex += 1;
  if (await result) await check.constructor.execute(check, sessionContext);
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
