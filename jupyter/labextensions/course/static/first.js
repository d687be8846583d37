// The first minute: the side bars closed, and no tab that says "unsaved" before anything was changed.

import { forEachNotebook } from "./notebooks.js";

const SEEN = "course:seen";

/** Close the side bars once; who opens them finds them open the next time. */
async function closeSideBars({ restored, shell }) {
  await restored;
  if (localStorage.getItem(SEEN)) return;
  localStorage.setItem(SEEN, "yes");
  shell.collapseLeft();
  shell.collapseRight();
}

/** A notebook as text, but for what JupyterLab itself writes when a kernel starts: the kernel's long name, its Python. */
function content(model) {
  const { cells, metadata: { kernelspec, language_info, ...metadata } } = model.toJSON();
  return JSON.stringify([cells, metadata, kernelspec?.name]);
}

/** What a kernel's start changes is no change of the learner's. */
function keepClean({ context: { model } }) {
  const stored = content(model);
  model.stateChanged.connect((_, { name, newValue }) => {
    if (name === "dirty" && newValue && content(model) === stored) model.dirty = false;
  });
  if (model.dirty && content(model) === stored) model.dirty = false;
}

function activate(app) {
  void closeSideBars(app);
  forEachNotebook(app, keepClean);
}

export default { id: "course:first", autoStart: true, activate };
