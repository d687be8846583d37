// For a reader: on the stored picture of an explorer stands a button that makes it live. It runs the cells above, if one
// of them has not run yet, and then the explorer's own.

import { forEach } from "./added.js";
import { hasRun, sourceOf, tagsOf } from "./notebooks.js";

const STORED = ".jp-OutputArea-output figure:has(> figcaption)";
const OF_AN_EXERCISE = new Set(["stub", "check", "solution"]);  // nothing else needs what they define

const isNeeded = cell =>
  cell.model.type === "code" && sourceOf(cell).trim() && !tagsOf(cell).some(tag => OF_AN_EXERCISE.has(tag));

async function makeLive(app, button) {
  const panel = app.shell.currentWidget, notebook = panel.content;
  const index = notebook.widgets.findIndex(cell => cell.node.contains(button));
  if (index < 0) return;
  button.disabled = true;
  button.textContent = "Running the cells above …";
  notebook.activeCellIndex = index;
  notebook.deselectAll();
  const all = notebook.widgets.slice(0, index).every(cell => !isNeeded(cell) || hasRun(panel, cell));
  if (!all) await app.commands.execute("notebook:run-all-above");
  await app.commands.execute("notebook:run-cell");
}

function offer(app, figure) {
  if (figure.querySelector(".explorer-wake")) return;
  const button = document.createElement("button");
  button.className = "explorer-wake";
  button.textContent = "Make it live";
  button.addEventListener("click", () => void makeLive(app, button));
  figure.classList.add("explorer-stored");
  figure.prepend(button);
}

export default { id: "course:live", autoStart: true, activate: app => forEach(STORED, figure => offer(app, figure)) };
